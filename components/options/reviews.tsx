import { useState } from 'preact/hooks';
import { type HandOver, TakeIn } from '@/components/hand-over';
import { headingOf, MarkedMessage } from '@/components/review';
import { Badge, Button, EmptyState, Field, Input, List, Switch, Textarea } from '@/components/ui';
import { bundles, inbox, locale, review, contests as t } from '@/lib/i18n';
import type { Outcome } from '@/lib/phrasebook/vocabulary';
import { CONTEST_DAYS, type Contest, type Review, type SentRecord } from '@/lib/review';
import { RETENTION_DAYS } from '@/lib/store';
import { Section } from './section';

/** A kept message of the agent's with everything that was said of it. */
export interface ReviewedMessage {
  record: SentRecord;
  /** The verdict that stands. */
  verdict: Review | null;
  /** Until when it can be contested, epoch ms; `null`: not (any more). */
  contestableUntil: number | null;
  contests: readonly Contest[];
}

export interface ReviewsProps {
  /** Newest first. */
  messages: readonly ReviewedMessage[];
  hasMore: boolean;
  /** How the agent is called. */
  name: string;
  /** Of this browser's key. */
  fingerprint: string;
  handOver: HandOver;
  /** Whether good replies may be offered to the trainers. */
  offers: boolean;
  onOffers: (on: boolean) => void;
  onName: (name: string) => void;
  onMore: () => void;
  onContest: (record: string, comment: string) => void;
  onExport: () => void;
}

const date = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(at);

/** What QA kept and said of the agent's messages: nothing is said behind her back, and she can say it is wrong. */
export function ReviewsSection(props: ReviewsProps) {
  const { messages, hasMore, name, onMore, onContest } = props;
  return (
    <Section id="reviews" title={t('mine.title')} hint={t('mine.lead', { days: CONTEST_DAYS })}>
      {messages.length === 0 ? (
        <div class="options-card">
          <EmptyState icon="check" title={t('mine.none')}>
            {t('mine.noneHint')}
          </EmptyState>
        </div>
      ) : (
        <List label={t('mine.title')}>
          {messages.map((it) => (
            <Message key={it.record.id} message={it} onContest={onContest} />
          ))}
        </List>
      )}
      {hasMore && (
        <Button small onClick={onMore}>
          {t('mine.more')}
        </Button>
      )}
      <div class="options-card options-fields">
        <Field label={t('mine.name')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={40}
              onChange={(event) => props.onName(event.currentTarget.value.trim())}
            />
          )}
        </Field>
        <Switch checked={props.offers} onToggle={props.onOffers}>
          {t('mine.offer')}
        </Switch>
        <p class="muted small">{t('mine.offerHint', { days: RETENTION_DAYS })}</p>
        <p class="muted small">{t('mine.exportHint')}</p>
        <p class="muted small">
          {bundles('ownKey')} <code class="hand-over-print">{props.fingerprint}</code>
        </p>
        <div class="options-actions">
          <Button
            disabled={name === ''}
            title={name === '' ? t('mine.noName') : undefined}
            onClick={props.onExport}
          >
            {t('mine.export')}
          </Button>
        </div>
        <h3 class="options-subtitle">{t('mine.bring')}</h3>
        <TakeIn {...props.handOver} />
      </div>
    </Section>
  );
}

/** What a trainer made of it. */
function Became({ outcome: { as, item, by, at } }: { outcome: Outcome }) {
  return (
    <span class="small">
      <Badge tone={as === 'declined' ? undefined : 'good'}>{inbox(`became.${as}`, { item })}</Badge>{' '}
      <span class="muted">{[by, date(at)].filter(Boolean).join(' · ')}</span>
    </span>
  );
}

interface MessageProps {
  message: ReviewedMessage;
  onContest: ReviewsProps['onContest'];
}

function Message({ message: { record, verdict, contestableUntil, contests }, onContest }: MessageProps) {
  const [comment, setComment] = useState<string | null>(null);
  return (
    <li>
      <p>
        <b>{headingOf(record)}</b> <span class="muted small">{date(record.sentAt)}</span>{' '}
        <Badge tone={record.standing === 'cleared' || record.standing === 'dismissed' ? 'good' : undefined}>
          {record.standing === 'open' ? t('mine.notYet') : review(`standing.${record.standing}`)}
        </Badge>
      </p>
      <p lang={record.language ?? undefined}>
        <MarkedMessage text={record.text} flags={record.flags} />
      </p>
      {verdict && (
        <p class="small">
          <span class="muted">
            {t('mine.saidBy', { who: verdict.reviewer || review('nobody'), when: date(verdict.at) })}
          </span>{' '}
          {[
            review(`verdict.${verdict.verdict}`),
            verdict.cause && review(`cause.${verdict.cause}`),
            verdict.reason,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {verdict?.outcome && <Became outcome={verdict.outcome} />}
      {contests.map((it) => (
        <p key={it.id} class="small">
          <b>{review(`contest.${it.state}`)}</b> {it.comment}
          {it.decision && (
            <span class="muted"> {[it.decidedBy, it.decision].filter(Boolean).join(': ')}</span>
          )}
          {it.outcome && <Became outcome={it.outcome} />}
        </p>
      ))}
      {contestableUntil !== null && comment === null && (
        <Button small look="plain" onClick={() => setComment('')}>
          {t('mine.contest')} <span class="muted">{t('mine.until', { day: date(contestableUntil) })}</span>
        </Button>
      )}
      {contestableUntil !== null && comment !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (comment.trim() === '') return;
            onContest(record.id, comment.trim());
            setComment(null);
          }}
        >
          <Field label={t('mine.comment')}>
            {(control) => (
              <Textarea
                {...control}
                rows={2}
                value={comment}
                onInput={(event) => setComment(event.currentTarget.value)}
              />
            )}
          </Field>
          <Button small type="submit" look="primary" disabled={comment.trim() === ''}>
            {t('mine.send')}
          </Button>
        </form>
      )}
    </li>
  );
}
