import type { BookProblem, ToldProblem } from '@/lib/phrasebook';

/** A complaint about a whole file. */
export const fileProblem = (file: string, kind: BookProblem['kind'], said: ToldProblem): BookProblem => ({
  file,
  line: 1,
  level: 'error',
  kind,
  ...said,
});

/** A number of bytes for people. */
export const megabytes = (bytes: number): string =>
  `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
