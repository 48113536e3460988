import { Kbd } from '@/components/ui';
import { agent, inpage } from '@/lib/i18n';
import type { Severity } from '@/lib/phrasebook/vocabulary';

export interface CountBadgeProps {
  count: number;
  worst: Severity;
  /** The live key that opens the card, when one is set. */
  shortcut: string | null;
  onOpen: (event: Event) => void;
}

/** How many places there are, as text: where the system paints all marks alike, this is what still tells. */
export function CountBadge({ count, worst, shortcut, onOpen }: CountBadgeProps) {
  return (
    <button type="button" class="count-badge" title={inpage('badge.open')} onClick={onOpen}>
      <span class={`dot dot-${worst}`} aria-hidden="true" />
      {agent('badge.count', { count })}
      {shortcut !== null && <Kbd>{shortcut}</Kbd>}
    </button>
  );
}
