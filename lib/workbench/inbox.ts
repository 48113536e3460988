import {
  type Book,
  type Example,
  exampleText,
  type OwnBook,
  type Section,
  takeMarks,
} from '@/lib/phrasebook';
import type { MoveId, Outcome, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { applyEdit, type Edit, type Item } from './edit';
import { entriesOf, entryOf, fieldAt, fieldEdit, freshId, type Path } from './entries';
import { asExample } from './propose';

/** A flag in a message that went off, and what was said of it; `start`, `end` lead to the words in `text`. */
interface FlagInMessage {
  rule: string;
  text: string;
  start: number;
  end: number;
  comment: string;
  scenario: ScenarioId | null;
}

/** Something that agents sent to their trainers by what they did, or that QA said of it. */
export type InboxItem = {
  id: string;
  at: number;
  /** Who it comes from; empty: not said. */
  by: string;
} & (
  | { from: 'dismissal'; rule: string; words: string }
  /** A flag that QA found wrong after the agent contested it. */
  | ({ from: 'contest' } & FlagInMessage)
  /** A flag that QA found wrong, or right and worth a word with the agent. */
  | ({ from: 'verdict'; wrong: boolean } & FlagInMessage)
  | { from: 'correction'; customer: readonly string[]; guessed: ScenarioId | null; scenario: ScenarioId }
  | { from: 'gap'; question: string; missing: string; suggested: string; scenario: ScenarioId | null }
  /** A good reply of an agent who offers hers, picked by QA. */
  | { from: 'reply'; text: string; scenario: ScenarioId | null; moves: readonly MoveId[]; pickedBy: string }
);

/** What can be made of it. */
export type Handling = Exclude<Outcome['as'], 'declined'>;

/** Longest message whose words a scenario could be known by. */
const LONGEST_CUE = 60;

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

const open = (...all: readonly (Handling | false)[]): Handling[] => all.filter((it) => it !== false);

/** Which handlings are open to an item in this book, the likeliest first: what it is about must stand in it. */
export function handlingsOf(own: OwnBook, base: Book | undefined, item: InboxItem): readonly Handling[] {
  const has = (section: Section, id: string | null): boolean =>
    id !== null && entryOf(own, base, section, id) !== undefined;
  switch (item.from) {
    case 'dismissal':
    case 'contest':
      return has('taboos', item.rule) ? ['exception', 'pass', 'rule'] : [];
    case 'verdict':
      if (!has('taboos', item.rule)) return [];
      return item.wrong ? ['exception', 'pass', 'rule'] : ['flag', 'script'];
    case 'correction': {
      const message = item.customer.at(-1)?.trim() ?? '';
      const known = has('scenarios', item.scenario) && message !== '';
      return open(
        known && 'cue',
        known && message.length <= LONGEST_CUE && 'words',
        message !== '' && has('scenarios', item.guessed) && 'spare',
        'script',
      );
    }
    case 'gap':
      return open('script', has('scenarios', item.scenario) && 'cue');
    case 'reply':
      return ['script'];
  }
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
  const made: Edit[] = [];
  /** Each edit is made on what the one before it left. */
  const then = (edits: (now: OwnBook) => readonly Edit[]): void => {
    made.push(...edits(made.reduce(applyEdit, own)));
  };
  const put = (section: Section, id: string, path: Path, text: string): void =>
    then((now) => added(now, base, section, id, path, text));
  const all = (section: Section, id: string): Handled => ({
    edit: { kind: 'all', edits: made },
    section,
    id,
  });
  const script = (
    text: string,
    scenario: ScenarioId | null,
    move: readonly MoveId[] = ['acknowledge'],
  ): Handled => {
    const named = item.from === 'reply' ? 'reply' : 'answer';
    const id = freshId(named, new Set(entriesOf(own, base, 'scripts').map((it) => it.id)));
    const fresh = { id, scenario: [scenario ?? 'other'], move: [...move], text, tone: 'warm' };
    then(() => [{ kind: 'put', section: 'scripts', item: fresh }]);
    return all('scripts', id);
  };
  switch (item.from) {
    case 'dismissal':
    case 'contest':
    case 'verdict': {
      const { rule } = item;
      const [words, message] =
        item.from === 'dismissal'
          ? [item.words, item.words]
          : [item.text.slice(item.start, item.end), item.text];
      const entry = entryOf(own, base, 'taboos', rule);
      const marked = asExample(message, item.from === 'dismissal' ? wholeOf(words) : item);
      if (as === 'flag') put('taboos', rule, ['examples', 'flag'], marked);
      else if (as === 'script' && item.from === 'verdict') {
        const [instead] = listAt(entry?.item, ['instead']);
        return script(typeof instead === 'string' ? instead : '', item.scenario);
      } else if (as !== 'rule') put('taboos', rule, ['examples', 'pass'], message.trim());
      if (as === 'exception' || as === 'rule') put('taboos', rule, ['unlessPartOf'], literally(words));
      if (as !== 'rule' || entry === undefined) return all('taboos', rule);
      const id = freshId(`${rule}-milder`, new Set(entriesOf(own, base, 'taboos').map((it) => it.id)));
      then(() => [
        { kind: 'put', section: 'taboos', item: milder(entry.item, id, literally(words), marked) },
      ]);
      return all('taboos', id);
    }
    case 'correction': {
      const message = item.customer.at(-1)?.trim() ?? '';
      if (as === 'script') return script('', item.scenario);
      const id = as === 'spare' ? (item.guessed ?? item.scenario) : item.scenario;
      if (as === 'words') put('scenarios', id, ['cues'], literally(message));
      put('scenarios', id, ['examples', as === 'spare' ? 'pass' : 'flag'], message);
      return all('scenarios', id);
    }
    case 'reply':
      return script(item.text, item.scenario, item.moves.length > 0 ? item.moves : undefined);
    case 'gap': {
      if (as === 'script' || item.scenario === null) return script(item.suggested, item.scenario);
      put('scenarios', item.scenario, ['examples', 'flag'], item.question.trim());
      return all('scenarios', item.scenario);
    }
  }
}

const wholeOf = (text: string): { start: number; end: number } => ({ start: 0, end: text.length });

/** A rule of its own for words that another flags too hard: as that one says it, but low. */
function milder(rule: Item, id: string, pattern: string, example: string): Item {
  const fine = listAt(rule, ['examples', 'pass'])
    .slice(0, 1)
    .map((it) => takeMarks(exampleText(it as Example)).text);
  return {
    id,
    category: rule.category,
    severity: 'low',
    flag: [pattern],
    why: rule.why,
    instead: rule.instead,
    examples: { flag: [example], pass: fine },
  };
}
