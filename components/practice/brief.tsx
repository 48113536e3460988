import { Button, Icon, Progress } from '@/components/ui';
import { practice } from '@/lib/i18n';
import type { PracticeCase } from '@/lib/practice';

export interface ChatHeadProps {
  played: PracticeCase;
  patience: number;
  /** Folds what the agent knows away, to make room for the grade. */
  over: boolean;
  onBack: () => void;
}

/** Who writes, how patient they still are, and what the agent knows. */
export function ChatHead({ played, patience, over, onBack }: ChatHeadProps) {
  const share = patience / played.patience;
  return (
    <header class="chat-head">
      <div class="chat-who">
        <Button look="plain" small icon="leave" onClick={onBack}>
          {practice('case.back')}
        </Button>
        <h2 lang={played.language}>
          {played.customer} <span class="muted">· {played.shop}</span>
        </h2>
        <span class="chat-patience">
          <span class="small muted">{practice('case.patience')}</span>
          <Progress
            label={practice('case.patience')}
            value={patience}
            max={played.patience}
            tone={share > 0.6 ? 'good' : share > 0.3 ? 'medium' : 'high'}
            text={practice('case.patienceOf', { left: patience, all: played.patience })}
          />
        </span>
      </div>
      <details class="chat-brief" open={!over}>
        <summary>
          <Icon name="right" />
          {practice('case.brief')}
        </summary>
        <div lang={played.language}>
          <p>{played.about}</p>
          <ul>
            {played.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      </details>
    </header>
  );
}
