import { type Site, type SiteChoices, siteName, siteStateAt } from '@/lib/sites';
import type { ListedSite } from './sites';

/** Every site that was ever chosen or came with the installation, on first, then by name. */
export function listedSites(choices: SiteChoices, declaredOnes: readonly Site[], now: number): ListedSite[] {
  const known = [...new Set([...Object.keys(choices), ...declaredOnes])];
  return known
    .map((site) => ({
      site,
      state: siteStateAt(choices, site, now, declaredOnes),
      since: choices[site]?.since ?? null,
    }))
    .sort(
      (a, b) =>
        Number(a.state.kind === 'off') - Number(b.state.kind === 'off') ||
        siteName(a.site).localeCompare(siteName(b.site)),
    );
}
