import { Classifier, type TrainingOptions, teach, train } from '@/lib/classifier';
import type { TrainingText } from './examples';
import { chooseThresholds, realLines } from './lines';

const OWN = 200;
const UNSEEN = 50;
/** Twins stand side by side and go into the same part. */
const BLOCK = 40;
const PARTS = 5;

/** Every so many, from all over the texts, in an order that is always the same. */
const mixed = <T>(items: readonly T[]): T[] =>
  items
    .map((it, at) => ({ it, key: (at * 7919) % 104_729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ it }) => it);

const percent = (count: number, of: number): string => `${((100 * count) / of).toFixed(1)} %`;

/**
 * Holds a category out, with the innocent twins of its offences, gives 200 of its texts back as a team's own examples
 * and prints what is found of 50 unseen ones, of other offences, and marked of innocent texts and real lines.
 */
export const printLessons = (
  texts: readonly TrainingText[],
  options: TrainingOptions,
  categories: readonly string[],
): void => {
  const lines = realLines(options.reading);
  if (lines === undefined) throw new Error('lessons need real lines: set TACTFUL_SHARED');
  for (const category of categories) {
    const isMine = (it: TrainingText | undefined): boolean =>
      it?.offends === true && it.spans.some((span) => span.category === category);
    const isTwin = (at: number): boolean =>
      !texts[at]!.offends && isMine(texts[at - 1]) && texts[at]!.source === texts[at - 1]!.source;
    const mine = mixed(texts.filter(isMine));
    const rest = texts.map((it, at) => ({ it, at })).filter(({ it, at }) => !isMine(it) && !isTwin(at));
    const isHeld = (at: number): boolean => Math.floor(at / BLOCK) % PARTS === 0;
    const learned = rest.filter(({ at }) => !isHeld(at)).map(({ it }) => it);
    const held = rest.filter(({ at }) => isHeld(at)).map(({ it }) => it);
    const before = train(learned, options);
    Object.assign(
      before,
      chooseThresholds(
        new Classifier(before),
        lines.filter((_, at) => at % 2 === 0),
        options.reading,
      ),
    );
    const innocent = learned.filter((it) => !it.offends).map((it) => it.text);
    const lesson = { own: mine.slice(0, OWN), innocent };
    const taught = teach(before, lesson);
    const from = performance.now();
    // As the trainer's page does with saved chats: what the model has nothing against stands for innocent.
    const shipped = new Classifier(before);
    const written = lines.filter((it, at) => at % 2 === 0 && shipped.highest(it) <= before.thresholds.usual);
    const settled = teach(before, { ...lesson, written });
    const seconds = (performance.now() - from) / 1000;
    const real = lines.filter((_, at) => at % 2 === 1);
    const unseen = mine.slice(OWN, OWN + UNSEEN).map((it) => it.text);
    const others = held.filter((it) => it.offends).map((it) => it.text);
    const plain = held.filter((it) => !it.offends).map((it) => it.text);
    for (const [name, file] of [
      ['before', before],
      ['after', taught],
      ['after, with saved messages', settled],
    ] as const) {
      const model = new Classifier(file);
      for (const keenness of ['quiet', 'usual', 'keen'] as const) {
        const threshold = file.thresholds[keenness];
        const marked = (of: readonly string[]): number =>
          of.filter((it) => model.highest(it) > threshold).length;
        console.log(
          `| ${options.reading} ${category} | ${name}, ${keenness} | ${marked(unseen)} of ${unseen.length} | ${percent(marked(others), others.length)} | ${percent(marked(plain), plain.length)} | ${percent(marked(real), real.length)} |`,
        );
      }
    }
    console.log(
      `taught in ${seconds.toFixed(1)} s beside ${innocent.length} innocent texts and ${written.length} messages`,
    );
  }
};
