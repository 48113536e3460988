import type { SiteProfile } from '@/lib/console';
import type { Authority, Market } from '@/lib/phrasebook/vocabulary';
import { type Site, type SiteChange, type SiteChoices, withSite } from '@/lib/sites';
import { storedItem } from './item';
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

/** Which database it was, how many messages were ever written to it, how many it held, and when, epoch ms. */
export interface LogMark {
  readonly born: string;
  readonly written: number;
  readonly kept: number;
  readonly at: number;
}

/** `replaced`: the browser began an empty database; `older`: the newest messages are missing. */
export interface LogLoss {
  readonly kind: 'replaced' | 'older';
  readonly missing: number;
  /** When they were last known to be there, epoch ms. */
  readonly at: number;
}

export const NO_DISMISSALS: ActiveDismissals = { phrases: [], rules: [] };

const locale = storedItem<LocaleChoice>('local', 'locale', 'auto');
const market = storedItem<Market | null>('local', 'market', null);
const authority = storedItem<Authority>('local', 'authority', 'agent');
const alias = storedItem<string>('local', 'alias', '');
const sites = storedItem<SiteChoices>('local', 'sites', {});
const dismissals = storedItem<ActiveDismissals>('local', 'dismissals', NO_DISMISSALS);
const profiles = storedItem<readonly SiteProfile[]>('local', 'profiles', []);
const slashPalette = storedItem<boolean>('local', 'slashPalette', true);
const askedFor = storedItem<{ site: Site; at: number } | null>('session', 'askedFor', null);
const booksEpoch = storedItem<number>('local', 'booksEpoch', 0);
const offerReplies = storedItem<boolean>('local', 'offerReplies', false);
const storeFull = storedItem<boolean>('session', 'storeFull', false);
const logMark = storedItem<LogMark | null>('local', 'logMark', null);
const logLoss = storedItem<LogLoss | null>('local', 'logLoss', null);
const retentionAt = storedItem<number>('local', 'retentionAt', 0);

export const settings = {
  locale,
  /** Where the shop sells; `null`: not said, market rules of no market hold. */
  market,
  /** What the agent may grant alone; dearer remedies become an escalation. */
  authority,
  /** How the person at this browser is called in drafts, reviews and bundles; empty: not said. */
  alias,
  sites,
  dismissals,
  /** What was taught or imported about single consoles, newest first. */
  profiles,
  /** `//` at the start of an empty composer opens the palette. */
  slashPalette,
  /**
   * The site a person is being asked about by the browser, since when. Firefox closes the popup over its question; the
   * background then knows whom the permission was for. Pages and background only.
   */
  askedFor,
  /** Goes up whenever a runtime book changed: consoles then ask for what they do not have. */
  booksEpoch,
  /** Good replies of the agent may be kept, masked, and offered to the trainers. Off until she says so. */
  offerReplies,
  /** The background found no space for what it was to keep; pages say so. In memory: a full disk takes no note of it. */
  storeFull,
  /** What the database held when it was last looked at: kept apart from it, so that its loss is noticed. */
  logMark,
  /** What was found missing and is not read yet. */
  logLoss,
  /** When the log was last looked through for what is past its time, epoch ms. */
  retentionAt,
} as const;

/** Changes what holds for one site and gives the new choices back. */
export function changeSite(site: Site, change: SiteChange): Promise<SiteChoices> {
  return inTurn('sites', async () => {
    const choices = withSite(await settings.sites.getValue(), site, change);
    await settings.sites.setValue(choices);
    return choices;
  });
}

/** How long a person may think about the browser's question, ms. */
const QUESTION_LASTS = 10 * 60 * 1000;

/** Notes that a person is about to be asked about a site. */
export function askFor(site: Site, now: number): Promise<void> {
  return settings.askedFor.setValue({ site, at: now });
}

/** Whether a permission for this site answers a question of ours; a question is answered once. */
export async function wasAskedFor(site: Site, now: number): Promise<boolean> {
  const asked = await settings.askedFor.getValue();
  if (asked?.site !== site || now - asked.at > QUESTION_LASTS) return false;
  await settings.askedFor.removeValue();
  return true;
}

/** Changes the taught consoles and gives the list as it was before, so that the change can be taken back. */
export function changeProfiles(
  change: (own: readonly SiteProfile[]) => readonly SiteProfile[],
): Promise<readonly SiteProfile[]> {
  return inTurn('profiles', async () => {
    const before = await settings.profiles.getValue();
    await settings.profiles.setValue(change(before));
    return before;
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
  const stop = (): void => {
    try {
      unwatch();
    } catch {
      // The extension went away under this page: there is nothing left to stop watching.
    }
  };
  signal.addEventListener('abort', stop, { once: true });
  const value = await item.getValue();
  // A change that arrived while reading is newer than what was read.
  if (!newest && !signal.aborted) changed(value);
}
