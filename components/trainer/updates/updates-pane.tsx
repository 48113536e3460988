import type { ComponentChild } from 'preact';
import { Button, EmptyState, List, type Toaster } from '@/components/ui';
import { field, updates as t, trainer } from '@/lib/i18n';
import {
  dropGone,
  type Edit,
  keepGone,
  partOf,
  takeUpdate,
  type Update,
  type UpdatedField,
} from '@/lib/workbench';
import type { Bench } from '../bench';
import { writtenCue } from '../items/cues';
import { fieldName, optionName } from '../items/names';
import { writeRoute } from '../route';

export interface UpdatesPaneProps {
  bench: Bench;
  toaster: Toaster;
}

const KINDS = ['gone', 'both', 'off', 'joined'] as const satisfies readonly Update['kind'][];

/** What an update of the book below changed under one's own words: each with how it was, how it is, and ours. */
export function UpdatesPane({ bench, toaster }: UpdatesPaneProps) {
  const all = bench.updates.value;
  if (!bench.base) return <EmptyState title={t('alone')} />;
  const settle = (updates: readonly Update[], edit?: Edit): void => {
    if (edit) bench.edit(edit);
    const back = bench.settleUpdates(updates);
    toaster.showUndo(t('done'), () => {
      if (edit) bench.undo();
      back();
    });
  };
  return (
    <div class="updates">
      <p class="muted">{t('lead')}</p>
      {all.length === 0 && (
        <EmptyState icon="check" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      {KINDS.map((kind) => {
        const group = all.filter((it) => it.kind === kind);
        if (group.length === 0) return null;
        return (
          <section key={kind} aria-label={t(kind)}>
            <h2>
              {t(kind)} <span class="muted tabular">{group.length}</span>
            </h2>
            <p class="muted small">{t(`${kind}Hint`)}</p>
            {kind === 'joined' && group.length > 1 && (
              <Button small onClick={() => settle(group)}>
                {t('allSeen')}
              </Button>
            )}
            <List label={t(kind)}>
              {group.map((update) => (
                <OneUpdate key={update.key} update={update} bench={bench} settle={settle} />
              ))}
            </List>
          </section>
        );
      })}
    </div>
  );
}

interface OneProps {
  update: Update;
  bench: Bench;
  settle: (updates: readonly Update[], edit?: Edit) => void;
}

function OneUpdate({ update, bench, settle }: OneProps) {
  const { kind, part, id, fields, namedBy } = update;
  const addressOf = (key: string): string => {
    const to = partOf(key);
    return writeRoute({ at: 'book', book: bench.id, pane: to.part, item: to.id });
  };
  const clashes = fields.filter((it) => it.clash);
  return (
    <li class="update">
      <p class="changes-head">
        <span class="muted">{trainer(`pane.${part}`)}</span>
        <a href={addressOf(update.key)}>
          <b>{id}</b>
        </a>
      </p>
      {kind === 'gone' ? (
        <Sides
          lang={bench.language}
          sides={[
            [t('before'), written(update.was)],
            [t('yours'), written(update.ours)],
          ]}
        />
      ) : (
        fields.map((it) => (
          <OneField
            key={it.field}
            change={it}
            lang={bench.language}
            {...(it.clash && clashes.length > 1
              ? { onTake: () => bench.edit(takeUpdate(update, [it])) }
              : {})}
          />
        ))
      )}
      {namedBy.length > 0 && (
        <p class="small">
          {t('namedBy')}{' '}
          {namedBy.map((key, index) => (
            <span key={key}>
              {index > 0 && ' · '}
              <a href={addressOf(key)}>{partOf(key).id}</a>
            </span>
          ))}
        </p>
      )}
      <div class="review-acts">
        {kind === 'gone' && (
          <>
            <Button small onClick={() => settle([update], keepGone(update))}>
              {t('keepGone')}
            </Button>
            {(update.ours !== undefined || namedBy.length === 0) && (
              <Button small look="plain" onClick={() => settle([update], dropGone(update))}>
                {t('dropGone')}
              </Button>
            )}
          </>
        )}
        {kind === 'both' && (
          <>
            <Button small onClick={() => settle([update])}>
              {t('keepMine')}
            </Button>
            <Button small onClick={() => settle([update], takeUpdate(update, clashes))}>
              {t('takeTheirs')}
            </Button>
            <a class="btn btn-plain btn-s" href={addressOf(update.key)}>
              {t('edit')}
            </a>
          </>
        )}
        {kind === 'off' && (
          <>
            <Button small onClick={() => settle([update])}>
              {t('stayOff')}
            </Button>
            <Button
              small
              look="plain"
              onClick={() => settle([update], { kind: 'switch', ids: [id], on: true })}
            >
              {t('switchOn')}
            </Button>
          </>
        )}
        {kind === 'joined' && (
          <Button small look="plain" onClick={() => settle([update])}>
            {t('seen')}
          </Button>
        )}
      </div>
    </li>
  );
}

interface OneFieldProps {
  change: UpdatedField;
  lang: string;
  /** Lets theirs stand in this field alone. */
  onTake?: () => void;
}

function OneField({ change, lang, onTake }: OneFieldProps) {
  const { field: key, before, after, ours, clash, added, removed } = change;
  return (
    <div class="update-field">
      <p class="update-name">
        {key === '' ? field('label.items') : fieldName(key)}
        {!clash && ours !== undefined && <span class="muted small"> · {t('addedBeside')}</span>}
      </p>
      <Sides
        lang={lang}
        sides={[
          [t('before'), added ? lines(removed ?? [], 'del') : written(before, key)],
          [t('now'), added ? lines(added, 'ins') : written(after, key)],
          [t('yours'), written(ours, key)],
        ]}
      />
      {onTake && (
        <Button small look="plain" onClick={onTake}>
          {t('takeField')}
        </Button>
      )}
    </div>
  );
}

/** How it stands on each side, beside each other. */
function Sides({ sides, lang }: { sides: readonly (readonly [string, ComponentChild])[]; lang: string }) {
  return (
    <dl class="update-sides">
      {sides.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={lang}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const lines = (values: readonly unknown[], as: 'ins' | 'del'): ComponentChild =>
  values.length === 0 ? (
    <span class="muted">{t('nothing')}</span>
  ) : (
    values.map((it) => {
      const text = writtenCue(it);
      return as === 'ins' ? <ins key={text}>{text}</ins> : <del key={text}>{text}</del>;
    })
  );

/** More than so many fields are folded away: an item that is gone is known by its first ones. */
const AT_ONCE = 4;

/** A value as somebody reads it: lists by line, items field by field. */
function written(value: unknown, key = ''): ComponentChild {
  if (value === undefined) return <span class="muted">{t('nothing')}</span>;
  if (Array.isArray(value)) {
    return value.map((it: unknown) => <p key={writtenCue(it)}>{named(key, it)}</p>);
  }
  if (typeof value !== 'object' || value === null) return named(key, value);
  const fields = Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === 'id'
      ? []
      : name === 'examples' && typeof inner === 'object' && inner !== null
        ? Object.entries(inner).map(([kind, all]) => [`examples.${kind}`, all] as const)
        : [[name, inner] as const],
  );
  const lines = fields.map(([name, inner]) => (
    <p key={name}>
      <span class="muted">{fieldName(name)}</span>{' '}
      {[inner]
        .flat()
        .map((it) => named(name, it))
        .join(' · ')}
    </p>
  ));
  if (lines.length <= AT_ONCE) return lines;
  return (
    <>
      {lines.slice(0, AT_ONCE)}
      <details>
        <summary>{t('more')}</summary>
        {lines.slice(AT_ONCE)}
      </details>
    </>
  );
}

const named = (key: string, value: unknown): string =>
  typeof value === 'string' ? optionName(key, value) : writtenCue(value);
