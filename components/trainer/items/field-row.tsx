import type { ComponentChild } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Badge, Button, ChipButton, Field, Input, Select, Switch, Textarea } from '@/components/ui';
import { field as t } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Lists } from '@/lib/rules';
import { type Entry, fieldAt } from '@/lib/workbench';
import { PatternEditor } from '../pattern';
import { cuesOf, writtenCue } from './cues';
import type { Field as FieldSpec } from './fields';
import { fieldHint, fieldName, optionName } from './names';

export interface FieldRowProps {
  field: FieldSpec;
  entry: Entry;
  lists: Lists;
  language: Language;
  /** Values to choose among, where the book decides them. */
  options: readonly string[];
  readOnly: boolean;
  error: string | undefined;
  onValue: (value: unknown) => void;
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(writtenCue) : []);
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** One field of an item: what is inherited, what stands here, and the way back to the inherited. */
export function FieldRow(props: FieldRowProps) {
  const { field, entry, readOnly, error, onValue } = props;
  const { key, path, added, required } = field;
  const own = fieldAt(entry.own, path);
  const below = fieldAt(entry.inherited, path);
  const inherits = entry.inherited !== undefined;
  const over = inherits && own !== undefined && below !== undefined && !added;
  const value = added || !inherits ? own : (own ?? below);
  const name = fieldName(key);
  const mark = over ? (
    <>
      <Badge tone="brand">{t('changed')}</Badge>
      {!readOnly && (
        <Button small look="plain" onClick={() => onValue(undefined)}>
          {t('takeBack')}
        </Button>
      )}
    </>
  ) : inherits && own === undefined && below !== undefined && !added ? (
    t('inherited')
  ) : required ? null : undefined;
  const inheritedTexts = added && inherits ? textsOf(below) : [];
  return (
    <div class="item-field" data-field={key}>
      <Field label={name} mark={mark} hint={fieldHint(key)} error={error}>
        {(control) => (
          <>
            {inheritedTexts.length > 0 && <Below texts={inheritedTexts} language={props.language} />}
            {readOnly ? (
              <ReadOnly id={control.id} field={field} value={value} language={props.language} />
            ) : (
              <ControlOf {...props} value={value} label={name} control={control} />
            )}
          </>
        )}
      </Field>
    </div>
  );
}

function Below({ texts, language }: { texts: readonly string[]; language: Language }) {
  return (
    <details class="item-below" open={texts.length <= 6}>
      <summary class="small muted">
        {t('below')} <span class="tabular">({texts.length})</span>
      </summary>
      <ul lang={language}>
        {texts.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </details>
  );
}

interface ReadOnlyProps {
  id: string;
  field: FieldSpec;
  value: unknown;
  language: Language;
}

function ReadOnly({ id, field, value, language }: ReadOnlyProps) {
  const texts = Array.isArray(value) ? textsOf(value) : value === undefined ? [] : [String(value)];
  const shown = field.options.length > 0 ? texts.map((it) => optionName(field.key, it)) : texts;
  return (
    <ul class="item-read" id={id} lang={language}>
      {shown.map((it) => (
        <li key={it}>{it}</li>
      ))}
    </ul>
  );
}

interface ControlProps extends FieldRowProps {
  value: unknown;
  label: string;
  control: { id: string };
}

function ControlOf(props: ControlProps): ComponentChild {
  const { field, value, language, control, options, onValue } = props;
  const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);
  switch (field.control) {
    case 'patterns':
      return (
        <PatternEditor
          label={props.label}
          lines={textsOf(value)}
          use={usedAs(field.key)}
          lists={props.lists}
          language={language}
          onLines={(lines) => onValue(lines.length === 0 && !field.required ? undefined : lines)}
        />
      );
    case 'lines':
      return (
        <Lines
          {...control}
          lang={language}
          value={textsOf(value)}
          onValue={(lines) =>
            onValue(
              lines.length === 0 && !field.required
                ? undefined
                : field.key === 'cues'
                  ? cuesOf(lines)
                  : lines,
            )
          }
        />
      );
    case 'one':
      return (
        <Select
          {...control}
          options={[
            ...(field.required ? [] : [{ value: '', label: t('none') }]),
            ...options.map((it) => ({ value: it, label: optionName(field.key, it) })),
          ]}
          value={textOf(value)}
          onPick={(it) => onValue(orNothing(it))}
        />
      );
    case 'many': {
      const chosen = textsOf(value);
      return (
        <fieldset class="chips item-chips" id={control.id}>
          <legend class="sr-only">{props.label}</legend>
          {options.map((it) => (
            <ChipButton
              key={it}
              pressed={chosen.includes(it)}
              onClick={() => {
                const next = chosen.includes(it) ? chosen.filter((one) => one !== it) : [...chosen, it];
                onValue(next.length === 0 && !field.required ? undefined : next);
              }}
            >
              {chosen.length > 1 && chosen.includes(it) && field.key === 'move'
                ? `${chosen.indexOf(it) + 1} ${optionName(field.key, it)}`
                : optionName(field.key, it)}
            </ChipButton>
          ))}
        </fieldset>
      );
    }
    case 'switch':
      return (
        <Switch checked={value !== false} onToggle={(on) => onValue(on ? undefined : false)}>
          {props.label}
        </Switch>
      );
    case 'text':
      return (
        <Textarea
          {...control}
          lang={language}
          rows={field.key === 'text' ? 5 : 2}
          value={textOf(value)}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      );
    case 'number':
      return (
        <Input
          {...control}
          inputMode="numeric"
          value={textOf(value)}
          onInput={({ currentTarget: { value: typed } }) =>
            onValue(typed.trim() === '' ? undefined : /^\d+$/.test(typed.trim()) ? Number(typed) : typed)
          }
        />
      );
    default:
      return (
        <Input
          {...control}
          type={field.control === 'date' ? 'date' : 'text'}
          lang={language}
          value={textOf(value)}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            onValue(typed === '' && !field.required ? undefined : typed);
          }}
        />
      );
  }
}

const usedAs = (key: string): 'flag' | 'notAfter' | 'notBefore' | 'unlessPartOf' | 'list' =>
  key === 'items'
    ? 'list'
    : key === 'notAfter' || key === 'notBefore' || key === 'unlessPartOf'
      ? key
      : 'flag';

interface LinesProps {
  id: string;
  lang: string;
  value: readonly string[];
  onValue: (lines: string[]) => void;
}

const split = (text: string): string[] =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** One text a line; an empty line that is being written stays until it is left. */
function Lines({ value, onValue, ...rest }: LinesProps) {
  const [typed, setTyped] = useState(value.join('\n'));
  const given = value.join('\n');
  useEffect(() => {
    setTyped((now) => (split(now).join('\n') === given ? now : given));
  }, [given]);
  return (
    <Textarea
      {...rest}
      rows={Math.min(12, Math.max(2, typed.split('\n').length + 1))}
      value={typed}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        onValue(split(event.currentTarget.value));
      }}
    />
  );
}
