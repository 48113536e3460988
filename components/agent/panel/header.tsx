import { Badge, IconButton } from '@/components/ui';
import { common, panel } from '@/lib/i18n';

/** What holds for the page beside the panel. */
export type PanelSite =
  /** The browser does not tell us the page's address: never switched on there. */
  | { kind: 'unseen' }
  /** A page on which no extension may run. */
  | { kind: 'unsupported' }
  | { kind: 'off'; name: string }
  | { kind: 'on'; name: string }
  | { kind: 'paused'; name: string };

export interface HeaderProps {
  site: PanelSite;
  onOptions?: () => void;
}

const WORDS = { off: 'site.off', on: 'site.on', paused: 'site.paused' } as const;

export function PanelHeader({ site, onOptions }: HeaderProps) {
  return (
    <header class="panel-head">
      <h1>{common('productName')}</h1>
      {'name' in site && (
        <span class="panel-site">
          <span class="panel-site-name">{site.name}</span>
          <Badge
            {...(site.kind === 'on' ? { tone: 'good' } : site.kind === 'paused' ? { tone: 'medium' } : {})}
          >
            {panel(WORDS[site.kind])}
          </Badge>
        </span>
      )}
      {onOptions && <IconButton icon="settings" label={panel('panel.options')} onClick={onOptions} />}
    </header>
  );
}
