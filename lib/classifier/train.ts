import type { Category } from '@/lib/phrasebook/vocabulary';
import { fold } from '@/lib/text';
import type { Reading } from './clauses';
import { FeatureReader } from './features';
import { type ModelFile, pack, type Thresholds } from './model';

/** A labelled draft: where it offends and how, in UTF-16 offsets; no spans where it is innocent. */
export interface Example {
  text: string;
  spans: readonly { start: number; end: number; category: Category }[];
}

export interface TrainingOptions {
  reading: Reading;
  classes: string;
  categories: readonly Category[];
  thresholds: Thresholds;
  calibration: ModelFile['calibration'];
  detectorBits?: number;
  sorterBits?: number;
  epochs?: number;
  /** Weights that are kept. */
  most?: number;
  /** `null`: all features are learned alike. */
  pace?: number | null;
  /** One window for the whole draft instead of one for each clause: only for comparing. */
  whole?: boolean;
}

export interface Window {
  /** Hashes, not yet cut to the size of a table; `of` counts those too that were left out. */
  features: Uint32Array & { of: number };
  /** 0 innocent, else 1 + index of the category. */
  label: number;
}

const RATE = 0.2;
const DECAY = 1e-3;
/** Room for every feature to have a place nearly of its own; measured, a million finds more than half of it. */
const DETECTOR_BITS = 20;
/** What fits into 150 KB; the rest is left out and the others learned once more. */
const MOST_WEIGHTS = 112_000;
/** How much faster a feature is learned the more it tells by itself (see `pacesOf`). */
const PACE = 1;
const SORTER_BITS = 12;
const EPOCHS = 6;
/** A clause is what its label says if this much of it, or of the label, is common to both; less is left out. */
const COVERED = 0.5;
const SLICE = 2000;

export const makeRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

export const shuffle = <T>(items: T[], random: () => number): void => {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
};

interface Cover {
  share: number;
  label: number;
}

/** The windows of a draft: each clause, and each with its successor. */
export const windowsOf = (
  reader: FeatureReader,
  { text, spans }: Example,
  categories: readonly Category[],
  whole: boolean,
): Window[] => {
  const folded = fold(text);
  reader.read(folded);
  const covers = reader.clauses.map(({ from, to }): Cover => {
    const start = folded.start[from]!;
    const end = folded.end[to - 1]!;
    const best: Cover = { share: 0, label: 0 };
    for (const span of spans) {
      const common = Math.min(end, span.end) - Math.max(start, span.start);
      const share = common / Math.min(end - start, span.end - span.start);
      if (share > best.share) {
        best.share = share;
        best.label = categories.indexOf(span.category) + 1;
      }
    }
    return best;
  });
  const kept = (features: readonly number[]): Window['features'] =>
    Object.assign(Uint32Array.from(features), { of: features.length });
  const own: number[][] = covers.map(() => []);
  const across: number[][] = covers.map(() => []);
  for (let at = 0; at < reader.count; at++) {
    const owner = reader.owner[at]!;
    (owner % 2 === 0 ? own : across)[owner >> 1]!.push(reader.hash[at]!);
  }
  if (whole) {
    const label = covers.reduce((most, it) => Math.max(most, it.label), 0);
    return own.length === 0 ? [] : [{ features: kept([...own, ...across].flat()), label }];
  }
  const windows: Window[] = [];
  const add = (features: number[], cover: Cover): void => {
    if (cover.share > 0 && cover.share < COVERED) return;
    windows.push({ features: kept(features), label: cover.label });
  };
  covers.forEach((cover, at) => {
    add(own[at]!, cover);
    const next = covers[at + 1];
    if (next === undefined) return;
    add([...own[at]!, ...across[at]!, ...own[at + 1]!], next.share > cover.share ? next : cover);
  });
  return windows;
};

/**
 * How fast each place of a table may be learned: the log-ratio of how often its features stand in offending and in
 * innocent windows. What says nothing by itself stays near zero instead of taking up what its neighbours did.
 */
export const pacesOf = (windows: readonly Window[], bits: number, pace: number): Float32Array => {
  const { offending, innocent, offences, others } = countsOf(windows, bits);
  return offending.map((count, place) => {
    const other = innocent[place]!;
    if (count + other === 0) return 0;
    return pace * Math.abs(Math.log((count + 1) / (offences + 2) / ((other + 1) / (others + 2))));
  });
};

/** In how many windows of either kind each feature stands. */
export const countsOf = (windows: readonly Window[], bits: number) => {
  const mask = (1 << bits) - 1;
  const offending = new Float32Array(1 << bits);
  const innocent = new Float32Array(1 << bits);
  let offences = 0;
  for (const { features, label } of windows) {
    const counts = label > 0 ? offending : innocent;
    for (let at = 0; at < features.length; at++) counts[features[at]! & mask]!++;
    if (label > 0) offences++;
  }
  return { offending, innocent, offences, others: windows.length - offences };
};

/** One AdaGrad step a window and output; logistic losses, one against the rest where there are several outputs. */
export class Learner {
  readonly weights: Float32Array;
  readonly bias: number[];
  private readonly squares: Float32Array;
  private readonly biasSquares: number[];
  private readonly mask: number;

