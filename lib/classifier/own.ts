import type { Category } from '@/lib/phrasebook/vocabulary';
import type { Reading } from './clauses';
import { FeatureReader } from './features';
import { levelsOf, MOST_LEVELS, type ModelFile, type PackedWeights, pack } from './model';
import {
  countsOf,
  type Example,
  Learner,
  makeRandom,
  pacesOf,
  shuffle,
  type Window,
  windowsOf,
} from './train';

/** What a model is taught: examples of the team, and innocent texts that it must go on passing. */
export interface Lesson {
  own: readonly Example[];
  innocent: readonly string[];
  /** What the team wrote day by day, nearly all of it innocent: it keeps the new detector quiet there. */
  written?: readonly string[];
}

/**
 * Share of innocent texts that many own examples may mark in addition; few examples may mark few. Measured: in English
 * innocent texts lie nearer to offences, and twice the share finds a tenth more and marks three points of them.
 */
const MARKED: Readonly<Record<Reading, number>> = { zh: 0.009, en: 0.012 };
const MANY = 150;
const LEAST_MARKED = 0.15;
/** The keenest setting may mark so many times more. */
const KEEN = 2.5;
const EPOCHS = 4;
/** More examples need fewer rounds, and somebody waits. */
const FEW_WINDOWS = 30_000;
const ROUNDS_OF_MANY = 2;
/** How fast a feature is learned that tells by itself; measured (see `pacesOf`). */
const PACE = 0.5;
/** How much the counts weigh beside the learned weights; measured. */
const COUNTS_WEIGH = 0.5;
const SMOOTHING = 0.5;
/** A feature that one own example alone has counts half. */
const SEEN_ONCE = 0.5;
/** What only innocent texts have says little about this kind of offence. */
const NEVER_SEEN = 0.3;
const SLICE = 1000;

/** Spread of scores, so that two kinds of them can be added. */
const spreadOf = (scores: readonly number[]): number => {
  const mean = scores.reduce((sum, it) => sum + it, 0) / (scores.length || 1);
  const variance = scores.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (scores.length || 1);
  return Math.sqrt(variance) || 1;
};

const scoreOf = (weights: Float32Array, { features }: Window): number => {
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += weights[features[at]! & mask]!;
  return sum / Math.sqrt(features.of || 1);
};

/** Log-ratios of how often features stand in own offences and in innocent clauses. */
const ratiosOf = (windows: readonly Window[], bits: number): Float32Array => {
  const { offending, innocent, offences, others } = countsOf(windows, bits);
  return offending.map((count, place) => {
    const ratio = Math.log(
      (count + SMOOTHING) /
        (offences + 2 * SMOOTHING) /
        ((innocent[place]! + SMOOTHING) / (others + 2 * SMOOTHING)),
    );
    if (count === 0) return innocent[place] === 0 ? 0 : Math.min(0, ratio) * NEVER_SEEN;
    return count > 1 || ratio < 0 ? ratio : ratio * SEEN_ONCE;
  });
};

const shippedWeights = ({ detector }: ModelFile): Float32Array =>
  Float32Array.from(levelsOf(detector), (level) => level * detector.scale);

const withoutOwn = ({ own: _own, ...model }: ModelFile): ModelFile => model;

const mostFrequent = (examples: readonly Example[]): Category | undefined => {
  const counts = new Map<Category, number>();
  for (const { spans } of examples)
    for (const { category } of spans) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/**
 * What was learned from windows: weights that say what the shipped ones left open, the shipped ones themselves, and
 * counts; learned and counted each by its own spread, added.
 */
function* learning(
  windows: readonly Window[],
  shipped: Float32Array,
  bias: number,
  bits: number,
): Generator<number, Float32Array> {
  const ratios = ratiosOf(windows, bits);
  const learner = new Learner(bits, 1, pacesOf(windows, bits, PACE));
  const random = makeRandom(1);
  const epochs = windows.length > FEW_WINDOWS ? ROUNDS_OF_MANY : EPOCHS;
  const order = windows.map((window) => ({ window, known: scoreOf(shipped, window) + bias }));
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const [index, { window, known }] of order.entries()) {
      learner.learn(window, window.label > 0 ? 0 : -1, known);
      if (index % SLICE === SLICE - 1) yield (epoch + index / order.length) / epochs;
    }
  }
  const learned = learner.weights.map((it, place) => it + shipped[place]!);
  const sample = windows.filter((it, at) => it.label === 0 && at % 7 === 0);
  const ofLearned = spreadOf(sample.map((it) => scoreOf(learned, it)));
  const ofRatios = spreadOf(sample.map((it) => scoreOf(ratios, it)));
  return learned.map((it, place) => it / ofLearned + (COUNTS_WEIGH * ratios[place]!) / ofRatios);
}

