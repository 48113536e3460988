import type { Book, OwnBook } from '@/lib/phrasebook';
import type { Proof } from '@/lib/workbench';
import type { ProofQuestion } from './proof.worker';
// `new URL(…, import.meta.url)` does not survive the extension's build.
import ProofWorker from './proof.worker?worker';

/** Tries books beside the page, so that nobody's typing waits for it. Lives until `lifetime` aborts. */
export function createProver(
  lifetime: AbortSignal,
): (own: OwnBook, base: Book | undefined) => Promise<Proof> {
  const worker = new ProofWorker();
  const waiting = new Map<number, { resolve: (proof: Proof) => void; reject: (error: Error) => void }>();
  let questions = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; proof: Proof }>) => {
    waiting.get(data.id)?.resolve(data.proof);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  lifetime.addEventListener('abort', () => worker.terminate(), { once: true });
  return (own, base) =>
    new Promise((resolve, reject) => {
      const id = ++questions;
      waiting.set(id, { resolve, reject });
      const question: ProofQuestion = { id, own, base: base ?? null };
      worker.postMessage(question);
    });
}
