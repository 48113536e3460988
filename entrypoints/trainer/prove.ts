import type { Book, OwnBook } from '@/lib/phrasebook';
import type { Proof } from '@/lib/workbench';
import type { ProofQuestion } from './proof.worker';
// `new URL(…, import.meta.url)` does not survive the extension's build.
import ProofWorker from './proof.worker?worker';

interface Waiting {
  question: ProofQuestion;
  resolve: (proof: Proof) => void;
  reject: (error: Error) => void;
}

const overtaken = (): DOMException => new DOMException('A newer question came', 'AbortError');

/**
 * Tries books beside the page, so that nobody's typing waits for it. One at a time: what was asked before the newest
 * question and is not tried yet is rejected with `AbortError`. Lives until `lifetime` aborts.
 */
export function createProver(
  lifetime: AbortSignal,
): (own: OwnBook, base: Book | undefined) => Promise<Proof> {
  const worker = new ProofWorker();
  let running: Waiting | null = null;
  let next: Waiting | null = null;
  let questions = 0;
  const start = (): void => {
    if (running || !next) return;
    running = next;
    next = null;
    worker.postMessage(running.question);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; proof: Proof }>) => {
    running?.resolve(data.proof);
    running = null;
    start();
  });
  worker.addEventListener('error', (event) => {
    running?.reject(new Error(event.message));
    running = null;
    start();
  });
  lifetime.addEventListener('abort', () => worker.terminate(), { once: true });
  return (own, base) =>
    new Promise((resolve, reject) => {
      next?.reject(overtaken());
      next = { question: { id: ++questions, own, base: base ?? null }, resolve, reject };
      start();
    });
}
