import { Badge, Button, EmptyState, Field, Icon, Input, Kbd } from '@/components/ui';
import { categoryName, common, severityName, review as t } from '@/lib/i18n';
import type { Cause, Contest, Proposal, Review, Scorecard, SentRecord, Verdict } from '@/lib/review';
import { type Entered, ScoreForm } from '../cards/score-form';
import { MarkedMessage } from '../marked-message';
import { headingOf, nameOfAgent, nameOfScenario, percent, type RuleFacts, type RuleOf, when } from '../names';
import { CauseTree } from './cause-tree';

export interface DetailProps {
  record: SentRecord;
  /** What is known of a rule, by its id. */
  ruleOf: RuleOf;
  /** Other flagged messages of the conversation, oldest first. */
  conversation: readonly SentRecord[];
  history: readonly Review[];
  contests: readonly Contest[];
  card: Scorecard | null;
  /** What the card is filled for: the message, or all of its conversation. */
  scored: readonly SentRecord[];
  whole: boolean;
  note: string;
  proposals: readonly Proposal[];
  entered: Entered;
  confirmed: boolean;
  cause: Cause | null;
  reason: string;
  /** How many are picked; verdicts then go to all of them. */
  picked: number;
  onEnter: (entered: Entered) => void;
  onConfirm: (confirmed: boolean) => void;
  onWhole: (whole: boolean) => void;
  onNote: (note: string) => void;
  onCause: (cause: Cause | null) => void;
  onReason: (reason: string) => void;
  onVerdict: (verdict: Verdict) => void;
  onNext: () => void;
  onHelp: () => void;
}

const VERDICT_KEYS = [
  ['uphold', 'U'],
  ['dismiss', 'D'],
  ['coach', 'C'],
] as const;

