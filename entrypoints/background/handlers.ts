import type { ModelFile, Reading } from '@/lib/classifier';
import { conversationMarks, isSamePromise, newPromise, promisesFrom, shopOf } from '@/lib/ledger';
import { profileAt, withTaught } from '@/lib/profiles';
import { insteadFor } from '@/lib/reply';
import { GOOD_GRADE, KEPT_AROUND, maskText, replyGrade, waitCountOf } from '@/lib/review';
import type { ConsoleCommand, VerdictReport } from '@/lib/rpc';
import type { Caller, Handlers } from '@/lib/rpc/background';
import { type Site, siteName, siteStateAt } from '@/lib/sites';
import { dayOf, type ModelVerdict, type Repositories } from '@/lib/store';
import { changeProfiles, changeSecondLook, settings, teamSetting } from '@/lib/store/settings';
import { openPage, openPanel } from '@/lib/surfaces';
import { createPalette } from './palette';
import { contextOf, newRecord } from './sent';

/** A page of ours has no site; what is done there belongs to none. */
const siteOfCaller = (caller: Caller): Site | null => (caller.kind === 'content' ? caller.site : null);

/** A verdict as it may be written, masked like a report of what was sent. */
function verdictRecord(report: VerdictReport, site: Site | null, at: number): ModelVerdict {
  return {
    ...report,
    at,
    site,
    text: maskText(report.text),
    before: maskText(report.before).slice(-KEPT_AROUND),
    after: maskText(report.after).slice(0, KEPT_AROUND),
  };
}

export interface HandlerContext {
  /** Runs the script that reads with the trained model in one frame. */
  injectReader: (tabId: number, frameId: number) => Promise<unknown>;
  /** The model that is part of the extension. */
  shippedModel: (reading: Reading) => Promise<ModelFile>;
  /** Runs the script that shows badge, card and guard in one frame. */
  injectInterface: (tabId: number, frameId: number) => Promise<unknown>;
  repositories: Repositories;
  declared: readonly Site[];
  now: () => number;
  /** Works out reminders and badge after the ledger changed. */
  lookAtLedger: () => Promise<void>;
  /** Looks at one subscription, or at all that are on. */
  checkSubscriptions: (url?: string) => Promise<void>;
  /** The key the browser has for a command of ours. */
  keyOf: (command: ConsoleCommand) => Promise<string | null>;
}

