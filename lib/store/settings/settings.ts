import { storage } from '@wxt-dev/storage';
import type { Authority, Market } from '@/lib/phrasebook/vocabulary';
import { type Site, type SiteChange, type SiteChoices, withSite } from '@/lib/sites';
import { inTurn } from './lock';

/**
 * Settings: small, read at start by every context (content scripts too), watched for changes.
 * Whatever holds people's words lives in IndexedDB instead, except the dismissals a content script needs at once.
 */

/** Language of the interface: one of ours, or the browser's. */
export type LocaleChoice = 'auto' | 'en' | 'zh-CN' | 'zh-TW';

/** A dismissal as the content script needs it; the whole record with its time is in the store. */
export interface ActiveDismissals {
  /** Phrases allowed for one rule: the flagged words exactly as they stood. */
  readonly phrases: readonly { readonly id: string; readonly rule: string; readonly text: string }[];
  /** Rules switched off, by rule id. */
  readonly rules: readonly { readonly id: string; readonly rule: string }[];
}

export const NO_DISMISSALS: ActiveDismissals = { phrases: [], rules: [] };

export const settings = {
  locale: storage.defineItem<LocaleChoice>('local:locale', { fallback: 'auto', version: 1 }),
  /** Where the shop sells; `null`: not said, market rules of no market hold. */
  market: storage.defineItem<Market | null>('local:market', { fallback: null, version: 1 }),
  /** What the agent may grant alone; dearer remedies become an escalation. */
  authority: storage.defineItem<Authority>('local:authority', { fallback: 'agent', version: 1 }),
  sites: storage.defineItem<SiteChoices>('local:sites', { fallback: {}, version: 1 }),
  dismissals: storage.defineItem<ActiveDismissals>('local:dismissals', {
    fallback: NO_DISMISSALS,
    version: 1,
  }),
  /** `//` at the start of an empty composer opens the palette. */
  slashPalette: storage.defineItem<boolean>('local:slashPalette', { fallback: true, version: 1 }),
  /** Goes up whenever a runtime book changed: consoles then ask for what they do not have. */
  booksEpoch: storage.defineItem<number>('local:booksEpoch', { fallback: 0, version: 1 }),
} as const;

/** Changes what holds for one site and gives the new choices back. */
export function changeSite(site: Site, change: SiteChange): Promise<SiteChoices> {
  return inTurn('sites', async () => {
    const choices = withSite(await settings.sites.getValue(), site, change);
    await settings.sites.setValue(choices);
    return choices;
  });
}

/** Tells every console that a runtime book changed. */
export function bumpBooks(): Promise<void> {
  return inTurn('booksEpoch', async () =>
    settings.booksEpoch.setValue((await settings.booksEpoch.getValue()) + 1),
  );
}

interface Watchable<T> {
  getValue(): Promise<T>;
  watch(cb: (value: T) => void): () => void;
}

/** Calls `changed` with the value now and after each change, until the signal aborts. */
export async function follow<T>(
  item: Watchable<T>,
  changed: (value: T) => void,
  signal: AbortSignal,
): Promise<void> {
  if (signal.aborted) return;
  let newest = false;
  const unwatch = item.watch((value) => {
    newest = true;
    if (!signal.aborted) changed(value);
  });
  signal.addEventListener('abort', unwatch, { once: true });
  const value = await item.getValue();
  // A change that arrived while reading is newer than what was read.
  if (!newest && !signal.aborted) changed(value);
}
