import { gzipSync } from 'node:zlib';
import { Classifier, type TrainingOptions, train } from '@/lib/classifier';
import type { TrainingText } from './examples';
import { chooseThresholds, realLines } from './lines';

const percent = (count: number, of: number): string =>
  of === 0 ? '–' : `${((100 * count) / of).toFixed(1)} %`;

/** Every fourth, so that a curve costs little. */
const part = <T>(items: readonly T[], quarters: number): T[] => items.filter((_, at) => at % 4 < quarters);

interface Variant {
  name: string;
  texts: TrainingText[];
  options: TrainingOptions;
}

const variantsOf = (texts: readonly TrainingText[], options: TrainingOptions): Variant[] => {
  const all = [...texts];
  const twin = (it: TrainingText): boolean =>
    !it.offends && (it.source === 'pairs' || it.source === 'own pairs');
  return [
    { name: 'as shipped', texts: all, options },
    { name: 'a quarter of the texts', texts: part(all, 1), options },
    { name: 'half of the texts', texts: part(all, 2), options },
    { name: 'three quarters of the texts', texts: part(all, 3), options },
    { name: 'whole draft, no clauses', texts: all, options: { ...options, whole: true } },
    { name: 'no innocent twins', texts: all.filter((it) => !twin(it)), options },
    { name: 'no plain innocent lines', texts: all.filter((it) => it.source !== 'plain'), options },
    { name: 'no rule examples', texts: all.filter((it) => it.source !== 'rules'), options },
    { name: 'no word classes', texts: all, options: { ...options, classes: '' } },
    { name: 'all weights', texts: all, options: { ...options, most: Number.POSITIVE_INFINITY } },
    { name: 'half of the weights', texts: all, options: { ...options, most: 60_000 } },
    { name: 'all features learned alike', texts: all, options: { ...options, pace: null } },
    ...[16, 18, 19].map((detectorBits) => ({
      name: `2^${detectorBits} places`,
      texts: all,
      options: { ...options, detectorBits },
    })),
  ];
};

/** Prints figures of each variant on texts it did not learn from; the threshold is set on real lines each time. */
export const compare = (
  texts: readonly TrainingText[],
  options: TrainingOptions,
  held: readonly TrainingText[],
): void => {
  const lines = realLines(options.reading);
  if (lines === undefined) throw new Error('compare needs real lines: set TACTFUL_SHARED');
  // Own pairs and rules were written to be learned, not to be found.
  const test = held.filter((it) => it.source !== 'own pairs' && it.source !== 'rules');
  for (const { name, texts: own, options: these } of variantsOf(texts, options)) {
    const file = train(own, these);
    const model = new Classifier(file);
    const { usual } = chooseThresholds(model, part(lines, 2), options.reading).thresholds;
    const marked = (of: readonly TrainingText[]): string =>
      percent(of.filter((it) => model.highest(it.text) > usual).length, of.length);
    const of = (offends: boolean, source: TrainingText['source']) =>
      test.filter((it) => it.offends === offends && it.source === source);
    const innocent = test
      .filter((it) => !it.offends)
      .map((it) => model.highest(it.text))
      .sort((a, b) => b - a);
    const guilty = test.filter((it) => it.offends).map((it) => model.highest(it.text));
    const at = (share: number): string => {
      const cut = innocent[Math.floor(share * innocent.length)] ?? 0;
      return percent(guilty.filter((it) => it > cut).length, guilty.length);
    };
    console.log(
      `| ${name} | ${own.length} | ${at(0.02)} | ${at(0.05)} | ${marked(of(true, 'drafts'))} | ${marked(of(false, 'drafts'))} | ${marked(of(true, 'pairs'))} | ${marked(of(false, 'pairs'))} | ${marked(of(false, 'plain'))} | ${Math.round(gzipSync(JSON.stringify(file)).length / 1024)} KB`,
    );
  }
};