/**
 * Teaches a model a team's own examples: a second detector beside the first, the higher of the two counts, so nothing
 * that was found is lost. Its scale is set on innocent texts that were left out of learning, each half in turn. The same
 * lesson gives the same bytes; without an own offence the model is given back as it was. Yields the share done (0–1)
 * every thousand windows.
 */
export function* teaching(
  model: ModelFile,
  { own, innocent, written = [] }: Lesson,
): Generator<number, ModelFile> {
  const category = mostFrequent(own);
  if (category === undefined) return withoutOwn(model);
  const { reading, classes, categories } = model;
  const reader = new FeatureReader(reading, classes);
  const take = (example: Example): Window[] => windowsOf(reader, example, categories, false);
  const often = own.length < innocent.length / 4 ? 2 : 1;
  const mine: Window[] = [];
  const passed: Window[][] = [];
  for (const [index, example] of own.entries()) {
    const these = take(example);
    for (let time = 0; time < often; time++) mine.push(...these);
    if (index % SLICE === SLICE - 1) yield 0;
  }
  for (const [index, text] of [...innocent, ...written].entries()) {
    const these = take({ text, spans: [] });
    if (index < innocent.length) passed.push(these);
    else mine.push(...these);
    if (index % SLICE === SLICE - 1) yield (0.1 * index) / (innocent.length + written.length);
  }

  const { bits } = model.detector;
  const shipped = shippedWeights(model);
  const parts = { at: 0.1 };
  const learn = function* (windows: readonly Window[], share: number): Generator<number, Float32Array> {
    const work = learning(windows, shipped, model.detector.bias[0]!, bits);
    for (;;) {
      const step = work.next();
      if (step.done === true) {
        parts.at += share;
        return step.value;
      }
      yield parts.at + share * step.value;
    }
  };
  const scores: number[] = [];
  for (const half of [0, 1]) {
    const weights = yield* learn([...mine, ...passed.filter((_, at) => at % 2 === half).flat()], 0.25);
    for (const [at, windows] of passed.entries())
      if (at % 2 !== half && windows.length > 0)
        scores.push(Math.max(...windows.map((it) => scoreOf(weights, it))));
  }
  const weights = yield* learn([...mine, ...passed.flat()], 0.4);
  const offences = own.filter((it) => it.spans.length > 0).length;
  const share = MARKED[reading] * Math.max(LEAST_MARKED, Math.min(1, offences / MANY));
  return {
    ...model,
    own: { ...scaled(model, pack(weights, bits, [0], MOST_LEVELS), scores, share), category },
  };
}

/** Scales the weights so that a share of innocent texts lies above the model's usual threshold, and more above the keen one. */
const scaled = (model: ModelFile, packed: PackedWeights, innocent: number[], share: number) => {
  innocent.sort((a, b) => b - a);
  const at = (part: number): number => innocent[Math.floor(innocent.length * part)] ?? 0;
  const { usual, keen } = model.thresholds;
  const steep = (usual - keen) / (at(share) - at(share * KEEN));
  // Few innocent texts give no slope worth the name: then the two scales differ by a shift alone.
  const slope = Number.isFinite(steep) && steep > 0 ? steep : 1;
  return { ...packed, scale: packed.scale * slope, bias: [usual - slope * at(share)] };
};

/** Teaches to the end at once. */
export const teach = (model: ModelFile, lesson: Lesson): ModelFile => {
  const work = teaching(model, lesson);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};
