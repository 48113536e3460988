import type { Hit } from '@/lib/rules';
import { type Folded, fold, sentences } from '@/lib/text';
import {
  type Market,
  MOVES,
  type MoveId,
  SCENARIOS,
  type ScenarioId,
  SEVERITIES,
  type Severity,
} from '../vocabulary';
import type { RuntimeAbsence, RuntimeTaboo } from './book';
import type { CompiledBook } from './compile';

/** What is known about the conversation a text stands in. */
export interface Situation {
  /** Scenarios the conversation may be about, likeliest first; empty where nothing is known. */
  scenarios: readonly ScenarioId[];
  market?: Market;
}

/** A rule that holds at a place of a text; offsets are UTF-16 units. */
export interface TabooHit {
  taboo: RuntimeTaboo;
  /** After the situation was weighed: never above the rule's own. */
  severity: Severity;
  /** Which of the rule's `flag` patterns. */
  pattern: number;
  start: number;
  end: number;
}

interface Where {
  onlyIn?: readonly ScenarioId[];
  notIn?: readonly ScenarioId[];
  markets?: readonly Market[];
}

/**
 * Whether a rule holds here: `silent`, `full`, or only as a `hint` where an `onlyIn` rule meets a conversation about
 * which nothing is known. `onlyIn` is met by any scenario that is likely, `notIn` only by the likeliest, because a
 * wrong guess should rather keep a rule than lose it.
 */
export const holds = (rule: Where, { scenarios, market }: Situation): 'silent' | 'hint' | 'full' => {
  if (rule.markets !== undefined && market !== undefined && !rule.markets.includes(market)) return 'silent';
  const likeliest = scenarios[0];
  if (likeliest !== undefined && rule.notIn?.includes(likeliest) === true) return 'silent';
  if (rule.onlyIn === undefined) return 'full';
  if (scenarios.length === 0) return 'hint';
  return scenarios.some((it) => rule.onlyIn?.includes(it)) ? 'full' : 'silent';
};

