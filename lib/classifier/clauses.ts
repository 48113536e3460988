import { type Folded, Sep } from '@/lib/text';

/** What a model reads: Chinese in either script (folding makes them one), or English. */
export type Reading = 'zh' | 'en';

/** A clause; units `from` (inclusive) to `to` (exclusive) of the folded text. */
export interface Clause {
  from: number;
  to: number;
}

const SPACE = 32;
/** English runs on without commas: a clause also begins at these words. */
const JOINTS = new Set([
  'and',
  'although',
  'because',
  'but',
  'if',
  'or',
  'since',
  'so',
  'then',
  'though',
  'unless',
  'which',
  'while',
]); // prettier-ignore
const LONGEST_JOINT = 8;
/** A clause is not cut before it has this many units. */
const BEFORE_JOINT = 15;
const LEAST_HAN = 3;
const LEAST_LETTERS = 6;

export const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
const isLatin = (unit: number): boolean => unit >= 97 && unit <= 122;

const startsJoint = ({ units, length }: Folded, at: number): boolean => {
  let word = '';
  for (let to = at; to < length && units[to] !== SPACE; to++) {
    if (to - at > LONGEST_JOINT) return false;
    word += String.fromCharCode(units[to]!);
  }
  return JOINTS.has(word);
};

/** Too short or in another script: the model has no opinion. */
const isReadable = ({ units }: Folded, { from, to }: Clause, reading: Reading): boolean => {
  let han = 0;
  let letters = 0;
  for (let at = from; at < to; at++) {
    if (isHan(units[at]!)) han++;
    else if (isLatin(units[at]!)) letters++;
  }
  return reading === 'zh' ? han >= LEAST_HAN : letters >= LEAST_LETTERS && han === 0;
};

/** Cuts a text at commas and sentence ends, English also at conjunctions; leaves out what cannot be judged. */
export const clausesOf = (folded: Folded, reading: Reading): Clause[] => {
  const { units, sep, length } = folded;
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 1; at <= length; at++) {
    const cut =
      at === length ||
      sep[at]! >= Sep.SOFT ||
      (reading === 'en' && units[at - 1] === SPACE && at - from >= BEFORE_JOINT && startsJoint(folded, at));
    if (!cut) continue;
    // The space before the next clause is nobody's.
    const clause = { from, to: units[at - 1] === SPACE ? at - 1 : at };
    if (isReadable(folded, clause, reading)) clauses.push(clause);
    from = at;
  }
  return clauses;
};
