import { Badge, Button, classes, Kbd } from '@/components/ui';
import { agent, categoryName, inpage } from '@/lib/i18n';
import type { ConsoleFlag, DismissScope } from '@/lib/rpc';
import { ChangeText, changeOf } from '../change';
import { DISMISS_SCOPES } from '../dismiss-scopes';

export interface CardProps {
  /** What the flag was found in. */
  draft: string;
  flag: ConsoleFlag;
  /** 1-based place of the flag among all, and how many there are. */
  at: number;
  count: number;
  /** An empty text leaves the words out. */
  onReplace: (event: Event, text: string) => void;
  onDismiss: (event: Event, scope: DismissScope) => void;
}

/** Why the words hurt, what to say instead, and four ways to be left in peace. */
export function Card({ draft, flag, at, count, onReplace, onDismiss }: CardProps) {
  const choices = [...flag.instead, ''].map((text) => ({ text, change: changeOf(draft, flag, text) }));
  return (
    <section class="card" role="dialog" aria-label={agent('card.label')}>
      <header class="why">
        <p class="words">
          <Badge tone={flag.severity}>{categoryName(flag.category)}</Badge>
          <strong lang={flag.language} dir="auto">
            {inpage('card.words', { text: flag.text })}
          </strong>
          {count > 1 && <span class="count">{inpage('card.more', { at, count })}</span>}
        </p>
        <p class="reason" lang={flag.language} dir="auto">
          {flag.why}
        </p>
      </header>
      <ul class="instead" aria-label={agent('card.instead')}>
        {choices.map(({ text, change }, index) => (
          <li key={text}>
            <button
              type="button"
              class={classes('choice', text === '' && 'choice-out')}
              data-stop=""
              tabIndex={index === 0 ? 0 : -1}
              onClick={(event) => onReplace(event, text)}
            >
              <ChangeText change={change} lang={flag.language} />
              {index < 9 && <Kbd>Alt+{index + 1}</Kbd>}
            </button>
          </li>
        ))}
      </ul>
      <footer class="dismiss">
        {DISMISS_SCOPES.map(([scope, message]) => (
          <Button
            key={scope}
            look="plain"
            small
            data-stop=""
            tabIndex={-1}
            onClick={(event) => onDismiss(event, scope)}
          >
            {agent(message)}
          </Button>
        ))}
        <span class="rule">{agent('card.rule', { rule: flag.rule })}</span>
      </footer>
    </section>
  );
}
