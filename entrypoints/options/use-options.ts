import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSetting } from '@/components/agent/live';
import {
  dismissedWhat,
  type General,
  listedSites,
  type OptionsPageProps,
  type OwnMessage,
} from '@/components/options';
import type { Toaster } from '@/components/ui';
import { options } from '@/lib/i18n';
import { CONTEST_DAYS } from '@/lib/review';
import { declaredSites, type Site, siteName } from '@/lib/sites';
import {
  askToPersist,
  type Dismissal,
  eraseKept,
  exportKept,
  INCOMING,
  type Incoming,
  keptAmounts,
  type Repositories,
  type StoreState,
  storeKeys,
} from '@/lib/store';
import { changeSecondLook, changeSite, secondLookSettings, settings } from '@/lib/store/settings';
import { turnOffSite, turnOnSite } from '@/lib/surfaces';
import { saveAs } from './save-as';

const KEPT = ['kept'];

const declared = (): Site[] =>
  declaredSites(browser.runtime.getManifest() as { host_permissions?: readonly string[] });

export function useGeneral(): OptionsPageProps['general'] {
  const value: General = {
    locale: useSetting(settings.locale, settings.locale.fallback),
    market: useSetting(settings.market, settings.market.fallback),
    authority: useSetting(settings.authority, settings.authority.fallback),
    slashPalette: useSetting(settings.slashPalette, settings.slashPalette.fallback),
  };
  const choice = useSetting(secondLookSettings.choice, secondLookSettings.choice.fallback);
  const team = useSetting(secondLookSettings.teamKeenness, secondLookSettings.teamKeenness.fallback);
  return {
    value,
    secondLook: { ...choice, team, onChange: (change) => void changeSecondLook(change) },
    onChange(change) {
      if (change.locale !== undefined) void settings.locale.setValue(change.locale);
      if (change.market !== undefined) void settings.market.setValue(change.market);
      if (change.slashPalette !== undefined) void settings.slashPalette.setValue(change.slashPalette);
      if (change.authority !== undefined) void settings.authority.setValue(change.authority);
    },
  };
}

export function useSites(toaster: Toaster): OptionsPageProps['sites'] {
  const choices = useSetting(settings.sites, settings.sites.fallback);
  return {
    sites: listedSites(choices, declared(), Date.now()),
    onTurnOn: (site) =>
      void turnOnSite(site).then((granted) => {
        if (!granted) toaster.show(options('options.siteRefused', { site: siteName(site) }));
      }),
    onTurnOff: (site) => void turnOffSite(site),
    onResume: (site) => void changeSite(site, { type: 'resume', now: Date.now() }),
    async onRemove(site) {
      await turnOffSite(site, { forget: true });
      toaster.show(options('options.siteRemoved', { site: siteName(site) }));
    },
  };
}

export function useDismissals(own: Repositories, toaster: Toaster): OptionsPageProps['dismissals'] {
  const { data } = useQuery({ queryKey: storeKeys.dismissals, queryFn: () => own.dismissals.list() });
  const undo = async (it: Dismissal): Promise<void> => {
    // A site may need its permission again.
    if (it.kind === 'site') await turnOnSite(it.site);
    await own.dismissals.undo(it.id, Date.now());
    toaster.show(options('options.dismissalUndone', { what: dismissedWhat(it) }));
  };
  return { dismissals: data ?? [], onUndo: (it) => void undo(it) };
}

export function useKept(own: Repositories, toaster: Toaster): OptionsPageProps['kept'] {
  const client = useQueryClient();
  const { data: amounts } = useQuery({ queryKey: KEPT, queryFn: () => keptAmounts(own) });
  const [isProtected, setProtected] = useState(false);
  useEffect(() => {
    const lifetime = new AbortController();
    // Summed over several tables: whatever changes, it is summed again.
    own.changes.listen(() => void client.invalidateQueries({ queryKey: KEPT }), lifetime.signal);
    return () => lifetime.abort();
  }, [own, client]);
  useEffect(() => {
    void askToPersist(navigator.storage).then((it) => setProtected(it === true));
  }, []);
  const messages = useOwnMessages(own, toaster);
  const { data: reported } = useQuery({ queryKey: [...KEPT, 'reported'], queryFn: () => reportedBy(own) });
  return {
    amounts: amounts ?? null,
    isProtected,
    own: messages,
    reported: reported ?? [],
    async onExport() {
      const date = new Date().toISOString().slice(0, 10);
      const data = await exportKept(own, Date.now());
      saveAs(options('options.exportName', { date }), JSON.stringify(data, null, 2));
    },
    async onErase() {
      await eraseKept(own);
      toaster.show(options('options.erased'));
    },
  };
}

/** Records shown at once; the export has all of them. */
const SHOWN = 20;
const DAY = 24 * 60 * 60 * 1000;

function useOwnMessages(own: Repositories, toaster: Toaster): OptionsPageProps['kept']['own'] {
  // Below the key that everything kept is read again with.
  const { data } = useQuery({ queryKey: [...KEPT, 'messages'], queryFn: () => ownMessages(own, Date.now()) });
  return {
    messages: data?.messages ?? [],
    total: data?.total ?? 0,
    async onContest(record, comment) {
      const by = await settings.alias.getValue();
      const { ok } = await own.contests.raise(record, { by, comment }, Date.now());
      toaster.show(options(ok ? 'options.ownContested' : 'options.ownNotContested'));
    },
    async onErase(record) {
      await own.sent.remove([record]);
      toaster.show(options('options.ownErased'));
    },
  };
}

async function ownMessages(
  own: Repositories,
  now: number,
): Promise<{ messages: OwnMessage[]; total: number }> {
  const { total, records } = await own.desk.queue({ filter: { own: true }, order: 'newest', limit: SHOWN });
  const messages = await Promise.all(
    records.map(async (record): Promise<OwnMessage> => {
      const review = (await own.reviews.history(record.id)).findLast((it) => it.undoneAt === null) ?? null;
      const judged = record.standing === 'upheld' || record.standing === 'coached';
      return {
        record,
        review,
        contestable: judged && review !== null && now - review.at < CONTEST_DAYS * DAY,
      };
    }),
  );
  return { messages, total };
}

/** What this browser's agent sent to the trainers, newest first. */
async function reportedBy(own: Repositories): Promise<Incoming[]> {
  const all = await Promise.all(Object.values(INCOMING).map((read) => read(own)));
  return all
    .flat()
    .filter((it) => it.ours)
    .sort((a, b) => b.item.at - a.item.at);
}

export function useStoreState(own: Repositories): StoreState {
  const [state, setState] = useState(own.store.state);
  const isFull = useSetting(settings.storeFull, false);
  useEffect(() => {
    const stop = own.store.onState(setState);
    void own.store.ready().then(setState);
    return stop;
  }, [own]);
  return isFull && state.kind === 'ready' ? { kind: 'full' } : state;
}
