import { useState } from 'preact/hooks';
import { Badge, Banner, Button, Field, Input, type Toaster } from '@/components/ui';
import { common, field as f, item as t } from '@/lib/i18n';
import type { BookProblem, OwnBook } from '@/lib/phrasebook';
import { type Edit, type Entry, fieldEdit, freshId, withField } from '@/lib/workbench';
import type { Bench } from '../bench';
import { FieldRow } from './field-row';
import { type Field as FieldSpec, fieldsOf, type Part } from './fields';
import { placeOf, toldProblem } from './item-problems';
import { fieldName } from './names';

export interface ItemFormProps {
  bench: Bench;
  part: Part;
  entry: Entry;
  lists: Readonly<Record<string, readonly string[]>>;
  problems: readonly BookProblem[];
  toaster: Toaster;
  /** Every id of the part, and those that may still be given; for `ids`, `undefined` allows every one. */
  taken: ReadonlySet<string>;
  ids: readonly string[] | undefined;
  remedies: readonly string[];
  go: (item: string | null) => void;
}

/** The edit that writes one field of an item of any part. */
export function writeField(part: Part, entry: Entry, { path, key }: FieldSpec, value: unknown): Edit {
  if (part !== 'lists') return fieldEdit(part, entry, path, value);
  const items = key === 'items' && Array.isArray(value) ? (value as string[]) : [];
  const nothing = items.length === 0 && entry.inherited !== undefined;
  return { kind: 'list', name: entry.id, items: nothing ? null : items };
}

export const removeEdit = (part: Part, id: string): Edit =>
  part === 'lists' ? { kind: 'list', name: id, items: null } : { kind: 'remove', section: part, id };

/** A copy of an item as one's own. */
export function copyEdit(part: Part, entry: Entry, id: string): Edit {
  if (part === 'lists') return { kind: 'list', name: id, items: entry.item.items as string[] };
  return { kind: 'put', section: part, item: { ...entry.item, id } };
}

/** One item: what can be done with it as a whole, what is wrong with it, and its fields. */
export function ItemForm(props: ItemFormProps) {
  const { bench, part, entry, lists, problems, toaster, taken, remedies, go } = props;
  const { id, origin, off } = entry;
  const readOnly = bench.readOnly || off;
  const undo = (): void => bench.undo();
  const remove = (): void => {
    bench.edit(removeEdit(part, id));
    if (origin === 'own') go(null);
    toaster.showUndo(t('removed', { id }), undo);
  };
  const duplicate = (): void => {
    const fresh = freshId(id, taken);
    bench.edit(copyEdit(part, entry, fresh));
    go(fresh);
  };
  const fieldError = (key: string): string | undefined => {
    const found = problems.find((it) => it.level === 'error' && placeOf(it)?.field === key);
    if (!found) return undefined;
    const { text, fix } = toldProblem(found);
    return `${text} ${fix}`.trim();
  };
  const shownInFields = new Set(fieldsOf(part).map((it) => it.key));
  const others = problems.filter((it) => {
    const key = placeOf(it)?.field;
    return it.level === 'warning' || !key || !shownInFields.has(key) || key.startsWith('examples.');
  });
  return (
    <form class="item-form" onSubmit={(event) => event.preventDefault()}>
      <div class="item-head">
        <h2 class="item-id">{id}</h2>
        {origin === 'changed' && <Badge tone="brand">{t('badgeChanged')}</Badge>}
        {off && <Badge>{t('isOff')}</Badge>}
        {!bench.readOnly && (
          <span class="item-acts">
            {props.ids === undefined && (
              <Button small look="plain" onClick={duplicate}>
                {t('duplicate')}
              </Button>
            )}
            {origin === 'changed' && (
              <Button small look="plain" onClick={remove}>
                {t('takeBackAll')}
              </Button>
            )}
            {origin === 'own' && (
              <Button small look="plain" onClick={remove}>
                {common('remove')}
              </Button>
            )}
            {entry.inherited !== undefined && part !== 'lists' && (
              <Button
                small
                onClick={() =>
                  bench.edit({
                    kind: 'all',
                    edits: [
                      // An override of what is not there any more would be a rule without words.
                      ...(origin === 'changed' && !off ? [removeEdit(part, id)] : []),
                      { kind: 'switch', ids: [id], on: off },
                    ],
                  })
                }
              >
                {t(off ? 'switchOn' : 'switchOff')}
              </Button>
            )}
          </span>
        )}
      </div>
      {others.length > 0 && (
        <Banner tone={others.some((it) => it.level === 'error') ? 'danger' : 'warning'}>
          <ul>
            {others.map((it) => (
              <li key={`${it.path}${it.message}`}>
                {toldProblem(it).text} <span class="muted">{toldProblem(it).fix}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {fieldsOf(part).map((spec) => {
        if (spec.control === 'examples') return null;
        if (spec.control === 'id') {
          const fixed = readOnly || origin !== 'own' || props.ids !== undefined;
          return fixed ? null : (
            <IdField
              key="id"
              part={part}
              entry={entry}
              taken={taken}
              onRename={(next) => {
                bench.edit(renameEdit(bench.own.value, part, entry, next));
                go(next);
              }}
            />
          );
        }
        return (
          <FieldRow
            key={spec.key}
            field={spec}
            entry={entry}
            lists={lists}
            language={bench.language}
            options={spec.key === 'remedy' ? remedies : spec.options}
            readOnly={readOnly}
            error={fieldError(spec.key)}
            onValue={(value) => bench.edit(writeField(part, entry, spec, value), `${part}/${id}/${spec.key}`)}
          />
        );
      })}
    </form>
  );
}

/** The edit that gives an item of one's own another id. */
export function renameEdit(own: OwnBook, part: Part, entry: Entry, id: string): Edit {
  if (part !== 'lists') {
    return { kind: 'put', section: part, item: withField(entry.item, ['id'], id), replaces: entry.id };
  }
  return {
    kind: 'all',
    edits: [
      { kind: 'list', name: id, items: own.lists[entry.id] ?? [] },
      { kind: 'list', name: entry.id, items: null },
    ],
  };
}

interface IdFieldProps {
  part: Part;
  entry: Entry;
  taken: ReadonlySet<string>;
  onRename: (id: string) => void;
}

const ID_RULES = {
  lists: { shape: /^[\p{L}\p{N}_-]{1,40}$/u, bad: 'listNameBad' },
  variables: { shape: /^[a-z][a-zA-Z0-9]{0,39}$/, bad: 'blankNameBad' },
  other: { shape: /^(?=.{1,80}$)[a-z0-9]+(?:[-/.][a-z0-9]+)*$/, bad: 'idBad' },
} as const;

/** Renames when it is left or Enter is pressed: an id on the way would be an item of its own. */
function IdField({ part, entry, taken, onRename }: IdFieldProps) {
  const [typed, setTyped] = useState(entry.id);
  const rule = part === 'lists' || part === 'variables' ? ID_RULES[part] : ID_RULES.other;
  const changed = typed !== entry.id;
  const error = !changed
    ? undefined
    : !rule.shape.test(typed)
      ? f(rule.bad)
      : taken.has(typed)
        ? f('idTaken')
        : undefined;
  const rename = (): void => {
    if (changed && error === undefined) onRename(typed);
  };
  return (
    <div class="item-field" data-field="id">
      <Field label={fieldName('id')} error={error}>
        {(control) => (
          <Input
            {...control}
            value={typed}
            spellcheck={false}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={rename}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) rename();
            }}
          />
        )}
      </Field>
    </div>
  );
}
