import type { LoadOptions, OwnBook } from '@/lib/phrasebook';
import { proofOf } from '@/lib/workbench';

/** A book to be tried, with the one it builds on. */
export interface ProofQuestion {
  id: number;
  own: OwnBook;
  base: NonNullable<LoadOptions['base']>['book'] | null;
}

self.addEventListener('message', ({ data }: MessageEvent<ProofQuestion>) => {
  const { id, own, base } = data;
  self.postMessage({ id, proof: proofOf(own, base === null ? undefined : { book: base }) });
});
