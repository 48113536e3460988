import { Badge } from '@/components/ui';
import { field, version as t, trainer } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Change, FieldChange } from '@/lib/workbench';
import { writtenCue } from '../items/cues';
import { fieldName } from '../items/names';

const TONES = { added: 'good', removed: 'high', changed: 'brand' } as const;

/** A long list of changes shows the first ones: nobody reads thousands. */
const SHOWN = 100;

/** What changed between two versions: by item, field and text, as somebody reads it. */
export function Changes({ changes, language }: { changes: readonly Change[]; language: Language }) {
  return (
    <ul class="changes">
      {changes.slice(0, SHOWN).map((change) => (
        <li key={`${change.section}/${change.id}`}>
          <p class="changes-head">
            <Badge tone={TONES[change.kind]}>{t(change.kind)}</Badge>
            <span class="muted">
              {change.section === 'book' ? t('book') : trainer(`pane.${change.section}`)}
            </span>
            {change.section !== 'book' && <b>{change.id}</b>}
          </p>
          <dl lang={language}>
            {change.fields
              .filter((it) => it.field !== 'id')
              .map((it) => (
                <Fields key={it.field} change={it} />
              ))}
          </dl>
        </li>
      ))}
      {changes.length > SHOWN && (
        <li class="muted small">{t('moreChanges', { count: changes.length - SHOWN })}</li>
      )}
    </ul>
  );
}

function Fields({ change }: { change: FieldChange }) {
  const { field: key, before, after, added, removed } = change;
  const gone = added ? (removed ?? []) : before === undefined ? [] : [before];
  const come = added ?? (after === undefined ? [] : [after]);
  return (
    <div class="changes-field">
      <dt>{key === '' ? field('label.items') : fieldName(key)}</dt>
      <dd>
        {gone.map((it) => (
          <del key={writtenCue(it)}>{writtenCue(it)}</del>
        ))}
        {come.map((it) => (
          <ins key={writtenCue(it)}>{writtenCue(it)}</ins>
        ))}
      </dd>
    </div>
  );
}
