import { useId, useRef, useState } from 'preact/hooks';
import { Badge, Button } from '@/components/ui';
import type { Ask } from '@/lib/console';
import { agent, categoryName, inpage } from '@/lib/i18n';

export interface GuardProps {
  ask: Ask;
  /** False when the reason is missing or too short. */
  onConfirm: (event: Event, reason: string) => boolean;
  onMend: (event: Event) => void;
}

/** Asks once before words that hurt go out; critical ones need a written reason. Enter in the composer never confirms. */
export function Guard({ ask, onConfirm, onMend }: GuardProps) {
  const reason = useRef<HTMLTextAreaElement>(null);
  const [short, setShort] = useState(false);
  const id = useId();
  const critical = ask.level === 'critical';
  return (
    <section
      class="card guard"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
    >
      <header class="why">
        <p class="words">
          <strong id={`${id}-title`}>{agent(critical ? 'guard.critical' : 'guard.high')}</strong>
        </p>
        <ul class="held" id={`${id}-words`}>
          {ask.flags.map((flag) => (
            <li key={`${flag.rule} ${flag.start}`}>
              <Badge tone={flag.severity}>{categoryName(flag.category)}</Badge>
              <span lang={flag.language} dir="auto">
                {inpage('card.words', { text: flag.text })}
              </span>
            </li>
          ))}
        </ul>
        {critical && (
          <label class="why-send">
            <span>{agent('guard.reason')}</span>
            <textarea
              ref={reason}
              class="input"
              rows={2}
              data-stop=""
              aria-describedby={short ? `${id}-short` : undefined}
            />
            {short && (
              <span class="short" id={`${id}-short`}>
                {inpage('guard.reasonShort')}
              </span>
            )}
          </label>
        )}
      </header>
      <footer class="decide">
        <Button look="primary" data-stop="" onClick={onMend}>
          {agent('guard.mend')}
        </Button>
        <Button
          look="quiet"
          data-stop=""
          onClick={(event) => setShort(!onConfirm(event, reason.current?.value ?? ''))}
        >
          {agent('guard.sendAnyway')}
        </Button>
      </footer>
    </section>
  );
}
