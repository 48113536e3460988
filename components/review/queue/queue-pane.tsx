import type { ComponentChild } from 'preact';
import { useRef } from 'preact/hooks';
import { MOST_ROWS, VirtualRows } from '@/components/page/virtual-rows';
import { Button, Progress } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';
import type { SentRecord } from '@/lib/review';
import { FilterBar, type FilterBarProps } from './filter-bar';
import type { QueueAct } from './keys';
import { QueueRow } from './queue-row';
import { useKeys } from './use-keys';

export interface QueuePaneProps {
  filters: Omit<FilterBarProps, 'searchRef' | 'found'>;
  /** How many fit the filters; `null`: still counting. */
  found: number | null;
  /** How many of them are in the list. */
  count: number;
  rowAt: (index: number) => SentRecord | undefined;
  onSeen: (from: number, to: number) => void;
  /** The open row. */
  index: number;
  onOpen: (index: number) => void;
  picked: ReadonlySet<string>;
  onPick: (id: string) => void;
  onPickAll: () => void;
  onPickNone: () => void;
  onRefresh: () => void;
  /** How far the table of all that was found is; `null`: none is being made. */
  saving: { read: number; total: number } | null;
  onSave: () => void;
  onSaveStop: () => void;
  /** Whether single letters decide. */
  letters: boolean;
  onAct: (act: QueueAct) => void;
  detail: ComponentChild;
}

const ROW = 78;

/** The queue beside what is open of it; every action is one key. */
export function QueuePane(props: QueuePaneProps) {
  const { count, found, rowAt, index, picked } = props;
  const search = useRef<HTMLInputElement>(null);
  useKeys(props.letters, (act) => {
    if (act.kind === 'search') search.current?.focus();
    else props.onAct(act);
    return true;
  });
  return (
    <div class="queue">
      <section class="queue-list" aria-label={t('queue')}>
        <FilterBar {...props.filters} found={found} searchRef={search} />
        {found !== null && found > count && (
          <p class="queue-cut muted small">{t('cut', { count: Math.min(count, MOST_ROWS) })}</p>
        )}
        <div class="queue-bulk small">
          <Button small look="plain" disabled={count === 0} onClick={props.onPickAll}>
            {t('pickAll')}
          </Button>
          {picked.size > 0 && (
            <Button small look="plain" onClick={props.onPickNone}>
              {t('pickNone', { count: picked.size })}
            </Button>
          )}
          <Button small look="plain" icon="undo" onClick={() => props.onAct({ kind: 'undo' })}>
            {t('undoLast')}
          </Button>
          <Button small look="plain" onClick={props.onRefresh}>
            {t('refresh')}
          </Button>
          {props.saving === null && (
            <Button small look="plain" disabled={count === 0} onClick={props.onSave}>
              {t('table.save')}
            </Button>
          )}
        </div>
        {props.saving !== null && (
          <div class="queue-saving small">
            <Progress label={t('table.saving')} value={props.saving.read} max={props.saving.total} />
            <span class="muted tabular" role="status">
              {t('table.at', { read: props.saving.read, total: props.saving.total })}
            </span>
            <Button small onClick={props.onSaveStop}>
              {common('cancel')}
            </Button>
          </div>
        )}
        <VirtualRows
          label={t('queue')}
          count={count}
          height={ROW}
          shown={index}
          onSeen={props.onSeen}
          row={(at) => {
            const record = rowAt(at);
            return record ? (
              <QueueRow
                record={record}
                open={at === index}
                picked={picked.has(record.id)}
                onOpen={() => props.onOpen(at)}
                onPick={() => props.onPick(record.id)}
              />
            ) : (
              <div class="queue-row" aria-hidden="true" />
            );
          }}
        />
      </section>
      <div class="queue-detail">{props.detail}</div>
    </div>
  );
}
