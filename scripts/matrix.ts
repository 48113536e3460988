import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Report {
  testResults: {
    name: string;
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[];
  }[];
}

interface Cell {
  row: string;
  column: string;
  passed: boolean;
}

const BROWSERS = ['chromium', 'firefox'] as const;
const FILE = 'docs/MATRIX.md';

/** The tests of one file as cells; the row is the innermost describe, the column the test. */
function cells(browser: string, file: string, split: (title: string) => string): Cell[] {
  const report = JSON.parse(readFileSync(reportOf(browser), 'utf8')) as Report;
  return report.testResults
    .filter(({ name }) => name.endsWith(file))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles, status }) => ancestorTitles.length === 2 && status !== 'skipped')
    .map(({ ancestorTitles, title, status }) => ({
      row: ancestorTitles[1] ?? '',
      column: split(title),
      passed: status === 'passed',
    }));
}

const reportOf = (browser: string) => `output/test/e2e-${browser}.json`;

function table(file: string, split: (title: string) => string = (title) => title): string {
  const found = BROWSERS.map((browser) => cells(browser, file, split));
  const rows = new Set(found.flat().map(({ row }) => row));
  const columns = [...new Set(found.flat().map(({ column }) => column))];
  const mark = (row: string, column: string) =>
    found
      .map((all) => all.find((it) => it.row === row && it.column === column))
      .map((cell) => (cell ? (cell.passed ? '✓' : '✗') : '–'))
      .join(' ');
  return [
    `| | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => ':-:').join('|')}|`,
    ...[...rows].map((row) => `| ${row} | ${columns.map((column) => mark(row, column)).join(' | ')} |`),
  ].join('\n');
}

/** Writes docs/MATRIX.md from the reports of both browsers, and gives its text; `null` where one has not run. */
export function writeMatrix(): string | null {
  if (!BROWSERS.every((browser) => existsSync(reportOf(browser)))) return null;
  const text = `# What works where

Written by \`npm test\` from the end-to-end tests on the built extension: Chromium first, Firefox second; – means that
the combination was not tried. Key presses, clicks and the input method are the browser's own, the renderer is the
shipped one.

## Editors

${table('matrix.test.ts')}

Quill, ProseMirror and TipTap join changes of the same half second or second into one step of undo by
their own choice; the pages here set that to none, so that a test can undo what it has just done.

## Odd pages

${table('conditions.test.ts', (title) => title.split(' ')[0] ?? title)}
`;
  writeFileSync(FILE, text);
  return text;
}
