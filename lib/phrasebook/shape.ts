import { z } from 'zod';
import { nearest } from './nearest';
import type { DataPath, Part } from './place';
import { type BookProblem, cited, type ToldProblem, told } from './problem';
import type { MendCode, ProblemValue, ProblemWord } from './problem-words';

/** Keys that may stand at `path` below a schema; empty where nothing is known. */
const keysAt = (schema: z.core.$ZodType, path: DataPath): string[] => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return keysAt(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((it) => keysAt(it, path));
  if (path.length === 0) return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (schema instanceof z.ZodObject) {
    const field: unknown = schema.shape[String(step)];
    return field instanceof z.ZodType ? keysAt(field, rest) : [];
  }
  return [];
};

const valueAt = (value: unknown, path: DataPath): unknown => {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, step)?.value;
  }
  return at;
};

const kindOf = (value: unknown): ProblemValue => {
  if (value === null || value === undefined) return { word: 'nothing' };
  if (Array.isArray(value)) return { word: 'list' };
  if (typeof value === 'object') return { word: 'keys' };
  if (typeof value === 'string') return { word: 'text' };
  if (typeof value === 'boolean') return { word: 'boolean' };
  return { word: typeof value === 'number' ? 'number' : 'other' };
};

type WriteMend = Extract<MendCode, `write-${'text' | 'list' | 'keys' | 'number' | 'whole' | 'boolean'}`>;
const WANTED: Readonly<Record<string, { name: ProblemWord; mend: WriteMend }>> = {
  string: { name: 'text', mend: 'write-text' },
  array: { name: 'list', mend: 'write-list' },
  object: { name: 'keys', mend: 'write-keys' },
  number: { name: 'number', mend: 'write-number' },
  int: { name: 'whole', mend: 'write-whole' },
  boolean: { name: 'boolean', mend: 'write-boolean' },
  record: { name: 'lists', mend: 'write-list' },
};

/** What the schema's own checks say to write. */
const FORMS = ['id-form', 'variable-form', 'name-form', 'when-or-repeats', 'moves-or-when'] as const;
const formOf = (message: string): (typeof FORMS)[number] | 'other-form' =>
  FORMS.find((it) => it === message) ?? 'other-form';

interface Said {
  path: DataPath;
  of: 'key' | 'value';
  said: ToldProblem;
}

/** A key that nobody knows, with the one that was meant. */
export const unknownKey = (key: string, known: readonly string[]): ToldProblem => {
  const near = nearest(key, known);
  const values = { key, near: near ?? '', names: { names: known } };
  return told('unknown-key', near === undefined ? 'known' : 'near', values);
};

const sayOne = (issue: z.core.$ZodIssue, schema: z.core.$ZodType, value: unknown): Said[] => {
  const path = issue.path.map((it) => (typeof it === 'symbol' ? String(it) : it));
  const given = valueAt(value, path);
  const key = path.findLast((it) => typeof it === 'string');
  const name: ProblemValue = key === undefined ? { word: 'this' } : cited(key);
  const say = (said: ToldProblem): Said[] => [{ path, of: 'value', said }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((it) => ({ path: [...path, it], of: 'key', said: unknownKey(it, known) }));
    }
    case 'invalid_type': {
      const found = WANTED[issue.expected];
      const wanted: ProblemValue = found ? { word: found.name } : issue.expected;
      if (given === undefined && path.length > 0 && typeof path.at(-1) === 'string') {
        return say(told('missing', 'add-key', { name, key: key ?? '', wanted }));
      }
      return say(told('wrong-type', found?.mend ?? 'write-other', { name, wanted, given: kindOf(given) }));
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      const names = { names: known };
      if (given === undefined) return say(told('missing', 'one-of', { name, names }));
      const near = typeof given === 'string' ? nearest(given, known) : undefined;
      const shown = typeof given === 'string' ? cited(given) : kindOf(given);
      const mend = near === undefined ? 'one-of' : 'near-or-one-of';
      return say(told('wrong-value', mend, { name, given: shown, near: near ?? '', names }));
    }
    case 'invalid_union': {
      const branch = issue.errors.find(
        (it) => !it.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
      );
      if (branch === undefined || branch.length === 0) {
        return say(told('wrong-union', 'write-text', { name, given: kindOf(given) }));
      }
      return branch.flatMap((inner) =>
        sayOne(inner, schema, given).map((it) => {
          // The inner issue counts its path from the union's value.
          const known =
            inner.code === 'unrecognized_keys' ? keysAt(schema, [...path, ...inner.path.map(String)]) : [];
          const said = known.length === 0 ? it.said : unknownKey(String(it.path.at(-1)), known);
          return { ...it, path: [...path, ...it.path], said };
        }),
      );
    }
    case 'too_small': {
      const least = Number(issue.minimum);
      if (issue.origin === 'string') return say(told('empty-text', 'write-or-remove', { name }));
      if (issue.origin === 'array') return say(told('too-few', 'add-one', { name, least }));
      return say(told('below', 'at-least', { name, least }));
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      if (issue.origin === 'string') {
        const count = typeof given === 'string' ? given.length : most + 1;
        return say(told('text-too-long', 'shorten', { name, count, most }));
      }
      if (issue.origin === 'array') return say(told('too-many-items', 'split-items', { name, most }));
      return say(told('above', 'at-most', { name, most }));
    }
    case 'invalid_key':
      return say(told('bad-name', 'name-form', { name: String(path.at(-1) ?? '') }));
    case 'invalid_format': {
      const mend = issue.format === 'date' ? 'date-form' : formOf(issue.message);
      return say(told('bad-form', mend, { name, reason: issue.message }));
    }
    default:
      return say(told('not-right', formOf(issue.message), { name, reason: issue.message }));
  }
};

/** Says what zod found about the value at `at` of a part, in words for the person who wrote it. */
export const shapeProblems = (
  error: z.ZodError,
  schema: z.core.$ZodType,
  value: unknown,
  part: Part,
  at: DataPath,
  rule?: string,
): BookProblem[] =>
  error.issues.flatMap((issue) =>
    sayOne(issue, schema, value).map((it) => ({
      ...part.place([...at, ...it.path], it.of),
      ...(rule === undefined ? {} : { rule }),
      level: 'error' as const,
      kind: 'shape' as const,
      ...it.said,
    })),
  );
