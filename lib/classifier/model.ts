import type { Category } from '@/lib/phrasebook/vocabulary';
import type { Reading } from './clauses';

/** Weights of one linear reader, a byte each of which few levels are used: the weight is the byte times `scale`. */
export interface PackedWeights {
  /** Features are hashed into 2^bits places. */
  bits: number;
  scale: number;
  /** Signed bytes, base64; place by place, and within a place output by output. */
  bytes: string;
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
  version: 1;
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
  /** Learned from a team's own examples; its scores are on the detector's scale, the higher of the two counts. */
  own?: OwnDetector;
}

export interface OwnDetector extends PackedWeights {
  /** What most of its offences are. */
  category: Category;
}

export const bytesOf = (base64: string): Int8Array => {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
};

const CHUNK = 0x2000;

export const base64Of = (bytes: Int8Array): string => {
  const unsigned = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  let binary = '';
  for (let at = 0; at < unsigned.length; at += CHUNK)
    binary += String.fromCharCode(...unsigned.subarray(at, at + CHUNK));
  return btoa(binary);
};

/** Twelve levels either way find as much as 127 and are a quarter smaller once compressed. */
const MOST = 12;
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
  const bytes = Int8Array.from(weights, (it) => Math.max(-most, Math.min(most, Math.round(it / scale))));
  return { bits, scale, bytes: base64Of(bytes), bias: [...bias] };
};
