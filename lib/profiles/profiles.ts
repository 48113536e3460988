import { profileFor, type SiteProfile } from '@/lib/console';
import { KNOWN_PROFILES } from './known';
import { siteProfilesSchema } from './schema';

/** What was taught by clicking, without the console it belongs to. */
export type Taught = Pick<SiteProfile, 'composer' | 'log' | 'customer' | 'agent' | 'send'>;

/** The profile that holds for a host: one's own stand before the known ones. */
export function profileAt(own: readonly SiteProfile[], host: string): SiteProfile | null {
  return profileFor(own, host) ?? profileFor(KNOWN_PROFILES, host);
}

/** The list with what was taught about a host; it replaces what was taught there before. */
export function withTaught(own: readonly SiteProfile[], host: string, taught: Taught): SiteProfile[] {
  const id = taughtId(host);
  return [{ id, hosts: [host], ...taught, tested: true }, ...own.filter((profile) => profile.id !== id)];
}

/** Imported ones replace those of the same name. */
export function withImported(own: readonly SiteProfile[], imported: readonly SiteProfile[]): SiteProfile[] {
  const ids = new Set(imported.map(({ id }) => id));
  return [...imported, ...own.filter(({ id }) => !ids.has(id))];
}

export function exportProfiles(profiles: readonly SiteProfile[]): string {
  return `${JSON.stringify({ format: 'tactful-site-profiles', version: 1, profiles }, null, 2)}\n`;
}

/** Reads an exported file; `null` when it is none. A broken entry refuses the whole file: half of it would surprise. */
export function importProfiles(text: string): SiteProfile[] | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = siteProfilesSchema.safeParse(raw);
  return parsed.success ? parsed.data.profiles : null;
}

const taughtId = (host: string): string =>
  `taught-${host
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`.slice(0, 80);
