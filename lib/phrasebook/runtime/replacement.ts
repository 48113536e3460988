import { type Folded, fold, Sep, SPACE_UNIT } from '@/lib/text';

/** What to put where: replace `start`–`end` (UTF-16 units) of the draft by `text`. */
export interface Replacement {
  start: number;
  end: number;
  text: string;
}

const SENTENCE_END = /[。！？!?.…~～]+["”’」』）)]*$/u;
const AFTER_SENTENCE = /^[。！？!?.…~～]+/u;
const AFTER_CLAUSE = /^\s*[，,、；;：:]/u;

const isHan = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x4e00 && unit <= 0x9fff;

/** Whether a new clause begins at a folded unit: after punctuation, and between Chinese also after a space or emoji. */
const beginsClause = ({ units, sep }: Folded, at: number): boolean => {
  const strength = sep[at] ?? Sep.NONE;
  if (strength >= Sep.SOFT) return true;
  return strength === Sep.SPACE && isHan(units[at]) && isHan(units[at - 1]);
};

/** The clause around a span, widened to whole clauses where it runs over several; `opens`: it opens its sentence. */
const clauseAround = (
  draft: string,
  start: number,
  end: number,
): { start: number; end: number; opens: boolean } => {
  const folded = fold(draft);
  let first = 0;
  while (first < folded.length - 1 && (folded.end[first] ?? 0) <= start) first += 1;
  let last = folded.length - 1;
  while (last > first && (folded.start[last] ?? 0) >= end) last -= 1;
  while (first > 0 && !beginsClause(folded, first)) first -= 1;
  while (last < folded.length - 1 && !beginsClause(folded, last + 1)) last += 1;
  // What parts two English words stands for one space, with the comma in it.
  while (last > first && folded.units[last] === SPACE_UNIT) last -= 1;
  return {
    start: Math.min(start, folded.start[first] ?? start),
    end: Math.max(end, folded.end[last] ?? end),
    opens: first === 0 || folded.sep[first] !== Sep.SOFT,
  };
};

/** "That helps." as it stands after a comma: "that helps."; I stays I. */
const inSentence = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (it) => it.toLowerCase());

/**
 * How a replacement goes into a draft. Words take the place of the flagged words; a replacement that is a whole
 * sentence takes the place of the whole clause, and its full stop gives way to a comma that follows.
 */
export const replacementFor = (
  draft: string,
  flag: { start: number; end: number },
  instead: string,
): Replacement => {
  const { start, end } = flag;
  if (!SENTENCE_END.test(instead)) return { start, end, text: instead };
  const { opens, ...clause } = clauseAround(draft, start, end);
  const sentence = opens ? instead : inSentence(instead);
  const rest = draft.slice(clause.end);
  if (AFTER_CLAUSE.test(rest)) return { ...clause, text: sentence.replace(SENTENCE_END, '') };
  const closing = AFTER_SENTENCE.exec(rest)?.[0].length ?? 0;
  const needsSpace = closing === 0 && /^[A-Za-z0-9]/.test(rest) && /[.!?]$/.test(instead);
  return { start: clause.start, end: clause.end + closing, text: needsSpace ? `${sentence} ` : sentence };
};
