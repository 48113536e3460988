import {
  absencesIn,
  type Category,
  type CompiledBook,
  inMoveOrder,
  type Language,
  likelyScenarios,
  type Market,
  type MoveId,
  movesMade,
  resolveOverlaps,
  type ScenarioGuess,
  type ScenarioId,
  type Severity,
  softened,
  tabooHits,
} from '@/lib/phrasebook/runtime';
import { fold } from '@/lib/text';
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
    const hits = softened(book, draft, folded, tabooHits(book, folded, around), sure);
    return hits.map((hit) => ({ ...hit, language: book.language }));
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
