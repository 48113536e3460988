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
  /** How often a script was inserted lately, by id. */
  usage?: ReadonlyMap<string, number>;
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
  | { kind: 'usage'; times: number };

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

/** What a script for any scenario weighs against one for the scenario at hand. */
const GENERAL = 0.2;

const fitting = (
  script: Script,
  wish: SuggestionWish,
): { weight: number; reason: SuggestionReason } | undefined => {
  let best: { weight: number; reason: SuggestionReason } | undefined;
  wish.scenarios.forEach(({ id, score }, place) => {
    if (!script.scenario.includes(id)) return;
    // The first guess leads also where the second is close behind; what fits anything says little about this.
    const general = id !== 'other' && script.scenario.includes('other');
    const weight = (score / (place + 1)) * (general ? GENERAL : 1);
    if (best === undefined || weight > best.weight)
      best = { weight, reason: { kind: 'scenario', scenario: id, score } };
  });
  if (best !== undefined) return best;
  return script.scenario.includes('other')
    ? { weight: GENERAL * (wish.scenarios[0]?.score ?? 1), reason: { kind: 'general' } }
    : undefined;
};

/**
 * Scripts for what the draft still lacks: first by the place of the missing move in a good reply, then by scenario,
 * tone, fault and use. Moves the draft makes already are suggested only where nothing is missing any more.
 */
export const suggestScripts = (shelves: readonly ScriptShelf[], wish: SuggestionWish): Suggestion[] => {
  const { limit = 9, perMove = 1 } = wish;
  const made = new Set(wish.moves);
  const byMove = new Map<MoveId, Suggestion[]>();
  for (const shelf of shelves) {
    if (shelf.language !== wish.language) continue;
    for (const script of shelf.scripts) {
      if (wish.market !== undefined && script.markets?.includes(wish.market) === false) continue;
      const fits = fitting(script, wish);
      if (fits === undefined) continue;
      const move = script.move[0] ?? 'acknowledge';
      const reason: SuggestionReason[] = [
        { kind: made.has(move) ? 'move-made' : 'missing-move', move },
        fits.reason,
      ];
      let score = fits.weight;
      // What it says besides, if it was said already, would be said twice.
      score *= 0.6 ** script.move.slice(1).filter((it) => made.has(it)).length;
      if (wish.tone !== undefined && script.tone === wish.tone) {
        score *= 1.5;
        reason.push({ kind: 'tone', tone: script.tone });
      }
      if (wish.fault !== undefined && script.fault !== 'any') {
        score *= script.fault === wish.fault ? 1.4 : 0.3;
        if (script.fault === wish.fault) reason.push({ kind: 'fault', fault: script.fault });
      }
      const times = wish.usage?.get(script.id) ?? 0;
      if (times > 0) {
        score *= 1 + Math.min(times, 20) / 40;
        reason.push({ kind: 'usage', times });
      }
      const suggestion = { script, book: shelf.id, move, text: script.text, reason, score };
      const others = byMove.get(move);
      if (others === undefined) byMove.set(move, [suggestion]);
      else others.push(suggestion);
    }
  }
  const ranked = (moves: readonly MoveId[]): Suggestion[][] =>
    moves.map((move) =>
      (byMove.get(move) ?? []).sort((a, b) => b.score - a.score || (a.script.id < b.script.id ? -1 : 1)),
    );
  const missing = ranked(MOVES.filter((it) => !made.has(it)));
  const picked = missing.flatMap((it) => it.slice(0, perMove));
  const chosen = new Set(picked);
  // A thin shelf: rather more of one move than fewer suggestions.
  const rest = [
    ...missing.flat(),
    ...ranked(MOVES.filter((it) => made.has(it))).flatMap((it) => it.slice(0, perMove)),
  ];
  for (const it of rest) {
    if (picked.length >= limit) break;
    if (!chosen.has(it)) picked.push(it);
  }
  return picked.slice(0, limit);
};