/** Every taboo of a book that holds in a text, overlapping ones included. */
export const tabooHits = (book: CompiledBook, text: string | Folded, situation: Situation): TabooHit[] => {
  const found: TabooHit[] = [];
  for (const hit of book.taboos.scan(text, { overlaps: true }).hits) {
    const taboo = book.tabooOf.get(hit.id);
    if (taboo === undefined) continue;
    const how = holds(taboo, situation);
    if (how === 'silent') continue;
    const { pattern, start, end } = hit;
    found.push({ taboo, severity: how === 'hint' ? 'low' : taboo.severity, pattern, start, end });
  }
  return found;
};

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** Leaves one hit where several overlap: the severest, then the longest, then the earliest. Sorted by start. */
export const resolveOverlaps = <T extends { start: number; end: number; severity: Severity }>(
  hits: readonly T[],
): T[] => {
  const order = [...hits].sort(
    (a, b) => rank(b.severity) - rank(a.severity) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: T[] = [];
  for (const hit of order) {
    if (kept.every((it) => hit.end <= it.start || hit.start >= it.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
};

/** The moves a text makes, each with its places; overlapping places included. */
export const movesIn = (book: CompiledBook, text: string | Folded): Map<MoveId, Hit[]> => {
  const found = new Map<MoveId, Hit[]>();
  for (const hit of book.moves.scan(text, { overlaps: true }).hits) {
    const move = book.moveOf.get(hit.id);
    if (move === undefined) continue;
    const hits = found.get(move);
    if (hits === undefined) found.set(move, [hit]);
    else hits.push(hit);
  }
  return found;
};

/** In how many sentences of a text a move is made: "真的抱歉，实在对不起" is one apology. */
export const timesMade = (book: CompiledBook, move: MoveId, text: string): number => {
  const hits = movesIn(book, fold(text)).get(move) ?? [];
  if (hits.length < 2) return hits.length;
  let times = 0;
  let next = 0;
  for (const { start, end } of sentences(text)) {
    // Hits come by their start: each is looked at once, however long the text is.
    while (next < hits.length && hits[next]!.start < start) next++;
    if (next < hits.length && hits[next]!.start < end) times++;
  }
  return times;
};

/** What an absence rule looks at besides the draft. */
export interface Surroundings extends Situation {
  /** The agent's own earlier messages, oldest first. */
  agent: readonly string[];
}

const repeatsTooOften = (
  book: CompiledBook,
  rule: RuntimeAbsence,
  draft: string,
  agent: readonly string[],
): boolean => {
  if (rule.repeats === undefined) return true;
  const { move, times } = rule.repeats;
  let made = timesMade(book, move, draft);
  if (made === 0) return false;
  for (const message of agent) {
    if (made >= times) break;
    made += timesMade(book, move, message);
  }
  return made >= times;
};

/** The absence rules of a book that a draft breaks; `made` are the moves it makes in any language. */
export const absencesIn = (
  book: CompiledBook,
  draft: string,
  folded: Folded,
  made: Pick<ReadonlySet<MoveId>, 'has'>,
  around: Surroundings,
): RuntimeAbsence[] => {
  if (book.book.absences.length === 0) return [];
  const matched = new Set<string>();
  const excused = new Set<string>();
  for (const hit of book.absences.scan(folded, { overlaps: true }).hits) {
    const it = book.absenceOf.get(hit.id);
    if (it !== undefined) (it.part === 'when' ? matched : excused).add(it.absence.id);
  }
  return book.book.absences.filter(
    (rule) =>
      (rule.when === undefined || matched.has(rule.id)) &&
      !excused.has(rule.id) &&
      // What is missing can only be told where the conversation is known: a hint of a hint says nothing.
      holds(rule, around) === 'full' &&
      !rule.lacks.some((it) => made.has(it)) &&
      repeatsTooOften(book, rule, draft, around.agent),
  );
};

/** A cue found in a customer's message. */
export interface CueHit {
  scenario: ScenarioId;
  weight: number;
  start: number;
  end: number;
}

/** The cues of a book in one message; of overlapping cues for the same scenario only the weightiest counts. */
export const cueHits = (book: CompiledBook, message: string | Folded): CueHit[] => {
  const found: CueHit[] = [];
  for (const hit of book.cues.scan(message, { overlaps: true }).hits) {
    const cue = book.cueOf.get(hit.id);
    if (cue !== undefined) found.push({ ...cue, start: hit.start, end: hit.end });
  }
  found.sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: CueHit[] = [];
  for (const hit of found) {
    const overlapped = kept.some(
      (it) => it.scenario === hit.scenario && hit.start < it.end && it.start < hit.end,
    );
    if (!overlapped) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
};

/** A guess at what a conversation is about; `score` 0–1, `evidence` the words that speak for it. */
export interface ScenarioGuess {
  id: ScenarioId;
  score: number;
  evidence: { message: number; start: number; end: number; text: string }[];
}

/** How much less a message counts than the one after it. */
export const FADING = 0.6;
/** Weight given to "none of these": keeps a single faint cue from looking certain. */
const DOUBT = 0.5;
/** Only the last messages of a conversation are read. */
export const READ_BACK = 8;

/** How much a cue counts that lies inside a longer, at least as weighty cue of another scenario: "refund" in "refund refused". */
const SWALLOWED = 0.3;
/** How much each further cue of a scenario in one message counts beside the one before: many faint words are no proof. */
const REPEATED = 0.7;

const swallowed = (hit: CueHit, hits: readonly CueHit[]): boolean =>
  hits.some(
    (it) =>
      it.scenario !== hit.scenario &&
      it.weight >= hit.weight &&
      it.start <= hit.start &&
      it.end >= hit.end &&
      it.end - it.start > hit.end - hit.start,
  );

/** The cues of one message with what they count for here, by place. */
export const countedCues = (hits: readonly CueHit[]): CueHit[] => {
  const nth = new Map<ScenarioId, number>();
  return hits
    .map((it) => (swallowed(it, hits) ? { ...it, weight: it.weight * SWALLOWED } : it))
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .map((it) => {
      const before = nth.get(it.scenario) ?? 0;
      nth.set(it.scenario, before + 1);
      return { ...it, weight: it.weight * REPEATED ** before };
    })
    .sort((a, b) => a.start - b.start);
};

/** Weighs cues over a customer's messages (oldest first); the best scenario first, ties in the order of the vocabulary. */
export const weighScenarios = (
  customer: readonly string[],
  cuesOf: (message: string) => readonly CueHit[],
): ScenarioGuess[] => {
  const weights = new Map<ScenarioId, { weight: number; evidence: ScenarioGuess['evidence'] }>();
  for (let message = Math.max(0, customer.length - READ_BACK); message < customer.length; message++) {
    const text = customer[message] ?? '';
    const fading = FADING ** (customer.length - 1 - message);
    for (const { scenario, weight, start, end } of countedCues(cuesOf(text))) {
      const sum = weights.get(scenario) ?? { weight: 0, evidence: [] };
      sum.weight += weight * fading;
      sum.evidence.push({ message, start, end, text: text.slice(start, end) });
      weights.set(scenario, sum);
    }
  }
  let total = DOUBT;
  for (const it of weights.values()) total += it.weight;
  return [...weights]
    .map(([id, it]) => ({ id, score: it.weight / total, evidence: it.evidence }))
    .sort((a, b) => b.score - a.score || SCENARIOS.indexOf(a.id) - SCENARIOS.indexOf(b.id));
};

/** A guess below this share of the best one is not likely enough for `onlyIn`. */
const LIKELY = 0.35;

/** The scenarios a conversation may well be about: the best guess and those near it, three at most. */
export const likelyScenarios = (guesses: readonly ScenarioGuess[]): ScenarioId[] => {
  const best = guesses[0]?.score ?? 0;
  return guesses
    .filter((it) => it.score >= best * LIKELY)
    .slice(0, 3)
    .map((it) => it.id);
};

export const inMoveOrder = (made: ReadonlySet<MoveId>): MoveId[] => MOVES.filter((it) => made.has(it));
