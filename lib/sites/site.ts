/**
 * A site is a scheme and a host name without a port, such as `https://desk.example.com`: exactly what a host
 * permission can grant in every browser (Firefox knows no ports in match patterns).
 */
export type Site = string;

/** The site of a page's address, or `null` where no content script can ever run. */
export function siteOf(url: string | undefined): Site | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return (protocol === 'http:' || protocol === 'https:') && hostname !== ''
    ? `${protocol}//${hostname}`
    : null;
}

/** The host as people read it. */
export function siteName(site: Site): string {
  return site.replace(/^https?:\/\//, '');
}

/** The match pattern that asks for this site and nothing else. */
export function patternOf(site: Site): string {
  return `${site}/*`;
}

/** The site a match pattern grants, or `null` when it grants more than one (`*://*\/*`, `https://*.shop.com/*`). */
export function siteOfPattern(pattern: string): Site | null {
  const match = /^(https?:\/\/[^*/:]+)(?::\d+)?\/\*?$/.exec(pattern);
  return match?.[1] ?? null;
}

/** What was chosen for one site. A site without an entry was never switched on. */
export interface SiteChoice {
  on: boolean;
  /** Nothing is marked before this time (epoch ms); `null`: not paused. */
  pausedUntil: number | null;
  /** When the choice was made (epoch ms). */
  since: number;
}

export type SiteChoices = Readonly<Record<Site, SiteChoice>>;

export type SiteState = { kind: 'off' } | { kind: 'on' } | { kind: 'paused'; until: number };

/**
 * What holds for a site at a time. `declared` sites come with the installation (an administrator's build) and are on
 * until somebody switches them off.
 */
export function siteStateAt(
  choices: SiteChoices,
  site: Site,
  now: number,
  declared: readonly Site[] = [],
): SiteState {
  const choice = Object.hasOwn(choices, site) ? choices[site] : undefined;
  if (!(choice?.on ?? declared.includes(site))) return { kind: 'off' };
  if (choice?.pausedUntil != null && choice.pausedUntil > now) {
    return { kind: 'paused', until: choice.pausedUntil };
  }
  return { kind: 'on' };
}

/** Every site that is on, paused ones included: where the console is registered. */
export function sitesOn(choices: SiteChoices, declared: readonly Site[] = []): Site[] {
  const known = new Set([...Object.keys(choices), ...declared]);
  return [...known]
    .filter((site) => siteStateAt(choices, site, Number.POSITIVE_INFINITY, declared).kind === 'on')
    .sort();
}

export type SiteChange =
  | { type: 'on'; now: number }
  | { type: 'off'; now: number }
  | { type: 'pause'; until: number; now: number }
  | { type: 'resume'; now: number }
  | { type: 'forget' };

/** The choices after a change of one site; `off` keeps an entry, so that a declared site stays off. */
export function withSite(choices: SiteChoices, site: Site, change: SiteChange): SiteChoices {
  const { [site]: before, ...rest } = choices;
  if (change.type === 'forget') return rest;
  const on = change.type !== 'off';
  const pausedUntil = change.type === 'pause' ? change.until : null;
  const since = before !== undefined && before.on === on ? before.since : change.now;
  return { ...rest, [site]: { on, pausedUntil, since } };
}
