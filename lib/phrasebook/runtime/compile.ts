import {
  type CompileResult,
  compileRules,
  compileRulesSliced,
  hintsOf,
  type Lists,
  type PatternRule,
  Rescanner,
  type RuleProblem,
  type Scanner,
} from '@/lib/rules';
import { type Language, type MoveId, type ScenarioId, SEVERITIES } from '../vocabulary';
import { MATCHERS, type MatcherName, type RuntimeAbsence, type RuntimeBook, type RuntimeTaboo } from './book';
import { type CompiledMoveWords, compileMoveWords } from './move-words';
import { type CompiledWords, compileWords } from './words';

/** A cue of a scenario, as compiled: its weight counts towards the scenario when it is found. */
export interface CompiledCue {
  scenario: ScenarioId;
  weight: number;
}

/** What went wrong while compiling, with the item of the book it belongs to. */
export interface CompileProblem extends RuleProblem {
  section: 'taboos' | 'absences' | 'softenings' | 'scenarios' | 'moves' | 'commitments';
  /** Id of the item; for cues the scenario, with `index` counting its cues. */
  item: string;
}

/** A book ready to match. Hits of the matchers lead back by their rule id to the maps beside them. */
export interface CompiledBook {
  book: RuntimeBook;
  id: string;
  language: Language;
  taboos: Scanner;
  tabooOf: ReadonlyMap<string, RuntimeTaboo>;
  absences: Scanner;
  absenceOf: ReadonlyMap<string, { absence: RuntimeAbsence; part: 'when' | 'unless' }>;
  /** What makes words quiet, where it is told by patterns; hits bear the id of the softening. */
  softenings: Scanner;
  cues: Scanner;
  cueOf: ReadonlyMap<string, CompiledCue>;
  moves: Scanner;
  moveOf: ReadonlyMap<string, MoveId>;
  commitments: Scanner;
  commitmentOf: ReadonlyMap<string, { id: string; kind: 'dated' | 'vague' }>;
  /** What words alone say about the scenario; `null` where the book brings none. */
  words: CompiledWords | null;
  /** What words say about the moves of a clause; `null` where the book brings none. */
  moveWords: CompiledMoveWords | null;
  problems: readonly CompileProblem[];
}

interface Matching {
  flag: readonly string[];
  notAfter?: readonly string[];
  notBefore?: readonly string[];
  unlessPartOf?: readonly string[];
  ignore?: PatternRule['ignore'];
  quotes?: PatternRule['quotes'];
}

const patternRule = (id: string, it: Matching, rank = 0): PatternRule => ({
  id,
  flag: it.flag,
  notAfter: it.notAfter,
  notBefore: it.notBefore,
  unlessPartOf: it.unlessPartOf,
  ignore: it.ignore,
  quotes: it.quotes,
  rank,
});

/** Lists without a prototype, so that `@constructor` is an unknown list and nothing else. */
const plainLists = (lists: Lists): Lists =>
  Object.assign(Object.create(null) as Record<string, never>, lists);

interface Plan {
  lists: Lists;
  rules: Record<MatcherName, PatternRule[]>;
  maps: Pick<CompiledBook, 'tabooOf' | 'absenceOf' | 'cueOf' | 'moveOf' | 'commitmentOf'>;
}

