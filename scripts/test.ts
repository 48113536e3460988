import { readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type BrowserKind, installMissing, installProgram, requireBrowser } from './browsers.ts';
import { checkSteps } from './check-steps.ts';
import { writeMatrix } from './matrix.ts';
import { checkCommand, command, FAIL, type Outcome, PASS, runSteps, type Step } from './steps.ts';

/** What runs in the agent's page has a budget, because it is loaded into every frame of a console. */
const CONTENT_SCRIPT = '.output/chrome-mv3/content-scripts/console.js';
const CONTENT_SCRIPT_BUDGET = 60 * 1024;

/** One manifest serves both browsers: Firefox runs the background as a script and only notes the worker key. */
const TOLERATED_BY_WEB_EXT = new Set(['BACKGROUND_SERVICE_WORKER_IGNORED']);

const BOOKS = ['phrasebooks/zh-Hans', 'phrasebooks/zh-Hant', 'phrasebooks/en'] as const;

interface TestReport {
  numPassedTests: number;
  numFailedTests: number;
  numTotalTests: number;
  numFailedTestSuites: number;
  testResults: { name: string; status: string; message: string; assertionResults: unknown[] }[];
}

interface LintReport {
  errors: LintMessage[];
  warnings: LintMessage[];
  notices: LintMessage[];
}

interface LintMessage {
  code: string;
  message: string;
  file?: string;
}

/** Runs vitest and counts its tests; a file that could not be loaded counts as one failed test. */
async function tests(
  name: string,
  args: readonly string[],
  { env = {}, live = true }: { env?: Record<string, string>; live?: true | string } = {},
): Promise<Outcome> {
  const reportFile = `output/test/${name}.json`;
  rmSync(reportFile, { force: true });
  const line = [
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${reportFile}`,
  ] as const;
  const { code } = await command(name, line, { live, env });
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport;
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = report.numFailedTests + unloaded.length;
  if (report.numTotalTests === 0) return { ...FAIL, note: 'no test was run' };
  const skipped = report.numTotalTests - report.numPassedTests - report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    note: `${report.numPassedTests} of ${report.numTotalTests} tests passed${skipped ? `, ${skipped} skipped` : ''}`,
  };
}

function contentScriptSize(): Outcome {
  const bytes = gzipSync(readFileSync(CONTENT_SCRIPT), { level: 9 }).length;
  const note = `content script ${(bytes / 1024).toFixed(1)} KB gzip, budget ${CONTENT_SCRIPT_BUDGET / 1024} KB`;
  return { ...(bytes <= CONTENT_SCRIPT_BUDGET ? PASS : FAIL), note };
}

async function webExtLint(): Promise<Outcome> {
  const { output } = await command('web-ext', [
    'web-ext',
    'lint',
    '--source-dir=.output/firefox-mv3',
    '--output=json',
    '--no-config-discovery',
  ]);
  const report = JSON.parse(output.slice(output.indexOf('{'))) as LintReport;
  const found = [...report.errors, ...report.warnings].filter(({ code }) => !TOLERATED_BY_WEB_EXT.has(code));
  for (const { code, message, file } of found) console.log(`    ${code} ${file ?? ''}: ${message}`);
  return found.length ? { ...FAIL, note: `${found.length} errors and warnings` } : PASS;
}

function endToEnd(kind: BrowserKind): Promise<Outcome> {
  const { name, executable } = requireBrowser(kind);
  console.log(`    in ${name}, ${executable}`);
  return tests(`e2e-${kind}`, ['--config', 'tests/e2e/vitest.config.ts'], {
    env: { TACTFUL_E2E_BROWSER: kind },
    live: name,
  });
}

const steps: (Step | Step[])[] = [
  ...checkSteps(),
  { name: 'unit tests', run: () => tests('unit', []) },
  {
    name: 'phrasebooks',
    run: () => checkCommand('phrasebooks', ['tsx', 'scripts/tactful.ts', 'check', ...BOOKS]),
  },
  { name: 'build for Chrome', run: () => checkCommand('build-chrome', ['wxt', 'build']) },
  { name: 'build for Firefox', run: () => checkCommand('build-firefox', ['wxt', 'build', '-b', 'firefox']) },
  { name: 'web-ext lint', needs: ['build for Firefox'], run: webExtLint },
  {
    name: 'size of the content script',
    needs: ['build for Chrome'],
    run: async () => contentScriptSize(),
  },
  // A browser waits more than it works: side by side they take little longer than the slower one alone.
  [
    { name: 'end to end in Chromium', needs: ['build for Chrome'], run: () => endToEnd('chromium') },
    { name: 'end to end in Firefox', needs: ['build for Firefox'], run: () => endToEnd('firefox') },
  ],
];

installMissing(['chromium', 'firefox'], console.log);
// A real XMPP server, for the console that talks to one.
installProgram('prosody', console.log);
const { passed, failed } = await runSteps(steps);
const matrix = writeMatrix();
if (matrix) console.log(`\n${matrix}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
