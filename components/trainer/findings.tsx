import { proof as t } from '@/lib/i18n';
import { type BookProblem, SECTIONS } from '@/lib/phrasebook';
import type { Remark } from '@/lib/workbench';
import { placeOf, toldProblem } from './items/item-problems';
import { fieldName } from './items/names';
import { type PaneId, writeRoute } from './route';

/** Something to mend or to look at, and where it stands. */
export interface Finding {
  kind: BookProblem['kind'] | Remark['kind'];
  error: boolean;
  pane: PaneId | null;
  id: string | null;
  field: string | null;
  text: string;
  fix: string;
}

const paneOf = (part: string | undefined): PaneId | null =>
  part === 'lists' ? 'lists' : (SECTIONS.find((it) => it === part) ?? null);

/** Something the book is refused for, or warned of, as a line with a way to its place. */
export const ofProblem = (problem: BookProblem): Finding => {
  const place = placeOf(problem);
  return {
    kind: problem.kind,
    error: problem.level === 'error',
    pane: paneOf(place?.part),
    id: problem.rule?.replace(/^@/, '') ?? null,
    field: place?.field ?? null,
    ...toldProblem(problem),
  };
};

/** What is wrong where, and what to do about it. */
export function FindingLine({ finding, book }: { finding: Finding; book: string }) {
  const { pane, id, field, text, fix, error } = finding;
  const where = [id, field === null ? null : fieldName(field)].filter((it) => it !== null).join(' · ');
  return (
    <li class={error ? 'lint-line is-error' : 'lint-line'}>
      {pane ? (
        <a href={writeRoute({ at: 'book', book, pane, item: id })}>{where || t('open')}</a>
      ) : (
        <b>{where}</b>
      )}
      <p>
        {text} <span class="muted">{fix}</span>
      </p>
    </li>
  );
}
