import { Badge, Banner, Button, EmptyState, List } from '@/components/ui';
import { languageName, exchange as t } from '@/lib/i18n';
import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import type { Change, ImportPlan, RefusedRow } from '@/lib/workbench';
import { toldProblem } from '../items/item-problems';
import { Changes } from '../versions/changes';
import type { Into } from './import-part';

export interface DryRunProps {
  plan: ImportPlan;
  language: Language;
  into: Into;
  onTake: () => void;
  onCancel: () => void;
}

/** As many as somebody reads; the rest is counted. */
const SHOWN = 50;

/** What an import would do, before it is done. */
export function DryRun({ plan, language, into, onTake, onCancel }: DryRunProps) {
  const { added, changed, same, refused, otherLanguage } = plan;
  const count = added.length + changed.length;
  const foreign = LANGUAGES.find((it) => it === otherLanguage);
  return (
    <div class="dry-run">
      <p class="lint-sums" role="status">
        <Badge tone="good">{t('added', { count: added.length })}</Badge>
        <Badge tone="brand">{t('changed', { count: changed.length })}</Badge>
        <Badge>{t('same', { count: same })}</Badge>
        <Badge tone={refused.length > 0 ? 'high' : undefined}>
          {t('refused', { count: refused.length })}
        </Badge>
      </p>
      {foreign && <Banner tone="warning">{t('otherLanguage', { language: languageName(foreign) })}</Banner>}
      <div class="review-acts">
        <Button look="primary" disabled={count === 0} onClick={onTake}>
          {into === 'new' ? t('takeNew', { count }) : t('take', { count })}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
      {count + same + refused.length === 0 && <EmptyState title={t('nothing')} />}
      {refused.length > 0 && (
        <section aria-label={t('refusedTitle')}>
          <h3>{t('refusedTitle')}</h3>
          <List label={t('refusedTitle')}>
            {refused.map((row) => (
              <Refused key={`${row.place.file}${row.place.line}${row.id}`} row={row} />
            ))}
          </List>
        </section>
      )}
      <Group title={t('changedTitle')} changes={changed} language={language} open />
      <Group title={t('addedTitle')} changes={added} language={language} open={changed.length === 0} />
    </div>
  );
}

function Refused({ row: { place, id, reasons } }: { row: RefusedRow }) {
  // Nothing of it could be read: which file it was says more than a row.
  const isWhole = id === null && place.line === 1 && place.path === undefined;
  const cell = place.path && /^[A-Z]+\d+$/.test(place.path) ? place.path : null;
  return (
    <li class="lint-line is-error">
      <b>
        {isWhole ? place.file : t('row', { row: place.line })}
        {cell !== null && <span class="muted"> {cell}</span>}
        {id !== null && <span class="muted"> · {id}</span>}
      </b>
      {reasons.map((it) => (
        <p key={it.message}>
          {toldProblem(it).text} <span class="muted">{toldProblem(it).fix}</span>
        </p>
      ))}
    </li>
  );
}

interface GroupProps {
  title: string;
  changes: readonly Change[];
  language: Language;
  open: boolean;
}

function Group({ title, changes, language, open }: GroupProps) {
  if (changes.length === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title} <span class="muted tabular">{changes.length}</span>
      </summary>
      <Changes changes={changes.slice(0, SHOWN)} language={language} />
      {changes.length > SHOWN && <p class="muted small">{t('more', { count: changes.length - SHOWN })}</p>}
    </details>
  );
}
