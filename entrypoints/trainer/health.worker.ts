import type { Book, OwnBook } from '@/lib/phrasebook';
import { type Checkup, checkUp } from '@/lib/workbench';
import type { WorkerAnswer } from './ask-worker';

/** A book to be looked over, with the one it builds on. */
export interface HealthQuestion {
  own: OwnBook;
  base: Book | null;
}

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: HealthQuestion }>) => {
  const { id, question } = data;
  const { own, base } = question;
  let answer: WorkerAnswer<Checkup>;
  try {
    answer = { id, given: checkUp(own, base === null ? undefined : { book: base }) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  self.postMessage(answer);
});
