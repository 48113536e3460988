import {
  Classifier,
  type Example,
  type Lesson,
  type ModelFile,
  type Reading,
  teaching,
} from '@/lib/classifier';
import type { ModelFigures, ModelVerdict } from '@/lib/store';

/** What is taught beside own examples, and what two models are compared by. */
export interface Replay {
  innocent: readonly string[];
  offending: readonly string[];
}

/** Where the build puts it, below the extension's root. */
export const replayPath = (reading: Reading) => `/model/replay.${reading}.json` as const;

export interface RetrainRequest {
  shipped: ModelFile;
  /** The model in use: what the new one is compared with. */
  before: ModelFile;
  verdicts: readonly Pick<ModelVerdict, 'said' | 'text' | 'category'>[];
  replay: Replay;
  /** What agents wrote, of the chats that were saved. */
  messages: readonly string[];
}

export interface Retrained {
  model: ModelFile;
  learned: { fine: number; right: number };
  figures: ModelFigures;
}

/** Every so many examples and innocent texts are held back, to compare by. */
const HELD = 5;
const isHeld = (at: number): boolean => at % HELD === HELD - 1;

const exampleOf = ({ said, text, category }: RetrainRequest['verdicts'][number]): Example => ({
  text,
  spans: said === 'right' ? [{ start: 0, end: text.length, category }] : [],
});

/** So many saved messages are worth learning from: every other one, the rest is what both models are compared on. */
const ENOUGH_WRITTEN = 100;
const MOST_WRITTEN = 5000;

/** What agents wrote and the shipped model has nothing against; the words of an offence are not among them. */
const writtenOf = ({ shipped, verdicts, messages }: RetrainRequest): string[] => {
  if (messages.length < ENOUGH_WRITTEN) return [];
  const model = new Classifier(shipped);
  const hurt = verdicts.filter((it) => it.said === 'right').map((it) => it.text);
  return messages
    .filter((_, at) => at % 2 === 0)
    .slice(0, MOST_WRITTEN)
    .filter(
      (it) => model.highest(it) <= shipped.thresholds.usual && !hurt.some((words) => it.includes(words)),
    );
};

/**
 * Teaches the shipped model all that agents said of its marks, but for a fifth, by which the result is compared with
 * the model in use. Yields the share done, 0–1.
 */
export function* retraining(request: RetrainRequest): Generator<number, Retrained> {
  const { shipped, before, verdicts, replay, messages } = request;
  const said = (which: ModelVerdict['said']) => verdicts.filter((it) => it.said === which);
  const [right, fine] = [said('right'), said('fine')];
  const learned = [...right.filter((_, at) => !isHeld(at)), ...fine.filter((_, at) => !isHeld(at))];
  const lesson: Lesson = {
    own: learned.map(exampleOf),
    innocent: replay.innocent.filter((_, at) => !isHeld(at)),
    written: writtenOf(request),
  };
  const work = teaching(shipped, lesson);
  let model: ModelFile | undefined;
  while (model === undefined) {
    const step = work.next();
    if (step.done === true) model = step.value;
    else yield 0.9 * step.value;
  }
  const [old, next] = [new Classifier(before), new Classifier(model)];
  const marked = (texts: readonly string[]) => ({
    before: texts.filter((it) => old.highest(it) > before.thresholds.usual).length,
    after: texts.filter((it) => next.highest(it) > model.thresholds.usual).length,
    of: texts.length,
  });
  const textsOf = (these: typeof right): string[] => these.filter((_, at) => isHeld(at)).map((it) => it.text);
  yield 0.95;
  const figures: ModelFigures = {
    found: marked(textsOf(right)),
    marked: marked(textsOf(fine)),
    elsewhere: marked(replay.offending),
    innocent: marked(replay.innocent.filter((_, at) => isHeld(at))),
    messages: marked(messages.filter((_, at) => messages.length < ENOUGH_WRITTEN || at % 2 === 1)),
  };
  return {
    model,
    learned: {
      right: learned.filter((it) => it.said === 'right').length,
      fine: learned.filter((it) => it.said === 'fine').length,
    },
    figures,
  };
}
