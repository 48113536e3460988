import type { Variable } from '@/lib/phrasebook';
import { blanksIn, evaluateFormula, formulaVariables, parseFormula } from '@/lib/phrasebook/runtime';
import { calendarDay, readDay, type WrittenDay } from './dates';

/** What the agent typed or the log gave, by variable id; `''` is a blank that was emptied by hand. */
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

/** A currency written before the number, which what is derived from it takes over: $168 − $79 is $89. */
const SIGN = /^\s*((?:US|NT|HK)?\$|[€£¥￥])/;

const typedValue = (id: string, values: BlankValues): string | undefined => {
  const typed = Object.hasOwn(values, id) ? values[id]?.trim() : undefined;
  return typed === undefined || typed === '' ? undefined : typed;
};

const derivedValue = (
  variable: Variable & { derive: string },
  values: BlankValues,
  variables: readonly Variable[],
  today: number,
): string | undefined => {
  const parsed = parseFormula(variable.derive);
  if (!('formula' in parsed)) return undefined;
  let sign = '';
  let written: WrittenDay | undefined;
  const result = evaluateFormula(parsed.formula, (id) => {
    const read = variables.find((it) => it.id === id);
    const source = typedValue(id, values) ?? read?.default;
    if (source === undefined) return undefined;
    if (read?.type === 'date') {
      written = readDay(source, today);
      return written?.day;
    }
    if (read?.type === 'money') sign ||= SIGN.exec(source)?.[1] ?? '';
    return readNumber(source);
  });
  if (result === undefined) return undefined;
  if (variable.type === 'date') return written?.write(Math.round(result));
  if (variable.type !== 'money') return writeNumber(result);
  return result < 0 ? undefined : sign + writeNumber(result);
};

/**
 * The value of one blank: what was typed, else what its formula gives, else its default; `undefined` if still open.
 * An amount that comes out below zero is no amount: the blank stays open.
 * @param today days since 1970-01-01, for dates without a year
 */
export const blankValue = (
  id: string,
  values: BlankValues,
  variables: readonly Variable[],
  today: number = calendarDay(Date.now()),
): string | undefined => {
  const typed = typedValue(id, values);
  if (typed !== undefined) return typed;
  const variable = variables.find((it) => it.id === id);
  const { derive } = variable ?? {};
  if (variable !== undefined && derive !== undefined) {
    const result = derivedValue({ ...variable, derive }, values, variables, today);
    if (result !== undefined) return result;
  }
  if (variable?.default !== undefined) return variable.default;
  return variable?.required === false ? '' : undefined;
};

const UNIT = /[元块塊圆圓]/;

/** An amount as it reads here: its sign or unit goes where the script has one of its own ("¥168" and "{paid} 元"). */
const beside = (value: string, before: string, after: string): string => {
  if (!/\d/.test(value)) return value;
  let plain = value;
  if (UNIT.test(after.trimStart().charAt(0))) plain = plain.replace(SIGN, '').replace(/\s*[元块塊圆圓]$/, '');
  if (/[$€£¥￥]$/.test(before.trimEnd())) plain = plain.replace(SIGN, '');
  return plain;
};

/** Puts values into the `{blanks}` of a script; a text with `missing` left must not be inserted. */
export const fillBlanks = (
  text: string,
  values: BlankValues,
  variables: readonly Variable[] = [],
  today?: number,
): FilledText => {
  const missing = new Set<string>();
  let filled = '';
  let at = 0;
  for (const blank of blanksIn(text)) {
    const value = blankValue(blank.id, values, variables, today);
    filled += text.slice(at, blank.start);
    filled += value === undefined ? `{${blank.id}}` : beside(value, filled, text.slice(blank.end));
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

/** The variables a derived one is calculated from. */
const sourcesOf = (derive: string): string[] => {
  const parsed = parseFormula(derive);
  return 'formula' in parsed ? formulaVariables(parsed.formula) : [];
};

/**
 * What the form before an insertion asks for: the blanks of a text that are not derived, and what its derived blanks
 * are calculated from, each once, in order of appearance.
 */
export const blanksToAsk = (text: string, variables: readonly Variable[]): string[] => {
  const asked = new Set<string>();
  for (const { id } of blanksIn(text)) {
    const derive = variables.find((it) => it.id === id)?.derive;
    if (derive === undefined) asked.add(id);
    else for (const source of sourcesOf(derive)) asked.add(source);
  }
  return [...asked];
};

/** Why a blank cannot go into a reply as it is. */
export type BlankProblem = 'empty' | 'not-a-number' | 'not-a-choice' | 'not-a-tracking-number' | 'not-a-time';

const TIME = /\d{1,2}\s*(?:[:：]|[点點时時]|[ap]\.?m|o.?clock)|noon|midnight|中午|[点點]/i;

/** What is wrong with the value of a blank, `null` for nothing. Names, texts and days are taken as they are written. */
export const blankProblem = (
  variable: Variable,
  values: BlankValues,
  variables: readonly Variable[],
  today?: number,
): BlankProblem | null => {
  const value = blankValue(variable.id, values, variables, today);
  if (value === undefined) return 'empty';
  if (value === '') return null;
  switch (variable.type) {
    case 'money':
    case 'number':
      return readNumber(value) === undefined ? 'not-a-number' : null;
    case 'choice':
      return variable.choices !== undefined && !variable.choices.includes(value) ? 'not-a-choice' : null;
    case 'tracking':
      return /\d{4}/.test(value.normalize('NFKC').replace(/[\s-]/g, '')) ? null : 'not-a-tracking-number';
    case 'time':
      return TIME.test(value) ? null : 'not-a-time';
    default:
      return null;
  }
};

/** A blank nobody declared is a text that must be filled in. */
export const variableOf = (id: string, variables: readonly Variable[]): Variable =>
  variables.find((it) => it.id === id) ?? { id, label: id, type: 'text', required: true, example: id };

/**
 * The form of a script: what it asks for, and what is wrong with each value so far. Nothing is inserted while there is
 * a problem: a customer must never see an empty blank.
 */
export interface BlankSheet {
  filled: FilledText;
  fields: { variable: Variable; problem: BlankProblem | null }[];
  ready: boolean;
}

export const blankSheet = (
  text: string,
  values: BlankValues,
  variables: readonly Variable[],
  today?: number,
): BlankSheet => {
  const filled = fillBlanks(text, values, variables, today);
  const ids = blanksToAsk(text, variables);
  const inText = new Set(blanksIn(text).map((it) => it.id));
  // What only feeds a calculation is wanted as long as that has no result.
  const derivedOpen = filled.missing.some((id) => !ids.includes(id));
  const fields = ids.map((id) => {
    const variable = variableOf(id, variables);
    const problem = blankProblem(variable, values, variables, today);
    return { variable, problem: inText.has(id) || derivedOpen || problem !== 'empty' ? problem : null };
  });
  return {
    filled,
    fields,
    ready: filled.missing.length === 0 && fields.every((it) => it.problem === null),
  };
};
