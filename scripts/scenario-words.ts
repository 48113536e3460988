/**
 * Learns what short runs of words say about the scenario of a customer's message, from the labelled messages of
 * phrasebooks/examples, and writes phrasebooks/words/*.json. Deterministic; `npm run words`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SCENARIOS, type ScenarioId } from '@/lib/phrasebook';
import { runsOf, type ScenarioWords } from '@/lib/phrasebook/runtime';
import { inHalf, readLabelled } from './tactful/labelled';
import { WORDS, type WordsName, wordsPath } from './tactful/scenario-words';

const examples = fileURLToPath(new URL('../phrasebooks/examples', import.meta.url));

interface Lesson {
  runs: string[];
  scenario: ScenarioId;
}

/** Messages by themselves, and what customers said before a labelled draft; each text once. The odd half stays unread. */
export function lessonsFor(name: WordsName): Lesson[] {
  const said = new Map<string, ScenarioId>();
  for (const file of readdirSync(examples).sort()) {
    if (!/^(customers\.|drafts\.|model-drafts).*\.jsonl$/.test(file)) continue;
    const read = readLabelled(file, readFileSync(path.join(examples, file), 'utf8'));
    const half = file.startsWith('model-') ? 'even' : 'all';
    const drafts = read.drafts.filter(({ number }) => inHalf(number, half));
    const ours = (language: string): boolean => WORDS[name].some((it) => it === language);
    for (const it of read.customers) if (ours(it.language)) said.set(it.text, it.scenario);
    for (const it of drafts) {
      const words = it.customer.join('\n');
      if (ours(it.language) && it.scenario !== undefined && words !== '') said.set(words, it.scenario);
    }
  }
  const language = WORDS[name][0];
  return [...said].map(([text, scenario]) => ({
    runs: runsOf(text, language).map(({ run }) => run),
    scenario,
  }));
}

/** More rounds guess no better. */
const ROUNDS = 40;
/** Enough to tell the heavy runs from the light. */
const FIRST_ROUNDS = 20;
const STEP = 0.25;
/** Half of it times the sum of squared weights is the price of a model. */
const SHRINK = 0.3;
/** A run seen once says nothing about others. */
const SEEN = 2;
/** Runs kept, the heaviest first. */
const KEPT = 4000;
/** Weights are whole numbers up to this: finer ones say nothing more and take more room. */
const LEVELS = 31;

interface Model {
  /** For each run one of each class. */
  weights: Float64Array;
  bias: Float64Array;
}

/** Multinomial logistic regression, all lessons at a time, by Adam: the same on every machine. */
function descend(lessons: readonly Lesson[], vocabulary: readonly string[], rounds: number): Model {
  const count = SCENARIOS.length;
  const index = new Map(vocabulary.map((run, at) => [run, at * count]));
  const texts = lessons.map(({ runs, scenario }) => ({
    places: runs.flatMap((run) => index.get(run) ?? []),
    label: SCENARIOS.indexOf(scenario),
  }));
  const size = vocabulary.length * count;
  // The last `count` are the biases.
  const weights = new Float64Array(size + count);
  const slopes = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const sums = new Float64Array(count);
  for (let round = 1; round <= rounds; round++) {
    for (let at = 0; at < size; at++) slopes[at] = SHRINK * weights[at]!;
    slopes.fill(0, size);
    for (const { places, label } of texts) {
      const pull = 1 / Math.sqrt(places.length || 1);
      sums.fill(0);
      for (const place of places) for (let it = 0; it < count; it++) sums[it]! += weights[place + it]! * pull;
      for (let it = 0; it < count; it++) sums[it]! += weights[size + it]!;
      const errors = softmax(sums);
      errors[label]! -= 1;
      for (const place of places)
        for (let it = 0; it < count; it++) slopes[place + it]! += errors[it]! * pull;
      for (let it = 0; it < count; it++) slopes[size + it]! += errors[it]!;
    }
    const step = STEP * (1 - (round - 1) / rounds);
    for (let at = 0; at < weights.length; at++) {
      mean[at] = 0.9 * mean[at]! + 0.1 * slopes[at]!;
      spread[at] = 0.99 * spread[at]! + 0.01 * slopes[at]! * slopes[at]!;
      const root = Math.sqrt(spread[at]! / (1 - 0.99 ** round)) + 1e-8;
      weights[at]! -= (step * mean[at]!) / (1 - 0.9 ** round) / root;
    }
  }
  return { weights: weights.subarray(0, size), bias: weights.subarray(size) };
}

function softmax(sums: Float64Array): Float64Array {
  const top = Math.max(...sums);
  const powers = sums.map((it) => Math.exp(it - top));
  const total = powers.reduce((sum, it) => sum + it, 0);
  return powers.map((it) => it / total);
}

/** Learns with every run, and again with the heaviest alone. */
export function learnWords(lessons: readonly Lesson[]): ScenarioWords {
  const count = SCENARIOS.length;
  const seen = new Map<string, number>();
  for (const { runs } of lessons) for (const run of runs) seen.set(run, (seen.get(run) ?? 0) + 1);
  const all = [...seen].filter(([, times]) => times >= SEEN).map(([run]) => run);
  const heft = ({ weights }: Model, run: number): number =>
    Math.max(...weights.subarray(run * count, (run + 1) * count).map(Math.abs));
  const first = descend(lessons, all, FIRST_ROUNDS);
  const kept = all
    .map((it, run) => ({ it, heft: heft(first, run) }))
    .sort((a, b) => b.heft - a.heft)
    .slice(0, KEPT)
    .map(({ it }) => it)
    .sort();
  const { weights, bias } = descend(lessons, kept, ROUNDS);
  const largest = (of: Float64Array): number => of.reduce((top, it) => Math.max(top, Math.abs(it)), 0);
  const scale = Math.max(largest(weights), largest(bias)) / LEVELS;
  const bytes = [...weights, ...bias].map((it) => Math.round(it / scale));
  return {
    classes: SCENARIOS,
    runs: kept.join('\n'),
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    scale: Number(scale.toPrecision(6)),
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(path.dirname(wordsPath('zh')), { recursive: true });
  for (const name of Object.keys(WORDS) as WordsName[]) {
    const lessons = lessonsFor(name);
    writeFileSync(wordsPath(name), `${JSON.stringify(learnWords(lessons))}\n`);
    console.log(`${name}: learned from ${lessons.length} messages`);
  }
}
