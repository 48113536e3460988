import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Banner, Button, EmptyState, IconButton, List, Spinner } from '@/components/ui';
import { common, locale, chats as t } from '@/lib/i18n';
import type { BookProblem } from '@/lib/phrasebook';
import type { MessageSet } from '@/lib/workbench';
import { Problems } from './problems';

export interface MessagesPaneProps {
  sets: readonly MessageSet[];
  /** What agents here sent in spite of a flag; it comes by itself and is not deleted here. */
  sent: number;
  /** `reading`: a file is being read; else what was wrong with the last one. */
  state: 'reading' | 'failed' | readonly BookProblem[];
  onFile: (file: File) => void;
  onRemove: (set: MessageSet) => void;
  /** What is done with the chats. */
  children?: ComponentChildren;
}

const FILES = '.csv,.tsv,.xlsx,.jsonl,.ndjson,.txt';

/** The chats there are, the way to bring in more, and what is done with them. */
export function MessagesPane({ sets, sent, state, onFile, onRemove, children }: MessagesPaneProps) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <div class="messages">
      <section aria-label={t('title')}>
        <div class="messages-head">
          <h2>{t('title')}</h2>
          {state === 'reading' && <Spinner label={t('reading')} />}
          <Button icon="plus" disabled={state === 'reading'} onClick={() => file.current?.click()}>
            {t('import')}
          </Button>
          <input
            ref={file}
            type="file"
            accept={FILES}
            hidden
            aria-label={t('import')}
            onChange={({ currentTarget }) => {
              const [chosen] = currentTarget.files ?? [];
              if (chosen) onFile(chosen);
              currentTarget.value = '';
            }}
          />
        </div>
        <p class="muted">
          {t('lead')} {t('importHint')}
        </p>
        {state === 'failed' && <Banner tone="danger">{t('failed')}</Banner>}
        {typeof state === 'object' && <Problems problems={state} />}
        {sets.length === 0 && sent === 0 ? (
          <EmptyState icon="chat" title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        ) : (
          <List label={t('title')}>
            {sets.map((set) => (
              <SetLine key={set.id} set={set} onRemove={() => onRemove(set)} />
            ))}
            {sent > 0 && (
              <li class="message-set">
                <span class="message-set-name">{t('sent')}</span>
                <span class="muted small tabular">{t('count', { count: sent })}</span>
                <span class="muted small">{t('sentHint')}</span>
              </li>
            )}
          </List>
        )}
      </section>
      {children}
    </div>
  );
}

function SetLine({ set, onRemove }: { set: MessageSet; onRemove: () => void }) {
  const facts = [
    t('count', { count: set.count }),
    ...(set.agents < set.count ? [t('agents', { count: set.agents })] : []),
    ...(set.judged > 0 ? [t('judged', { count: set.judged })] : []),
    new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(set.savedAt),
  ];
  return (
    <li class="message-set">
      <span class="message-set-name">{set.name}</span>
      <span class="muted small tabular">{facts.join(' · ')}</span>
      <IconButton icon="close" label={`${common('remove')}: ${set.name}`} onClick={onRemove} />
    </li>
  );
}
