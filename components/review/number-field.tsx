import { Field, type FieldProps, Input } from '@/components/ui';

/** Seeds have at most nine digits: short enough to read out to somebody. */
export const MOST_SEED = 999_999_999;

/** The whole number that was written, within inclusive bounds; otherwise `null`. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
}

export interface NumberFieldProps extends Pick<FieldProps, 'label' | 'hint' | 'error'> {
  /** As it is being written. */
  value: string;
  onValue: (text: string) => void;
}

/** A field for a whole number: how large a sample is, and the seed that draws it. */
export function NumberField({ value, onValue, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
