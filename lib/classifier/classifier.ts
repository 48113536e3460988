import type { Category } from '@/lib/phrasebook/vocabulary';
import { type Folded, fold } from '@/lib/text';
import { FeatureReader } from './features';
import { bytesOf, type ModelFile, type PackedWeights } from './model';

interface Range {
  start: number;
  end: number;
}

/** A clause (or two that say it together) that might hurt; offsets are UTF-16 units of the text. */
export interface Suspicion extends Range {
  category: Category;
  /** Log-odds before calibration; comparable with the model's thresholds. */
  score: number;
  /** How likely it is that a draft with this score offends. */
  probability: number;
  /** The words that weigh most, in the order of the text. */
  words: Range[];
}

/** Of each clause alone, and of each with its successor. */
interface Scores {
  single: number[];
  pair: number[];
  /** What the shipped detector alone says, where a team's own spoke too. */
  shipped?: Scores;
}

const WEIGHTY_WORDS = 3;
/** A word is named if it weighs at least this share of the heaviest. */
const WORTH_NAMING = 0.5;

/** Reads drafts with a trained model. Not for use from two places at once: it keeps its buffers between calls. */
export class Classifier {
  readonly categories: readonly Category[];
  private readonly features: FeatureReader;
  private readonly weights: Int8Array;
  private readonly kinds: Int8Array;
  /** What a team's own examples taught. */
  private readonly taught: Int8Array | null;
  private own = new Float64Array(64);
  private ownCount = new Float64Array(64);
  private across = new Float64Array(64);
  private acrossCount = new Float64Array(64);

  constructor(private readonly model: ModelFile) {
    this.features = new FeatureReader(model.reading, model.classes);
    this.weights = bytesOf(model.detector.bytes);
    this.kinds = bytesOf(model.sorter.bytes);
    this.taught = model.own === undefined ? null : bytesOf(model.own.bytes);
    this.categories = model.categories;
  }

  /** Score of each clause alone, then of each with its successor, in `single` and `pair`. */
  private score(folded: Folded): Scores {
    const { features, weights, model, taught } = this;
    features.read(folded);
    const scores = this.weigh(weights, model.detector);
    if (taught === null || model.own === undefined) return scores;
    const own = this.weigh(taught, model.own);
    const higher = (a: readonly number[], b: readonly number[]): number[] =>
      a.map((it, at) => Math.max(it, b[at]!));
    return {
      single: higher(scores.single, own.single),
      pair: higher(scores.pair, own.pair),
      shipped: scores,
    };
  }

  private weigh(weights: Int8Array, { scale, bias }: PackedWeights): Scores {
    const { features } = this;
    const clauses = features.clauses.length;
    if (this.own.length < clauses) {
      this.own = new Float64Array(clauses * 2);
      this.ownCount = new Float64Array(clauses * 2);
      this.across = new Float64Array(clauses * 2);
      this.acrossCount = new Float64Array(clauses * 2);
    }
    const { own, ownCount, across, acrossCount } = this;
    own.fill(0, 0, clauses);
    ownCount.fill(0, 0, clauses);
    across.fill(0, 0, clauses);
    acrossCount.fill(0, 0, clauses);
    const mask = weights.length - 1;
    const { hash, clause, crosses, count } = features;
    for (let at = 0; at < count; at++) {
      const weight = weights[hash[at]! & mask]!;
      const of = clause[at]!;
      if (crosses[at] === 0) {
        own[of]! += weight;
        ownCount[of]!++;
      } else {
        across[of]! += weight;
        acrossCount[of]!++;
      }
    }
    const logit = (sum: number, many: number): number => (sum * scale) / Math.sqrt(many || 1) + bias[0]!;
    const single: number[] = [];
    const pair: number[] = [];
    for (let at = 0; at < clauses; at++) {
      single.push(logit(own[at]!, ownCount[at]!));
      if (at + 1 < clauses)
        pair.push(
          logit(own[at]! + across[at]! + own[at + 1]!, ownCount[at]! + acrossCount[at]! + ownCount[at + 1]!),
        );
    }
    return { single, pair };
  }

  /** The highest score of any clause or two neighbours; `-Infinity` where there is nothing to judge. */
  highest(text: string): number {
    const { single, pair } = this.score(fold(text));
    return Math.max(...single, ...pair);
  }

  /** How likely it is that a draft whose highest score is `score` offends. */
  probability(score: number): number {
    const { slope, offset } = this.model.calibration;
    return 1 / (1 + Math.exp(-(slope * score + offset)));
  }

