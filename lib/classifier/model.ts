import type { Category } from '@/lib/phrasebook/vocabulary';
import type { Reading } from './clauses';

/** Weights of one linear reader, each one of a few levels: the weight is the level times `scale`. */
export interface PackedWeights {
  /** Features are hashed into 2^bits places. */
  bits: number;
  scale: number;
  /**
   * A letter a weight, `P` for zero and its neighbours for the levels beside it; place by place, and within a place
   * output by output. Compresses to a fifth less than bytes in base64, where a level is never a symbol of its own.
   */
  levels: string;
  /** One an output. */
  bias: number[];
}

/** How readily the model speaks: log-odds above which a clause is marked. */
export interface Thresholds {
  quiet: number;
  usual: number;
  keen: number;
}
export type Keenness = keyof Thresholds;

/** Everything a classifier needs, as it is kept in a file. */
export interface ModelFile {
  version: 2;
  reading: Reading;
  /** Word classes, one a line. */
  classes: string;
  detector: PackedWeights;
  /** Which category an offending clause is of; outputs in the order of `categories`. */
  sorter: PackedWeights;
  categories: Category[];
  /** Log-odds of a draft to probability: 1 / (1 + exp(-(slope · x + offset))). */
  calibration: { slope: number; offset: number };
  thresholds: Thresholds;
  /** What a clause's score loses by the category it is sorted into, in the order of `categories`; absent: nothing. */
  margins?: number[];
  /** Log-odds below which a clause contradicts a rule of severity `medium`; absent: it never does. */
  innocentBelow?: number;
  /** Learned from a team's own examples; its scores are on the detector's scale, the higher of the two counts. */
  own?: OwnDetector;
}

export interface OwnDetector extends PackedWeights {
  /** What most of its offences are. */
  category: Category;
}

const ZERO = 'P'.charCodeAt(0);
/** The most levels either way for which every letter is printable ASCII. */
export const MOST_LEVELS = 45;

export const levelsOf = (letters: string): Int8Array => {
  const levels = new Int8Array(letters.length);
  for (let at = 0; at < letters.length; at++) levels[at] = letters.charCodeAt(at) - ZERO;
  return levels;
};

const CHUNK = 0x2000;

const lettersOf = (levels: Int8Array): string => {
  const codes = Uint8Array.from(levels, (it) => it + ZERO);
  let letters = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    letters += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return letters;
};

/** Few enough to stay below 150 KB; twelve, six and four either way find nearly the same in English. */
const MOST = 8;
/** Rare giants are clipped, so that the many small weights keep their difference. */
const KEPT = 0.9995;

/** Rounds weights to a few levels. */
export const pack = (
  weights: Float32Array,
  bits: number,
  bias: readonly number[],
  most = MOST,
): PackedWeights => {
  const sizes = weights
    .map(Math.abs)
    .filter((it) => it > 0)
    .sort();
  const largest = sizes[Math.floor((sizes.length - 1) * KEPT)] ?? 1;
  const scale = largest / most;
  const levels = Int8Array.from(weights, (it) => Math.max(-most, Math.min(most, Math.round(it / scale))));
  return { bits, scale, levels: lettersOf(levels), bias: [...bias] };
};
