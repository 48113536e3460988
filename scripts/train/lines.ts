import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Classifier, Reading, Thresholds } from '@/lib/classifier';

/** Real agents' lines, never learned from; `undefined` where the folder of corpora is absent. */
export const realLines = (reading: Reading): string[] | undefined => {
  const file = path.join(process.env.TACTFUL_SHARED ?? '../shared', 'corpora', `agent_${reading}.jsonl`);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { text: string }).text);
};

/** Score above which the given share of texts lies. */
export const scoreAt = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(3));

/** Share of real lines that each keenness may mark. */
export const MARKED: Readonly<Record<keyof Thresholds, number>> = { quiet: 0.004, usual: 0.012, keen: 0.03 };

/**
 * Share of real lines that could be marked if every one of them answered a complaint with no way out. Measured on the
 * drafts that were read: in Chinese nothing more of the innocent ones is marked, and ten points more of the others. In
 * English a way out is often overlooked, and innocent drafts pay.
 */
const MARKED_BARE: Readonly<Record<Reading, number>> = { zh: 0.08, en: 0.03 };

/** Thresholds by what they cost on real lines; a little below the aim of 1.5 %, since other shops write otherwise. */
export const chooseThresholds = (
  classifier: Classifier,
  lines: readonly string[],
  reading: Reading,
): { thresholds: Thresholds; bareBy: number } => {
  const scores = lines.map((it) => classifier.highest(it)).sort((a, b) => b - a);
  const thresholds = {
    quiet: scoreAt(scores, MARKED.quiet),
    usual: scoreAt(scores, MARKED.usual),
    keen: scoreAt(scores, MARKED.keen),
  };
  const bareBy = Number((thresholds.usual - scoreAt(scores, MARKED_BARE[reading])).toFixed(3));
  return { thresholds, bareBy };
};