  /** Clauses above `threshold` (by default the model's usual one), never overlapping, in the order of the text. */
  read(text: string | Folded, threshold: number = this.model.thresholds.usual): Suspicion[] {
    const folded = typeof text === 'string' ? fold(text) : text;
    const { single, pair, shipped } = this.score(folded);
    /** Whether only the team's own examples say so. */
    const isTaught = (first: number, last: number): boolean =>
      shipped !== undefined && (first === last ? shipped.single[first]! : shipped.pair[first]!) <= threshold;
    const taken = new Set<number>();
    const found: { first: number; last: number; score: number }[] = [];
    single.forEach((score, at) => {
      if (score <= threshold) return;
      found.push({ first: at, last: at, score });
      taken.add(at);
    });
    // Two clauses together only where neither says it alone.
    const together = pair.map((score, first) => ({ first, last: first + 1, score }));
    for (const it of together.filter(({ score }) => score > threshold).sort((a, b) => b.score - a.score)) {
      if (taken.has(it.first) || taken.has(it.last)) continue;
      found.push(it);
      taken.add(it.first).add(it.last);
    }
    return found
      .sort((a, b) => a.first - b.first)
      .map(({ first, last, score }) => ({
        start: folded.start[this.features.clauses[first]!.from]!,
        end: folded.end[this.features.clauses[last]!.to - 1]!,
        category: isTaught(first, last) ? this.model.own!.category : this.sort(first, last),
        score,
        probability: this.probability(score),
        words: this.weighty(folded, first, last, isTaught(first, last) ? this.taught! : this.weights),
      }));
  }

  private *within(first: number, last: number): Generator<number> {
    const { clause, crosses, count } = this.features;
    for (let at = 0; at < count; at++) {
      const of = clause[at]!;
      if (of >= first && of <= last && (crosses[at] === 0 || of < last)) yield at;
    }
  }

  private sort(first: number, last: number): Category {
    const { kinds, model, features, categories } = this;
    const outputs = categories.length;
    const mask = (1 << model.sorter.bits) - 1;
    const sums = new Float64Array(outputs);
    let many = 0;
    for (const at of this.within(first, last)) {
      const place = (features.hash[at]! & mask) * outputs;
      for (let output = 0; output < outputs; output++) sums[output]! += kinds[place + output]!;
      many++;
    }
    let best = 0;
    const value = (output: number): number =>
      (sums[output]! * model.sorter.scale) / Math.sqrt(many || 1) + model.sorter.bias[output]!;
    for (let output = 1; output < outputs; output++) if (value(output) > value(best)) best = output;
    return categories[best]!;
  }

  /** Each feature's weight is shared out over the units at its two ends; neighbours that weigh much make a word. */
  private weighty(folded: Folded, first: number, last: number, weights: Int8Array): Range[] {
    const { features } = this;
    const { clauses } = features;
    const from = clauses[first]!.from;
    const to = clauses[last]!.to;
    const mask = weights.length - 1;
    const weight = new Float64Array(to - from);
    for (const at of this.within(first, last)) {
      const value = weights[features.hash[at]! & mask]!;
      const ends = new Set([features.from[at]! - from, features.to[at]! - from]);
      for (const unit of ends) if (unit >= 0 && unit < weight.length) weight[unit]! += value / ends.size;
    }
    if (this.model.reading === 'en') this.evenOut(folded, from, to, weight);
    const most = Math.max(...weight);
    if (most <= 0) return [];
    const runs: (Range & { weight: number })[] = [];
    for (let at = 0; at < weight.length; at++) {
      if (weight[at]! < most * WORTH_NAMING) continue;
      const begin = at;
      let sum = 0;
      while (at < weight.length && weight[at]! >= most * WORTH_NAMING) sum += weight[at++]!;
      runs.push({ start: folded.start[from + begin]!, end: folded.end[from + at - 1]!, weight: sum });
    }
    return runs
      .sort((a, b) => b.weight - a.weight)
      .slice(0, WEIGHTY_WORDS)
      .sort((a, b) => a.start - b.start)
      .map(({ start, end }) => ({ start, end }));
  }

  /** English words are named whole: every letter weighs what the word does. */
  private evenOut({ units }: Folded, from: number, to: number, weight: Float64Array): void {
    for (let begin = from; begin < to; begin++) {
      if (units[begin] === 32) {
        weight[begin - from] = 0;
        continue;
      }
      let end = begin;
      let sum = 0;
      while (end < to && units[end] !== 32) sum += weight[end++ - from]!;
      weight.fill(sum, begin - from, end - from);
      begin = end - 1;
    }
  }
}
