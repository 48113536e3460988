import { Badge, Button, classes } from '@/components/ui';
import type { Ask } from '@/lib/console';
import { agent, categoryName, inpage } from '@/lib/i18n';

/** Reasons for sending critical words that can be given by a press: nothing is typed where a page could listen. */
export const REASONS = ['reason.quote', 'reason.agreed', 'reason.wanted', 'reason.mistake'] as const;
export type Reason = (typeof REASONS)[number];

export interface GuardProps {
  ask: Ask;
  /** What was picked of the reasons; critical words go out with one only. */
  reason: Reason | null;
  /** "Send anyway" was pressed without one. */
  short: boolean;
  onReason: (event: Event, reason: Reason) => void;
  onConfirm: (event: Event) => void;
  onMend: (event: Event) => void;
  onOpenPanel: (event: Event) => void;
}

/** Asks once before words that hurt go out; critical ones need a reason. Enter in the composer never confirms. */
export function Guard({ ask, reason, short, onReason, onConfirm, onMend, onOpenPanel }: GuardProps) {
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
      </header>
      {critical && (
        <fieldset class="why-send" aria-describedby={short ? 'guard-short' : undefined}>
          <legend>{inpage('guard.pick')}</legend>
          <div class="reasons">
            {REASONS.map((it) => (
              <button
                key={it}
                type="button"
                aria-pressed={it === reason}
                class={classes('reason-choice', it === reason && 'is-picked')}
                data-stop=""
                onClick={(event) => onReason(event, it)}
              >
                {inpage(it)}
              </button>
            ))}
          </div>
          <Button look="plain" small data-stop="" onClick={onOpenPanel}>
            {inpage('guard.inPanel')}
          </Button>
          {short && (
            <p class="short" id="guard-short" role="alert">
              {inpage('guard.pickFirst')}
            </p>
          )}
        </fieldset>
      )}
      <footer class="decide">
        <Button look="primary" data-stop="" onClick={onMend}>
          {agent('guard.mend')}
        </Button>
        <Button look="quiet" data-stop="" onClick={onConfirm}>
          {agent('guard.sendAnyway')}
        </Button>
      </footer>
    </section>
  );
}
