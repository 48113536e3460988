import { script } from '@/lib/i18n';

/** At most so many values are offered beside a blank. */
const OFFERED = 3;

/** What else the chat says that may be meant, each taken with one click. */
export function FactOffers({
  values,
  onTake,
}: {
  values: readonly string[];
  onTake: (value: string, event: Event) => void;
}) {
  if (values.length === 0) return null;
  return (
    <span class="fact-offers">
      {values.slice(0, OFFERED).map((value) => (
        <button
          key={value}
          type="button"
          class="fact-offer"
          aria-label={script('blanks.offer', { value })}
          onClick={(event) => onTake(value, event)}
        >
          {value}
        </button>
      ))}
    </span>
  );
}
