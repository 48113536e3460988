/** An answer of a worker to the question of that number. */
export type WorkerAnswer<A> = { id: number; given: A } | { id: number; error: string };

/** Asks a worker that answers each `{ id, question }` with a `WorkerAnswer`; every question fails when the worker does. */
export function askWorker<Q>(worker: Worker): <A>(question: Q) => Promise<A> {
  const waiting = new Map<number, { resolve: (given: unknown) => void; reject: (error: Error) => void }>();
  let questions = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer<unknown>>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) asked?.reject(new Error(data.error));
    else asked?.resolve(data.given);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  return <A>(question: Q) =>
    new Promise<A>((resolve, reject) => {
      const id = ++questions;
      waiting.set(id, { resolve: resolve as (given: unknown) => void, reject });
      worker.postMessage({ id, question });
    });
}
