import type { Book, Script } from '@/lib/phrasebook';
import {
  type Fault,
  type Language,
  type Market,
  MOVES,
  type MoveId,
  type ScenarioId,
  type Tone,
} from '@/lib/phrasebook/runtime';
import { ECHO, echoOf, preparedTalk, type Said } from './echo';

/** The part of a book that suggestions are taken from. */
export type ScriptShelf = Pick<Book, 'id' | 'language' | 'scripts'>;

export interface SuggestionWish {
  /** What the conversation may be about, best first. */
  scenarios: readonly { id: ScenarioId; score: number }[];
  /** Moves the draft makes already. */
  moves: readonly MoveId[];
  language: Language;
  tone?: Tone;
  fault?: Fault;
  market?: Market;
  /** How often a script was inserted lately, by id … */
  usage?: ReadonlyMap<string, number>;
  /** … and how often it was taken out again before the reply went off. */
  removed?: ReadonlyMap<string, number>;
  /** What the agent said earlier in this conversation: the same words are not offered again. */
  said?: readonly string[];
  /** Moves made there: one apology is enough, thanks and a remedy are worth more than a second. */
  movesSaid?: readonly MoveId[];
  /** At most so many (default 9) … */
  limit?: number;
  /** … and at most so many for one move (default 1), so that there is a choice of moves. */
  perMove?: number;
}

/** Why a script is suggested, for a view to put in words. */
export type SuggestionReason =
  | { kind: 'missing-move'; move: MoveId }
  | { kind: 'move-made'; move: MoveId }
  | { kind: 'scenario'; scenario: ScenarioId; score: number }
  | { kind: 'general' }
  | { kind: 'tone'; tone: Tone }
  | { kind: 'fault'; fault: Fault }
  | { kind: 'usage'; times: number }
  | { kind: 'removed'; times: number };

export interface Suggestion {
  script: Script;
  /** Id of the book it stands in. */
  book: string;
  /** The move it is suggested for. */
  move: MoveId;
  /** With its blanks unfilled. */
  text: string;
  reason: SuggestionReason[];
  score: number;
}

/** A script with its weight; everything else about it is worked out when it is picked. */
interface Candidate {
  script: Script;
  book: string;
  score: number;
}

/** What a script for any scenario weighs against one for the scenario at hand. */
const GENERAL = 0.2;
/** Said once in a conversation, these are not missing again. */
const ONCE: readonly MoveId[] = ['apology'];

const weightAt = (script: Script, scenarios: SuggestionWish['scenarios'], place: number): number => {
  const { id, score } = scenarios[place]!;
  if (!script.scenario.includes(id)) return 0;
  // The first guess leads also where the second is close behind; what fits anything says little about this.
  return (score / (place + 1)) * (id !== 'other' && script.scenario.includes('other') ? GENERAL : 1);
};

/** The place of the guess a script fits best, `-1` where it fits none. */
const placeOf = (script: Script, scenarios: SuggestionWish['scenarios']): number => {
  let best = -1;
  let most = 0;
  for (let place = 0; place < scenarios.length; place++) {
    const weight = weightAt(script, scenarios, place);
    if (weight > most) [best, most] = [place, weight];
  }
  return best;
};

/** How well a script fits what the conversation may be about; 0: not at all. */
const fitOf = (script: Script, scenarios: SuggestionWish['scenarios']): number => {
  const place = placeOf(script, scenarios);
  if (place !== -1) return weightAt(script, scenarios, place);
  return script.scenario.includes('other') ? GENERAL * (scenarios[0]?.score ?? 1) : 0;
};

const scenarioReason = (script: Script, scenarios: SuggestionWish['scenarios']): SuggestionReason => {
  const guess = scenarios[placeOf(script, scenarios)];
  return guess === undefined
    ? { kind: 'general' }
    : { kind: 'scenario', scenario: guess.id, score: guess.score };
};

