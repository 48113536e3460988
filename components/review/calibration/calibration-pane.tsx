import { useState } from 'preact/hooks';
import { type HandOver, TakeIn } from '@/components/hand-over';
import { Badge, Button, EmptyState, Field, Input, List } from '@/components/ui';
import { calibration as t } from '@/lib/i18n';
import type { Calibration, SentRecord, Verdict } from '@/lib/review';
import { day } from '../names';
import { MOST_SEED, NumberField, wholeNumber } from '../number-field';
import { type Agreement, AgreementView } from './agreement';
import { BlindScoring } from './blind-scoring';

export interface CalibrationPaneProps {
  sessions: readonly Calibration[];
  open: Calibration | null;
  /** Records of the open session, those still kept. */
  records: readonly SentRecord[];
  /** Of the open session, once two have judged all of it. */
  agreement: Agreement | null;
  reviewer: string;
  letters: boolean;
  /** How many messages there are to draw from. */
  available: number;
  seed: number;
  addressOf: (id: string | null) => string;
  onStart: (session: { name: string; size: number; seed: number }) => void;
  onJudge: (record: string, verdict: Verdict, note: string) => void;
  onClose: (id: string) => void;
  /** Samples and scores that come as files. */
  handOver: HandOver;
  onSaveSample: (session: Calibration) => void;
  onSaveScores: (session: Calibration) => void;
}

/** How many of a session's records somebody has judged. */
export const judgedBy = ({ verdicts, records }: Calibration, reviewer: string): number =>
  records.filter((it) => verdicts[reviewer]?.[it] !== undefined).length;

/** Sessions in which several reviewers judge the same sample without seeing each other, and how far they agree. */
export function CalibrationPane(props: CalibrationPaneProps) {
  const { open, sessions, addressOf } = props;
  if (open) return <Session {...props} session={open} />;
  return (
    <div class="calibration">
      <p class="muted">{t('lead')}</p>
      <Start {...props} />
      <section aria-label={t('takeIn')}>
        <h2>{t('takeIn')}</h2>
        <TakeIn {...props.handOver} />
      </section>
      {sessions.length === 0 ? (
        <EmptyState icon="flag" title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      ) : (
        <List label={t('sessions')}>
          {sessions.map((it) => (
            <li key={it.id} class="calibration-line">
              <a href={addressOf(it.id)}>{it.name}</a>
              <span class="muted small tabular">
                {[
                  day(it.madeAt),
                  t('messages', { count: it.records.length }),
                  ...(it.shared ? [t('from', { who: it.madeBy })] : []),
                  t('seed', { seed: String(it.seed) }),
                ].join(' · ')}
              </span>
              <span class="muted small">{Object.keys(it.verdicts).join(' · ')}</span>
              {it.closedAt !== null && <Badge>{t('closed')}</Badge>}
            </li>
          ))}
        </List>
      )}
    </div>
  );
}

const MOST = 500;

function Start({ available, seed, onStart }: CalibrationPaneProps) {
  const [name, setName] = useState('');
  const [size, setSize] = useState('20');
  const [grain, setGrain] = useState(String(seed));
  const wanted = wholeNumber(size, 2, MOST);
  const seeded = wholeNumber(grain, 0, MOST_SEED);
  const sound = wanted !== null && seeded !== null && available > 1;
  return (
    <form
      class="calibration-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) onStart({ name: name.trim() || t('unnamed'), size: wanted, seed: seeded });
      }}
    >
      <Field label={t('name')}>
        {(control) => (
          <Input {...control} value={name} onInput={(event) => setName(event.currentTarget.value)} />
        )}
      </Field>
      <NumberField label={t('size')} value={size} onValue={setSize} />
      <NumberField label={t('seedLabel')} value={grain} onValue={setGrain} />
      <Button type="submit" look="primary" disabled={!sound}>
        {t('start')}
      </Button>
    </form>
  );
}

function Session(props: CalibrationPaneProps & { session: Calibration }) {
  const { session, records, reviewer, agreement, letters, addressOf, onJudge, onClose } = props;
  const { onSaveSample, onSaveScores } = props;
  const isOthers = session.shared !== undefined;
  const done = judgedBy(session, reviewer);
  const finished = done === session.records.length || session.closedAt !== null;
  const names = Object.keys(session.verdicts);
  return (
    <div class="calibration">
      <p>
        <a href={addressOf(null)}>{t('back')}</a>
      </p>
      <h2>
        {session.name}{' '}
        <span class="muted small tabular">
          {t('messages', { count: session.records.length })} · {t('seed', { seed: String(session.seed) })}
        </span>
      </h2>
      <ul class="chips">
        {names.map((name) => (
          <li key={name}>
            <Badge tone={judgedBy(session, name) === session.records.length ? 'good' : undefined}>
              {name} {judgedBy(session, name)}/{session.records.length}
            </Badge>
          </li>
        ))}
      </ul>
      {!finished && (
        <BlindScoring
          key={session.id}
          records={records}
          judged={session.verdicts[reviewer] ?? {}}
          letters={letters}
          onJudge={onJudge}
        />
      )}
      {finished && !agreement && (
        <EmptyState icon="check" title={t('yoursDone')}>
          {isOthers ? t('backWith', { who: session.madeBy }) : t('waiting')}
        </EmptyState>
      )}
      {finished && agreement && <AgreementView agreement={agreement} records={records} />}
      <div class="calibration-acts">
        {!isOthers && session.closedAt === null && (
          <Button onClick={() => onSaveSample(session)}>{t('share')}</Button>
        )}
        {isOthers && done === session.records.length && (
          <Button look="primary" onClick={() => onSaveScores(session)}>
            {t('saveScores')}
          </Button>
        )}
        {finished && session.closedAt === null && (
          <Button onClick={() => onClose(session.id)}>{t('close')}</Button>
        )}
      </div>
      {!isOthers && session.closedAt === null && (
        <>
          <p class="muted small">{t('shareHint')}</p>
          <TakeIn {...props.handOver} />
        </>
      )}
    </div>
  );
}
