import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import type { Toaster } from '@/components/ui';
import { LOCALE_LANGUAGE, ledger, locale } from '@/lib/i18n';
import {
  changePromise,
  inDueOrder,
  isSameConversation,
  type PromiseChange,
  type PromiseEntry,
  sayWhen,
  urgencyOf,
} from '@/lib/ledger';
import type { ConsoleIntent, IntentAnswer } from '@/lib/rpc';
import type { LedgerData, LedgerDesk } from '../ledger-desk';
import type { PanelShelf } from '../shelf';
import { offerUndo } from './offer-undo';
import { PromiseRow } from './promises-row';
import { WriteNow } from './promises-write';
import { Section } from './section';

/** What the sections of the ledger share. */
export interface LedgerSectionProps {
  desk: LedgerDesk & { data: LedgerData };
  shelf: PanelShelf;
  toaster: Toaster;
  /** `null` where no console is open: words can be copied, not inserted. */
  send: ((intent: ConsoleIntent) => Promise<IntentAnswer>) | null;
  onCopy: (text: string) => void;
}

/** Settled promises that are still worth a look. */
const SETTLED_SHOWN = 20;

/** All promises: what is open by its time, what is settled folded away. */
export function Promises(props: LedgerSectionProps) {
  const { data } = props.desk;
  const open = inDueOrder(
    data.promises.filter(({ state }) => state === 'open'),
    data.now,
  );
  const settled = data.promises.filter(({ state }) => state !== 'open').slice(0, SETTLED_SHOWN);
  return (
    <Section
      title={ledger('promises.title')}
      aside={
        open.length > 0 && (
          <span class="small muted tabular">{ledger('promises.count', { count: open.length })}</span>
        )
      }
    >
      {open.length === 0 ? (
        <p class="panel-quiet">{ledger('promises.none')}</p>
      ) : (
        <PromiseList {...props} entries={open} />
      )}
      {settled.length > 0 && (
        <details class="todo">
          <summary>
            <span>{ledger('promises.settled', { count: settled.length })}</span>
          </summary>
          <ul class="owed-settled">
            {settled.map(({ id, sentence, state, language }) => (
              <li key={id}>
                <span class="small muted">{ledger(`state.${state}`)}</span>{' '}
                <span lang={language ?? undefined}>{sentence}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

/**
 * What matters beside a conversation: its own promises and what presses elsewhere. One that was read where the customer
 * had said nothing telling belongs to no conversation, so it stands until it is confirmed.
 */
export function PromisesHere(props: LedgerSectionProps) {
  const { data } = props.desk;
  const here = data.promises.filter((it) => {
    if (it.state !== 'open') return false;
    const urgency = urgencyOf(it, data.now, data.team.reminders.lead);
    const unplaced = !it.confirmed && it.conversation.length === 0;
    return isSameConversation(it, data) || unplaced || urgency === 'soon' || urgency === 'overdue';
  });
  if (here.length === 0) return null;
  return (
    <Section title={ledger('promises.title')}>
      <PromiseList {...props} entries={inDueOrder(here, data.now)} />
    </Section>
  );
}

function PromiseList(props: LedgerSectionProps & { entries: readonly PromiseEntry[] }) {
  const { desk, entries, toaster, shelf, send, onCopy } = props;
  const { data, actions } = desk;
  const [writing, setWriting] = useState<string | null>(null);

  const change = async (entry: PromiseEntry, what: PromiseChange): Promise<void> => {
    const undo = await actions.changePromise(entry.id, what);
    const said = saidOf(entry, what, data);
    if (said !== null) offerUndo(toaster, said, undo);
  };
  return (
    <>
      <ul class="owed-list" aria-label={ledger('promises.title')}>
        {entries.map((entry) => (
          <Fragment key={entry.id}>
            <PromiseRow
              entry={entry}
              data={data}
              writing={writing === entry.id}
              onChange={(what) => void change(entry, what)}
              onWrite={send === null ? undefined : () => setWriting(writing === entry.id ? null : entry.id)}
            />
            {writing === entry.id && send !== null && (
              <li>
                <WriteNow
                  shelf={shelf}
                  language={entry.language ?? LOCALE_LANGUAGE[locale.value]}
                  scenario={entry.scenario}
                  moves={
                    urgencyOf(entry, data.now) === 'overdue'
                      ? ['apology', 'commitment']
                      : ['commitment', 'follow-up']
                  }
                  send={send}
                  onInserted={() => setWriting(null)}
                  onCopy={onCopy}
                />
              </li>
            )}
          </Fragment>
        ))}
      </ul>
      <p class="owed-keys small muted">{ledger('promises.keys')}</p>
    </>
  );
}

/** What is said after a change; `null` where the row says it itself. */
function saidOf(entry: PromiseEntry, what: PromiseChange, { now, shop }: LedgerData): string | null {
  const when = (at: number): string => sayWhen(at, now, shop.timeZone, locale.value);
  switch (what.type) {
    case 'keep':
      return ledger(
        changePromise(entry, what, now).state === 'late' ? 'promises.said.late' : 'promises.said.keep',
      );
    case 'break':
    case 'discard':
      return ledger(`promises.said.${what.type}`);
    case 'snooze':
      return ledger('promises.said.snooze', { when: when(what.until) });
    case 'edit':
      return what.due === undefined || what.due === null
        ? null
        : ledger('promises.said.edit', { when: when(what.due) });
    default:
      return null;
  }
}
