import { Classifier, type ModelFile } from '@/lib/classifier';
import type { TrainingText } from './examples';
import { chooseThresholds, realLines } from './lines';

/** Prints what each keenness finds and costs: thresholds from one half of the real lines, measured on the other. */
export const printCosts = (file: ModelFile, held: readonly TrainingText[]): void => {
  const { reading } = file;
  const lines = realLines(reading);
  if (lines === undefined) throw new Error('costs need real lines: set TACTFUL_SHARED');
  const model = new Classifier(file);
  const scoresOf = (texts: readonly string[]): number[] => texts.map((it) => model.highest(it));
  const { thresholds } = chooseThresholds(
    model,
    lines.filter((_, at) => at % 2 === 0),
    reading,
  );
  const real = scoresOf(lines.filter((_, at) => at % 2 === 1));
  const test = held.filter((it) => it.source !== 'own pairs' && it.source !== 'rules');
  const guilty = scoresOf(test.filter((it) => it.offends).map((it) => it.text));
  const innocent = scoresOf(test.filter((it) => !it.offends).map((it) => it.text));
  for (const keenness of ['quiet', 'usual', 'keen'] as const) {
    const share = (scores: readonly number[]): number =>
      Number((scores.filter((it) => it > thresholds[keenness]).length / scores.length).toFixed(3));
    console.log(
      JSON.stringify({
        reading,
        keenness,
        found: share(guilty),
        innocent: share(innocent),
        real: share(real),
      }),
    );
  }
};
