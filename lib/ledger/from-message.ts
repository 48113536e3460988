import { calendarWords, isOnlyTime } from './calendar';
import { type Wall, wallAt } from './clock';
import { type Due, readDue } from './due';
import type { ShopHours } from './shop-hours';

/** A promise as the console found it in a message that left. */
export interface SaidPromise {
  /** Id of the rule. */
  rule: string;
  kind: 'dated' | 'vague';
  /** The words that promise. */
  words: string;
  /** The sentence around them. */
  sentence: string;
}

/** What becomes of it in the ledger; a `due` of `null` asks the agent for a time. */
export interface ReadPromise {
  rule: string;
  sentence: string;
  due: Due | null;
}

/** Ends a clause; not the comma in 3,000 nor the colon in 10:00. */
const CLAUSE_END = /[，,；;。！!？?、\n](?!\d)/g;

/** A piece of a sentence. */
interface Piece {
  start: number;
  end: number;
}

/** Where the clauses of a sentence end. */
function clauseEnds(sentence: string): number[] {
  return [...sentence.matchAll(CLAUSE_END)].map(({ index }) => index);
}

/**
 * The words with the rest of their clause, up to the next promise on either side: a rule may stop short of what makes
 * a time, such as "by 10:00" of "by 10:00 tomorrow". `null` where the sentence does not hold the words.
 */
function clauseOf({ words, sentence }: SaidPromise, said: readonly SaidPromise[]): Piece | null {
  const start = sentence.indexOf(words);
  if (start === -1) return null;
  const end = start + words.length;
  const others = said
    .filter((it) => it.sentence === sentence && it.words !== words)
    .map((it) => ({ start: sentence.indexOf(it.words), end: sentence.indexOf(it.words) + it.words.length }));
  const marks = clauseEnds(sentence);
  return {
    start: Math.max(
      0,
      ...marks.filter((it) => it < start).map((it) => it + 1),
      ...others.filter((it) => it.end <= start).map((it) => it.end),
    ),
    end: Math.min(
      sentence.length,
      ...marks.filter((it) => it >= end),
      ...others.filter((it) => it.start >= end).map((it) => it.start),
    ),
  };
}

/** Whether one text names the day and leaves the hour open that the other names, or the other way round. */
function complete(a: string, b: string, today: Wall): boolean {
  const one = calendarWords(a, today);
  const two = calendarWords(b, today);
  return (
    (one.day !== null && one.minutes === null && two.day === null && two.minutes !== null) ||
    (one.day === null && one.minutes !== null && two.day !== null && two.minutes === null)
  );
}

/**
 * The clause with the one beside it, where that holds nothing but the other half of the time: "by tomorrow, 6 pm at the
 * latest" is one time and so is "明天，下午三点前".
 */
function timeAround(piece: Piece, sentence: string, today: Wall): Piece {
  const bounds = [-1, ...clauseEnds(sentence), sentence.length];
  const own = sentence.slice(piece.start, piece.end);
  const after = {
    start: piece.end,
    end: bounds.find((it) => it > piece.end && isWord(sentence.slice(piece.end, it))) ?? piece.end,
  };
  const before = {
    start:
      (bounds.findLast((it) => it < piece.start && isWord(sentence.slice(it + 1, piece.start))) ?? -1) + 1,
    end: piece.start,
  };
  for (const beside of [after, before]) {
    const text = sentence.slice(beside.start, beside.end);
    if (!isOnlyTime(text, today) || !complete(own, text, today)) continue;
    return { start: Math.min(piece.start, beside.start), end: Math.max(piece.end, beside.end) };
  }
  return piece;
}

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * Reads the promises of one message: when each falls due, out of its clause before its sentence. A sentence that
 * names one time twice is one promise, and "as soon as we can" beside a time is none of its own.
 */
export function promisesFrom(said: readonly SaidPromise[], now: number, shop: ShopHours): ReadPromise[] {
  const today = wallAt(now, shop.timeZone);
  const taken: (Piece & { sentence: string })[] = [];
  const read: ReadPromise[] = [];
  for (const it of said) {
    const { rule, sentence, kind, words } = it;
    const clause = clauseOf(it, said);
    // Its words are the other half of a time that was read already.
    const isInside = clause !== null && isOnlyTime(sentence.slice(clause.start, clause.end), today);
    if (
      isInside &&
      taken.some((t) => t.sentence === sentence && t.start <= clause.start && t.end >= clause.end)
    )
      continue;
    const whole = clause === null ? null : timeAround(clause, sentence, today);
    if (whole !== null && whole !== clause) taken.push({ ...whole, sentence });
    const around = whole === null ? words : sentence.slice(whole.start, whole.end);
    // Vague words have a time only where they name one themselves: the one beside them is another promise's.
    const texts = kind === 'vague' ? [words] : [around, words, sentence];
    const due = texts.reduce<Due | null>((found, text) => found ?? readDue(text, now, shop), null);
    read.push({ rule, sentence, due });
  }
  const dated = read.filter(({ due }) => due !== null);
  const kept = new Map<string, ReadPromise>();
  for (const { rule, sentence, due } of read) {
    if (due === null && dated.some((it) => it.sentence === sentence)) continue;
    const name = `${sentence}\n${due?.at ?? ''}`;
    if (!kept.has(name)) kept.set(name, { rule, sentence, due });
  }
  return [...kept.values()];
}
