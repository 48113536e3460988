import { Badge, Button } from '@/components/ui';
import type { Ask } from '@/lib/console';
import { agent, categoryName, inpage } from '@/lib/i18n';

export interface GuardProps {
  ask: Ask;
  /** The reason was missing or too short. */
  short: boolean;
  onConfirm: (event: Event, reason: string) => void;
  onMend: (event: Event) => void;
}

/** Asks once before words that hurt go out; critical ones need a written reason. Enter in the composer never confirms. */
export function Guard({ ask, short, onConfirm, onMend }: GuardProps) {
  const critical = ask.level === 'critical';
  return (
    <section
      class="card guard"
      role="alertdialog"
      aria-labelledby="guard-title"
      aria-describedby="guard-words"
    >
      <header class="why">
        <p class="words">
          <strong id="guard-title">{agent(critical ? 'guard.critical' : 'guard.high')}</strong>
        </p>
        <ul class="held" id="guard-words">
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
              class="input"
              rows={2}
              data-stop=""
              aria-describedby={short ? 'guard-short' : undefined}
            />
            {short && (
              <span class="short" id="guard-short">
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
          onClick={(event) => onConfirm(event, reasonBeside(event.currentTarget))}
        >
          {agent('guard.sendAnyway')}
        </Button>
      </footer>
    </section>
  );
}

/** Read when it is needed: nothing listens while it is typed. */
function reasonBeside(button: Element): string {
  return button.closest('.guard')?.querySelector('textarea')?.value ?? '';
}
