import type { Category } from '@/lib/phrasebook/vocabulary';
import { type Folded, fold } from '@/lib/text';
import { FeatureReader } from './features';
import { type Keenness, levelsOf, type ModelFile, type PackedWeights, thresholdOf } from './model';

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
}

/** One clause or two neighbours, by their numbers. */
interface Window {
  first: number;
  last: number;
}

interface Judged extends Window {
  score: number;
  category: Category;
  /** Whether a team's own detector says so, more than the shipped one. */
  taught: boolean;
}

const WEIGHTY_WORDS = 3;
/** A word is named if it weighs at least this share of the heaviest. */
const WORTH_NAMING = 0.5;

const foldedOf = (text: string | Folded): Folded => (typeof text === 'string' ? fold(text) : text);

/** Reads drafts with a trained model. Not for use from two places at once: it keeps its buffers between calls. */
export class Classifier {
  readonly categories: readonly Category[];
  private readonly features: FeatureReader;
  private readonly weights: Int8Array;
  private readonly kinds: Int8Array;
  /** What a team's own examples taught. */
  private readonly taught: Int8Array | null;
  private readonly margins: readonly number[];
  private readonly least: number;
  /** Of features by their owner: what they weigh together, and how many they are. */
  private sums = new Float64Array(128);
  private counts = new Int32Array(128);

  constructor(private readonly model: ModelFile) {
    this.features = new FeatureReader(model.reading, model.classes);
    this.weights = levelsOf(model.detector);
    this.kinds = levelsOf(model.sorter, model.categories.length);
    this.taught = model.own === undefined ? null : levelsOf(model.own);
    this.categories = model.categories;
    this.margins = model.margins ?? model.categories.map(() => 0);
    this.least = Math.min(...this.margins);
  }

  private weigh(weights: Int8Array, { scale, bias }: PackedWeights): Scores {
    const { features } = this;
    const clauses = features.clauses.length;
    if (this.sums.length < clauses * 2) {
      this.sums = new Float64Array(clauses * 4);
      this.counts = new Int32Array(clauses * 4);
    }
    const { sums, counts } = this;
    sums.fill(0, 0, clauses * 2);
    counts.fill(0, 0, clauses * 2);
    const mask = weights.length - 1;
    const { hash, owner, count } = features;
    for (let at = 0; at < count; at++) {
      const of = owner[at]!;
      sums[of]! += weights[hash[at]! & mask]!;
      counts[of]!++;
    }
    const logit = (sum: number, many: number): number => (sum * scale) / Math.sqrt(many || 1) + bias[0]!;
    const single: number[] = [];
    const pair: number[] = [];
    for (let own = 0; own < clauses * 2; own += 2) {
      single.push(logit(sums[own]!, counts[own]!));
      if (own + 2 < clauses * 2)
        pair.push(
          logit(
            sums[own]! + sums[own + 1]! + sums[own + 2]!,
            counts[own]! + counts[own + 1]! + counts[own + 2]!,
          ),
        );
    }
    return { single, pair };
  }

  /** Windows that come above `threshold` once their category's margin is taken off. */
  private above(folded: Folded, threshold: number): Judged[] {
    const { features, model, taught } = this;
    features.read(folded);
    const shipped = this.weigh(this.weights, model.detector);
    const own = taught === null || model.own === undefined ? null : this.weigh(taught, model.own);
    const found: Judged[] = [];
    const judge = (window: Window, score: number, ownScore: number): void => {
      let best: Judged | null = null;
      if (score - this.least > threshold) {
        const kind = this.sort(window);
        const rest = score - this.margins[kind]!;
        if (rest > threshold)
          best = { ...window, score: rest, category: this.categories[kind]!, taught: false };
      }
      if (ownScore > Math.max(threshold, best?.score ?? threshold)) {
        const category = best?.category ?? model.own!.category;
        best = { ...window, score: ownScore, category, taught: true };
      }
      if (best !== null) found.push(best);
    };
    const nothing = Number.NEGATIVE_INFINITY;
    for (const [at, it] of shipped.single.entries())
      judge({ first: at, last: at }, it, own?.single[at] ?? nothing);
    for (const [at, it] of shipped.pair.entries())
      judge({ first: at, last: at + 1 }, it, own?.pair[at] ?? nothing);
    return found;
  }

  /** The highest score of any clause or two neighbours; `-Infinity` where there is nothing to judge. */
  highest(text: string): number {
    const { features, model, taught, margins, least } = this;
    features.read(fold(text));
    const { single, pair } = this.weigh(this.weights, model.detector);
    const windows = [
      ...single.map((score, at) => ({ score, first: at, last: at })),
      ...pair.map((score, at) => ({ score, first: at, last: at + 1 })),
    ].sort((a, b) => b.score - a.score);
    let highest = Number.NEGATIVE_INFINITY;
    if (taught !== null && model.own !== undefined) {
      const own = this.weigh(taught, model.own);
      highest = Math.max(...own.single, ...own.pair);
    }
    for (const window of windows) {
      // No margin lifts what comes after it above this.
      if (window.score - least <= highest) break;
      highest = Math.max(highest, window.score - margins[this.sort(window)]!);
    }
    return highest;
  }

