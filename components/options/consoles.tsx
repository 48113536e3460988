import { Button, EmptyState, IconButton, List } from '@/components/ui';
import type { SiteProfile } from '@/lib/console';
import { locale, teach } from '@/lib/i18n';
import type { TeachableTab } from '@/lib/surfaces';
import { Carry } from './carry';
import { Section } from './section';

export interface ConsolesProps {
  /** Open tabs of switched-on sites. */
  tabs: readonly TeachableTab[];
  onTeach: (tab: TeachableTab) => void;
  profiles: readonly SiteProfile[];
  onRemove: (profile: SiteProfile) => void;
  onExport: () => void;
  onImport: (file: File) => void;
}

const PARTS = ['composer', 'log', 'customer', 'agent', 'send'] as const;

const together = (words: readonly string[]): string => new Intl.ListFormat(locale.value).format(words);

/** What was taught about single consoles: listed, taken back, handed on. */
export function ConsolesSection({ tabs, onTeach, profiles, onRemove, onExport, onImport }: ConsolesProps) {
  const title = teach('list.title');
  return (
    <Section id="consoles" title={title} hint={teach('list.hint')}>
      {profiles.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="chat" title={teach('list.empty')}>
            {teach('start.hint')}
          </EmptyState>
        </div>
      ) : (
        <List label={title}>
          {profiles.map((profile) => (
            <li key={profile.id} class="options-row">
              <div class="options-row-text">
                <span class="options-row-name">{together(profile.hosts)}</span>
                <span class="muted small">
                  {teach('list.parts', {
                    parts: together(
                      PARTS.filter((part) => profile[part] !== undefined).map((part) =>
                        teach(`part.${part}`),
                      ),
                    ),
                  })}
                </span>
              </div>
              <IconButton
                icon="close"
                label={teach('list.remove', { host: together(profile.hosts) })}
                onClick={() => onRemove(profile)}
              />
            </li>
          ))}
        </List>
      )}
      {tabs.length > 0 && (
        <ul class="options-teach" aria-label={teach('start.button')}>
          {tabs.map((tab) => (
            <li key={tab.id}>
              <Button small onClick={() => onTeach(tab)}>
                {teach('start.tab', { host: tab.host, title: tab.title })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Carry
        importLabel={teach('list.import')}
        exportLabel={teach('list.export')}
        empty={profiles.length === 0}
        onImport={onImport}
        onExport={onExport}
      />
    </Section>
  );
}
