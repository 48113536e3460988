import { Classifier, type ModelFile, type Suspicion } from '@/lib/classifier';

/** A model that was opened. */
export interface Reader {
  read(text: string, threshold: number): readonly Suspicion[];
  /**
   * Which of these words a rule may have misread; offsets are UTF-16 units of the text. `mended`: see `offersWayOut`.
   */
  innocent(
    text: string,
    spans: readonly { start: number; end: number }[],
    mended: boolean,
  ): readonly boolean[];
}
export type OpenReader = (model: ModelFile) => Reader;

export const openReader: OpenReader = (model) => new Classifier(model);

/** The script that reads comes into a frame later than the one that shows; they meet in our own isolated world. */
const PLACE = Symbol.for('tactful.reader');
type World = { [PLACE]?: OpenReader };

export function layOutReader(open: OpenReader): void {
  (globalThis as World)[PLACE] = open;
}

/** `null` where no script that reads came into this frame. */
export function takeReader(): OpenReader | null {
  return (globalThis as World)[PLACE] ?? null;
}