  constructor(
    bits: number,
    private readonly outputs: number,
    /** See `pacesOf`; all alike where it is left out. */
    private readonly paces: Float32Array | null = null,
  ) {
    this.weights = new Float32Array(outputs << bits);
    this.squares = new Float32Array(outputs << bits).fill(1e-8);
    this.bias = Array<number>(outputs).fill(0);
    this.biasSquares = Array<number>(outputs).fill(1e-8);
    this.mask = (1 << bits) - 1;
  }

  /** @param known log-odds that stand already, beside what is learned here */
  learn({ features }: Window, right: number, known = 0): void {
    const { weights, squares, outputs, mask, paces } = this;
    const share = 1 / Math.sqrt(features.of || 1);
    for (let output = 0; output < outputs; output++) {
      let sum = known + this.bias[output]!;
      for (let at = 0; at < features.length; at++)
        sum += weights[(features[at]! & mask) * outputs + output]! * share;
      const error = 1 / (1 + Math.exp(-sum)) - (output === right ? 1 : 0);
      this.biasSquares[output]! += error * error;
      this.bias[output]! -= (RATE * error) / Math.sqrt(this.biasSquares[output]!);
      for (let at = 0; at < features.length; at++) {
        const place = (features[at]! & mask) * outputs + output;
        const slope = error * share + DECAY * weights[place]!;
        squares[place]! += slope * slope;
        const rate = paces === null ? RATE : RATE * paces[place]!;
        weights[place]! -= (rate * slope) / Math.sqrt(squares[place]!);
      }
    }
  }
}

/**
 * The windows with those features alone whose places of a table say most: weight times the root of how often they are
 * met. What is left out keeps its share of the length, and so of the scale. `null` where all may stay.
 */
const trimmed = (
  windows: readonly Window[],
  weights: Float32Array,
  bits: number,
  most: number,
): Window[] | null => {
  const { offending, innocent } = countsOf(windows, bits);
  const worth = weights.map((it, place) => Math.abs(it) * Math.sqrt(offending[place]! + innocent[place]!));
  const sorted = worth.filter((it) => it > 0).sort();
  if (sorted.length <= most) return null;
  const least = sorted[sorted.length - most]!;
  const mask = (1 << bits) - 1;
  return windows.map(({ features, label }) => {
    const left = features.filter((it) => worth[it & mask]! >= least);
    return { features: Object.assign(left, { of: features.of }), label };
  });
};

/**
 * Trains a model; the same examples in the same order give the same model. Yields the share done (0–1) every few
 * thousand windows, so that a caller can show progress, yield to others or stop.
 */
export function* training(
  examples: readonly Example[],
  options: TrainingOptions,
): Generator<number, ModelFile> {
  const { reading, classes, categories, epochs = EPOCHS, whole = false } = options;
  const { detectorBits = DETECTOR_BITS, sorterBits = SORTER_BITS, most = MOST_WEIGHTS } = options;
  const reader = new FeatureReader(reading, classes);
  const windows: Window[] = [];
  for (const [index, example] of examples.entries()) {
    windows.push(...windowsOf(reader, example, categories, whole));
    if (index % SLICE === SLICE - 1) yield (0.2 * index) / examples.length;
  }
  const pace = options.pace === undefined ? PACE : options.pace;
  const paces = pace === null ? null : pacesOf(windows, detectorBits, pace);
  const detect = function* (from: readonly Window[], begin: number): Generator<number, Learner> {
    const detector = new Learner(detectorBits, 1, paces);
    const random = makeRandom(1);
    const order = [...from];
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random);
      for (const [index, window] of order.entries()) {
        detector.learn(window, window.label > 0 ? 0 : -1);
        if (index % SLICE === SLICE - 1) yield begin + (0.35 * (epoch + index / order.length)) / epochs;
      }
    }
    return detector;
  };
  const all = yield* detect(windows, 0.2);
  const left = trimmed(windows, all.weights, detectorBits, most);
  const detector = left === null ? all : yield* detect(left, 0.55);
  const sorter = new Learner(sorterBits, categories.length);
  const offending = windows.filter((it) => it.label > 0);
  const random = makeRandom(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(offending, random);
    for (const window of offending) sorter.learn(window, window.label - 1);
    yield 0.9 + (0.1 * epoch) / epochs;
  }
  return {
    version: 3,
    reading,
    classes,
    detector: pack(detector.weights, detectorBits, detector.bias),
    sorter: pack(sorter.weights, sorterBits, sorter.bias),
    categories: [...categories],
    calibration: options.calibration,
    thresholds: options.thresholds,
  };
}

/** Trains to the end at once. */
export const train = (examples: readonly Example[], options: TrainingOptions): ModelFile => {
  const work = training(examples, options);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};

const STEPS = 30;
/** Keeps Newton's steps small where nearly all texts are of one kind. */
const DAMPING = 1e-6;

/** Platt's calibration of draft scores: logistic regression on one number, by Newton's steps. */
export const calibrate = (
  scored: readonly { score: number; offends: boolean }[],
): ModelFile['calibration'] => {
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, DAMPING, 0, DAMPING];
    for (const { score, offends } of scored) {
      if (!Number.isFinite(score)) continue;
      const chance = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = chance - (offends ? 1 : 0);
      const weight = chance * (1 - chance);
      g0 += error;
      g1 += error * score;
      h00 += weight;
      h01 += weight * score;
      h11 += weight * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), offset: Number(offset.toFixed(4)) };
};
