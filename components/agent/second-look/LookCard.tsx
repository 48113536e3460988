import { Badge, Button, Kbd } from '@/components/ui';
import { categoryName, look } from '@/lib/i18n';
import type { LookMark } from '@/lib/second-look';

export interface LookCardProps {
  mark: LookMark;
  lang: string;
  /** What may be said instead; `null` while it is asked for. */
  instead: readonly string[] | null;
  onReplace: (event: Event, text: string) => void;
  /** Left out where answers are not kept. */
  onSaid?: (event: Event, said: 'fine' | 'right') => void;
  onOff: (event: Event) => void;
}

/** What a clause might be read as, which words weigh, what to say instead, and two answers to the question. */
export function LookCard({ mark, lang, instead, onReplace, onSaid, onOff }: LookCardProps) {
  return (
    <section class="card look" role="dialog" aria-label={look('label')}>
      <header class="why">
        <p class="words">
          <Badge tone="low">{look('title')}</Badge>
          <strong>{look('mightRead', { category: categoryName(mark.category) })}</strong>
        </p>
        <p class="look-clause" lang={lang} dir="auto">
          {partsOf(mark).map(({ text, heavy, at }) => (heavy ? <strong key={at}>{text}</strong> : text))}
        </p>
        <p class="reason">{look('quiet')}</p>
      </header>
      {instead !== null && instead.length > 0 && (
        <ul class="instead" aria-label={look('instead')}>
          {instead.map((text, index) => (
            <li key={text}>
              <button
                type="button"
                class="choice"
                data-stop=""
                tabIndex={index === 0 ? 0 : -1}
                onClick={(event) => onReplace(event, text)}
              >
                <span lang={lang} dir="auto">
                  {text}
                </span>
                <Kbd>Alt+{index + 1}</Kbd>
              </button>
            </li>
          ))}
        </ul>
      )}
      <footer class="dismiss">
        {onSaid && (
          <>
            <Button small data-stop="" data-said="fine" onClick={(event) => onSaid(event, 'fine')}>
              {look('fine')} <Kbd>Alt+0</Kbd>
            </Button>
            <Button small data-stop="" data-said="right" onClick={(event) => onSaid(event, 'right')}>
              {look('right')} <Kbd>Alt+9</Kbd>
            </Button>
          </>
        )}
        <Button look="plain" small data-stop="" data-said="off" onClick={onOff}>
          {look('off')}
        </Button>
      </footer>
    </section>
  );
}

/** A clause cut where its heavy words begin and end. */
function partsOf({ text, words }: LookMark): { text: string; heavy: boolean; at: number }[] {
  const parts: { text: string; heavy: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of words) {
    if (start > at) parts.push({ text: text.slice(at, start), heavy: false, at });
    parts.push({ text: text.slice(start, end), heavy: true, at: start });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), heavy: false, at });
  return parts;
}
