import type { Retrained, RetrainRequest } from '@/lib/second-look';
// `new URL(…, import.meta.url)` does not survive the extension's build.
import RetrainWorker from './retrain.worker?worker';

/** Teaches beside the page; aborting ends the worker at once, and the promise then never settles. */
export const retrain = (
  request: RetrainRequest,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<Retrained> =>
  new Promise((resolve, reject) => {
    const worker = new RetrainWorker();
    const end = (): void => worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    worker.addEventListener('message', ({ data }: MessageEvent<{ share: number } | { done: Retrained }>) => {
      if ('share' in data) {
        onShare(data.share);
        return;
      }
      end();
      resolve(data.done);
    });
    worker.addEventListener('error', (event) => {
      end();
      reject(new Error(event.message));
    });
    worker.postMessage(request);
  });
