import { Badge, List } from '@/components/ui';
import { locale, scenarioName, inbox as t } from '@/lib/i18n';
import type { Incoming } from '@/lib/store';
import type { InboxItem } from '@/lib/workbench';

export interface ReportedProps {
  /** What this browser's agent sent to the trainers, newest first. */
  reported: readonly Incoming[];
}

/** Lines shown; the export has everything. */
const SHOWN = 20;

/** What the agent sent to the trainers by what she did, and what became of it. */
export function Reported({ reported }: ReportedProps) {
  if (reported.length === 0) return null;
  const title = t('reported');
  return (
    <>
      <h3 class="options-subtitle">{title}</h3>
      <List label={title}>
        {reported.slice(0, SHOWN).map(({ item, settled }) => (
          <li key={item.id} class="options-row">
            <div class="options-row-text">
              <span class="options-row-name" dir="auto">
                {wordsOf(item)}
              </span>
              <span class="options-row-facts">
                <Badge>{t(`from.${item.from === 'verdict' && !item.wrong ? 'coached' : item.from}`)}</Badge>
                <span class="muted small">{date(item.at)}</span>
                {settled === null ? (
                  <span class="muted small">{t('waits')}</span>
                ) : (
                  <>
                    <Badge tone={settled.as === 'declined' ? undefined : 'good'}>
                      {t(`became.${settled.as}`, { item: settled.item })}
                    </Badge>
                    <span class="muted small">
                      {[settled.by, date(settled.at)].filter((it) => it !== '').join(' · ')}
                    </span>
                  </>
                )}
              </span>
            </div>
          </li>
        ))}
      </List>
      {reported.length > SHOWN && <p class="muted small">{t('more', { count: reported.length - SHOWN })}</p>}
    </>
  );
}

const date = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(at);

function wordsOf(item: InboxItem): string {
  switch (item.from) {
    case 'dismissal':
      return item.words;
    case 'contest':
    case 'verdict':
    case 'reply':
      return item.text;
    case 'correction':
      return [item.customer.at(-1) ?? '', scenarioName(item.scenario)].filter((it) => it !== '').join(' → ');
    case 'gap':
      return item.question;
  }
}
