import { Badge, Button, EmptyState, List } from '@/components/ui';
import { common, inbox, locale, options } from '@/lib/i18n';
import { siteName } from '@/lib/sites';
import type { Dismissal } from '@/lib/store';
import { Section } from './section';

export interface DismissalsProps {
  /** Newest first. */
  dismissals: readonly Dismissal[];
  onUndo: (dismissal: Dismissal) => void;
}

const KIND_KEYS = {
  phrase: 'options.dismissedPhrase',
  rule: 'options.dismissedRule',
  site: 'options.dismissedSite',
} as const satisfies Record<Dismissal['kind'], string>;

/** What a dismissal is about, in the fewest words. */
export function dismissedWhat(it: Dismissal): string {
  if (it.kind === 'phrase') return it.text;
  return it.kind === 'rule' ? it.rule : siteName(it.site);
}

function when({ createdAt, madeOn }: Dismissal): string {
  const date = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(createdAt);
  return madeOn === null ? date : options('options.dismissedOn', { date, site: siteName(madeOn) });
}

export function DismissalsSection({ dismissals, onUndo }: DismissalsProps) {
  const title = options('options.dismissals');
  return (
    <Section id="dismissals" title={title} hint={options('options.dismissalsHint')}>
      {dismissals.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="check" title={options('options.dismissalsEmpty')}>
            {options('options.dismissalsEmptyHint')}
          </EmptyState>
        </div>
      ) : (
        <List label={title}>
          {dismissals.map((it) => (
            <li key={it.id} class="options-row">
              <div class="options-row-text">
                <span class="options-row-name" dir="auto">
                  {dismissedWhat(it)}
                </span>
                <span class="options-row-facts">
                  <Badge>{options(KIND_KEYS[it.kind])}</Badge>
                  {it.kind === 'phrase' && (
                    <span class="muted small">{options('options.dismissedRuleName', { rule: it.rule })}</span>
                  )}
                  <span class="muted small">{when(it)}</span>
                  {it.outcome && (
                    <Badge tone="good">{inbox(`became.${it.outcome.as}`, { item: it.outcome.item })}</Badge>
                  )}
                </span>
              </div>
              <Button
                small
                icon="undo"
                onClick={() => onUndo(it)}
                aria-label={`${common('undo')}: ${dismissedWhat(it)}`}
              >
                {common('undo')}
              </Button>
            </li>
          ))}
        </List>
      )}
    </Section>
  );
}
