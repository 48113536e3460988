import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Toaster } from '@/components/ui';
import { ledger as ledgerWords } from '@/lib/i18n';
import {
  changeGap,
  changePromise,
  changeVisit,
  conversationMarks,
  DEFAULT_TEAM,
  type EscalationEntry,
  type FollowUpEntry,
  type GapEntry,
  isSameConversation,
  newEscalation,
  newGap,
  newVisit,
  type Occasion,
  orderMark,
  promiseAbout,
  settleEscalation,
  shopOf,
  type VisitKind,
  visitDue,
} from '@/lib/ledger';
import { maskText } from '@/lib/review';
import { call } from '@/lib/rpc';
import { siteOf } from '@/lib/sites';
import { type Entries, type Repositories, storeKeys } from '@/lib/store';
import { settings, teamSetting } from '@/lib/store/settings';
import { type Here, type LedgerActions, type LedgerDesk, sayingFailures, type Undo } from '../ledger-desk';
import { useSetting } from './use-shelf';

/** How often "soon" and "overdue" are looked at anew while the panel is open, ms. */
const TICK = 20_000;

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Reminders and badge follow; that they cannot be reached changes nothing about what was kept. */
const told = (): void => void call('lookAtLedger', {}).catch(() => undefined);

function actionsOn({ ledger }: Repositories, customer: readonly string[]): LedgerActions {
  const occasion = async ({ site, language, scenario }: Here): Promise<Occasion> => ({
    site: site === null ? null : siteOf(`https://${site}`),
    language,
    scenario,
    conversation: await conversationMarks(await ledger.salt(), customer),
  });
  const order = async (typed: string): Promise<string | null> => orderMark(await ledger.salt(), typed);

  const apply = async <T>(entries: Entries<T>, id: string, change: (entry: T) => T): Promise<Undo> => {
    const { before } = await entries.change(id, change);
    told();
    return async () => {
      await entries.change(id, () => before);
      told();
    };
  };
  const away = async (
    gone: readonly (readonly [Pick<Entries<unknown>, 'remove'>, string])[],
  ): Promise<void> => {
    for (const [entries, id] of gone) await entries.remove(id);
    told();
  };
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
  ): Undo & { promise: ReturnType<typeof promiseAbout> } => {
    const promise = promiseAbout(entry, kind, said);
    const entries = kind === 'gap' ? ledger.gaps : ledger.escalations;
    return Object.assign(
      () =>
        away([
          [entries, entry.id],
          [ledger.promises, promise.id],
        ]),
      { promise },
    );
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
      return () => away([[ledger.remedies, id], ...(visit ? [[ledger.followUps, visit.id] as const] : [])]);
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
      const undo = withPromise(entry, 'escalation', maskText(said));
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
      const undo = withPromise(entry, 'gap', maskText(said));
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
      return { due: visit.due, undo: () => away([[ledger.followUps, visit.id]]) };
    },
    changeVisit: (id, change) => apply(ledger.followUps, id, (it) => changeVisit(it, change, Date.now())),
  };
}

/**
 * The ledger for the panel: read from the store, followed, changed on disk. `customer`: the open conversation;
 * `toaster` says what could not be kept.
 */
export function useLedger(own: Repositories, customer: readonly string[], toaster: Toaster): LedgerDesk {
  const { ledger } = own;
  const said = JSON.stringify(customer);
  const promises = useQuery({ queryKey: storeKeys.promises, queryFn: () => ledger.promises.list() }).data;
  const remedies = useQuery({ queryKey: storeKeys.remedies, queryFn: () => ledger.remedies.list() }).data;
  const gaps = useQuery({ queryKey: storeKeys.gaps, queryFn: () => ledger.gaps.list() }).data;
  const escalations = useQuery({
    queryKey: storeKeys.escalations,
    queryFn: () => ledger.escalations.list(),
  }).data;
  const visits = useQuery({ queryKey: storeKeys.followUps, queryFn: () => ledger.followUps.list() }).data;
  const { data: conversation } = useQuery({
    queryKey: ['marks', said],
    queryFn: async () => conversationMarks(await ledger.salt(), customer),
    gcTime: 0,
  });
  const team = useSetting(teamSetting, DEFAULT_TEAM);
  const role = useSetting(settings.authority, settings.authority.fallback);
  const now = useNow();
  // The words decide, not the array they come in: it is a new one with each snapshot.
  const actions = useMemo(
    () =>
      sayingFailures(actionsOn(own, JSON.parse(said) as string[]), () => toaster.show(ledgerWords('failed'))),
    [own, said, toaster],
  );
  return useMemo(() => {
    if (!promises || !remedies || !gaps || !escalations || !visits) return { data: null, actions };
    const shop = shopOf(team);
    const data = {
      now,
      team,
      shop,
      role,
      conversation: conversation ?? [],
      promises,
      remedies,
      gaps,
      escalations,
      visits,
    };
    return { data, actions };
  }, [promises, remedies, gaps, escalations, visits, conversation, team, role, now, actions]);
}
