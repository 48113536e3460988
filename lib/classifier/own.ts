import type { Category } from '@/lib/phrasebook/vocabulary';
import { Classifier } from './classifier';
import { FeatureReader } from './features';
import { type ModelFile, pack } from './model';
import { type Example, Learner, makeRandom, shuffle, type Window, windowsOf } from './train';

/** What a model is taught: examples of the team, and innocent texts that it must go on passing. */
export interface Lesson {
  own: readonly Example[];
  innocent: readonly string[];
}

/** Shares of innocent clauses (held back from learning) that own examples may mark in addition, at two keennesses. */
const MARKED = { usual: 0.004, keen: 0.012 } as const;
/** Every so many innocent texts sets the threshold and is not learned from. */
const HELD = 5;
const EPOCHS = 6;
const FEW_WINDOWS = 40_000;
/** How much the counts weigh beside the learned weights; measured. */
const COUNTS_WEIGH = 0.5;
const SMOOTHING = 0.5;
/** A feature that one own example alone has counts half. */
const SEEN_ONCE = 0.5;
/** What only innocent texts have says little about this kind of offence. */
const NEVER_SEEN = 0.3;
const LEVELS = 127;
const SLICE = 1000;
const KNOWS_ALL = { has: () => true };

export const isHeldBack = (index: number): boolean => index % HELD === HELD - 1;

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

/**
 * Teaches a model a team's own examples: a second detector beside the first, the higher of the two counts, so nothing
 * that was found is lost. Its scale is set on innocent texts it did not learn from. The same lesson gives the same
 * bytes; without an own offence the model is given back as it was. Yields the share done (0–1) every thousand windows.
 */
export function* teaching(model: ModelFile, { own, innocent }: Lesson): Generator<number, ModelFile> {
  const category = mostFrequent(own);
  if (category === undefined) return withoutOwn(model);
  const { reading, classes, categories } = model;
  const { bits } = model.detector;
  const size = 1 << bits;
  const reader = new FeatureReader(reading, classes);
  const windows: Window[] = [];
  const take = (example: Example, times: number): void => {
    const these = windowsOf(reader, example, categories, false, KNOWS_ALL);
    for (let time = 0; time < times; time++) windows.push(...these);
  };
  const texts = innocent.filter((_, at) => !isHeldBack(at));
  const often = own.length < texts.length / 4 ? 2 : 1;
  for (const [index, text] of texts.entries()) {
    take({ text, spans: [] }, 1);
    if (index % SLICE === SLICE - 1) yield (0.2 * index) / (texts.length + own.length);
  }
  for (const [index, example] of own.entries()) {
    take(example, often);
    if (index % SLICE === SLICE - 1) yield (0.2 * (texts.length + index)) / (texts.length + own.length);
  }

  const ratios = ratiosOf(windows, size);
  const learner = new Learner(bits, 1);
  const random = makeRandom(1);
  const epochs = windows.length > FEW_WINDOWS ? EPOCHS / 2 : EPOCHS;
  const order = [...windows];
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (const [index, window] of order.entries()) {
      learner.learn(window, window.label > 0 ? 0 : -1);
      if (index % SLICE === SLICE - 1) yield 0.2 + (0.7 * (epoch + index / order.length)) / epochs;
    }
  }

  const sample = windows.filter((it, at) => it.label === 0 && at % 7 === 0);
  const ofLearner = spreadOf(sample.map((it) => scoreOf(learner.weights, it, size - 1)));
  const ofRatios = spreadOf(sample.map((it) => scoreOf(ratios, it, size - 1)));
  const weights = learner.weights.map(
    (it, place) => it / ofLearner.spread + (COUNTS_WEIGH * ratios[place]!) / ofRatios.spread,
  );
  yield 0.92;
  return { ...model, own: { ...scaled(model, weights, innocent), category } };
}

/** Packs the weights so that the shares of innocent texts in `MARKED` lie above the model's own thresholds. */
const scaled = (model: ModelFile, weights: Float32Array, innocent: readonly string[]) => {
  const packed = pack(weights, model.detector.bits, [0], LEVELS);
  const alone = new Classifier({ ...withoutOwn(model), detector: packed });
  const scores = innocent
    .filter((_, at) => isHeldBack(at))
    .map((it) => alone.highest(it))
    .sort((a, b) => b - a);
  const at = (share: number): number => scores[Math.floor(scores.length * share)] ?? 0;
  const { usual, keen } = model.thresholds;
  const steep = (usual - keen) / (at(MARKED.usual) - at(MARKED.keen));
  // Few innocent texts give no slope worth the name: then the two scales differ by a shift alone.
  const slope = Number.isFinite(steep) && steep > 0 ? steep : 1;
  return { ...packed, scale: packed.scale * slope, bias: [usual - slope * at(MARKED.usual)] };
};

/** Teaches to the end at once. */
export const teach = (model: ModelFile, lesson: Lesson): ModelFile => {
  const work = teaching(model, lesson);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};