/** One message with everything needed to decide on it: words, rule, conversation, verdict, cause, score. */
export function Detail(props: DetailProps) {
  const { record, history, conversation, contests, card } = props;
  return (
    <section class="detail" aria-label={t('message')}>
      <header class="detail-head">
        <h2>{headingOf(record)}</h2>
        <p class="muted small">
          {[nameOfAgent(record.agent), nameOfScenario(record.scenario), when(record.sentAt), record.site]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </header>
      <p class="detail-message" lang={record.language ?? undefined}>
        <MarkedMessage text={record.text} flags={record.flags} />
      </p>
      <p class="muted small">
        {t('masked')} {t(`how.${record.how}`)}
        {record.reason && ` ${t('reasonGiven', { reason: record.reason })}`}
      </p>
      <ul class="detail-rules">
        {record.flags.map((flag) => (
          <Flag
            key={`${flag.rule}${flag.start}`}
            flag={flag}
            record={record}
            rule={props.ruleOf(flag.rule, record.language)}
          />
        ))}
      </ul>
      <Verdicts {...props} />
      <CauseTree cause={props.cause} onCause={props.onCause} />
      {card && (
        <ScoreForm
          card={card}
          proposals={props.proposals}
          entered={props.entered}
          records={props.scored}
          messages={conversation.length + 1}
          whole={props.whole}
          note={props.note}
          onWhole={props.onWhole}
          onNote={props.onNote}
          confirmed={props.confirmed}
          cause={props.cause}
          onEnter={props.onEnter}
          onConfirm={props.onConfirm}
        />
      )}
      <Conversation records={conversation} />
      <History history={history} contests={contests} />
    </section>
  );
}

function Verdicts(props: DetailProps) {
  return (
    <section class="verdicts" aria-label={t('verdict')}>
      <Field label={t('reason')} mark={t('optional')}>
        {(control) => (
          <Input
            {...control}
            value={props.reason}
            onInput={(event) => props.onReason(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
        )}
      </Field>
      {props.picked > 0 && (
        <p class="small" role="status">
          {t('bulk', { count: props.picked })}
        </p>
      )}
      <div class="verdict-acts">
        {VERDICT_KEYS.map(([verdict, key]) => (
          <Button
            key={verdict}
            look={verdict === 'uphold' ? 'primary' : 'quiet'}
            title={t(`verdict.${verdict}.hint`)}
            onClick={() => props.onVerdict(verdict)}
          >
            {t(`verdict.${verdict}`)} <Kbd>{key}</Kbd>
          </Button>
        ))}
        <Button onClick={props.onNext}>
          {t('next')} <Kbd>J</Kbd>
        </Button>
        <Button look="plain" onClick={props.onHelp}>
          {t('help.title')} <Kbd>?</Kbd>
        </Button>
      </div>
    </section>
  );
}

interface FlagProps {
  flag: SentRecord['flags'][number];
  record: SentRecord;
  rule: RuleFacts;
}

function Flag({ flag, record, rule }: FlagProps) {
  const { precision } = rule;
  return (
    <li class="detail-rule">
      <p>
        <Badge tone={flag.severity}>{severityName(flag.severity)}</Badge> <b>{categoryName(flag.category)}</b>{' '}
        <q lang={record.language ?? undefined}>{record.text.slice(flag.start, flag.end)}</q>
      </p>
      {rule.why && <p lang={record.language ?? undefined}>{rule.why}</p>}
      {rule.instead.length > 0 && (
        <p class="small" lang={record.language ?? undefined}>
          <Icon name="right" /> {rule.instead[0]}
        </p>
      )}
      <p class="muted small tabular">
        {[
          flag.by === 'model' ? t('byModel') : flag.rule,
          flag.book,
          precision
            ? t('precision', { share: percent(precision.value), count: precision.cases })
            : t('noPrecision'),
        ]
          .filter(Boolean)
          .join(' · ')}
        {rule.retire && <Badge tone="medium">{t('retire')}</Badge>}
      </p>
    </li>
  );
}

function Conversation({ records }: { records: readonly SentRecord[] }) {
  if (records.length === 0) return null;
  return (
    <section aria-label={t('conversation')}>
      <h3>{t('conversation')}</h3>
      <ol class="detail-conversation">
        {records.map((it) => (
          <li key={it.id}>
            <span class="muted small">{when(it.sentAt)}</span>
            <p lang={it.language ?? undefined}>
              <MarkedMessage text={it.text} flags={it.flags} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function History({ history, contests }: Pick<DetailProps, 'history' | 'contests'>) {
  const standing = history.filter((it) => it.undoneAt === null);
  if (standing.length === 0) return null;
  return (
    <section aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <ul class="detail-history small">
        {standing.map((it) => (
          <li key={it.id}>
            <b>{t(`verdict.${it.verdict}`)}</b>{' '}
            <span class="muted">
              {[it.reviewer || t('nobody'), when(it.at), it.cause && t(`cause.${it.cause}`)]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {it.reason && <p>{it.reason}</p>}
          </li>
        ))}
        {contests.map((it) => (
          <li key={it.id}>
            <b>{t(`contest.${it.state}`)}</b>{' '}
            <span class="muted">{[it.by, when(it.at)].filter(Boolean).join(' · ')}</span>
            <p>{it.comment}</p>
            {it.decision && <p>{it.decision}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands where no message is open. */
export function NoDetail({
  kind,
  onWhole,
}: {
  kind: 'nothing-kept' | 'nothing-found' | 'done';
  onWhole: () => void;
}) {
  return (
    <EmptyState
      icon={kind === 'done' ? 'check' : 'flag'}
      title={t(`empty.${kind}`)}
      action={
        kind === 'nothing-kept' ? (
          <a class="btn btn-primary" href="#/bundles">
            {t('empty.bring')}
          </a>
        ) : (
          <Button onClick={onWhole}>{kind === 'done' ? t('empty.whole') : common('clear')}</Button>
        )
      }
    >
      {t(`empty.${kind}.hint`)}
    </EmptyState>
  );
}
