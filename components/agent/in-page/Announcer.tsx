import { agent, look } from '@/lib/i18n';

export interface AnnouncerProps {
  /** How many flags stood when the composer last fell quiet; `null`: nothing was found yet. */
  count: number | null;
  /** A question or a piece of news that is to be read out as well. */
  said: string | null;
  /** Clauses that the second look marked and had not marked before. */
  doubted: number;
}

/**
 * What a screen reader listens to; there before it is needed, polite, and changed only after a quiet second. It gives
 * counts, never the words: the panel's list has those. The second look speaks in a region of its own, so that it does
 * not repeat what the rules said.
 */
export function Announcer({ count, said, doubted }: AnnouncerProps) {
  const counted =
    count === null ? '' : count === 0 ? agent('status.clear') : agent('status.found', { count });
  return (
    <>
      <p class="announcer" role="status" aria-live="polite" aria-atomic="true">
        {said ?? counted}
      </p>
      <p class="announcer" role="status" aria-live="polite" aria-atomic="true" data-of="look">
        {doubted === 0 ? '' : look('heard', { count: doubted })}
      </p>
    </>
  );
}
