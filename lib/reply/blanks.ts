import type { Variable } from '@/lib/phrasebook';
import { type Blank, blanksIn, evaluateFormula, parseFormula } from '@/lib/phrasebook/runtime';

/** What the agent typed, by variable id. */
export type BlankValues = Readonly<Record<string, string>>;

export interface FilledText {
  /** Blanks without a value stay as `{id}`. */
  text: string;
  /** Ids still to be filled, each once, in order of appearance. */
  missing: string[];
}

/** Reads "168", "¥79.50" or "1,299 元" as a number; `undefined` where there is none. */
export const readNumber = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/(?<=\d)[,，](?=\d{3}(?!\d))/g, '');
  const match = /-?\d+(?:\.\d+)?/.exec(plain);
  return match === null ? undefined : Number(match[0]);
};

/** An amount as people write it: no more than two decimals, none where they are zero. */
const writeNumber = (value: number): string => {
  const cents = Math.round(value * 100) / 100;
  return Number.isInteger(cents) ? String(cents) : cents.toFixed(2);
};

const typedValue = (id: string, values: BlankValues): string | undefined => {
  const typed = Object.hasOwn(values, id) ? values[id]?.trim() : undefined;
  return typed === undefined || typed === '' ? undefined : typed;
};

/** The value of one blank: what was typed, else its default, else what its formula gives; `undefined` if still open. */
export const blankValue = (
  id: string,
  values: BlankValues,
  variables: readonly Variable[],
): string | undefined => {
  const typed = typedValue(id, values);
  if (typed !== undefined) return typed;
  const variable = variables.find((it) => it.id === id);
  if (variable?.derive !== undefined) {
    const parsed = parseFormula(variable.derive);
    const result =
      'formula' in parsed
        ? evaluateFormula(parsed.formula, (read) => {
            const source = typedValue(read, values) ?? variables.find((it) => it.id === read)?.default;
            return source === undefined ? undefined : readNumber(source);
          })
        : undefined;
    if (result !== undefined) return writeNumber(result);
  }
  if (variable?.default !== undefined) return variable.default;
  return variable?.required === false ? '' : undefined;
};

/** Puts values into the `{blanks}` of a script; a text with `missing` left must not be inserted. */
export const fillBlanks = (
  text: string,
  values: BlankValues,
  variables: readonly Variable[] = [],
): FilledText => {
  const missing = new Set<string>();
  let filled = '';
  let at = 0;
  for (const blank of blanksIn(text)) {
    const value = blankValue(blank.id, values, variables);
    filled += text.slice(at, blank.start) + (value ?? `{${blank.id}}`);
    if (value === undefined) missing.add(blank.id);
    at = blank.end;
  }
  return { text: filled + text.slice(at), missing: [...missing] };
};

/** Ids of the blanks that still have no value. */
export const missingBlanks = (
  text: string,
  values: BlankValues,
  variables: readonly Variable[] = [],
): string[] => fillBlanks(text, values, variables).missing;

/**
 * What the form before an insertion asks for: the blanks of a text that are not derived, and what its derived blanks
 * are calculated from, each once, in order of appearance.
 */
export const blanksToAsk = (text: string, variables: readonly Variable[]): string[] => {
  const asked = new Set<string>();
  for (const { id } of blanksIn(text)) {
    const derive = variables.find((it) => it.id === id)?.derive;
    if (derive === undefined) {
      asked.add(id);
      continue;
    }
    for (const variable of variables) {
      if (new RegExp(`\\b${variable.id}\\b`).test(derive)) asked.add(variable.id);
    }
  }
  return [...asked];
};

export type { Blank };
