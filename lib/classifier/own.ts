import type { Category } from '@/lib/phrasebook/vocabulary';
import { FeatureReader } from './features';
import { type ModelFile, pack } from './model';
import { type Example, Learner, makeRandom, shuffle, type Window, windowsOf } from './train';

/** What a model is taught: examples of the team, and innocent texts that it must go on passing. */
export interface Lesson {
  own: readonly Example[];
  innocent: readonly string[];
}

/** Share of innocent texts that many own examples may mark in addition; few examples may mark few. */
const MARKED = 0.012;
const MANY = 150;
const LEAST_MARKED = 0.15;
/** The keenest setting may mark so many times more. */
const KEEN = 2.5;
const EPOCHS = 6;
/** More examples need fewer rounds, and somebody waits. */
const FEW_WINDOWS = 30_000;
const ROUNDS_OF_MANY = 2;
/** How much the counts weigh beside the learned weights; measured. */
const COUNTS_WEIGH = 0.5;
const SMOOTHING = 0.5;
/** A feature that one own example alone has counts half. */
const SEEN_ONCE = 0.5;
/** What only innocent texts have says little about this kind of offence. */
const NEVER_SEEN = 0.3;
const LEVELS = 127;
/** More room than the shipped detector has in English: what is rare tells own examples apart. */
const BITS = 18;
const SIZE = 1 << BITS;
const SLICE = 1000;
const KNOWS_ALL = { has: () => true };

/** Mean and spread of scores, so that two kinds of them can be added. */
const spreadOf = (scores: readonly number[]): { mean: number; spread: number } => {
  const mean = scores.reduce((sum, it) => sum + it, 0) / (scores.length || 1);
  const variance = scores.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (scores.length || 1);
  return { mean, spread: Math.sqrt(variance) || 1 };
};

const scoreOf = (weights: Float32Array, { features }: Window, mask: number): number => {
  let sum = 0;
  for (const feature of features) sum += weights[feature & mask]!;
  return sum / Math.sqrt(features.of || 1);
};

/** Log-ratios of how often features stand in own offences and in innocent clauses. */
const ratiosOf = (windows: readonly Window[], size: number): Float32Array => {
  const offending = new Float32Array(size);
  const innocent = new Float32Array(size);
  let [offences, others] = [0, 0];
  for (const { features, label } of windows) {
    const counts = label > 0 ? offending : innocent;
    for (const feature of features) counts[feature & (size - 1)]!++;
    if (label > 0) offences++;
    else others++;
  }
  return offending.map((count, place) => {
    const ratio = Math.log(
      (count + SMOOTHING) /
        (offences + 2 * SMOOTHING) /
        ((innocent[place]! + SMOOTHING) / (others + 2 * SMOOTHING)),
    );
    if (count === 0) return Math.min(0, ratio) * NEVER_SEEN;
    return count > 1 || ratio < 0 ? ratio : ratio * SEEN_ONCE;
  });
};

const withoutOwn = ({ own: _own, ...model }: ModelFile): ModelFile => model;

const mostFrequent = (examples: readonly Example[]): Category | undefined => {
  const counts = new Map<Category, number>();
  for (const { spans } of examples)
    for (const { category } of spans) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

/** What was learned from windows: learned weights and counts, each by its own spread, added. */
function* learning(windows: readonly Window[]): Generator<number, Float32Array> {
  const ratios = ratiosOf(windows, SIZE);
  const learner = new Learner(BITS, 1);
  const random = makeRandom(1);
  const epochs = windows.length > FEW_WINDOWS ? ROUNDS_OF_MANY : EPOCHS;
  const order = [...windows];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const [index, window] of order.entries()) {
      learner.learn(window, window.label > 0 ? 0 : -1);
      if (index % SLICE === SLICE - 1) yield (epoch + index / order.length) / epochs;
    }
  }
  const sample = windows.filter((it, at) => it.label === 0 && at % 7 === 0);
  const ofLearner = spreadOf(sample.map((it) => scoreOf(learner.weights, it, SIZE - 1)));
  const ofRatios = spreadOf(sample.map((it) => scoreOf(ratios, it, SIZE - 1)));
  return learner.weights.map(
    (it, place) => it / ofLearner.spread + (COUNTS_WEIGH * ratios[place]!) / ofRatios.spread,
  );
}

/**
 * Teaches a model a team's own examples: a second detector beside the first, the higher of the two counts, so nothing
 * that was found is lost. Its scale is set on innocent texts that were left out of learning, each half in turn. The same
 * lesson gives the same bytes; without an own offence the model is given back as it was. Yields the share done (0–1)
 * every thousand windows.
 */
export function* teaching(model: ModelFile, { own, innocent }: Lesson): Generator<number, ModelFile> {
  const category = mostFrequent(own);
  if (category === undefined) return withoutOwn(model);
  const { reading, classes, categories } = model;
  const reader = new FeatureReader(reading, classes);
  const take = (example: Example): Window[] => windowsOf(reader, example, categories, false, KNOWS_ALL);
  const often = own.length < innocent.length / 4 ? 2 : 1;
  const mine: Window[] = [];
  const passed: Window[][] = [];
  for (const [index, example] of own.entries()) {
    const these = take(example);
    for (let time = 0; time < often; time++) mine.push(...these);
    if (index % SLICE === SLICE - 1) yield 0;
  }
  for (const [index, text] of innocent.entries()) {
    passed.push(take({ text, spans: [] }));
    if (index % SLICE === SLICE - 1) yield (0.1 * index) / innocent.length;
  }

  const parts = { at: 0.1 };
  const learn = function* (windows: readonly Window[], share: number): Generator<number, Float32Array> {
    const work = learning(windows);
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
        scores.push(Math.max(...windows.map((it) => scoreOf(weights, it, SIZE - 1))));
  }
  const weights = yield* learn([...mine, ...passed.flat()], 0.4);
  const offences = own.filter((it) => it.spans.length > 0).length;
  const share = MARKED * Math.max(LEAST_MARKED, Math.min(1, offences / MANY));
  return { ...model, own: { ...scaled(model, weights, scores, share), category } };
}

/** Packs the weights so that a share of innocent texts lies above the model's usual threshold, and more above the keen one. */
const scaled = (model: ModelFile, weights: Float32Array, innocent: number[], share: number) => {
  const packed = pack(weights, BITS, [0], LEVELS);
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
