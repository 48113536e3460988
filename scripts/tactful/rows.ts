import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from './arguments';

/** Data that cannot be read; shown as `file:line: message`, exit code 1. */
export interface RowProblem {
  file: string;
  line: number;
  message: string;
}

export const formatRowProblem = (it: RowProblem): string => `${it.file}:${it.line}: ${it.message}`;

export interface Row {
  file: string;
  line: number;
  value: Record<string, unknown>;
}

/** One JSON object a line; empty lines are skipped, broken ones reported. */
export const readRows = (file: string, text: string): { rows: Row[]; problems: RowProblem[] } => {
  const rows: Row[] = [];
  const problems: RowProblem[] = [];
  text.split(/\r?\n/).forEach((source, index) => {
    const line = index + 1;
    const json = line === 1 ? source.replace(/^\uFEFF/, '') : source;
    if (json.trim() === '') return;
    try {
      const value: unknown = JSON.parse(json);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        rows.push({ file, line, value: value as Record<string, unknown> });
      } else problems.push({ file, line, message: 'this is not a JSON object' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      problems.push({ file, line, message: `this is not JSON (${why.slice(0, 120)})` });
    }
  });
  return { rows, problems };
};

const readStandardInput = async (): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

/** Text of a file, or of standard input for `-`. */
export const readInput = async (file: string): Promise<string> => {
  if (file === '-') return readStandardInput();
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file} is a folder, not a file`);
  return readFileSync(file, 'utf8');
};

/** The files a path names: itself, or those of a folder that end in `ext`. */
export const filesOf = (given: string, ext: string): string[] => {
  if (!existsSync(given)) throw new UsageError(`There is no file or folder ${given}`);
  if (!statSync(given).isDirectory()) return [given];
  return readdirSync(given)
    .filter((it) => it.endsWith(ext))
    .sort()
    .map((it) => path.join(given, it));
};