/** What the background does for pages and frames: each channel in a few lines over the repositories. */
export function createHandlers({
  repositories,
  declared,
  now,
  injectInterface,
  keyOf,
  lookAtLedger,
  checkSubscriptions,
  injectReader,
  shippedModel,
}: HandlerContext): Handlers {
  const palette = createPalette(repositories, now);
  const { store, shelf, sent, dismissals, corrections, scriptUses, counters, ledger, tallies } = repositories;
  const { verdicts, models, bookDays } = repositories;
  return {
    async getBooks({ have }) {
      const parcels = await shelf.parcels();
      const has = new Map(Object.entries(have));
      return {
        books: parcels.filter((it) => has.get(it.id) !== it.tag),
        keep: parcels.filter((it) => has.get(it.id) === it.tag).map((it) => it.id),
        store: store.state.kind === 'store-unavailable' ? 'memory' : 'disk',
      };
    },
    async recordSent(report, caller) {
      const who = { site: siteOfCaller(caller), agent: await settings.alias.getValue() };
      const kept = await sent.add(newRecord(report, await contextOf(repositories, report, who)));
      if (kept && report.flags.some((it) => it.by !== 'model'))
        await counters.add(dayOf(now()), { sentFlagged: 1 });
      return { kept };
    },
    async recordReply({ moves, text, language, scenario }) {
      const grade = replyGrade(moves);
      if (grade < GOOD_GRADE || !(await settings.offerReplies.getValue())) return { kept: false };
      const kept = await repositories.goodReplies.add({
        id: crypto.randomUUID(),
        at: now(),
        agent: await settings.alias.getValue(),
        language,
        scenario,
        text: maskText(text),
        moves: [...moves],
        grade,
        origin: 'own',
      });
      return { kept };
    },
    async recordPromises({ id, language, scenario, customer, promises }, caller) {
      const shop = shopOf(await teamSetting.getValue());
      const conversation = await conversationMarks(await ledger.salt(), customer);
      const at = now();
      const open = await ledger.promises.inState('open');
      let kept = 0;
      for (const [index, { rule, sentence, due }] of promisesFrom(promises, at, shop).entries()) {
        const entry = newPromise({
          id: `${id}-${index}`,
          madeAt: at,
          due: due?.at ?? null,
          precise: due?.precise ?? false,
          rule,
          sentence: maskText(sentence),
          confirmed: false,
          site: siteOfCaller(caller),
          language,
          scenario,
          conversation,
        });
        if (open.some((it) => isSamePromise(it, entry))) continue;
        if (await ledger.promises.add(entry)) kept += 1;
      }
      // What was kept is kept, whatever the toolbar can show.
      await lookAtLedger().catch(() => undefined);
      return { kept };
    },
    async lookAtLedger() {
      await lookAtLedger();
      return null;
    },
    async checkSubscriptions({ url }) {
      await checkSubscriptions(url);
      return null;
    },
    async recordDismissal(report, caller) {
      const madeOn = siteOfCaller(caller);
      // A phrase is kept as it stands, to be known again; one that holds personal data is not kept at all.
      if (report.kind === 'phrase' && maskText(report.text) !== report.text)
        throw new DOMException('The phrase holds personal data', 'DataError');
      const base = { id: report.id, createdAt: now(), madeOn };
      if (report.kind !== 'site') await dismissals.add({ ...base, ...report }, now());
      else if (madeOn !== null) await dismissals.add({ ...base, kind: 'site', site: madeOn }, now());
      await counters.add(dayOf(now()), { dismissed: 1 });
      return { id: report.id };
    },
    async undoDismissal({ id }) {
      return { undone: (await dismissals.undo(id, now())) !== undefined };
    },
    async correctScenario({ id, language, customer, guessed, scenario }, caller) {
      await corrections.add({
        id,
        at: now(),
        site: siteOfCaller(caller),
        language,
        customer: customer.map(maskText),
        guessed,
        scenario,
      });
      return { id };
    },
    async useScript({ script, language, removed }) {
      if (removed) {
        await scriptUses.takeBack(script, now());
        return null;
      }
      await scriptUses.add(script, now());
      await counters.add(dayOf(now()), { inserted: 1 });
      if (language !== undefined) await bookDays.add(dayOf(now()), language, 'scripts', script);
      return null;
    },
    async findScripts(question) {
      return { rows: await palette.find(question) };
    },
    async count({ mendedRule, language, ...amounts }) {
      const day = dayOf(now());
      const { replies, replySeconds } = amounts;
      const wait = replies === 1 && replySeconds !== undefined ? { [waitCountOf(replySeconds)]: 1 } : {};
      await counters.add(day, { ...amounts, ...wait });
      if (mendedRule !== undefined) {
        await tallies.countMend(day, await settings.alias.getValue(), mendedRule);
        if (language !== undefined) await bookDays.add(day, language, 'mended', mendedRule);
      }
      return null;
    },
    async siteState({ site }, caller) {
      const asked = caller.kind === 'content' ? caller.site : site;
      if (asked === undefined) return { kind: 'off' };
      return siteStateAt(await settings.sites.getValue(), asked, now(), declared);
    },
    async getProfile(_, caller) {
      if (caller.kind !== 'content') return { profile: null };
      return { profile: profileAt(await settings.profiles.getValue(), siteName(caller.site)) };
    },
    async teachSite(taught, caller) {
      if (caller.kind !== 'content') return { kept: false };
      await changeProfiles((own) => withTaught(own, siteName(caller.site), taught));
      return { kept: true };
    },
    async keyOf({ command }) {
      return { key: await keyOf(command) };
    },
    async showInterface(_, caller) {
      if (caller.kind !== 'content') return { shown: false };
      await injectInterface(caller.tabId, caller.frameId);
      return { shown: true };
    },
    async getModel({ reading, have }, caller) {
      if (caller.kind === 'content') await injectReader(caller.tabId, caller.frameId);
      // A store that fails must not take the shipped model along.
      const own = await models.inUse(reading).catch(() => undefined);
      const tag = `${reading}.${own?.version ?? 0}`;
      if (have === tag) return { tag, model: null };
      return { tag, model: own?.model ?? (await shippedModel(reading)) };
    },
    async sayInstead({ category, language, scenario }) {
      const taboos = (await shelf.parcels())
        .filter((it) => it.language === language)
        .flatMap((it) => it.runtime.taboos);
      return { instead: insteadFor(taboos, category, scenario) };
    },
    async recordVerdict(report, caller) {
      await verdicts.add(verdictRecord(report, siteOfCaller(caller), now()));
      return { kept: true };
    },
    async undoVerdict({ id }) {
      return { undone: (await verdicts.undo(id)) !== undefined };
    },
    async secondLook({ on }) {
      await changeSecondLook({ on });
      return null;
    },
    async open({ surface }, caller) {
      if (surface !== 'panel') {
        await openPage(surface);
        return { opened: true };
      }
      return { opened: caller.windowId !== null && (await openPanel(caller.windowId)) };
    },
  };
}
