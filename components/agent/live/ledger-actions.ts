import {
  changeGap,
  changePromise,
  changeVisit,
  conversationMarks,
  type EscalationEntry,
  type FollowUpEntry,
  type GapEntry,
  isSameConversation,
  newEscalation,
  newGap,
  newVisit,
  type Occasion,
  orderMark,
  type PromiseEntry,
  promiseAbout,
  settleEscalation,
  shopOf,
  type VisitKind,
  visitDue,
  withoutChange,
} from '@/lib/ledger';
import { maskText } from '@/lib/review';
import { call } from '@/lib/rpc';
import { siteOf } from '@/lib/sites';
import type { Entries, Repositories } from '@/lib/store';
import { settings, teamSetting } from '@/lib/store/settings';
import type { Here, LedgerActions, Undo } from '../ledger-desk';

/** Reminders and badge follow; that they cannot be reached changes nothing about what was kept. */
const told = (): void => void call('lookAtLedger', {}).catch(() => undefined);

/** What an agent can do with the ledger, on disk. `customer`: the conversation that is open, oldest message first. */
export function ledgerActions(
  { ledger }: Pick<Repositories, 'ledger'>,
  customer: readonly string[],
): LedgerActions {
  const occasion = async ({ site, language, scenario }: Here): Promise<Occasion> => ({
    site: site === null ? null : siteOf(`https://${site}`),
    language,
    scenario,
    conversation: await conversationMarks(await ledger.salt(), customer),
  });
  const order = async (typed: string): Promise<string | null> => orderMark(await ledger.salt(), typed);

  const apply = async <T extends PromiseEntry | EscalationEntry | GapEntry | FollowUpEntry>(
    entries: Entries<T>,
    id: string,
    change: (entry: T) => T,
  ): Promise<Undo> => {
    const made = await entries.change(id, change);
    told();
    return async () => {
      // Another panel, a reminder or a later click may have changed it since.
      const { before, after } = await entries.change(id, (now) => withoutChange(now, made));
      told();
      return made.before === made.after || before !== after;
    };
  };
  /** Takes back what was written down, as long as nobody has settled it since. */
  const away = async (...gone: readonly Undo[]): Promise<boolean> => {
    let all = true;
    for (const remove of gone) all = (await remove()) && all;
    told();
    return all;
  };
  const unlessSettled =
    <T extends { id: string; state: string }>(entries: Entries<T>, made: T) =>
    (): Promise<boolean> =>
      entries.remove(made.id, ({ state }) => state === made.state);
  const visitFor = async (kind: VisitKind, note: string, where: Occasion): Promise<FollowUpEntry> => {
    const madeAt = Date.now();
    const team = await teamSetting.getValue();
    const id = crypto.randomUUID();
    const due = visitDue(id, kind, madeAt, team.visits, shopOf(team));
    return newVisit({ ...where, id, madeAt, kind, due, note: maskText(note), script: null });
  };
  /** A complaint that was put right is asked about again, once a conversation. */
  const visitAfter = async (where: Occasion): Promise<FollowUpEntry | null> => {
    const planned = await ledger.followUps.inState('planned');
    const { visits } = await teamSetting.getValue();
    const wanted = visits.complaint.on && !planned.some((it) => isSameConversation(it, where));
    return wanted ? visitFor('complaint', '', where) : null;
  };
  const withPromise = (
    entry: GapEntry | EscalationEntry,
    kind: 'gap' | 'escalation',
    said: string,
    remove: Undo,
  ): Undo & { promise: ReturnType<typeof promiseAbout> } => {
    const promise = promiseAbout(entry, kind, said);
    return Object.assign(() => away(remove, unlessSettled(ledger.promises, promise)), { promise });
  };

  return {
    changePromise: (id, change) => apply(ledger.promises, id, (it) => changePromise(it, change, Date.now())),
    async give({ kind, remedy, amount, currency, order: typed }, here) {
      const id = crypto.randomUUID();
      const role = await settings.authority.getValue();
      const where = await occasion(here);
      const at = Date.now();
      const visit = await visitAfter(where);
      await ledger.addRemedy(
        { ...where, id, at, kind, remedy, amount, currency, order: await order(typed), role },
        visit,
      );
      told();
      const remedyAway: Undo = () => ledger.remedies.remove(id);
      return () => away(remedyAway, ...(visit ? [unlessSettled(ledger.followUps, visit)] : []));
    },
    async ask({ kind, remedy, amount, currency, order: typed, needs, customer: words, due, said }, here) {
      const at = Date.now();
      const where = await occasion(here);
      const entry = newEscalation({
        ...where,
        id: crypto.randomUUID(),
        at,
        kind,
        remedy,
        amount,
        currency,
        needs,
        order: await order(typed),
        customer: maskText(words),
        due,
      });
      const undo = withPromise(entry, 'escalation', maskText(said), unlessSettled(ledger.escalations, entry));
      await ledger.addEscalation(entry, undo.promise);
      told();
      return undo;
    },
    settleRequest: (id, state) =>
      apply(ledger.escalations, id, (it) => settleEscalation(it, state, Date.now())),
    async recordGap({ question, due, said }, here) {
      const entry = newGap({
        ...(await occasion(here)),
        id: crypto.randomUUID(),
        at: Date.now(),
        question: maskText(question),
        missing: '',
        suggested: '',
        due,
      });
      const undo = withPromise(entry, 'gap', maskText(said), unlessSettled(ledger.gaps, entry));
      await ledger.addGap(entry, undo.promise);
      told();
      return { id: entry.id, undo };
    },
    changeGap: (id, change) => {
      const masked = Object.fromEntries(
        Object.entries(change).map(([key, value]) => [key, key === 'state' ? value : maskText(value)]),
      );
      return apply(ledger.gaps, id, (it) => changeGap(it, masked, Date.now()));
    },
    async planVisit(kind, note, here) {
      const visit = await visitFor(kind, note, await occasion(here));
      await ledger.followUps.add(visit);
      told();
      return { due: visit.due, undo: () => away(unlessSettled(ledger.followUps, visit)) };
    },
    markOrder: order,
    changeVisit: (id, change) => apply(ledger.followUps, id, (it) => changeVisit(it, change, Date.now())),
  };
}
