import { useRef, useState } from 'preact/hooks';
import { Button, Field, type FieldControl, Input, Select } from '@/components/ui';
import { common, panel } from '@/lib/i18n';
import type { Variable } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { type BlankValues, blanksToAsk, fillBlanks } from '@/lib/reply';
import { ScriptText } from './script-text';

export interface BlankFormProps {
  text: string;
  language: Language;
  variables: readonly Variable[];
  /** What was typed earlier in this conversation. */
  values: BlankValues;
  onChange: (values: BlankValues) => void;
  /** Called with the whole text, no blank left. */
  onInsert: (text: string) => void;
  onCancel: () => void;
}

/** The blanks of a script as a small form; nothing is inserted while a required one is empty. */
export function BlankForm({
  text,
  language,
  variables,
  values,
  onChange,
  onInsert,
  onCancel,
}: BlankFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const asked = blanksToAsk(text, variables).map(
    (id) => variables.find((it) => it.id === id) ?? unknownVariable(id),
  );
  const filled = fillBlanks(text, values, variables);
  const missing = new Set(filled.missing);
  // A derived blank is missing because what it is worked out from is.
  const derivedMissing = [...missing].some((id) => !asked.some((it) => it.id === id));
  const lacks = ({ id, required, default: preset }: Variable): boolean =>
    missing.has(id) || (derivedMissing && required && !preset && !values[id]?.trim());

  const submit = (event: Event): void => {
    event.preventDefault();
    if (filled.missing.length === 0) {
      onInsert(filled.text);
      return;
    }
    setTried(true);
    const first = asked.findIndex(lacks);
    form.current?.querySelectorAll<HTMLElement>('.input')[first]?.focus();
  };

  return (
    <form
      ref={form}
      class="blank-form"
      aria-label={panel('blanks.title')}
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
      <p class="sr-only">{panel('blanks.preview')}</p>
      <p class="script-text" lang={language}>
        <ScriptText text={text} variables={variables} values={values} />
      </p>
      <div class="blank-fields">
        {asked.map((variable, index) => (
          <Field
            key={variable.id}
            label={<span lang={language}>{variable.label}</span>}
            mark={variable.required ? common('required') : common('optional')}
            error={tried && lacks(variable) ? panel('blanks.empty') : undefined}
          >
            {(control) => (
              <BlankInput
                control={control}
                variable={variable}
                value={values[variable.id] ?? ''}
                autofocus={index === 0}
                onInput={(value) => onChange({ ...values, [variable.id]: value })}
              />
            )}
          </Field>
        ))}
      </div>
      <div class="blank-actions">
        <Button look="plain" small onClick={onCancel}>
          {common('cancel')}
        </Button>
        <Button look="primary" small type="submit">
          {panel('scripts.insert')}
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
      { value: '', label: panel('blanks.choose') },
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
      placeholder={variable.default ?? panel('blanks.example', { example: variable.example })}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

const unknownVariable = (id: string): Variable => ({
  id,
  label: id,
  type: 'text',
  required: true,
  example: id,
});
