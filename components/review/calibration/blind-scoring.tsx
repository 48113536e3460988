import { useRef, useState } from 'preact/hooks';
import { Button, Field, Input, Kbd, Progress } from '@/components/ui';
import { review, calibration as t } from '@/lib/i18n';
import type { SentRecord, Verdict } from '@/lib/review';
import { MarkedMessage } from '../marked-message';
import { headingOf, nameOfScenario } from '../names';
import { useKeys } from '../queue/use-keys';

export interface BlindScoringProps {
  records: readonly SentRecord[];
  /** What this reviewer said so far, by record. */
  judged: Readonly<Record<string, { verdict: Verdict }>>;
  letters: boolean;
  onJudge: (record: string, verdict: Verdict, note: string) => void;
}

const KEYS = [
  ['uphold', 'U'],
  ['dismiss', 'D'],
  ['coach', 'C'],
] as const;

/** The sample, one message at a time, without anybody's verdict, name or agent. */
export function BlindScoring({ records, judged, letters, onJudge }: BlindScoringProps) {
  const first = records.findIndex((it) => judged[it.id] === undefined);
  const [at, setAt] = useState(Math.max(0, first));
  const [note, setNote] = useState('');
  // Keys come faster than the page is drawn: where the next one belongs stands here.
  const place = useRef(at);
  const record = records[Math.min(at, records.length - 1)];
  const move = (by: number): void => {
    place.current = Math.min(records.length - 1, Math.max(0, place.current + by));
    setAt(place.current);
    setNote('');
  };
  const judge = (verdict: Verdict): void => {
    const meant = records[place.current];
    if (!meant) return;
    onJudge(meant.id, verdict, meant === record ? note.trim() : '');
    move(1);
  };
  useKeys(letters, (act) => {
    if (act.kind === 'verdict') judge(act.verdict);
    else if (act.kind === 'move') move(act.by);
    else return false;
    return true;
  });
  if (!record) return null;
  const done = records.filter((it) => judged[it.id] !== undefined).length;
  return (
    <section class="blind" aria-label={t('blind')}>
      <Progress label={t('progress')} value={done} max={records.length} />
      <p class="muted small tabular" role="status">
        {t('at', { at: at + 1, of: records.length, done })}
      </p>
      <h3>
        {headingOf(record)} <span class="muted small">{nameOfScenario(record.scenario)}</span>
      </h3>
      <p class="detail-message" lang={record.language ?? undefined}>
        <MarkedMessage text={record.text} flags={record.flags} />
      </p>
      <Field label={t('note')}>
        {(control) => (
          <Input {...control} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        )}
      </Field>
      <div class="verdict-acts">
        {KEYS.map(([verdict, key]) => (
          <Button
            key={verdict}
            aria-pressed={judged[record.id]?.verdict === verdict}
            onClick={() => judge(verdict)}
          >
            {review(`verdict.${verdict}`)} <Kbd>{key}</Kbd>
          </Button>
        ))}
        <Button look="plain" onClick={() => move(-1)}>
          {t('previous')} <Kbd>K</Kbd>
        </Button>
        <Button look="plain" onClick={() => move(1)}>
          {review('next')} <Kbd>J</Kbd>
        </Button>
      </div>
    </section>
  );
}
