import { useState } from 'preact/hooks';
import { Badge, Button, classes } from '@/components/ui';
import { ledger, locale } from '@/lib/i18n';
import { type PromiseChange, type PromiseEntry, sayWhen, urgencyOf } from '@/lib/ledger';
import { siteName } from '@/lib/sites';
import type { LedgerData } from '../ledger-desk';
import { PromiseEdit, timePicks } from './promises-edit';

export interface PromiseRowProps {
  entry: PromiseEntry;
  data: LedgerData;
  onChange: (change: PromiseChange) => void;
  /** Opens words for the customer; left out where no console is open. */
  onWrite?: (() => void) | undefined;
  writing: boolean;
}

const HALF_HOUR = 30 * 60_000;

/** One key each, while the row has the focus. */
const KEYS: Readonly<Record<string, 'confirm' | 'edit' | 'keep' | 'snooze' | 'discard'>> = {
  Enter: 'confirm',
  e: 'edit',
  k: 'keep',
  s: 'snooze',
  Delete: 'discard',
  Backspace: 'discard',
};

/** One promise: when, what, and what became of it. */
export function PromiseRow({ entry, data, onChange, onWrite, writing }: PromiseRowProps) {
  const [editing, setEditing] = useState(false);
  const { now, team } = data;
  const urgency = urgencyOf(entry, now, team.reminders.lead);
  const act = (what: (typeof KEYS)[string]): void => {
    if (what === 'edit') setEditing(true);
    else if (what === 'snooze') onChange({ type: 'snooze', until: now + HALF_HOUR });
    else onChange({ type: what });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const what = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (what === undefined) return;
    event.preventDefault();
    act(what);
  };
  return (
    <li class={classes('owed', `owed-${urgency}`)}>
      <button
        type="button"
        class="owed-head"
        aria-keyshortcuts="Enter E K S Delete"
        aria-expanded={editing}
        onClick={() => setEditing(!editing)}
        onKeyDown={onKey}
      >
        <span class="owed-when tabular">{whenOf(entry, data)}</span>
        {urgency === 'overdue' && <Badge tone="high">{ledger('promises.overdue')}</Badge>}
        {urgency === 'soon' && <Badge tone="medium">{ledger('promises.soon')}</Badge>}
        {entry.site !== null && <span class="owed-site small muted">{siteName(entry.site)}</span>}
        <span class="owed-what" lang={entry.language ?? undefined}>
          {entry.sentence}
        </span>
      </button>
      {editing ? (
        <PromiseEdit
          entry={entry}
          data={data}
          onSave={(change) => {
            setEditing(false);
            onChange(change);
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <RowActions {...{ entry, urgency, data, onChange, onWrite, writing, act }} />
      )}
    </li>
  );
}

function whenOf({ due }: PromiseEntry, { now, shop }: LedgerData): string {
  return due === null ? ledger('promises.noTime') : sayWhen(due, now, shop.timeZone, locale.value);
}

interface RowActionsProps extends PromiseRowProps {
  urgency: ReturnType<typeof urgencyOf>;
  act: (what: (typeof KEYS)[string]) => void;
}

function RowActions({ entry, urgency, data, onChange, onWrite, writing, act }: RowActionsProps) {
  const small = { small: true } as const;
  return (
    <div class="owed-actions">
      {urgency === 'no-time' ? (
        <TimePicks data={data} onPick={(due) => onChange({ type: 'edit', due })} />
      ) : entry.confirmed ? (
        <>
          <Button {...small} icon="check" onClick={() => act('keep')}>
            {ledger('promises.kept')}
          </Button>
          {urgency === 'overdue' ? (
            <Button {...small} look="plain" onClick={() => onChange({ type: 'break' })}>
              {ledger('promises.broken')}
            </Button>
          ) : (
            <Button {...small} look="plain" onClick={() => act('snooze')}>
              {ledger('promises.snooze')}
            </Button>
          )}
        </>
      ) : (
        <>
          <Button
            {...small}
            icon="check"
            title={ledger('promises.unconfirmed')}
            onClick={() => act('confirm')}
          >
            {ledger('promises.confirm')}
          </Button>
          <Button {...small} look="plain" onClick={() => act('edit')}>
            {ledger('promises.edit')}
          </Button>
        </>
      )}
      {(!entry.confirmed || urgency === 'no-time') && (
        <Button {...small} look="plain" onClick={() => act('discard')}>
          {ledger('promises.discard')}
        </Button>
      )}
      {onWrite && urgency !== 'no-time' && entry.confirmed && (
        <Button {...small} look="plain" icon="chat" aria-expanded={writing} onClick={onWrite}>
          {ledger('promises.write')}
        </Button>
      )}
    </div>
  );
}

/** The three times most waits mean. */
function TimePicks({ data, onPick }: { data: LedgerData; onPick: (due: number) => void }) {
  const { now, shop } = data;
  const picks = timePicks(now, shop);
  return (
    <>
      {picks.map(({ key, due }) => (
        <Button key={key} small onClick={() => onPick(due)}>
          {ledger(key)}
        </Button>
      ))}
    </>
  );
}
