import { parse } from 'yaml';
import { type PracticeCase, practiceCaseSchema } from './schema';

export type LoadedCase = { ok: true; played: PracticeCase } | { ok: false; file: string; problems: string[] };

/** Reads one played customer from YAML; what is wrong is said with its place in the file. */
export function loadPracticeCase(file: string, text: string): LoadedCase {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    return { ok: false, file, problems: [error instanceof Error ? error.message : String(error)] };
  }
  const parsed = practiceCaseSchema.safeParse(raw);
  if (parsed.success) return { ok: true, played: parsed.data };
  return {
    ok: false,
    file,
    problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`),
  };
}
