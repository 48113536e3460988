import { useEffect, useRef, useState } from 'preact/hooks';
import { Banner, Button, Field, Progress, Select, Switch } from '@/components/ui';
import { backtest as t } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Backtest, RuleChange } from '@/lib/workbench';
import { BacktestResult } from './backtest-result';

/** A version of the book that can be compared. */
export interface Candidate {
  id: string;
  label: string;
}

/** Chats that versions can be compared on. */
export interface ChosenChats {
  id: string;
  name: string;
  count: number;
}

export interface BacktestRequest {
  set: string;
  before: string;
  after: string;
  /** Also what hangs on the conversation. */
  talks: boolean;
  signal: AbortSignal;
  onDone: (done: number, of: number) => void;
}

export interface BacktestSectionProps {
  chats: readonly ChosenChats[];
  versions: readonly Candidate[];
  /** Ids of `versions` that are compared unless somebody chooses others. */
  usual: { before: string; after: string };
  language: Language;
  /** Whether a check of the draft fails, so that a part of it takes no part. */
  unsound: boolean;
  /** Compares; `null` where a version cannot be read. Rejects with the signal's reason when it aborts. */
  compare: (request: BacktestRequest) => Promise<Backtest | null>;
  /** Address of a rule's page. */
  ruleAddress: (id: string, part: RuleChange['part']) => string;
}

/** With more messages than this what hangs on the conversation waits until somebody wants it. */
const AT_ONCE = 20_000;

type State =
  | { kind: 'idle' | 'stopped' | 'failed' | 'broken' }
  | { kind: 'running'; done: number; of: number }
  | { kind: 'done'; result: Backtest; seconds: number };

/** Compares two versions of the book on saved chats. */
export function BacktestSection(props: BacktestSectionProps) {
  const { chats, versions, usual, language, unsound, compare, ruleAddress } = props;
  const [set, setSet] = useState('');
  const [before, setBefore] = useState('');
  const [after, setAfter] = useState('');
  const [talks, setTalks] = useState<boolean | null>(null);
  const [state, setState] = useState<State>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const chosen = chats.find((it) => it.id === set) ?? chats[0];
  if (!chosen) return null;
  const known = (id: string, otherwise: string): string =>
    versions.some((it) => it.id === id) ? id : otherwise;
  const withTalks = talks ?? chosen.count <= AT_ONCE;
  const start = async (): Promise<void> => {
    const question = new AbortController();
    running.current = question;
    const { signal } = question;
    const began = performance.now();
    setState({ kind: 'running', done: 0, of: chosen.count });
    try {
      const result = await compare({
        set: chosen.id,
        before: known(before, usual.before),
        after: known(after, usual.after),
        talks: withTalks,
        signal,
        onDone: (done, of) => setState({ kind: 'running', done, of }),
      });
      const seconds = (performance.now() - began) / 1000;
      setState(result === null ? { kind: 'broken' } : { kind: 'done', result, seconds });
    } catch {
      setState({ kind: signal.aborted ? 'stopped' : 'failed' });
    }
  };
  const options = versions.map(({ id, label }) => ({ value: id, label }));
  return (
    <section class="backtest" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p class="muted">{t('lead')}</p>
      <p class="muted small">{t('compares')}</p>
      <div class="backtest-choice">
        <Field label={t('set')}>
          {(control) => (
            <Select
              {...control}
              options={chats.map(({ id, name }) => ({ value: id, label: name }))}
              value={chosen.id}
              onPick={setSet}
            />
          )}
        </Field>
        <Field label={t('before')}>
          {(control) => (
            <Select {...control} options={options} value={known(before, usual.before)} onPick={setBefore} />
          )}
        </Field>
        <Field label={t('after')}>
          {(control) => (
            <Select {...control} options={options} value={known(after, usual.after)} onPick={setAfter} />
          )}
        </Field>
        {state.kind === 'running' ? (
          <Button onClick={() => running.current?.abort()}>{t('stop')}</Button>
        ) : (
          <Button look="primary" onClick={() => void start()}>
            {t('run')}
          </Button>
        )}
      </div>
      <div class="backtest-talks">
        <Switch checked={withTalks} onToggle={setTalks}>
          {t('talks')}
        </Switch>
        {chosen.count > AT_ONCE && <p class="muted small">{t('talksHint')}</p>}
      </div>
      {unsound && <p class="muted small">{t('leftOut')}</p>}
      {state.kind === 'running' && (
        <div class="backtest-running">
          <Progress
            label={t('title')}
            value={state.done}
            max={state.of}
            text={t('running', { done: state.done, count: state.of })}
          />
          <span class="muted small tabular">{t('running', { done: state.done, count: state.of })}</span>
        </div>
      )}
      {state.kind === 'stopped' && <p class="muted">{t('stopped')}</p>}
      {state.kind === 'failed' && <Banner tone="danger">{t('failed')}</Banner>}
      {state.kind === 'broken' && <Banner tone="warning">{t('broken')}</Banner>}
      {state.kind === 'done' && (
        <BacktestResult
          result={state.result}
          seconds={state.seconds}
          language={language}
          ruleAddress={ruleAddress}
        />
      )}
    </section>
  );
}
