import { z } from 'zod';
import { nearest } from './nearest';
import type { BookProblem } from './problem';
import type { DataPath, Part } from './source';

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

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes/no';
  return `a ${typeof value}`;
};

const WANTED: Record<string, { name: string; fix: string }> = {
  string: {
    name: 'text',
    fix: "write text; put it in single quotes if it starts with [ { @ * & ! # or looks like a number, such as '[也]没办法'",
  },
  array: { name: 'a list', fix: 'start each item on its own line with "- ", also where there is only one' },
  object: { name: 'keys with values', fix: 'write keys such as "flag:" and "pass:" below it, indented' },
  number: { name: 'a number', fix: 'write a number, without quotes' },
  int: { name: 'a whole number', fix: 'write a whole number, without quotes' },
  boolean: { name: 'true or false', fix: 'write true or false' },
  record: { name: 'names with lists below', fix: 'write "name:" and its items below it, each with "- "' },
};

interface Said {
  path: DataPath;
  of: 'key' | 'value';
  message: string;
  fix: string;
}

const quote = (key: string | number | undefined): string => `"${key ?? ''}"`;
const lastKey = (path: DataPath): string => {
  const key = path.findLast((it) => typeof it === 'string');
  return key === undefined ? 'This' : quote(key);
};

const sayOne = (issue: z.core.$ZodIssue, schema: z.core.$ZodType, value: unknown): Said[] => {
  const path = issue.path.map((it) => (typeof it === 'symbol' ? String(it) : it));
  const given = valueAt(value, path);
  const name = lastKey(path);
  const say = (message: string, fix: string): Said[] => [{ path, of: 'value', message, fix }];
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, path);
      return issue.keys.map((key) => {
        const meant = nearest(key, known);
        return {
          path: [...path, key],
          of: 'key',
          message: `Unknown key ${quote(key)}.`,
          fix: meant === undefined ? `known here: ${known.join(', ')}` : `did you mean "${meant}"?`,
        };
      });
    }
    case 'invalid_type': {
      if (given === undefined && path.length > 0 && typeof path.at(-1) === 'string') {
        const wanted = WANTED[issue.expected];
        return say(
          `${name} is missing.`,
          `add ${name.replaceAll('"', '')}: (${wanted?.name ?? issue.expected})`,
        );
      }
      const wanted = WANTED[issue.expected] ?? { name: issue.expected, fix: `write ${issue.expected}` };
      return say(`${name} should be ${wanted.name} but is ${kindOf(given)}.`, wanted.fix);
    }
    case 'invalid_value': {
      const known = issue.values.map(String);
      if (given === undefined) return say(`${name} is missing.`, `one of: ${known.join(', ')}`);
      const meant = typeof given === 'string' ? nearest(given, known) : undefined;
      const shown = typeof given === 'string' ? quote(given.slice(0, 60)) : kindOf(given);
      return say(
        `${name} cannot be ${shown}.`,
        `${meant === undefined ? '' : `did you mean "${meant}"? `}one of: ${known.join(', ')}`,
      );
    }
    case 'invalid_union': {
      const branch = issue.errors.find(
        (it) => !it.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
      );
      if (branch === undefined || branch.length === 0) {
        return say(
          `${name} should be text, or keys with "text:" or "flag:", but is ${kindOf(given)}.`,
          WANTED.string!.fix,
        );
      }
      return branch.flatMap((inner) =>
        sayOne(inner, schema, given).map((it) => {
          // The inner issue counts its path from the union's value.
          const known =
            inner.code === 'unrecognized_keys' ? keysAt(schema, [...path, ...inner.path.map(String)]) : [];
          const meant =
            inner.code === 'unrecognized_keys' ? nearest(String(it.path.at(-1)), known) : undefined;
          return {
            ...it,
            path: [...path, ...it.path],
            fix:
              known.length === 0
                ? it.fix
                : meant === undefined
                  ? `known here: ${known.join(', ')}`
                  : `did you mean "${meant}"?`,
          };
        }),
      );
    }
    case 'too_small':
      if (issue.origin === 'string') return say(`${name} is empty.`, 'write the text, or remove it');
      if (issue.origin === 'array') {
        return say(
          `${name} needs at least ${issue.minimum}.`,
          'add one, or remove the key if it is optional',
        );
      }
      return say(`${name} is below ${issue.minimum}.`, `write ${issue.minimum} or more`);
    case 'too_big':
      if (issue.origin === 'string') {
        return say(
          `${name} has ${typeof given === 'string' ? given.length.toLocaleString('en') : 'too many'} characters; at most ${issue.maximum} are read.`,
          'shorten it, or split it into several',
        );
      }
      if (issue.origin === 'array')
        return say(`${name} has more than ${issue.maximum} items.`, 'split it into several');
      return say(`${name} is above ${issue.maximum}.`, `write ${issue.maximum} or less`);
    case 'invalid_key':
      return say(
        `The name ${quote(path.at(-1))} cannot be used.`,
        issue.issues.map((it) => it.message).join('; ') || 'letters, digits, - and _ only',
      );
    case 'invalid_format':
      return say(
        `${name} is not written as it should be.`,
        issue.format === 'regex' ? issue.message : `write it as ${issue.format}, such as 2027-01-31`,
      );
    default:
      return say(`${name} is not as it should be.`, issue.message);
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
      message: it.message,
      fix: it.fix,
    })),
  );
