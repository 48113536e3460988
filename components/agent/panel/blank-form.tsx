import { useRef, useState } from 'preact/hooks';
import { Button, Field, type FieldControl, Input, Select } from '@/components/ui';
import { common, script } from '@/lib/i18n';
import type { Variable } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { type BlankValues, blankSheet, type Fact, factsFor, writtenFact } from '@/lib/reply';
import { problemText } from '../blank-problem';
import { FactOffers } from '../fact-offers';
import { ScriptText } from '../script-text';

export interface BlankFormProps {
  text: string;
  language: Language;
  variables: readonly Variable[];
  /** What was typed earlier in this conversation, and what its log says for sure. */
  values: BlankValues;
  /** Blanks whose value came out of the log as it is. */
  fromChat: ReadonlySet<string>;
  /** What else the log says; offered beside the blanks it fits. */
  facts: readonly Fact[];
  onValue: (id: string, value: string) => void;
  /** Called with the whole text, no blank left. */
  onInsert: (text: string) => void;
  onCancel: () => void;
}

/** The blanks of a script as a small form; nothing is inserted while one is empty or not what it should be. */
export function BlankForm(props: BlankFormProps) {
  const { text, language, variables, values, fromChat, facts, onValue, onInsert, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const sheet = blankSheet(text, values, variables);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (sheet.ready) {
      onInsert(sheet.filled.text);
      return;
    }
    setTried(true);
    const first = sheet.fields.findIndex((it) => it.problem !== null);
    form.current?.querySelectorAll<HTMLElement>('.input')[first]?.focus();
  };

  return (
    <form
      ref={form}
      class="blank-form"
      aria-label={script('blanks.title')}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <p class="sr-only">{script('blanks.preview')}</p>
      <p class="script-text" lang={language}>
        <ScriptText text={text} variables={variables} values={values} />
      </p>
      <div class="blank-fields">
        {sheet.fields.map(({ variable, problem }, index) => (
          <div key={variable.id} class="blank-field">
            <Field
              label={<span lang={language}>{variable.label}</span>}
              mark={
                fromChat.has(variable.id)
                  ? script('blanks.fromChat')
                  : common(variable.required ? 'required' : 'optional')
              }
              error={tried && problem !== null ? problemText(problem) : undefined}
            >
              {(control) => (
                <BlankInput
                  control={control}
                  variable={variable}
                  value={values[variable.id] ?? ''}
                  autofocus={index === 0}
                  onInput={(value) => onValue(variable.id, value)}
                />
              )}
            </Field>
            <FactOffers
              values={factsFor(variable, facts)
                .map((it) => writtenFact(it, language))
                .filter((it) => it !== values[variable.id])}
              onTake={(value) => onValue(variable.id, value)}
            />
          </div>
        ))}
      </div>
      <div class="blank-actions">
        <Button look="plain" small onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button look="primary" small type="submit">
          {script('script.insert')}
        </Button>
      </div>
    </form>
  );
}

interface BlankInputProps {
  control: FieldControl;
  variable: Variable;
  value: string;
  autofocus: boolean;
  onInput: (value: string) => void;
}

function BlankInput({ control, variable, value, autofocus, onInput }: BlankInputProps) {
  const focusFirst = (element: HTMLElement | null): void => {
    if (element && autofocus && !element.dataset.met) {
      element.dataset.met = 'yes';
      element.focus();
    }
  };
  if (variable.type === 'choice' && variable.choices) {
    const options = [
      { value: '', label: script('blanks.choose') },
      ...variable.choices.map((choice) => ({ value: choice, label: choice })),
    ];
    return <Select {...control} options={options} value={value} onPick={onInput} />;
  }
  const numeric = variable.type === 'money' || variable.type === 'number';
  return (
    <Input
      {...control}
      inputRef={focusFirst}
      value={value}
      required={variable.required}
      inputMode={numeric ? 'decimal' : 'text'}
      placeholder={variable.default ?? script('blanks.example', { example: variable.example })}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}
