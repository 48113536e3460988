import { useState } from 'preact/hooks';
import { Badge, Button, Field, Textarea } from '@/components/ui';
import { agent, categoryName, panel } from '@/lib/i18n';
import type { ConsoleSnapshot } from '@/lib/rpc';
import { Section } from './section';

export interface HeldProps {
  held: NonNullable<ConsoleSnapshot['held']>;
  onMend: () => void;
  /** The reason as written, `''` where none is asked. */
  onRelease: (reason: string) => void;
}

/** A send that is held in the page. The reason is written here, where no page can listen; Enter makes a new line. */
export function Held({ held, onMend, onRelease }: HeldProps) {
  const [reason, setReason] = useState('');
  const critical = held.level === 'critical';
  return (
    <Section title={agent(critical ? 'guard.critical' : 'guard.high')}>
      <ul class="held-words">
        {held.flags.map((flag) => (
          <li key={`${flag.rule} ${flag.start}`}>
            <Badge tone={flag.severity}>{categoryName(flag.category)}</Badge>
            <q lang={flag.language}>{flag.text}</q>
          </li>
        ))}
      </ul>
      {critical && (
        <Field label={agent('guard.reason')} hint={panel('held.kept')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      <div class="held-decide">
        <Button look="quiet" small onClick={() => onRelease(reason)}>
          {agent('guard.sendAnyway')}
        </Button>
        <Button look="primary" small onClick={onMend}>
          {agent('guard.mend')}
        </Button>
      </div>
    </Section>
  );
}
