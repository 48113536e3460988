import { practice } from '@/lib/i18n';
import type { PracticeCase, Remembered } from '@/lib/practice';

export interface PastResultsProps {
  cases: readonly PracticeCase[];
  /** Newest first. */
  results: readonly Remembered[];
}

/** So many fit under the customers without pushing them away. */
const SHOWN = 10;

/** The agent's own grades; nothing stands here before the first talk. */
export function PastResults({ cases, results }: PastResultsProps) {
  const known = results.flatMap((result) => {
    const played = cases.find(({ id }) => id === result.played);
    return played ? [{ ...result, played }] : [];
  });
  if (known.length === 0) return null;
  return (
    <section class="past" aria-labelledby="past-results">
      <h3 id="past-results">{practice('past.title')}</h3>
      <p class="muted small">{practice('past.private')}</p>
      <ol class="past-list">
        {known.slice(0, SHOWN).map(({ at, score, played }) => (
          <li key={`${played.id}/${at}`}>
            <span class="past-score tabular">{score}</span>
            <span class="past-title" lang={played.language}>
              {played.title}
            </span>
            <time class="muted small tabular" dateTime={new Date(at).toISOString()}>
              {new Date(at).toLocaleDateString()}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
