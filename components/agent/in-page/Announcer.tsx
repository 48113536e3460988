import { agent } from '@/lib/i18n';

export interface AnnouncerProps {
  /** How many flags stood when the composer last fell quiet; `null`: nothing was found yet. */
  count: number | null;
  /** A question or a piece of news that is to be read out as well. */
  said: string | null;
}

/**
 * The one region a screen reader listens to; there before it is needed, polite, and changed only after a quiet second.
 * It gives counts, never the words: the panel's list has those.
 */
export function Announcer({ count, said }: AnnouncerProps) {
  const counted =
    count === null ? '' : count === 0 ? agent('status.clear') : agent('status.found', { count });
  return (
    <p class="announcer" role="status" aria-live="polite" aria-atomic="true">
      {said ?? counted}
    </p>
  );
}
