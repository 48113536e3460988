import {
  absencesIn,
  type CompiledBook,
  compileBook,
  type Language,
  likelyScenarios,
  movesIn,
  movesMade,
  type RuntimeBook,
} from '@/lib/phrasebook/runtime';
import type { MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { guessScenarios, type ScenarioGuess } from '@/lib/reply';
import { type Folded, fold } from '@/lib/text';
import { changedLists, listsNamed } from './changed-lists';
import type { Said } from './talk';
import type { Span } from './try-examples';

/** What a comparison of conversations needs of a book. */
export type TalkVersion = Pick<
  RuntimeBook,
  'id' | 'version' | 'language' | 'lists' | 'absences' | 'scenarios' | 'moves' | 'words' | 'moveWords'
>;

/** Something that hangs on the conversation and is otherwise than before. */
export interface TalkChange {
  part: 'absences' | 'moves' | 'scenarios';
  id: string;
  kind: 'gained' | 'lost';
  spans: readonly Span[];
  /** For a guess: what it was, or is, instead. */
  other: ScenarioId | null;
}

/** A section of a book, by id, as written; with the lists it names, where these changed. */
type Written = Readonly<Record<string, string>>;

const writtenIn = (
  book: TalkVersion | null,
  section: 'absences' | 'scenarios' | 'moves',
  otherLists: ReadonlySet<string>,
): Written =>
  Object.fromEntries(
    (book?.[section] ?? []).map((it) => {
      const text = JSON.stringify(it);
      const otherwise = listsNamed([text]).some((name) => otherLists.has(name));
      return [it.id, otherwise ? `${text} ${book?.version} ${JSON.stringify(book?.lists)}` : text];
    }),
  );

const differing = (a: Written, b: Written): ReadonlySet<string> =>
  new Set([...Object.keys(a), ...Object.keys(b)].filter((id) => a[id] !== b[id]));

interface Differences {
  absences: ReadonlySet<string>;
  scenarios: ReadonlySet<string>;
  moves: ReadonlySet<string>;
}

function differences(before: TalkVersion | null, after: TalkVersion | null): Differences {
  const otherLists = before && after ? changedLists(before.lists, after.lists) : new Set<string>();
  const of = (section: 'absences' | 'scenarios' | 'moves'): ReadonlySet<string> =>
    differing(writtenIn(before, section, otherLists), writtenIn(after, section, otherLists));
  return { absences: of('absences'), scenarios: of('scenarios'), moves: of('moves') };
}

const bare = (book: TalkVersion): RuntimeBook => ({
  ...book,
  absences: [],
  scenarios: [],
  moves: [],
  taboos: [],
  softenings: [],
  commitments: [],
});

/** One version: what of it must be looked for, compiled once each. */
interface Side {
  /** Moves and cues, with what was learned. */
  whole: CompiledBook;
  /** The moves alone that are written otherwise. */
  moves: CompiledBook;
  /** The absence rules that are written otherwise, and all of them. */
  absences: CompiledBook;
  everyAbsence: CompiledBook;
}

const sideOf = (book: TalkVersion | null, changed: Differences): Side | null => {
  if (book === null) return null;
  const { moves, scenarios, absences } = book;
  return {
    whole: compileBook({ ...bare(book), moves, scenarios }),
    moves: compileBook({ ...bare(book), moves: moves.filter((it) => changed.moves.has(it.id)) }),
    absences: compileBook({ ...bare(book), absences: absences.filter((it) => changed.absences.has(it.id)) }),
    everyAbsence: compileBook({ ...bare(book), absences }),
  };
};

/** Two answers, the second worked out only where it can be another. */
interface Both<T> {
  before: T;
  after: T;
}

type Guesses = readonly ScenarioGuess[];
const NO_GUESS: Guesses = [];

/** What one version says of one message, each part when it is first asked for. */
class Reading {
  constructor(
    private readonly side: Side | null,
    private readonly folded: Folded,
    private readonly said: Said,
    private readonly guesses: () => Guesses,
    private readonly moves: () => ReadonlySet<MoveId>,
  ) {}

  get made(): ReadonlySet<MoveId> {
    return this.moves();
  }

  absences(every: boolean): ReadonlySet<string> {
    const { side, folded, said, guesses } = this;
    if (side === null) return new Set();
    const { message, agent, scenario } = said;
    const around = {
      get scenarios() {
        return scenario === null ? likelyScenarios(guesses()) : [scenario];
      },
      agent,
    };
    const made = { has: (move: MoveId) => this.made.has(move) };
    const book = every ? side.everyAbsence : side.absences;
    // Repeated moves are counted by the moves of the whole.
    const reader = { ...book, moves: side.whole.moves, moveOf: side.whole.moveOf };
    return new Set(absencesIn(reader, message.text, folded, made, around).map((it) => it.id));
  }

  /** The changed moves that its patterns find. */
  patterned(): string {
    const { side, folded } = this;
    return side === null ? '' : [...movesIn(side.moves, folded).keys()].sort().join(' ');
  }

  spansOf(move: MoveId): readonly Span[] {
    const hits = this.side ? (movesIn(this.side.whole, this.folded).get(move) ?? []) : [];
    return hits.map(({ start, end }) => ({ start, end }));
  }
}

/** Compares what hangs on the conversation, message by message. `null`: nothing of that is written otherwise. */
export function prepareTalks(
  before: TalkVersion | null,
  after: TalkVersion | null,
  reads: (text: string) => boolean,
): ((said: Said) => TalkChange[]) | null {
  const changed = differences(before, after);
  if (changed.absences.size + changed.moves.size + changed.scenarios.size === 0) return null;
  const sides: Both<Side | null> = { before: sideOf(before, changed), after: sideOf(after, changed) };
  const language: Language = (after ?? before)?.language ?? 'zh-Hans';
  const books = {
    before: sides.before ? [sides.before.whole] : [],
    after: sides.after ? [sides.after.whole] : [],
  };
  const sameGuesses = changed.scenarios.size === 0;
  const sameMoves = changed.moves.size === 0;
  const known = new WeakMap<readonly string[], Partial<Both<Guesses>>>();
  const guess = (customer: readonly string[], version: keyof Both<Guesses>): Guesses => {
    if (customer.length === 0) return NO_GUESS;
    const side = sameGuesses ? (sides.after ? 'after' : 'before') : version;
    const found = known.get(customer) ?? {};
    known.set(customer, found);
    found[side] ??= guessScenarios(books[side], customer, { language });
    return found[side];
  };
  const first = (guesses: Guesses): ScenarioId | null => guesses[0]?.id ?? null;

  /** The moves of a message: reading them is most of the work, so they are read once where both versions tell the same. */
  const madeIn = (folded: Folded): Both<() => ReadonlySet<MoveId>> => {
    const of = (side: Side | null): (() => ReadonlySet<MoveId>) => {
      let made: ReadonlySet<MoveId> | undefined;
      return () => {
        made ??= new Set(side ? movesMade(side.whole, folded).keys() : []);
        return made;
      };
    };
    const before = of(sides.before ?? (sameMoves ? sides.after : null));
    return { before, after: sameMoves ? before : of(sides.after) };
  };

  const ofCustomer = ({ customer }: Said): TalkChange[] => {
    if (sameGuesses) return [];
    const was = first(guess(customer, 'before'));
    const is = first(guess(customer, 'after'));
    if (was === is) return [];
    return [
      ...(is === null ? [] : [{ part: 'scenarios', id: is, kind: 'gained', spans: [], other: was } as const]),
      ...(was === null ? [] : [{ part: 'scenarios', id: was, kind: 'lost', spans: [], other: is } as const]),
    ];
  };

  const ofAgent = (said: Said): TalkChange[] => {
    const folded = fold(said.message.text);
    const { customer } = said;
    const moves = madeIn(folded);
    const was = new Reading(sides.before, folded, said, () => guess(customer, 'before'), moves.before);
    const is = new Reading(sides.after, folded, said, () => guess(customer, 'after'), moves.after);
    const changes: TalkChange[] = [];
    // What was learned weighs patterns: only where they find something else can a move be told otherwise.
    const otherMoves = changed.moves.size > 0 && was.patterned() !== is.patterned();
    if (otherMoves) {
      for (const id of is.made)
        if (!was.made.has(id))
          changes.push({ part: 'moves', id, kind: 'gained', spans: is.spansOf(id), other: null });
      for (const id of was.made)
        if (!is.made.has(id))
          changes.push({ part: 'moves', id, kind: 'lost', spans: was.spansOf(id), other: null });
    }
    const otherGuess =
      !sameGuesses &&
      said.scenario === null &&
      first(guess(customer, 'before')) !== first(guess(customer, 'after'));
    const every = otherMoves || otherGuess;
    if (!every && changed.absences.size === 0) return changes;
    const missed = was.absences(every);
    const misses = is.absences(every);
    for (const id of misses)
      if (!missed.has(id)) changes.push({ part: 'absences', id, kind: 'gained', spans: [], other: null });
    for (const id of missed)
      if (!misses.has(id)) changes.push({ part: 'absences', id, kind: 'lost', spans: [], other: null });
    return changes;
  };

  return (said) => {
    if (!reads(said.message.text)) return [];
    return said.message.who === 'agent' ? ofAgent(said) : ofCustomer(said);
  };
}
