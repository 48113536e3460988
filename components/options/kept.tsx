import { useState } from 'preact/hooks';
import { Button, Dialog } from '@/components/ui';
import { common, options } from '@/lib/i18n';
import { KEPT_AROUND } from '@/lib/review';
import { type KeptAmounts, RETENTION_DAYS } from '@/lib/store';
import { OwnMessages, type OwnMessagesProps } from './own-messages';
import { Reported, type ReportedProps } from './reported';
import { Section } from './section';

export interface KeptProps extends ReportedProps {
  /** `null` while the store is asked. */
  amounts: KeptAmounts | null;
  /** Whether the browser promised not to clear the store by itself. */
  isProtected: boolean;
  own: OwnMessagesProps;
  onExport: () => void;
  onErase: () => void;
}

/** What is kept about the agent's work, in plain words and in numbers, with the means to take it along or erase it. */
export function KeptSection({ amounts, isProtected, own, reported, onExport, onErase }: KeptProps) {
  const [asking, setAsking] = useState(false);
  return (
    <Section id="data" title={options('options.data')}>
      <div class="options-card options-prose">
        <ul class="options-points">
          <li>{options('options.privacyWhere')}</li>
          <li>{options('options.privacyDrafts')}</li>
          <li>{options('options.privacySent', { days: RETENTION_DAYS, chars: KEPT_AROUND })}</li>
          <li>{options('options.privacyCustomer')}</li>
        </ul>
        {amounts && (
          <>
            <h3 class="options-subtitle">{options('options.kept')}</h3>
            <ul class="options-amounts tabular">
              <li>{options('options.keptSent', { count: amounts.sent })}</li>
              <li>{options('options.keptCorrections', { count: amounts.corrections })}</li>
              <li>{options('options.keptDays', { count: amounts.days })}</li>
              <li>{options('options.keptScripts', { count: amounts.scripts })}</li>
              <li>{options('options.keptPromises', { count: amounts.promises })}</li>
              <li>{options('options.keptRemedies', { count: amounts.remedies })}</li>
              <li>{options('options.keptRequests', { count: amounts.requests })}</li>
              <li>{options('options.keptVisits', { count: amounts.visits })}</li>
              <li>{options('options.keptPractice', { count: amounts.practice })}</li>
              <li>{options('options.keptVerdicts', { count: amounts.verdicts })}</li>
              {amounts.replies > 0 && <li>{options('options.keptReplies', { count: amounts.replies })}</li>}
              <li>{options('options.keptChats', { count: amounts.savedChats })}</li>
            </ul>
          </>
        )}
        {isProtected && <p class="muted small">{options('options.protected')}</p>}
        <div class="options-actions">
          <Button onClick={onExport}>{options('options.export')}</Button>
          <Button look="danger" onClick={() => setAsking(true)}>
            {options('options.erase')}
          </Button>
        </div>
      </div>
      <OwnMessages {...own} />
      <Reported reported={reported} />
      {asking && (
        <Dialog
          title={options('options.eraseTitle')}
          onClose={() => setAsking(false)}
          footer={
            <>
              <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false);
                  onErase();
                }}
              >
                {options('options.eraseDo')}
              </Button>
            </>
          }
        >
          <p>{options('options.eraseBody')}</p>
        </Dialog>
      )}
    </Section>
  );
}
