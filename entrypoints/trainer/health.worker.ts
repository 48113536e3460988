import type { Book, OwnBook } from '@/lib/phrasebook';
import { healthOf } from '@/lib/workbench';
import type { WorkerAnswer } from './ask-worker';

/** A book to be looked over, with the one it builds on. */
export interface HealthQuestion {
  own: OwnBook;
  base: Book | null;
  /** Written 2026-12-31. */
  today: string;
}

self.addEventListener('message', ({ data }: MessageEvent<{ id: number; question: HealthQuestion }>) => {
  const { id, question } = data;
  const { own, base, today } = question;
  let answer: WorkerAnswer<ReturnType<typeof healthOf>>;
  try {
    answer = { id, given: healthOf(own, base === null ? undefined : { book: base }, today) };
  } catch (error) {
    answer = { id, error: String(error) };
  }
  self.postMessage(answer);
});
