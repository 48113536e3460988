import { Badge, classes, Icon } from '@/components/ui';
import { severityName, review as t } from '@/lib/i18n';
import type { SentRecord } from '@/lib/review';
import { MarkedMessage } from '../marked-message';
import { headingOf, nameOfAgent, nameOfScenario, when, worstFlag } from '../names';

export interface QueueRowProps {
  record: SentRecord;
  open: boolean;
  picked: boolean;
  onOpen: () => void;
  onPick: () => void;
}

/** One message of the queue: what it is flagged for, who sent it when, and the words. */
export function QueueRow({ record, open, picked, onOpen, onPick }: QueueRowProps) {
  const worst = worstFlag(record);
  return (
    <div class={classes('queue-row', open && 'is-open')}>
      <input
        type="checkbox"
        class="queue-tick"
        tabIndex={open ? 0 : -1}
        aria-label={t('pick', { heading: headingOf(record) })}
        checked={picked}
        onChange={onPick}
      />
      <button
        type="button"
        class="queue-face"
        aria-current={open ? 'true' : undefined}
        tabIndex={open ? 0 : -1}
        onClick={onOpen}
      >
        <span class="queue-heading">
          <b>{headingOf(record)}</b>
          {worst && <Badge tone={worst.severity}>{severityName(worst.severity)}</Badge>}
          {record.flags.length > 1 && <span class="muted small">+{record.flags.length - 1}</span>}
          {record.standing !== 'open' && (
            <span class="queue-standing small">
              <Icon name={record.standing === 'contested' ? 'chat' : 'check'} />
              {t(`standing.${record.standing}`)}
            </span>
          )}
        </span>
        <span class="queue-facts muted small">
          {[nameOfAgent(record.agent), nameOfScenario(record.scenario), when(record.sentAt)].join(' · ')}
        </span>
        <span class="queue-words" lang={record.language ?? undefined}>
          <MarkedMessage text={record.text} flags={record.flags} around={12} />
        </span>
      </button>
    </div>
  );
}
