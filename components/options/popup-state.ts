import { type Site, type SiteChoices, siteOf, siteStateAt } from '@/lib/sites';

/** What the popup has to say about the page it was opened on. */
export type PopupState =
  | { kind: 'blocked'; why: 'browser' | 'store' | 'file' }
  /** A page of ours; on the practice console everything is on anyway. */
  | { kind: 'ours'; practice: boolean }
  | { kind: 'off'; site: Site }
  | { kind: 'on'; site: Site }
  | { kind: 'paused'; site: Site; until: number };

/** Where no extension may run, whatever was granted. */
const STORES = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/addons\.mozilla\.org\//,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
];

export interface PopupFacts {
  /** Address of the tab; `undefined` where the browser does not tell. */
  url: string | undefined;
  /** Origin of our own pages, `chrome-extension://…` without a slash at the end. */
  own: string;
  choices: SiteChoices;
  declared: readonly Site[];
  now: number;
}

export function popupState({ url, own, choices, declared, now }: PopupFacts): PopupState {
  if (url?.startsWith(`${own}/`)) return { kind: 'ours', practice: url.startsWith(`${own}/practice.html`) };
  if (url !== undefined && STORES.some((it) => it.test(url))) return { kind: 'blocked', why: 'store' };
  if (url?.startsWith('file:')) return { kind: 'blocked', why: 'file' };
  const site = siteOf(url);
  if (site === null) return { kind: 'blocked', why: 'browser' };
  return { ...siteStateAt(choices, site, now, declared), site };
}
