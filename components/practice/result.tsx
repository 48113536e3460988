import { useEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui';
import { categoryName, moveName, practice } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Ending, Grade, Reason } from '@/lib/practice';
import { inPlace } from './in-place';

export interface ResultProps {
  grade: Grade;
  ending: Ending;
  language: Language;
  onAgain: () => void;
  onAnother: () => void;
}

/** The grades that the source case names. */
const MARKS = [60, 70, 80, 95];

/** The grade, every point of it accounted for, and what could have been said. */
export function Result({ grade, ending, language, onAgain, onAnother }: ResultProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="result" aria-label={practice('result.title')}>
      <div class="result-head">
        <p class="result-score tabular">{grade.score}</p>
        <div>
          <h2 ref={heading} tabIndex={-1}>
            <span class="sr-only">{practice('result.score', { score: grade.score })}: </span>
            {practice(`band.${grade.band}`)}
          </h2>
          <p class="muted">{practice(`result.${ending}`)}</p>
        </div>
      </div>
      <div class="scale" role="img" aria-label={`${practice('result.of')}: ${grade.score}`}>
        <div class={`scale-bar ${tone(grade.score)}`} style={{ width: `${grade.score}%` }} />
        {MARKS.map((mark) => (
          <span key={mark} class="scale-mark tabular" style={{ left: `${mark}%` }}>
            {mark}
          </span>
        ))}
      </div>
      <h3>{practice('result.why')}</h3>
      <ul class="reasons">
        {inPlace(grade.reasons).map(({ place, item: reason }) => (
          <li key={place} class={reason.points < 0 ? 'is-loss' : undefined}>
            <span class="reason-points tabular">{signed(reason.points)}</span>
            <span>{reasonText(reason)}</span>
          </li>
        ))}
      </ul>
      {grade.better.length > 0 && (
        <>
          <h3>{practice('result.better')}</h3>
          <ul class="better">
            {grade.better.map(({ wrote, better }) => (
              <li key={better} lang={language}>
                <p class="better-wrote">
                  <span class="sr-only">{practice('result.wrote')}: </span>
                  {wrote}
                </p>
                <p class="better-reads">{better}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="muted small result-private">{practice('past.private')}</p>
      <div class="result-actions">
        <Button onClick={onAnother}>{practice('result.another')}</Button>
        <Button look="primary" onClick={onAgain}>
          {practice('result.again')}
        </Button>
      </div>
    </section>
  );
}

const tone = (score: number): string => (score >= 80 ? 'is-good' : score >= 60 ? 'is-fair' : 'is-poor');

const signed = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '·');

function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'reached':
      return practice(`band.${reason.band}`);
    case 'move':
      return practice('reason.move', { move: moveName(reason.move) });
    case 'lacked':
      return practice('reason.lacked', { move: moveName(reason.move) });
    case 'hurt':
      return practice('reason.hurt', { category: categoryName(reason.category), text: reason.text });
    case 'not-brought-back':
      return practice('reason.not-brought-back');
    case 'left':
      return practice('reason.left');
  }
}
