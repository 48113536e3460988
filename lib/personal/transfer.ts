import { z } from 'zod';
import { LANGUAGES, MOVES, SCENARIOS } from '@/lib/phrasebook/vocabulary';
import { LONGEST_TEXT, MOST_PERSONAL, PERSONAL_SHELF, type PersonalScript } from './scripts';

/** The file personal scripts travel in. */
const FORMAT = 'tactful-personal-scripts';
const VERSION = 1;

const scriptSchema = z.strictObject({
  id: z
    .string()
    .max(80)
    .regex(/^own\/[\w-]{4,70}$/),
  language: z.enum(LANGUAGES),
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  move: z.array(z.enum(MOVES)).max(MOVES.length).default([]),
  scenario: z.array(z.enum(SCENARIOS)).max(SCENARIOS.length).default([]),
  keys: z.array(z.string().min(1).max(40)).max(20).default([]),
  opening: z.boolean().default(false),
  savedAt: z.number().min(0).max(8_640_000_000_000_000),
});
const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  scripts: z.array(z.unknown()).max(MOST_PERSONAL),
});

/** Why a file or one script of it cannot be taken over, for a view to put in words. */
export type ImportProblem =
  | { kind: 'not-json' }
  | { kind: 'other-file' }
  | { kind: 'too-many'; most: number }
  /** `place` counts from 1; `field` is the first key that does not fit. */
  | { kind: 'script'; place: number; field: string };

export interface Imported {
  scripts: PersonalScript[];
  problems: ImportProblem[];
}

export const exportPersonal = (scripts: readonly PersonalScript[]): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, scripts }, null, 2)}\n`;

/** Reads an exported file; what is broken is left out and named. */
export function importPersonal(text: string): Imported {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { scripts: [], problems: [{ kind: 'not-json' }] };
  }
  const file = fileSchema.safeParse(data);
  if (!file.success) {
    const tooMany = file.error.issues.some((it) => it.code === 'too_big' && it.path[0] === 'scripts');
    return {
      scripts: [],
      problems: [tooMany ? { kind: 'too-many', most: MOST_PERSONAL } : { kind: 'other-file' }],
    };
  }
  const scripts: PersonalScript[] = [];
  const problems: ImportProblem[] = [];
  file.data.scripts.forEach((it, index) => {
    const read = scriptSchema.safeParse(it);
    if (read.success) scripts.push(read.data);
    else
      problems.push({ kind: 'script', place: index + 1, field: String(read.error.issues[0]?.path[0] ?? '') });
  });
  return { scripts, problems };
}

/** The scripts after an import: a script that is there already is replaced, words that are there already stay once. */
export function withImported(
  own: readonly PersonalScript[],
  imported: readonly PersonalScript[],
): PersonalScript[] {
  const byId = new Map(own.map((it) => [it.id, it]));
  const texts = new Set(own.map((it) => `${it.language}\n${it.text}`));
  for (const it of imported) {
    if (!byId.has(it.id) && texts.has(`${it.language}\n${it.text}`)) continue;
    byId.set(it.id, it);
  }
  return [...byId.values()].slice(0, MOST_PERSONAL);
}

export const newPersonalId = (random: () => string): string => `${PERSONAL_SHELF}/${random()}`;
