import { useState } from 'preact/hooks';
import { Badge, Button, EmptyState, Field, List, Textarea } from '@/components/ui';
import { review, contests as t } from '@/lib/i18n';
import type { Contest, Review, SentRecord } from '@/lib/review';
import { MarkedMessage } from '../marked-message';
import { headingOf, nameOfAgent, percent, type RuleOf, when } from '../names';

export interface ContestCase {
  contest: Contest;
  /** Absent: past retention. */
  record: SentRecord | undefined;
  /** The verdict that is contested. */
  review: Review | undefined;
}

/** A rule whose contests were upheld too often. */
export interface RetiringRule {
  rule: string;
  upheld: number;
  contests: number;
  /** Upheld contests over verdicts on the rule. */
  share: number;
}

export interface ContestsPaneProps {
  cases: readonly ContestCase[];
  retiring: readonly RetiringRule[];
  ruleOf: RuleOf;
  /** Who would decide; the one of the verdict may not. */
  reviewer: string;
  onDecide: (id: string, upheld: boolean, decision: string) => void;
  onWho: () => void;
}

/** What agents contest, for a second pair of eyes; what was decided; and the rules that fell by it. */
export function ContestsPane(props: ContestsPaneProps) {
  const open = props.cases.filter(({ contest }) => contest.state === 'open');
  const decided = props.cases.filter(({ contest }) => contest.state !== 'open');
  return (
    <div class="contests">
      <p class="muted">{t('lead')}</p>
      {props.retiring.length > 0 && (
        <section aria-label={t('retiring')}>
          <h2>{t('retiring')}</h2>
          <List label={t('retiring')}>
            {props.retiring.map((it) => (
              <li key={it.rule}>
                <b>{it.rule}</b>{' '}
                <span class="muted small tabular">
                  {t('retiringBecause', {
                    upheld: it.upheld,
                    contests: it.contests,
                    share: percent(it.share),
                  })}
                </span>
              </li>
            ))}
          </List>
        </section>
      )}
      <section aria-label={t('open')}>
        <h2>
          {t('open')} <span class="muted tabular">{open.length}</span>
        </h2>
        {open.length === 0 ? (
          <EmptyState icon="check" title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        ) : (
          <List label={t('open')}>
            {open.map((it) => (
              <Case key={it.contest.id} {...props} {...it} />
            ))}
          </List>
        )}
      </section>
      {decided.length > 0 && (
        <section aria-label={t('decided')}>
          <h2>{t('decided')}</h2>
          <List label={t('decided')}>
            {decided.map((it) => (
              <li key={it.contest.id}>
                <Said {...it} />
                <p class="small">
                  <Badge tone={it.contest.state === 'upheld' ? 'good' : undefined}>
                    {review(`contest.${it.contest.state}`)}
                  </Badge>{' '}
                  <span class="muted">
                    {[it.contest.decidedBy, it.contest.decidedAt === null ? '' : when(it.contest.decidedAt)]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>{' '}
                  {it.contest.decision}
                </p>
              </li>
            ))}
          </List>
        </section>
      )}
    </div>
  );
}

function Said({ contest, record, review: verdict }: ContestCase) {
  return (
    <>
      <p class="contest-head">
        <b>{record ? headingOf(record) : t('gone')}</b>{' '}
        <span class="muted small">{[nameOfAgent(contest.by), when(contest.at)].join(' · ')}</span>
      </p>
      {record && (
        <p class="detail-message" lang={record.language ?? undefined}>
          <MarkedMessage text={record.text} flags={record.flags} />
        </p>
      )}
      {verdict && (
        <p class="small">
          <span class="muted">{t('verdictBy', { who: verdict.reviewer || review('nobody') })}</span>{' '}
          <b>{review(`verdict.${verdict.verdict}`)}</b> {verdict.reason}
        </p>
      )}
      <blockquote class="contest-words">{contest.comment}</blockquote>
    </>
  );
}

function Case(props: ContestsPaneProps & ContestCase) {
  const { contest, record, review: verdict, reviewer, ruleOf, onDecide, onWho } = props;
  const [decision, setDecision] = useState('');
  const own = verdict !== undefined && verdict.reviewer === reviewer;
  return (
    <li>
      <Said contest={contest} record={record} review={verdict} />
      {record?.flags.map((flag) => {
        const { why } = ruleOf(flag.rule, record.language);
        return (
          <p key={`${flag.rule}${flag.start}`} class="muted small">
            {[flag.rule, why].filter(Boolean).join(' · ')}
          </p>
        );
      })}
      <Field label={t('decision')}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={decision}
            onInput={(event) => setDecision(event.currentTarget.value)}
          />
        )}
      </Field>
      {own && (
        <p class="contest-own small">
          {t('own')}{' '}
          <Button small look="plain" onClick={onWho}>
            {t('changeName')}
          </Button>
        </p>
      )}
      <div class="verdict-acts">
        <Button
          look="primary"
          disabled={own || decision.trim() === ''}
          onClick={() => onDecide(contest.id, true, decision.trim())}
        >
          {t('uphold')}
        </Button>
        <Button
          disabled={own || decision.trim() === ''}
          onClick={() => onDecide(contest.id, false, decision.trim())}
        >
          {t('reject')}
        </Button>
      </div>
      <p class="muted small">{t('after')}</p>
    </li>
  );
}
