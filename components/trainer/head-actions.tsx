import { Button } from '@/components/ui';
import { books, trainer } from '@/lib/i18n';
import type { Bench } from './bench';
import { writeRoute } from './route';

/** How the book stands, and the way to its next version; at the right of the head. */
export function HeadActions({ bench, onCopy }: { bench: Bench; onCopy: () => void }) {
  const proof = bench.proof.value;
  const wrong = proof?.problems.filter((it) => it.level === 'error').length ?? 0;
  const to = (pane: 'lint' | 'versions'): string =>
    writeRoute({ at: 'book', book: bench.id, pane, item: null });
  return (
    <>
      {proof && (
        <a class={wrong > 0 ? 'trainer-state is-wrong' : 'trainer-state'} href={to('lint')}>
          {wrong > 0 ? trainer('head.wrong', { count: wrong }) : trainer('head.sound')}
        </a>
      )}
      {bench.from === 'subscribed' && (
        <Button look="primary" onClick={onCopy}>
          {books('copy')}
        </Button>
      )}
      {!bench.readOnly && (
        <a class="btn btn-primary" href={to('versions')}>
          {trainer('head.publish')}
        </a>
      )}
    </>
  );
}
