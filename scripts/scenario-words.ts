/**
 * Learns what short runs of words say about the scenario of a customer's message, from the labelled messages of
 * phrasebooks/examples, and writes phrasebooks/words/*.json. Deterministic; `npm run words`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SCENARIOS, type ScenarioId } from '@/lib/phrasebook';
import { runsOf, type ScenarioWords } from '@/lib/phrasebook/runtime';
import { readLabelled } from './tactful/labelled';
import { WORDS, type WordsName, wordsPath } from './tactful/scenario-words';

const examples = fileURLToPath(new URL('../phrasebooks/examples', import.meta.url));

interface Lesson {
  runs: string[];
  scenario: ScenarioId;
}

/** Messages by themselves, and what customers said before a labelled draft; each text once. */
export function lessonsFor(name: WordsName): Lesson[] {
  const said = new Map<string, ScenarioId>();
  for (const file of readdirSync(examples).sort()) {
    if (!/^(customers|drafts)\..*\.jsonl$/.test(file)) continue;
    const { drafts, customers } = readLabelled(file, readFileSync(path.join(examples, file), 'utf8'));
    const ours = (language: string): boolean => WORDS[name].some((it) => it === language);
    for (const it of customers) if (ours(it.language)) said.set(it.text, it.scenario);
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

const EPOCHS = 15;
const STEP = 0.3;
const BIAS_STEP = 0.02;
const SHRINK = 1e-5;
/** A run seen once says nothing about others. */
const SEEN = 2;
/** Runs kept, the heaviest first. */
const KEPT = 3200;

/** A small seeded generator: the same lessons in the same order on every machine. */
function shuffled(count: number, seed: number): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  let state = seed;
  for (let at = count - 1; at > 0; at--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

/** Multinomial logistic regression by AdaGrad, then the heaviest runs in one byte a class. */
export function learnWords(lessons: readonly Lesson[]): ScenarioWords {
  const classes = SCENARIOS;
  const count = classes.length;
  const seen = new Map<string, number>();
  for (const { runs } of lessons) for (const run of runs) seen.set(run, (seen.get(run) ?? 0) + 1);
  const vocabulary = [...seen].filter(([, times]) => times >= SEEN).map(([run]) => run);
  const index = new Map(vocabulary.map((run, at) => [run, at]));
  const texts = lessons.map(({ runs, scenario }) => ({
    runs: runs.flatMap((run) => index.get(run) ?? []),
    label: classes.indexOf(scenario),
  }));
  const weights = new Float64Array(vocabulary.length * count);
  const steps = new Float64Array(weights.length).fill(1e-6);
  const bias = new Float64Array(count);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(texts.length, epoch + 1)) {
      const { runs, label } = texts[at]!;
      const norm = 1 / Math.sqrt(runs.length || 1);
      const shares = softmax(
        bias.map(
          (it, column) => it + norm * runs.reduce((sum, run) => sum + weights[run * count + column]!, 0),
        ),
      );
      for (let column = 0; column < count; column++) {
        const error = shares[column]! - (column === label ? 1 : 0);
        bias[column]! -= BIAS_STEP * error;
        for (const run of runs) {
          const place = run * count + column;
          const slope = error * norm + SHRINK * weights[place]!;
          steps[place]! += slope * slope;
          weights[place]! -= (STEP * slope) / Math.sqrt(steps[place]!);
        }
      }
    }
  }
  return packed(vocabulary, weights, bias);
}

function softmax(sums: Float64Array): Float64Array {
  const top = Math.max(...sums);
  const powers = sums.map((it) => Math.exp(it - top));
  const total = powers.reduce((sum, it) => sum + it, 0);
  return powers.map((it) => it / total);
}

function packed(vocabulary: readonly string[], weights: Float64Array, bias: Float64Array): ScenarioWords {
  const count = bias.length;
  const row = (run: number): Float64Array => weights.subarray(run * count, (run + 1) * count);
  const heft = (run: number): number => Math.max(...row(run).map(Math.abs));
  const kept = vocabulary
    .map((_, run) => run)
    .sort((a, b) => heft(b) - heft(a))
    .slice(0, KEPT)
    .sort((a, b) => (vocabulary[a]! < vocabulary[b]! ? -1 : 1));
  const scale = Math.max(...kept.map(heft), ...bias.map(Math.abs)) / 127;
  const bytes = [...kept.flatMap((run) => [...row(run)]), ...bias].map((it) => Math.round(it / scale));
  return {
    classes: SCENARIOS,
    runs: kept.map((run) => vocabulary[run]!).join('\n'),
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
