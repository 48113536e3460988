import type { Category } from '@/lib/phrasebook/vocabulary';
import type { Reading } from './clauses';

/** Weights of one linear reader, most of them zero; each other one is a few levels, the level times `scale`. */
export interface PackedWeights {
  /** Features are hashed into 2^bits places. */
  bits: number;
  scale: number;
  /** How many zeros stand before each weight, a letter each; `~` is ninety zeros and no weight. Places, then outputs. */
  gaps: string;
  /**
   * A letter a weight, `P` for zero and its neighbours for the levels beside it. Two strings compress better than one:
   * what is frequent in either has a short code.
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
  version: 3;
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
  /**
   * What a threshold loses where a complaint is answered with no way out: offences are far more frequent there. Absent:
   * nothing.
   */
  bareBy?: number;
  /**
   * Log-odds below which a clause contradicts a rule, in a draft that offers a way out and in any other; absent: it
   * never does.
   */
  innocentBelow?: { mended: number; other: number };
  /** Learned from a team's own examples; its scores are on the detector's scale, the higher of the two counts. */
  own?: OwnDetector;
}

export interface OwnDetector extends PackedWeights {
  /** What most of its offences are. */
  category: Category;
}

/** Log-odds above which a clause is marked. @param bare see `answersBarely` */
export const thresholdOf = (
  { thresholds, bareBy = 0 }: Pick<ModelFile, 'thresholds' | 'bareBy'>,
  keenness: Keenness,
  bare: boolean,
): number => thresholds[keenness] - (bare ? bareBy : 0);

const ZERO = 'P'.charCodeAt(0);
/** The most levels either way for which every letter is printable ASCII. */
export const MOST_LEVELS = 45;

const FIRST_GAP = '#'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
/** A gap this long is written as one letter and goes on with the next. */
const LONG_GAP = 90;
/** JSON would write a backslash twice. */
const gapCode = (gap: number): number =>
  FIRST_GAP + gap < BACKSLASH ? FIRST_GAP + gap : FIRST_GAP + gap + 1;

/** Levels of all places, place by place and within a place output by output. */
export const levelsOf = ({ bits, gaps, levels }: PackedWeights, outputs = 1): Int8Array => {
  const all = new Int8Array(outputs << bits);
  let place = 0;
  let next = 0;
  for (let at = 0; at < gaps.length; at++) {
    const code = gaps.charCodeAt(at);
    const gap = code - FIRST_GAP - (code > BACKSLASH ? 1 : 0);
    place += gap;
    if (gap < LONG_GAP) all[place++] = levels.charCodeAt(next++) - ZERO;
  }
  return all;
};

const CHUNK = 0x2000;

const lettersOf = (codes: readonly number[]): string => {
  let letters = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    letters += String.fromCharCode(...codes.slice(at, at + CHUNK));
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
  const gaps: number[] = [];
  const levels: number[] = [];
  let zeros = 0;
  for (const weight of weights) {
    const level = Math.max(-most, Math.min(most, Math.round(weight / scale)));
    if (level === 0) {
      zeros++;
      continue;
    }
    for (; zeros >= LONG_GAP; zeros -= LONG_GAP) gaps.push(gapCode(LONG_GAP));
    gaps.push(gapCode(zeros));
    levels.push(level + ZERO);
    zeros = 0;
  }
  return { bits, scale, gaps: lettersOf(gaps), levels: lettersOf(levels), bias: [...bias] };
};