const scoreOf = (script: Script, wish: SuggestionWish, made: ReadonlySet<MoveId>): number => {
  let score = fitOf(script, wish.scenarios);
  if (score === 0) return 0;
  // What it says besides, if it was said already, would be said twice.
  for (let at = 1; at < script.move.length; at++) if (made.has(script.move[at]!)) score *= 0.6;
  if (wish.tone !== undefined && script.tone === wish.tone) score *= 1.5;
  if (wish.fault !== undefined && script.fault !== 'any') score *= script.fault === wish.fault ? 1.4 : 0.3;
  const times = wish.usage?.get(script.id) ?? 0;
  const removed = wish.removed?.get(script.id) ?? 0;
  if (times > 0) score *= 1 + Math.min(times, 20) / 40;
  // Put in and taken out again counts more than put in: it looked right and was not.
  if (removed > 0) score /= 1 + Math.min(removed, 10) / 2;
  return score;
};

const reasonsOf = (
  { script }: Candidate,
  wish: SuggestionWish,
  made: ReadonlySet<MoveId>,
): SuggestionReason[] => {
  const move = script.move[0] ?? 'acknowledge';
  const reason: SuggestionReason[] = [
    { kind: made.has(move) ? 'move-made' : 'missing-move', move },
    scenarioReason(script, wish.scenarios),
  ];
  if (wish.tone !== undefined && script.tone === wish.tone) reason.push({ kind: 'tone', tone: script.tone });
  if (wish.fault !== undefined && script.fault !== 'any' && script.fault === wish.fault)
    reason.push({ kind: 'fault', fault: script.fault });
  const times = wish.usage?.get(script.id) ?? 0;
  if (times > 0) reason.push({ kind: 'usage', times });
  const removed = wish.removed?.get(script.id) ?? 0;
  if (removed > 0) reason.push({ kind: 'removed', times: removed });
  return reason;
};

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (a.script.id < b.script.id ? -1 : a.script.id > b.script.id ? 1 : 0);

/** The best of one move first; what the conversation has heard already is passed over. Sorted only as far as asked. */
class Ranked {
  #rest: Candidate[];
  #sorted = false;
  constructor(
    candidates: Candidate[],
    readonly said: Said,
  ) {
    this.#rest = candidates;
  }

  next(): Candidate | undefined {
    if (!this.#sorted) {
      this.#rest.sort((a, b) => byScore(b, a));
      this.#sorted = true;
    }
    for (let it = this.#rest.pop(); it !== undefined; it = this.#rest.pop()) {
      if (echoOf(it.script, this.said) < ECHO) return it;
    }
    return undefined;
  }
}

/**
 * Scripts for what the draft still lacks: first by the place of the missing move in a good reply, then by scenario,
 * tone, fault and use. Moves the draft makes already are suggested only where nothing is missing any more. The same
 * wish gives the same list.
 */
export const suggestScripts = (shelves: readonly ScriptShelf[], wish: SuggestionWish): Suggestion[] => {
  const { limit = 9, perMove = 1 } = wish;
  const made = new Set([...wish.moves, ...ONCE.filter((it) => wish.movesSaid?.includes(it))]);
  const byMove = new Map<MoveId, Candidate[]>(MOVES.map((it) => [it, []]));
  for (const shelf of shelves) {
    if (shelf.language !== wish.language) continue;
    for (const script of shelf.scripts) {
      if (wish.market !== undefined && script.markets?.includes(wish.market) === false) continue;
      const score = scoreOf(script, wish, made);
      if (score > 0) byMove.get(script.move[0] ?? 'acknowledge')?.push({ script, book: shelf.id, score });
    }
  }
  const said = preparedTalk(wish.said ?? []);
  const ranked = (moves: readonly MoveId[]): Ranked[] =>
    moves.map((move) => new Ranked(byMove.get(move) ?? [], said));
  const missing = ranked(MOVES.filter((it) => !made.has(it)));
  const spoken = ranked(MOVES.filter((it) => made.has(it)));
  const picked: Candidate[] = [];
  const take = (from: Ranked, count: number): void => {
    for (let taken = 0; taken < count && picked.length < limit; taken++) {
      const next = from.next();
      if (next === undefined) return;
      picked.push(next);
    }
  };
  for (const it of missing) take(it, perMove);
  // A thin shelf: rather more of one move than fewer suggestions.
  for (const it of missing) take(it, limit);
  for (const it of spoken) take(it, perMove);
  return picked.map((it) => ({
    script: it.script,
    book: it.book,
    move: it.script.move[0] ?? 'acknowledge',
    text: it.script.text,
    reason: reasonsOf(it, wish, made),
    score: it.score,
  }));
};