/** The rules of a book for each matcher, and what leads back from them to the book. */
export const plan = (book: RuntimeBook): Plan => {
  const absenceOf = new Map<string, { absence: RuntimeAbsence; part: 'when' | 'unless' }>();
  const absences: PatternRule[] = [];
  for (const absence of book.absences) {
    if (absence.when !== undefined) {
      const { notAfter, notBefore, unlessPartOf } = absence;
      absences.push(patternRule(absence.id, { flag: absence.when, notAfter, notBefore, unlessPartOf }));
      absenceOf.set(absence.id, { absence, part: 'when' });
    }
    if (absence.unless !== undefined && absence.unless.length > 0) {
      const id = `${absence.id}?unless`;
      absences.push(patternRule(id, { flag: absence.unless, quotes: 'flag' }));
      absenceOf.set(id, { absence, part: 'unless' });
    }
  }
  const cueOf = new Map<string, CompiledCue>();
  const cues: PatternRule[] = [];
  for (const scenario of book.scenarios) {
    scenario.cues.forEach((cue, index) => {
      const id = `${scenario.id}?${index}`;
      const matching: Matching & { weight?: number } = typeof cue === 'string' ? { flag: [cue] } : cue;
      // A customer who puts a word in quotes still means it.
      cues.push(patternRule(id, { ...matching, quotes: matching.quotes ?? 'flag' }));
      cueOf.set(id, { scenario: scenario.id, weight: matching.weight ?? 1 });
    });
  }
  return {
    lists: plainLists(book.lists),
    rules: {
      taboos: book.taboos.map((it) => patternRule(it.id, it, SEVERITIES.indexOf(it.severity))),
      absences,
      softenings: book.softenings.flatMap(({ id, when }) =>
        when === undefined ? [] : [patternRule(id, { flag: when })],
      ),
      cues,
      moves: book.moves.map((it) => patternRule(it.id, it)),
      commitments: book.commitments.map((it) => patternRule(it.id, it)),
    },
    maps: {
      tabooOf: new Map(book.taboos.map((it) => [it.id, it])),
      absenceOf,
      cueOf,
      moveOf: new Map(book.moves.map((it) => [it.id, it.id])),
      commitmentOf: new Map(book.commitments.map((it) => [it.id, { id: it.id, kind: it.kind }])),
    },
  };
};

const SECTION_OF: Record<MatcherName, CompileProblem['section']> = {
  taboos: 'taboos',
  absences: 'absences',
  softenings: 'softenings',
  cues: 'scenarios',
  moves: 'moves',
  commitments: 'commitments',
};

type Compiled = Record<MatcherName, CompileResult>;

const assemble = (book: RuntimeBook, { maps }: Plan, compiled: Compiled): CompiledBook => ({
  book,
  id: book.id,
  language: book.language,
  ...maps,
  taboos: compiled.taboos.matcher,
  absences: compiled.absences.matcher,
  softenings: compiled.softenings.matcher,
  cues: compiled.cues.matcher,
  moves: compiled.moves.matcher,
  commitments: compiled.commitments.matcher,
  problems: MATCHERS.flatMap((name) =>
    compiled[name].problems.map((problem) => {
      const [item = problem.rule, index] = problem.rule.split('?');
      const isCue = name === 'cues' && index !== undefined;
      return { ...problem, section: SECTION_OF[name], item, ...(isCue ? { index: Number(index) } : {}) };
    }),
  ),
  words: book.words === undefined ? null : compileWords(book.words),
  moveWords: book.moveWords === undefined ? null : compileMoveWords(book.moveWords),
});

/** The book with what spares a page most of the compiling; its patterns must not change afterwards. */
export const withHints = (book: RuntimeBook): RuntimeBook => {
  const { rules, lists } = plan(book);
  const hints = Object.fromEntries(
    MATCHERS.map((name) => [name, hintsOf(rules[name], lists)]),
  ) as unknown as NonNullable<RuntimeBook['hints']>;
  return { ...book, hints };
};

/** Compiles a book at once; patterns that cannot be compiled are left out and reported, never thrown. */
export const compileBook = (book: RuntimeBook): CompiledBook => {
  const it = plan(book);
  const compiled = Object.fromEntries(
    MATCHERS.map((name) => [name, compileRules(it.rules[name], it.lists, book.hints?.[name])]),
  ) as unknown as Compiled;
  return assemble(book, it, compiled);
};

/** The same in slices, giving way between them; rejects with the signal's reason when it aborts. */
export const compileBookSliced = async (
  book: RuntimeBook,
  options: { signal: AbortSignal; yieldControl: () => Promise<void>; sliceMs?: number },
): Promise<CompiledBook> => {
  const it = plan(book);
  const compiled = {} as Compiled;
  for (const name of MATCHERS) {
    options.signal.throwIfAborted();
    compiled[name] = await compileRulesSliced(it.rules[name], it.lists, {
      ...options,
      hints: book.hints?.[name],
    });
  }
  return assemble(book, it, compiled);
};

/** A book for a draft that is read again at every key: what did not change is not read twice. The answers are the same. */
export const forTyping = (book: CompiledBook): CompiledBook => ({
  ...book,
  taboos: new Rescanner(book.taboos),
  absences: new Rescanner(book.absences),
  softenings: new Rescanner(book.softenings),
  cues: new Rescanner(book.cues),
  moves: new Rescanner(book.moves),
});
