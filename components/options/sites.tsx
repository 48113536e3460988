import { Badge, Button, EmptyState, IconButton, List } from '@/components/ui';
import { locale, options } from '@/lib/i18n';
import { type Site, type SiteState, siteName } from '@/lib/sites';
import { Section } from './section';

export interface ListedSite {
  site: Site;
  state: SiteState;
  /** When the choice was made, epoch ms; `null` for a site that came with the installation. */
  since: number | null;
}

export interface SitesProps {
  sites: readonly ListedSite[];
  onTurnOn: (site: Site) => void;
  onTurnOff: (site: Site) => void;
  onResume: (site: Site) => void;
  onRemove: (site: Site) => void;
}

const day = (at: number): string => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(at);
const clock = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { timeStyle: 'short' }).format(at);

function State({ state }: { state: SiteState }) {
  if (state.kind === 'on') return <Badge tone="good">{options('options.siteOn')}</Badge>;
  if (state.kind === 'off') return <Badge>{options('options.siteOff')}</Badge>;
  return <Badge tone="medium">{options('options.sitePaused', { time: clock(state.until) })}</Badge>;
}

export function SitesSection({ sites, onTurnOn, onTurnOff, onResume, onRemove }: SitesProps) {
  const title = options('options.sites');
  return (
    <Section id="sites" title={title}>
      {sites.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="chat" title={options('options.sitesEmpty')}>
            {options('options.sitesEmptyHint')}
          </EmptyState>
        </div>
      ) : (
        <List label={title}>
          {sites.map(({ site, state, since }) => (
            <li key={site} class="options-row">
              <div class="options-row-text">
                <span class="options-row-name">{siteName(site)}</span>
                <span class="options-row-facts">
                  <State state={state} />
                  {since !== null && (
                    <span class="muted small">{options('options.siteSince', { date: day(since) })}</span>
                  )}
                </span>
              </div>
              {state.kind === 'off' && (
                <Button small onClick={() => onTurnOn(site)}>
                  {options('options.siteTurnOn')}
                </Button>
              )}
              {state.kind === 'paused' && (
                <Button small onClick={() => onResume(site)}>
                  {options('popup.resume')}
                </Button>
              )}
              {state.kind !== 'off' && (
                <Button small onClick={() => onTurnOff(site)}>
                  {options('options.siteTurnOff')}
                </Button>
              )}
              <IconButton
                icon="close"
                label={options('options.siteRemove', { site: siteName(site) })}
                onClick={() => onRemove(site)}
              />
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}
