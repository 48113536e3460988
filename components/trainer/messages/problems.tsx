import { Banner } from '@/components/ui';
import { chats as t, tellProblem } from '@/lib/i18n';
import type { BookProblem } from '@/lib/phrasebook';

const SHOWN = 5;

/** What could not be read of a file, with its place. */
export function Problems({ problems }: { problems: readonly BookProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <Banner tone="warning">
      <b>{t('problems', { count: problems.length })}</b>
      <ul>
        {problems.slice(0, SHOWN).map((it) => (
          <li key={`${it.line}${it.message}`}>
            {t('where', { file: it.file, row: it.line, ...tellProblem(it) })}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && (
        <p class="muted small">{t('moreProblems', { count: problems.length - SHOWN })}</p>
      )}
    </Banner>
  );
}
