import { Button } from '@/components/ui';
import { common, script } from '@/lib/i18n';
import type { Variable } from '@/lib/phrasebook';
import { type BlankProblem, factsFor, writtenFact } from '@/lib/reply';
import { problemText } from '../blank-problem';
import { FactOffers } from '../fact-offers';
import { ScriptText } from '../script-text';
import type { PaletteModel } from './model';

export interface PaletteFormProps {
  model: PaletteModel;
  pressed: (event: Event, act: () => void) => void;
}

/** The blanks of a script before it is inserted: nothing goes in while one is empty or not what it should be. */
export function PaletteForm({ model, pressed }: PaletteFormProps) {
  const row = model.chosen.value;
  const sheet = model.sheet.value;
  if (row === null || sheet === null) return null;
  return (
    <fieldset class="palette-form">
      <legend class="sr-only">{script('blanks.title')}</legend>
      <p class="palette-preview" lang={row.language}>
        <ScriptText text={row.text} variables={row.variables} values={model.values.value} />
      </p>
      <div class="palette-fields">
        {sheet.fields.map(({ variable, problem }) => (
          <BlankField
            key={variable.id}
            variable={variable}
            problem={model.tried.value ? problem : null}
            model={model}
            pressed={pressed}
          />
        ))}
      </div>
      <p class="palette-actions">
        <Button look="plain" small onClick={(event) => pressed(event, () => model.back())}>
          {script('palette.back')}
        </Button>
        <Button look="primary" small onClick={(event) => pressed(event, () => model.insert('caret'))}>
          {script('script.insert')}
        </Button>
      </p>
    </fieldset>
  );
}

interface BlankFieldProps extends PaletteFormProps {
  variable: Variable;
  problem: BlankProblem | null;
}

function BlankField({ variable, problem, model, pressed }: BlankFieldProps) {
  const { id, label, type, choices, required } = variable;
  const language = model.chosen.value?.language ?? 'en';
  const value = model.values.value[id] ?? '';
  const offered = factsFor(variable, model.facts.value)
    .map((it) => writtenFact(it, language))
    .filter((it) => it !== value);
  const field = `palette-blank-${id}`;
  const said = `${field}-said`;
  return (
    <div class="palette-field">
      <label for={field}>
        <span lang={language}>{label}</span>
        <span class="palette-mark">
          {model.fromChat.value.has(id)
            ? script('blanks.fromChat')
            : common(required ? 'required' : 'optional')}
        </span>
      </label>
      {type === 'choice' && choices !== undefined ? (
        <select id={field} data-blank={id} value={value} aria-describedby={said}>
          <option value="">{script('blanks.choose')}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={field}
          data-blank={id}
          type="text"
          value={value}
          autocomplete="off"
          inputMode={type === 'money' || type === 'number' ? 'decimal' : 'text'}
          placeholder={variable.default ?? script('blanks.example', { example: variable.example })}
          aria-invalid={problem !== null}
          aria-describedby={said}
        />
      )}
      <span id={said} class="palette-said">
        {problem !== null && problemText(problem)}
      </span>
      <FactOffers values={offered} onTake={(it, event) => pressed(event, () => model.setValue(id, it))} />
    </div>
  );
}
