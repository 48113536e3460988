import { useState } from 'preact/hooks';
import { Button } from '@/components/ui';
import { LOCALE_LANGUAGE, ledger, locale } from '@/lib/i18n';
import {
  type FollowUpEntry,
  sayWhen,
  VISIT_KINDS,
  VISIT_OUTCOMES,
  type VisitChange,
  type VisitKind,
} from '@/lib/ledger';
import { siteName } from '@/lib/sites';
import type { Here, LedgerData } from '../ledger-desk';
import { offerUndo } from './offer-undo';
import type { LedgerSectionProps } from './promises';
import { WriteNow } from './promises-write';
import { Section } from './section';

const DAY = 24 * 60 * 60_000;

/** Visits after settled complaints and purchases: care first, nothing is sold. */
export function FollowUps(props: LedgerSectionProps & { here: Here | null }) {
  const { desk, toaster, here } = props;
  const { data, actions } = desk;
  const planned = data.visits.filter(({ state }) => state === 'planned').sort((a, b) => a.due - b.due);
  const plan = async (kind: VisitKind): Promise<void> => {
    if (here === null) return;
    const { due, undo } = await actions.planVisit(kind, '', here);
    offerUndo(toaster, ledger('visits.planned', { when: whenOf(due, data) }), undo);
  };
  return (
    <Section title={ledger('visits.title')}>
      {planned.length === 0 ? (
        <p class="panel-quiet">{ledger('visits.none')}</p>
      ) : (
        <ul class="owed-list" aria-label={ledger('visits.title')}>
          {planned.map((entry) => (
            <Visit key={entry.id} {...props} entry={entry} />
          ))}
        </ul>
      )}
      {here !== null && (
        <div class="visit-plans">
          {VISIT_KINDS.map((kind) => (
            <Button key={kind} small look="plain" icon="plus" onClick={() => void plan(kind)}>
              {ledger(`visits.plan.${kind}`)}
            </Button>
          ))}
        </div>
      )}
    </Section>
  );
}

function Visit(props: LedgerSectionProps & { entry: FollowUpEntry }) {
  const { desk, entry, shelf, toaster, send, onCopy } = props;
  const { data, actions } = desk;
  const [writing, setWriting] = useState(false);
  const isDue = entry.due <= data.now;
  const change = async (what: VisitChange, said: string): Promise<void> => {
    const undo = await actions.changeVisit(entry.id, what);
    offerUndo(toaster, said, undo);
  };
  return (
    <li class={isDue ? 'owed owed-soon' : 'owed'}>
      <p class="owed-line">
        <span class="owed-when tabular">{whenOf(entry.due, data)}</span> {ledger(`visits.kind.${entry.kind}`)}
        {entry.site !== null && <span class="small muted"> {siteName(entry.site)}</span>}
        {entry.note !== '' && <span class="owed-what">{entry.note}</span>}
      </p>
      <fieldset class="owed-actions">
        <legend class="sr-only">{ledger('visits.outcome')}</legend>
        {send !== null && (
          <Button small icon="chat" aria-expanded={writing} onClick={() => setWriting(!writing)}>
            {ledger('promises.write')}
          </Button>
        )}
        {isDue
          ? VISIT_OUTCOMES.map((outcome) => (
              <Button
                key={outcome}
                small
                look="plain"
                onClick={() => {
                  const said =
                    outcome === 'unhappy'
                      ? ledger('visits.unhappyNext')
                      : ledger('visits.saved', { outcome: ledger(`visits.${outcome}`) });
                  void change({ type: 'done', outcome }, said);
                }}
              >
                {ledger(`visits.${outcome}`)}
              </Button>
            ))
          : null}
        {isDue && (
          <Button
            small
            look="plain"
            onClick={() => {
              const due = data.now + DAY;
              void change({ type: 'move', due }, ledger('visits.planned', { when: whenOf(due, data) }));
            }}
          >
            {ledger('visits.later')}
          </Button>
        )}
        <Button small look="plain" onClick={() => void change({ type: 'skip' }, ledger('visits.skipped'))}>
          {ledger('visits.skip')}
        </Button>
      </fieldset>
      {writing && send !== null && (
        <WriteNow
          shelf={shelf}
          language={entry.language ?? LOCALE_LANGUAGE[locale.value]}
          scenario="after-care"
          moves={['follow-up', 'thanks', 'acknowledge']}
          send={send}
          onInserted={() => setWriting(false)}
          onCopy={onCopy}
        />
      )}
    </li>
  );
}

const whenOf = (due: number, { now, shop }: LedgerData): string =>
  sayWhen(due, now, shop.timeZone, locale.value);
