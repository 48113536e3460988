import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { EmptyState, type Toaster } from '@/components/ui';
import { item as t, trainer } from '@/lib/i18n';
import { MOVES, SCENARIOS } from '@/lib/phrasebook/vocabulary';
import {
  type Edit,
  type Entry,
  entriesOf,
  freshId,
  type Item,
  listEntries,
  scenarioGuesser,
} from '@/lib/workbench';
import type { Bench } from '../bench';
import { writeRoute } from '../route';
import { Examples } from './examples';
import { fieldsOf, type Part } from './fields';
import { ItemForm, writeField } from './item-form';
import { ItemList } from './item-list';
import { problemsOf, wrongIn } from './item-problems';

export interface ItemPaneProps {
  bench: Bench;
  part: Part;
  /** The item that is open. */
  item: string | null;
  toaster: Toaster;
  go: (item: string | null) => void;
  /** What stands beside the form besides the examples. */
  beside?: (entry: Entry, entries: readonly Entry[]) => ComponentChild;
  /** Other ways to a new item. */
  otherNew?: ComponentChild;
}

/** Ids that a part may hold, where they are given; `undefined` leaves it open. */
const idsOf = (part: Part): readonly string[] | undefined =>
  part === 'scenarios' ? SCENARIOS : part === 'moves' ? MOVES : undefined;

const FIRST: Readonly<Record<Part, Item>> = {
  lists: { id: 'new', items: [] },
  taboos: {
    id: 'new-rule',
    category: 'blame',
    severity: 'medium',
    flag: [],
    why: '',
    instead: [],
    examples: { flag: [], pass: [] },
  },
  absences: {
    id: 'new-rule',
    category: 'brush-off',
    lacks: [],
    why: '',
    instead: [],
    examples: { flag: [], pass: [] },
  },
  softenings: {
    id: 'new-rule',
    title: '',
    categories: ['rule-wall'],
    within: 'draft',
    moves: ['remedy'],
    examples: { flag: [], pass: [] },
  },
  scenarios: { id: 'other', title: '', cues: [], steps: [], ask: [] },
  moves: { id: 'apology', title: '', flag: [], examples: { flag: [], pass: [] } },
  commitments: { id: 'new-promise', flag: [], kind: 'dated', examples: { flag: [], pass: [] } },
  scripts: { id: 'new-script', scenario: ['other'], move: ['acknowledge'], text: '', tone: 'warm' },
  remedies: { id: 'new-remedy', kind: 'coupon', title: '', authority: 'agent' },
  variables: { id: 'newBlank', label: '', type: 'text', example: '' },
};

/** A new item to be filled in; `null` where every id is there already. */
export function newItem(part: Part, taken: ReadonlySet<string>): Item | null {
  const ids = idsOf(part);
  if (ids) {
    const id = ids.find((it) => !taken.has(it));
    return id === undefined ? null : { ...FIRST[part], id };
  }
  const { id } = FIRST[part];
  if (part !== 'variables') return { ...FIRST[part], id: freshId(id, taken) };
  // Names of blanks have no dashes.
  return {
    ...FIRST[part],
    id: freshId(id, new Set([...taken].map((it) => it.replace(/(\d+)$/, '-$1')))).replace('-', ''),
  };
}

/** A part of the book: its items, the form of the open one, and what it comes to. */
export function ItemPane({ bench, part, item, toaster, go, beside, otherNew }: ItemPaneProps) {
  const own = bench.own.value;
  const proof = bench.proof.value;
  const base = bench.base?.book;
  const lists = bench.lists.value;
  const entries = useMemo(
    () => (part === 'lists' ? listEntries(own, base) : entriesOf(own, base, part)),
    [part, own, base],
  );
  const remedies = useMemo(() => entriesOf(own, base, 'remedies').map((it) => it.id), [own, base]);
  const taken = useMemo(() => new Set(entries.map((it) => it.id)), [entries]);
  const wrong = useMemo(() => wrongIn(proof, part), [proof, part]);
  const cues = proof?.book ?? base;
  const guess = useMemo(() => (cues ? scenarioGuesser(cues) : undefined), [cues]);
  const entry = useMemo(() => entries.find((it) => it.id === item), [entries, item]);
  const fresh = newItem(part, taken);
  const add = (): void => {
    if (!fresh) return;
    const edit: Edit =
      part === 'lists'
        ? { kind: 'list', name: fresh.id, items: [] }
        : { kind: 'put', section: part, item: fresh };
    bench.edit(edit);
    go(fresh.id);
  };
  const hasExamples = fieldsOf(part).some((it) => it.control === 'examples');
  return (
    <div class="items">
      <ItemList
        part={part}
        label={trainer(`pane.${part}`)}
        language={bench.language}
        entries={entries}
        wrong={wrong}
        open={item}
        addressOf={(id) => writeRoute({ at: 'book', book: bench.id, pane: part, item: id })}
        {...(bench.readOnly || !fresh ? {} : { onNew: add, otherNew })}
      />
      {entry ? (
        <>
          <div
            class="items-form"
            key={`${entry.id}${entry.off}`}
            // Fields that cannot be changed take no focus: the keyboard scrolls what holds them.
            {...(bench.readOnly ? { tabIndex: 0, role: 'region', 'aria-label': entry.id } : {})}
          >
            <ItemForm
              bench={bench}
              part={part}
              entry={entry}
              lists={lists}
              problems={problemsOf(proof, part, entry.id)}
              toaster={toaster}
              taken={taken}
              ids={idsOf(part)}
              remedies={remedies}
              go={go}
            />
          </div>
          <aside class="items-aside">
            {hasExamples && (
              <Examples
                key={entry.id}
                entry={entry}
                lists={lists}
                language={bench.language}
                readOnly={bench.readOnly || entry.off}
                {...(guess ? { guess } : {})}
                alone={part !== 'absences' && part !== 'softenings' && part !== 'scenarios'}
                onExamples={(kind, examples) => {
                  const spec = fieldsOf(part).find((it) => it.key === `examples.${kind}`);
                  if (spec) bench.edit(writeField(part, entry, spec, examples));
                }}
              />
            )}
            {beside?.(entry, entries)}
          </aside>
        </>
      ) : (
        <div class="items-none">
          <EmptyState title={t('pick')} />
        </div>
      )}
    </div>
  );
}
