import type { Book, Example, OwnBook, Section } from '@/lib/phrasebook';
import type { MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { applyEdit, type Edit, type Item } from './edit';
import { entriesOf, entryOf, fieldAt, fieldEdit, freshId, type Path } from './entries';

/** Something that agents sent to their trainers by what they did. */
export type InboxItem = {
  id: string;
  at: number;
  /** How the agent is called; empty: not said. */
  by: string;
} & (
  | { from: 'dismissal'; rule: string; words: string }
  /** A flag that QA found wrong after the agent contested it; `start`, `end` lead to the words in `text`. */
  | { from: 'contest'; rule: string; text: string; start: number; end: number; comment: string }
  | { from: 'correction'; customer: readonly string[]; guessed: ScenarioId | null; scenario: ScenarioId }
  | { from: 'gap'; question: string; missing: string; suggested: string; scenario: ScenarioId | null }
  /** A good reply of an agent who offers hers, picked by QA. */
  | { from: 'reply'; text: string; scenario: ScenarioId | null; moves: readonly MoveId[]; pickedBy: string }
);

/** What can be made of it: an example that must pass, an exception with that example, a scenario's example, a script. */
export type Handling = 'pass' | 'exception' | 'cue' | 'script';

const HANDLINGS: Readonly<Record<InboxItem['from'], readonly Handling[]>> = {
  dismissal: ['exception', 'pass'],
  contest: ['exception', 'pass'],
  correction: ['cue'],
  gap: ['script'],
  reply: ['script'],
};

/** Words as a pattern that means just them. */
const literally = (words: string): string => words.trim().replace(/[\\()[\]{}|@~*&^$…]/g, '\\$&');

const listAt = (item: Item | undefined, path: Path): readonly unknown[] => {
  const value = fieldAt(item, path);
  return Array.isArray(value) ? value : [];
};

/** The edit that puts a text beside those of a field, once. */
const added = (
  own: OwnBook,
  base: Book | undefined,
  section: Section,
  id: string,
  path: Path,
  text: string,
): Edit[] => {
  const entry = entryOf(own, base, section, id);
  if (entry === undefined) return [];
  const there = listAt(entry.item, path).some(
    (it) =>
      it === text ||
      (typeof it === 'object' && it !== null && (it as Exclude<Example, string>).text === text),
  );
  return there ? [] : [fieldEdit(section, entry, path, [...listAt(entry.own, path), text])];
};

/** Which handlings are open to an item in this book: the rule it is about must stand in it. */
export function handlingsOf(own: OwnBook, base: Book | undefined, item: InboxItem): readonly Handling[] {
  if ('rule' in item && entryOf(own, base, 'taboos', item.rule) === undefined) return [];
  if (item.from === 'correction' && entryOf(own, base, 'scenarios', item.scenario) === undefined) return [];
  return HANDLINGS[item.from];
}

/** What a trainer does with an item: the edit, and what it leads to. */
export interface Handled {
  edit: Edit;
  section: Section;
  id: string;
}

/** One click: the item becomes something in the book, to be looked at and finished there. */
export function handle(own: OwnBook, base: Book | undefined, item: InboxItem, as: Handling): Handled | null {
  if (!handlingsOf(own, base, item).includes(as)) return null;
  switch (item.from) {
    case 'dismissal':
    case 'contest': {
      const { rule } = item;
      const [words, message] =
        item.from === 'dismissal'
          ? [item.words, item.words]
          : [item.text.slice(item.start, item.end), item.text];
      const example = added(own, base, 'taboos', rule, ['examples', 'pass'], message.trim());
      // Two edits of one rule: the second is made on what the first left.
      const applied = example.length > 0 ? applyEdit(own, example[0]!) : own;
      const exception =
        as === 'exception' ? added(applied, base, 'taboos', rule, ['unlessPartOf'], literally(words)) : [];
      return { edit: { kind: 'all', edits: [...example, ...exception] }, section: 'taboos', id: rule };
    }
    case 'correction': {
      const message = item.customer.at(-1) ?? '';
      const edits = added(own, base, 'scenarios', item.scenario, ['examples', 'flag'], message);
      return { edit: { kind: 'all', edits }, section: 'scenarios', id: item.scenario };
    }
    case 'gap':
    case 'reply': {
      const taken = new Set(entriesOf(own, base, 'scripts').map((it) => it.id));
      const id = freshId(item.from === 'gap' ? 'answer' : 'reply', taken);
      const script: Item = {
        id,
        scenario: [item.scenario ?? 'other'],
        // A script is looked for by the moves that are missing: a reply stands under all it makes.
        move: item.from === 'gap' || item.moves.length === 0 ? ['acknowledge'] : [...item.moves],
        text: item.from === 'gap' ? item.suggested : item.text,
        tone: 'warm',
      };
      return { edit: { kind: 'put', section: 'scripts', item: script }, section: 'scripts', id };
    }
  }
}
