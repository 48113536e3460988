import { useRef, useState } from 'preact/hooks';
import {
  Banner,
  Button,
  classes,
  Field,
  Input,
  Segments,
  Select,
  Spinner,
  Textarea,
  type Toaster,
  useFileDrop,
} from '@/components/ui';
import { moveName, scenarioName, exchange as t } from '@/lib/i18n';
import { MOVES, type MoveId, SCENARIOS, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ImportPlan, PhrasesAs } from '@/lib/workbench';
import type { Bench } from '../bench';
import { DryRun } from './dry-run';

/** What somebody wants to take in: a file, or pasted text and what its lines are. */
export type Given = { kind: 'file'; file: File } | { kind: 'text'; text: string; as: PhrasesAs };

/** Where it goes: into the open book, or into a new one. */
export type Into = 'this' | 'new';

export interface ImportPartProps {
  bench: Bench;
  toaster: Toaster;
  /** Works out what an import would do; fails where the file cannot even be read. */
  onPlan: (given: Given, into: Into) => Promise<ImportPlan>;
  /** Told once a plan was taken into the open book. */
  onTaken: (plan: ImportPlan, name: string) => void;
  /** Makes a new book out of a plan and opens it. */
  onNewBook: (plan: ImportPlan, name: string) => Promise<void>;
}

type State =
  | { kind: 'idle' }
  | { kind: 'reading' }
  | { kind: 'failed' }
  | { kind: 'planned'; plan: ImportPlan; name: string; into: Into };

const ACCEPT = '.xlsx,.csv,.tsv,.yaml,.yml,.json,.txt';

/** A file or pasted cells, tried first: nothing is taken before somebody has seen what would change. */
export function ImportPart({ bench, toaster, onPlan, onTaken, onNewBook }: ImportPartProps) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [text, setText] = useState('');
  const [as, setAs] = useState<PhrasesAs['kind']>('scripts');
  const [list, setList] = useState('');
  const [scenario, setScenario] = useState<ScenarioId>('other');
  const [move, setMove] = useState<MoveId>('acknowledge');
  const [into, setInto] = useState<Into>(bench.readOnly ? 'new' : 'this');
  const input = useRef<HTMLInputElement>(null);
  const plan = (given: Given, name: string): void => {
    setState({ kind: 'reading' });
    void onPlan(given, into).then(
      (it) => setState({ kind: 'planned', plan: it, name, into }),
      () => setState({ kind: 'failed' }),
    );
  };
  const take = ([file]: readonly File[]): void => {
    if (file) plan({ kind: 'file', file }, file.name.replace(/\.[^.]+$/, ''));
    // The same file can be chosen again once it is mended.
    if (input.current) input.current.value = '';
  };
  const { over, target } = useFileDrop(take);
  const phrases: PhrasesAs =
    as === 'list' ? { kind: 'list', name: list.trim() } : { kind: 'scripts', scenario, move };
  const done = (): void => {
    setState({ kind: 'idle' });
    setText('');
  };
  const apply = async (ready: Extract<State, { kind: 'planned' }>): Promise<void> => {
    if (ready.into === 'new') {
      await onNewBook(ready.plan, ready.name).then(done, () => toaster.show(t('failed')));
      return;
    }
    bench.edit(ready.plan.edit);
    onTaken(ready.plan, ready.name);
    done();
    toaster.showUndo(t('taken', { count: ready.plan.added.length + ready.plan.changed.length }), () =>
      bench.undo(),
    );
  };
  if (state.kind === 'planned') {
    return (
      <DryRun
        plan={state.plan}
        language={bench.language}
        into={state.into}
        onTake={() => void apply(state)}
        onCancel={() => setState({ kind: 'idle' })}
      />
    );
  }
  return (
    <>
      {!bench.readOnly && (
        <Segments
          label={t('into')}
          options={[
            { value: 'this', label: t('into.this') },
            { value: 'new', label: t('into.new') },
          ]}
          value={into}
          onPick={setInto}
        />
      )}
      <fieldset class={classes('import-drop', over && 'is-over')} {...target}>
        <legend class="sr-only">{t('file')}</legend>
        <input
          ref={input}
          type="file"
          class="sr-only"
          tabIndex={-1}
          accept={ACCEPT}
          aria-label={t('file')}
          onChange={(event) => take([...(event.currentTarget.files ?? [])])}
        />
        <Button icon="plus" onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <span class="muted small">{t('kinds')}</span>
      </fieldset>
      <Field label={t('paste')} hint={t('pasteHint')}>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            lang={bench.language}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="import-as">
        <Field label={t('as')}>
          {(control) => (
            <Select
              {...control}
              options={[
                { value: 'scripts', label: t('as.scripts') },
                { value: 'list', label: t('as.list') },
              ]}
              value={as}
              onPick={setAs}
            />
          )}
        </Field>
        {as === 'list' ? (
          <Field label={t('listName')}>
            {(control) => (
              <Input {...control} value={list} onInput={(event) => setList(event.currentTarget.value)} />
            )}
          </Field>
        ) : (
          <>
            <Field label={t('scenario')}>
              {(control) => (
                <Select
                  {...control}
                  options={SCENARIOS.map((value) => ({ value, label: scenarioName(value) }))}
                  value={scenario}
                  onPick={setScenario}
                />
              )}
            </Field>
            <Field label={t('move')}>
              {(control) => (
                <Select
                  {...control}
                  options={MOVES.map((value) => ({ value, label: moveName(value) }))}
                  value={move}
                  onPick={setMove}
                />
              )}
            </Field>
          </>
        )}
        <Button
          disabled={text.trim() === '' || (as === 'list' && list.trim() === '')}
          onClick={() => plan({ kind: 'text', text, as: phrases }, t('pasted'))}
        >
          {t('try')}
        </Button>
      </div>
      {state.kind === 'reading' && <Spinner label={t('reading')} />}
      {state.kind === 'failed' && <Banner tone="danger">{t('unreadable')}</Banner>}
    </>
  );
}
