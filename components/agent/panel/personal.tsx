import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { Button, Field, IconButton, Input, Select, Textarea } from '@/components/ui';
import { common, moveName, scenarioName, personal as words } from '@/lib/i18n';
import { checkSentence, newPersonalId, type PersonalScript } from '@/lib/personal';
import { type Language, MOVES, type MoveId, SCENARIOS, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleSnapshot } from '@/lib/rpc';
import { SentenceProblems, sentenceProblemText } from '../sentence-problem';
import { bookOf, type Check, type PanelShelf, scenarioOf } from '../shelf';
import { Section } from './section';

/** What the panel can do with an agent's own sentences. */
export interface PersonalActions {
  save: (script: PersonalScript) => Promise<boolean>;
  remove: (id: string) => void;
  now: () => number;
  newId: () => string;
}

export interface PersonalProps {
  shelf: PanelShelf;
  snapshot: ConsoleSnapshot;
  language: Language;
  actions: PersonalActions;
  /** `null` until the books are compiled in this page. */
  check: ReadonlySignal<Check | null>;
  onCheckNeeded: () => void;
  onSaved: () => void;
}

const NO_SCENARIO = 'other';

/** The agent's own sentences: kept from what is written right now, listed, taken away again. */
export function Personal(props: PersonalProps) {
  const { shelf, snapshot, language, actions } = props;
  const [writing, setWriting] = useState<PersonalScript | null>(null);
  const own = (shelf.personal ?? []).filter((it) => it.language === language);

  const begin = (): void => {
    props.onCheckNeeded();
    setWriting({
      id: newPersonalId(actions.newId),
      language,
      text: (snapshot.selected || snapshot.draft).trim(),
      move: snapshot.moves.slice(0, 1),
      scenario: [scenarioOf(snapshot) ?? NO_SCENARIO],
      keys: [],
      opening: false,
      savedAt: actions.now(),
    });
  };

  return (
    <Section
      title={words('title')}
      aside={
        writing === null && (
          <Button look="plain" small onClick={begin}>
            {words('save')}
          </Button>
        )
      }
    >
      {writing !== null && (
        <SentenceForm
          {...props}
          sentence={writing}
          onDone={(saved) => {
            setWriting(null);
            if (saved) props.onSaved();
          }}
        />
      )}
      {own.length === 0 && writing === null && <p class="panel-quiet">{words('empty')}</p>}
      {own.length > 0 && (
        <details class="todo">
          <summary>
            <span>{words('list')}</span>
            <span class="small muted tabular">{own.length}</span>
          </summary>
          <ul class="own-sentences" lang={language}>
            {own.map((it) => (
              <li key={it.id}>
                <span>{it.text}</span>
                <IconButton
                  icon="close"
                  label={words('remove', { text: it.text.slice(0, 20) })}
                  onClick={() => actions.remove(it.id)}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

interface SentenceFormProps extends PersonalProps {
  sentence: PersonalScript;
  onDone: (saved: boolean) => void;
}

function SentenceForm({ sentence, shelf, actions, check, onDone }: SentenceFormProps) {
  const [now, setNow] = useState(sentence);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const ready = check.value;

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (ready === null) return;
    const variables = bookOf(shelf, now.language)?.variables ?? [];
    const found = checkSentence(now.text, now.language, variables, ready);
    if (found.length > 0) setProblems(found.map(sentenceProblemText));
    else if (await actions.save({ ...now, text: now.text.trim(), savedAt: actions.now() })) onDone(true);
    else setProblems([words('problem.store')]);
  };

  return (
    <form class="own-form" aria-label={words('save')} noValidate onSubmit={(event) => void submit(event)}>
      <Field label={words('text')}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            lang={now.language}
            value={now.text}
            onInput={(event) => setNow({ ...now, text: event.currentTarget.value })}
          />
        )}
      </Field>
      <label class="todo-item">
        <input
          type="checkbox"
          checked={now.opening}
          onChange={(event) => setNow({ ...now, opening: event.currentTarget.checked })}
        />
        <span>{words('opening')}</span>
      </label>
      {!now.opening && (
        <div class="script-wishes">
          <Select<ScenarioId>
            aria-label={words('scenario')}
            value={now.scenario[0] ?? NO_SCENARIO}
            options={SCENARIOS.map((it) => ({ value: it, label: scenarioName(it) }))}
            onPick={(scenario) => setNow({ ...now, scenario: [scenario] })}
          />
          <Select<MoveId>
            aria-label={words('move')}
            value={now.move[0] ?? 'acknowledge'}
            options={MOVES.map((it) => ({ value: it, label: moveName(it) }))}
            onPick={(move) => setNow({ ...now, move: [move] })}
          />
        </div>
      )}
      <Field label={words('keys')} mark={common('optional')}>
        {(control) => (
          <Input
            {...control}
            value={now.keys.join(' ')}
            onInput={(event) =>
              setNow({
                ...now,
                keys: event.currentTarget.value
                  .split(/[\s,，、]+/)
                  .filter(Boolean)
                  .slice(0, 20),
              })
            }
          />
        )}
      </Field>
      <SentenceProblems problems={problems} />
      <div class="blank-actions">
        <Button look="plain" small onClick={() => onDone(false)}>
          {common('cancel')}
        </Button>
        <Button look="primary" small type="submit" disabled={ready === null}>
          {words('keep')}
        </Button>
      </div>
    </form>
  );
}
