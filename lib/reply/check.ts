import {
  absencesIn,
  type Category,
  type CompiledBook,
  inMoveOrder,
  type Language,
  likelyScenarios,
  type Market,
  type MoveId,
  movesIn,
  movesMade,
  resolveOverlaps,
  type ScenarioGuess,
  type ScenarioId,
  type Severity,
  type TabooHit,
  tabooHits,
} from '@/lib/phrasebook/runtime';
import { type Folded, fold, type Range, sentences } from '@/lib/text';
import { booksFor, draftLanguage } from './languages';
import { guessScenarios } from './scenarios';

/** What is known about the conversation a draft answers. */
export interface CheckContext {
  /** The customer's last messages, oldest first. */
  customer: readonly string[];
  /** The agent's own earlier messages, oldest first. */
  agent?: readonly string[];
  /** What the agent said it is about; stands before every guess. */
  scenario?: ScenarioId;
  market?: Market;
  /** Language to assume where the draft does not show it. */
  language?: Language;
}

/** Words of a draft that hurt; offsets are UTF-16 units into the draft. */
export interface Flag {
  rule: string;
  category: Category;
  severity: Severity;
  start: number;
  end: number;
  text: string;
  why: string;
  instead: readonly string[];
  language: Language;
  by: 'rule';
}

/** Something the whole draft lacks; it has no span and is always for coaching only. */
export interface DraftNotice {
  rule: string;
  category: Category;
  severity: 'low';
  why: string;
  instead: readonly string[];
}

export interface CheckResult {
  /** `null` where the draft holds no words. */
  language: Language | null;
  /** Sorted by start, never overlapping. */
  flags: Flag[];
  notices: DraftNotice[];
  /** Moves the draft makes, in the order of a good reply. */
  moves: MoveId[];
  /** Moves the agent made in earlier messages of this conversation. */
  movesSaid: MoveId[];
  /** Best first; a scenario named by the agent stands first with score 1. */
  scenarios: ScenarioGuess[];
}

const withNamed = (guesses: ScenarioGuess[], named: ScenarioId | undefined): ScenarioGuess[] =>
  named === undefined
    ? guesses
    : [
        { id: named, score: 1, evidence: guesses.find((it) => it.id === named)?.evidence ?? [] },
        ...guesses.filter((it) => it.id !== named),
      ];

/** Earlier messages are the same at every key of a draft: they are read once. */
const said = new WeakMap<readonly string[], { books: readonly CompiledBook[]; moves: MoveId[] }>();

const movesSaidIn = (
  books: readonly CompiledBook[],
  agent: readonly string[],
  ctx: CheckContext,
): MoveId[] => {
  const known = said.get(agent);
  if (known?.books === books) return known.moves;
  const made = new Set<MoveId>();
  for (const message of agent) {
    const folded = fold(message);
    for (const book of booksFor(books, message, ctx))
      for (const move of movesMade(book, folded).keys()) made.add(move);
  }
  const moves = inMoveOrder(made);
  said.set(agent, { books, moves });
  return moves;
};

/** What makes words of a category mean something else: a refusal with a way out is no wall, a wait with a time no brush-off. */
const ANSWERED_BY: Partial<Record<Category, readonly MoveId[]>> = {
  'rule-wall': ['remedy', 'choice'],
  'brush-off': ['commitment'],
  deflect: ['ownership'],
  confront: ['ownership'],
};

/** Hardly anybody accuses, burdens or puts off a customer and takes the blame in one breath. */
const TAKEN_BACK: readonly Category[] = ['blame', 'suspicion', 'demean', 'burden', 'rule-wall', 'brush-off'];
/** What taking the blame anywhere in an English draft does not make good: work left to the customer, rules broken. */
const NEVER_OWNED: readonly Category[] = ['burden', 'compliance'];

/** The sentences in which the writer takes the blame, in the languages where patterns tell it well in a sentence. */
const owningSentences = (draft: string, folded: Folded, book: CompiledBook): Range[] => {
  const owned = book.language === 'en' ? [] : (movesIn(book, folded).get('ownership') ?? []);
  return owned.length === 0
    ? []
    : sentences(draft).filter(({ start, end }) => owned.some((it) => it.start < end && it.end > start));
};

/** Whether the draft takes the blame for what its words seem to put on somebody; English patterns tell it of a whole draft. */
const takenBack = (
  { taboo: { category }, start, end }: TabooHit,
  made: ReadonlySet<MoveId>,
  owning: readonly Range[],
  language: Language,
): boolean =>
  language === 'en'
    ? made.has('ownership') && !NEVER_OWNED.includes(category)
    : TAKEN_BACK.includes(category) && owning.some((it) => it.start < end && it.end > start);

/** Words that the draft itself makes good are still shown, quietly; critical ones always count in full. */
const softened = (
  hit: TabooHit,
  made: ReadonlySet<MoveId>,
  owning: readonly Range[],
  language: Language,
): Severity =>
  hit.severity !== 'critical' &&
  (ANSWERED_BY[hit.taboo.category]?.some((it) => made.has(it)) === true ||
    takenBack(hit, made, owning, language))
    ? 'low'
    : hit.severity;

/** From this likelihood on a move speaks for words that hurt: a wrong guess would hide them. */
const SURE = 0.6;

const NOBODY: readonly string[] = [];

/**
 * Everything there is to say about a draft: taboo words, what is missing, the moves it makes, what the conversation is
 * about. Pure and synchronous; the same arguments give the same answer.
 */
export const check = (books: readonly CompiledBook[], draft: string, ctx: CheckContext): CheckResult => {
  const { customer, agent = NOBODY, market } = ctx;
  const scenarios = withNamed(guessScenarios(books, customer, ctx), ctx.scenario);
  const readers = booksFor(books, draft, ctx);
  const around = {
    scenarios: ctx.scenario === undefined ? likelyScenarios(scenarios) : [ctx.scenario],
    market,
    agent,
  };
  const folded = fold(draft);
  const made = new Set<MoveId>();
  const sure = new Set<MoveId>();
  for (const book of readers)
    for (const [move, likely] of movesMade(book, folded)) {
      made.add(move);
      if (likely >= SURE) sure.add(move);
    }
  const found = readers.flatMap((book) => {
    const hits = tabooHits(book, folded, around);
    const owning = hits.length === 0 ? [] : owningSentences(draft, folded, book);
    return hits.map((hit) => ({
      ...hit,
      severity: softened(hit, sure, owning, book.language),
      language: book.language,
    }));
  });
  // Mixed drafts are read by two books; what is missing is said once, in the language of the draft.
  const language = draftLanguage(draft, ctx);
  const main = readers.filter((it) => it.language === language);
  const notices = new Map<string, DraftNotice>();
  for (const book of main.length > 0 ? main : readers.slice(0, 1)) {
    for (const { id, category, why, instead } of absencesIn(book, draft, folded, made, around)) {
      notices.set(id, { rule: id, category, severity: 'low', why, instead });
    }
  }
  return {
    language,
    flags: resolveOverlaps(found).map(({ taboo, severity, start, end, language: from }) => ({
      rule: taboo.id,
      category: taboo.category,
      severity,
      start,
      end,
      text: draft.slice(start, end),
      why: taboo.why,
      instead: taboo.instead,
      language: from,
      by: 'rule',
    })),
    notices: [...notices.values()],
    moves: inMoveOrder(made),
    movesSaid: movesSaidIn(books, agent, ctx),
    scenarios,
  };
};
