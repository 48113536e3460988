import { type RetrainRequest, retraining } from '@/lib/second-look';

/** Progress is told this often at most, milliseconds. */
const TELL_MS = 100;

self.addEventListener('message', ({ data }: MessageEvent<RetrainRequest>) => {
  const work = retraining(data);
  let told = 0;
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      self.postMessage({ done: step.value });
      return;
    }
    const now = performance.now();
    if (now - told < TELL_MS) continue;
    told = now;
    self.postMessage({ share: step.value });
  }
});
