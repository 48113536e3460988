import { type Folded, fold, Sep } from '@/lib/text';
import type { Language, ScenarioId } from '../vocabulary';

/**
 * What short runs of words say about the scenario of a customer's message, learned from labelled messages: a linear
 * model over runs of one to three Chinese characters, or of one or two English word stems and the
 * beginnings of longer words. It knows nothing of order or
 * meaning; cues stand beside it and say what it cannot.
 */
export interface ScenarioWords {
  classes: readonly ScenarioId[];
  /** One run a line. */
  runs: string;
  /** For each run a signed byte for each class, and at the end one for each class alone; in base64. */
  weights: string;
  /** What a byte is worth. */
  scale: number;
}

/** The same, ready to be asked. */
export interface CompiledWords {
  classes: readonly ScenarioId[];
  index: ReadonlyMap<string, number>;
  weights: Int8Array;
  scale: number;
}

/** A run of words with its place, UTF-16 offsets in the text. */
export interface Run {
  run: string;
  start: number;
  end: number;
}

export const compileWords = ({ classes, runs, weights, scale }: ScenarioWords): CompiledWords => ({
  classes,
  index: new Map(runs.split('\n').map((run, at) => [run, at])),
  weights: Int8Array.from(atob(weights), (it) => it.charCodeAt(0)),
  scale,
});

const LONGEST_HAN = 3;
const ENDING = /(?:ing|ed|es|s|ly)$/;

const hanRuns = ({ units, start, end, sep, length }: Folded, found: Map<string, Run>): void => {
  for (let from = 0; from < length; from++) {
    let run = '';
    for (let at = from; at < Math.min(length, from + LONGEST_HAN); at++) {
      if (at > from && sep[at]! >= Sep.SOFT) break;
      run += String.fromCharCode(units[at]!);
      if (!found.has(run)) found.set(run, { run, start: start[from]!, end: end[at]! });
    }
  }
};

/** Longer words count by their beginning too: it outlives endings and most slips of the keyboard. */
const BEGINNING = 4;

const stemOf = (word: string): string => (word.length > 4 ? word.replace(ENDING, '') : word);

const wordRuns = ({ units, start, end, length }: Folded, found: Map<string, Run>): void => {
  let before: Run | null = null;
  let from = 0;
  for (let at = 0; at <= length; at++) {
    if (at < length && units[at] !== 32) continue;
    if (at > from) {
      const written = String.fromCharCode(...units.subarray(from, at));
      const word: Run = { run: stemOf(written), start: start[from]!, end: end[at - 1]! };
      if (!found.has(word.run)) found.set(word.run, word);
      if (written.length > BEGINNING) {
        const beginning = { ...word, run: `${written.slice(0, BEGINNING)}*` };
        if (!found.has(beginning.run)) found.set(beginning.run, beginning);
      }
      if (before !== null) {
        const pair = `${before.run} ${word.run}`;
        if (!found.has(pair)) found.set(pair, { run: pair, start: before.start, end: word.end });
      }
      before = word;
    }
    from = at + 1;
  }
};

/** Every run of a text, each once, with the place where it stands first. */
export function runsOf(text: string, language: Language): Run[] {
  const found = new Map<string, Run>();
  (language === 'en' ? wordRuns : hanRuns)(fold(text), found);
  return [...found.values()];
}

/** What the words of some messages say; `runs` are those the model knows. */
export interface WordsReading {
  /** Share of each class, 0 … 1, in the order of the model's classes; together 1. */
  shares: Float64Array;
  runs: readonly (Run & { message: number; at: number })[];
}

/** Reads messages (oldest first) together; each weighs `fading` times the one after it. `null` where hardly a run is known. */
export function readWords(
  words: CompiledWords,
  messages: readonly { message: number; runs: readonly Run[] }[],
  fading: number,
): WordsReading | null {
  const { classes, index, weights, scale } = words;
  const count = classes.length;
  const sums = new Float64Array(count);
  const known: (Run & { message: number; at: number })[] = [];
  let mass = 0;
  messages.forEach(({ message, runs }, place) => {
    const weight = fading ** (messages.length - 1 - place);
    for (const run of runs) {
      const at = index.get(run.run);
      if (at === undefined) continue;
      known.push({ ...run, message, at });
      mass += weight;
      for (let it = 0; it < count; it++) sums[it]! += weights[at * count + it]! * weight;
    }
  });
  if (known.length < FEWEST) return null;
  const shares = new Float64Array(count);
  const bias = index.size * count;
  let total = 0;
  for (let it = 0; it < count; it++) {
    shares[it] = Math.exp(scale * (sums[it]! / Math.sqrt(mass) + weights[bias + it]!));
    total += shares[it]!;
  }
  for (let it = 0; it < count; it++) shares[it]! /= total;
  return { shares, runs: known };
}

/** A message of which fewer runs are known is read by its cues alone. */
const FEWEST = 4;
/** Words that speak for a scenario, at most so many. */
const SHOWN = 3;

/** The runs that speak most for a class, longer ones in the place of their parts, in the order in which they stand. */
export function tellingRuns(
  { classes, weights }: CompiledWords,
  { runs }: WordsReading,
  scenario: ScenarioId,
): WordsReading['runs'] {
  const column = classes.indexOf(scenario);
  const weightOf = (at: number): number => weights[at * classes.length + column] ?? 0;
  const chosen: WordsReading['runs'][number][] = [];
  for (const run of [...runs].sort((a, b) => weightOf(b.at) - weightOf(a.at))) {
    if (chosen.length === SHOWN || weightOf(run.at) <= 0) break;
    const meets = chosen.some((it) => it.message === run.message && it.start < run.end && it.end > run.start);
    if (!meets) chosen.push(run);
  }
  return chosen.sort((a, b) => a.message - b.message || a.start - b.start);
}
