import { useState } from 'preact/hooks';
import { Badge, Button, Dialog, Field, List, Textarea } from '@/components/ui';
import { common, locale, options, review } from '@/lib/i18n';
import type { Review, SentRecord } from '@/lib/review';

/** A record of this browser as its agent sees it, with the verdict that stands. */
export interface OwnMessage {
  record: SentRecord;
  review: Review | null;
  /** Whether she can still say something to it. */
  contestable: boolean;
}

export interface OwnMessagesProps {
  /** Newest first. */
  messages: readonly OwnMessage[];
  /** How many there are in all. */
  total: number;
  onContest: (record: string, comment: string) => void;
  onErase: (record: string) => void;
}

/** Exactly what is stored of each message: its text as masked, the flags in it, and what a reviewer said. */
export function OwnMessages({ messages, total, onContest, onErase }: OwnMessagesProps) {
  const [contesting, setContesting] = useState<OwnMessage | null>(null);
  const [comment, setComment] = useState('');
  if (total === 0) return null;
  const title = options('options.own');
  return (
    <>
      <h3 class="options-subtitle">{title}</h3>
      <List label={title}>
        {messages.map((it) => (
          <li key={it.record.id} class="options-row">
            <div class="options-row-text">
              <span class="options-row-name" dir="auto">
                <MarkedText record={it.record} />
              </span>
              <span class="options-row-facts">
                <Badge>{review(`standing.${it.record.standing}`)}</Badge>
                <span class="muted small">
                  {new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
                    it.record.sentAt,
                  )}
                </span>
                {it.review && it.review.reason !== '' && (
                  <span class="small">
                    {options('options.ownReason', { who: it.review.reviewer, reason: it.review.reason })}
                  </span>
                )}
              </span>
            </div>
            {it.contestable && (
              <Button small onClick={() => setContesting(it)}>
                {options('options.ownContest')}
              </Button>
            )}
            <Button small look="quiet" onClick={() => onErase(it.record.id)}>
              {options('options.ownErase')}
            </Button>
          </li>
        ))}
      </List>
      {total > messages.length && (
        <p class="muted small">{options('options.ownMore', { count: total - messages.length })}</p>
      )}
      {contesting && (
        <Dialog
          title={options('options.ownContest')}
          onClose={() => setContesting(null)}
          footer={
            <>
              <Button onClick={() => setContesting(null)}>{common('cancel')}</Button>
              <Button
                look="primary"
                disabled={comment.trim() === ''}
                onClick={() => {
                  onContest(contesting.record.id, comment.trim());
                  setContesting(null);
                  setComment('');
                }}
              >
                {options('options.ownContestDo')}
              </Button>
            </>
          }
        >
          <Field label={options('options.ownContestWhy')}>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                maxLength={500}
                value={comment}
                onInput={(event) => setComment(event.currentTarget.value)}
              />
            )}
          </Field>
        </Dialog>
      )}
    </>
  );
}

function MarkedText({ record: { text, flags } }: { record: SentRecord }) {
  const parts = [];
  let at = 0;
  for (const { start, end, rule } of flags.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue;
    parts.push(
      text.slice(at, start),
      <mark key={start} title={rule}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