  /** Scores and categories of every clause and every two neighbours, for choosing thresholds by. */
  scores(text: string): { score: number; category: Category }[] {
    return this.above(fold(text), Number.NEGATIVE_INFINITY);
  }

  /** How likely it is that a draft whose highest score is `score` offends. */
  probability(score: number): number {
    const { slope, offset } = this.model.calibration;
    return 1 / (1 + Math.exp(-(slope * score + offset)));
  }

  /**
   * Which of these words (UTF-16 offsets) a rule may have misread: none of the clauses they stand in comes near an
   * offence, alone or with a neighbour. Never where there is nothing to judge. `mended`: see `offersWayOut`.
   */
  innocent(text: string | Folded, spans: readonly Range[], mended = false): boolean[] {
    const innocentBelow = this.model.innocentBelow?.[mended ? 'mended' : 'other'];
    if (innocentBelow === undefined || spans.length === 0) return spans.map(() => false);
    const folded = foldedOf(text);
    this.features.read(folded);
    const { clauses } = this.features;
    const readers = [this.weigh(this.weights, this.model.detector)];
    if (this.taught !== null && this.model.own !== undefined)
      readers.push(this.weigh(this.taught, this.model.own));
    return spans.map((span) => {
      let highest = Number.NEGATIVE_INFINITY;
      clauses.forEach(({ from, to }, at) => {
        if (folded.start[from]! >= span.end || folded.end[to - 1]! <= span.start) return;
        for (const { single, pair } of readers)
          highest = Math.max(highest, single[at]!, pair[at] ?? highest, pair[at - 1] ?? highest);
      });
      return highest > Number.NEGATIVE_INFINITY && highest < innocentBelow;
    });
  }

  /** See `thresholdOf`. */
  threshold(keenness: Keenness, bare: boolean): number {
    return thresholdOf(this.model, keenness, bare);
  }

  /** Clauses above `threshold` (by default the model's usual one), never overlapping, in the order of the text. */
  read(text: string | Folded, threshold: number = this.model.thresholds.usual): Suspicion[] {
    const folded = foldedOf(text);
    const doubted = this.above(folded, threshold);
    if (doubted.length === 0) return [];
    const taken = new Set<number>();
    const found = doubted.filter(({ first, last }) => first === last);
    for (const { first } of found) taken.add(first);
    // Two clauses together only where neither says it alone.
    const together = doubted.filter(({ first, last }) => first !== last);
    for (const it of together.sort((a, b) => b.score - a.score)) {
      if (taken.has(it.first) || taken.has(it.last)) continue;
      found.push(it);
      taken.add(it.first).add(it.last);
    }
    this.features.read(folded, true);
    return found
      .sort((a, b) => a.first - b.first)
      .map(({ first, last, score, category, taught }) => ({
        start: folded.start[this.features.clauses[first]!.from]!,
        end: folded.end[this.features.clauses[last]!.to - 1]!,
        category,
        score,
        probability: this.probability(score),
        words: this.weighty(folded, { first, last }, taught ? this.taught! : this.weights),
      }));
  }

  private *within({ first, last }: Window): Generator<number> {
    const { owner, count } = this.features;
    for (let at = 0; at < count; at++) if (owner[at]! >= first * 2 && owner[at]! <= last * 2) yield at;
  }

  /** Index of the category that a window is most likely of. */
  private sort(window: Window): number {
    const { kinds, model, features, categories } = this;
    const outputs = categories.length;
    const mask = (1 << model.sorter.bits) - 1;
    const sums = new Float64Array(outputs);
    let many = 0;
    for (const at of this.within(window)) {
      const place = (features.hash[at]! & mask) * outputs;
      for (let output = 0; output < outputs; output++) sums[output]! += kinds[place + output]!;
      many++;
    }
    let best = 0;
    const value = (output: number): number =>
      (sums[output]! * model.sorter.scale) / Math.sqrt(many || 1) + model.sorter.bias[output]!;
    for (let output = 1; output < outputs; output++) if (value(output) > value(best)) best = output;
    return best;
  }

  /** Each feature's weight is shared out over the units it speaks of; neighbours that weigh much make a word. */
  private weighty(folded: Folded, window: Window, weights: Int8Array): Range[] {
    const { features } = this;
    const { clauses } = features;
    const from = clauses[window.first]!.from;
    const to = clauses[window.last]!.to;
    const mask = weights.length - 1;
    const weight = new Float64Array(to - from);
    for (const at of this.within(window)) {
      const first = Math.max(0, features.from[at]! - from);
      const last = Math.min(weight.length - 1, features.to[at]! - from);
      const each = weights[features.hash[at]! & mask]! / (last - first + 1);
      for (let unit = first; unit <= last; unit++) weight[unit]! += each;
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
