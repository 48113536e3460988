import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import puppeteer, { type Page } from 'puppeteer-core';
import type { RecordFilter, RecordOrder } from '@/lib/review';
import { installedBrowsers } from '../../scripts/browsers';

type Emit = (line: object) => void;

/** Fewer while trying: `TACTFUL_BENCH_RECORDS=50000`. */
const RECORDS = Number(process.env.TACTFUL_BENCH_RECORDS ?? 1_000_000);
const AT_ONCE = 4000;
const ROUNDS = 5;
const MINUTES = 60_000;

const FILTERS: readonly [name: string, filter: RecordFilter, order: RecordOrder][] = [
  ['one rule', { rules: ['category/rule-7'] }, 'risk'],
  ['a rule seldom met, one agent', { rules: ['category/rule-390'], agents: ['Agent 3'] }, 'newest'],
  ['one agent, open, grave', { agents: ['Agent 9'], standings: ['open'], severities: ['critical'] }, 'risk'],
  ['a category in one scenario', { categories: ['blame'], scenarios: ['price-drop'] }, 'oldest'],
  ['a week', { from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 9) }, 'newest'],
  ['nothing', { agents: ['Nobody'] }, 'risk'],
  ['everything by agent', {}, 'agent'],
  ['everything, newest', {}, 'newest'],
  ['a common word', { text: '退款' }, 'risk'],
  ['words together', { text: '公司规定 refund' }, 'newest'],
  ['words nobody wrote', { text: '绝对不可能' }, 'risk'],
  [
    'words of one agent in a week',
    { text: 'calm down', agents: ['Agent 5'], from: Date.UTC(2026, 2, 2), to: Date.UTC(2026, 2, 9) },
    'risk',
  ],
];

async function served(): Promise<{ url: string; close: () => void }> {
  const { outputFiles } = await build({
    entryPoints: ['tests/bench/log-page.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome120',
    tsconfig: 'tsconfig.json',
  });
  const script = outputFiles[0]!.text;
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const round = (ms: number): number => Math.round(ms * 10) / 10;

/** The log of QA on a real database in Chromium: a million records, opened cold and asked warm. */
export async function run(emit: Emit): Promise<void> {
  const chromium = installedBrowsers().find((it) => it.kind === 'chromium');
  if (chromium === undefined) {
    emit({ figure: 'not measured', browser: 'chromium', why: 'not installed' });
    return;
  }
  const { url, close } = await served();
  const browser = await puppeteer.launch({
    executablePath: chromium.executable,
    headless: true,
    pipe: true,
    protocolTimeout: 60 * MINUTES,
    args: ['--no-first-run', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await fill(page, emit);
    await page.close();
    await ask(await browser.newPage(), url, emit);
  } finally {
    await browser.close();
    close();
  }
}

async function fill(page: Page, emit: Emit): Promise<void> {
  await page.evaluate(() => window.logBench.ready());
  let ms = 0;
  for (let first = 0; first < RECORDS; first += AT_ONCE) {
    ms += await page.evaluate(
      (from, count) => window.logBench.fill(from, count),
      first,
      Math.min(AT_ONCE, RECORDS - first),
    );
  }
  emit({ figure: 'records written', records: RECORDS, perSecond: Math.round((RECORDS / ms) * 1000) });
  const words = await page.evaluate(() => window.logBench.words());
  emit({ figure: 'words made ready', records: RECORDS, seconds: round(words / 1000) });
  const bytes = await page.evaluate(() => window.logBench.stored());
  emit({ figure: 'store', bytesPerRecord: Math.round(bytes / RECORDS), target: 1024 });
}

async function ask(page: Page, url: string, emit: Emit): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => window.logBench.ready());
  const about = { records: RECORDS, unit: 'ms' };
  const open: RecordFilter = { standings: ['open'] };
  const cold = await page.evaluate((filter) => window.logBench.queue(filter, 'risk'), open);
  emit({ figure: 'queue opens, cold', ...about, ms: round(cold.ms), total: cold.total, target: 200 });
  const times = async (work: () => Promise<{ ms: number } | number>): Promise<number> => {
    const all: number[] = [];
    for (let at = 0; at < ROUNDS; at++) {
      const took = await work();
      all.push(typeof took === 'number' ? took : took.ms);
    }
    return round(middle(all));
  };
  emit({
    figure: 'queue opens, warm',
    ...about,
    ms: await times(() => page.evaluate((filter) => window.logBench.queue(filter, 'risk'), open)),
    target: 200,
  });
  // As long as a person takes from the first screen to a filter; the columns come meanwhile.
  await new Promise((done) => setTimeout(done, 500));
  for (const [name, filter, order] of FILTERS) {
    const first = await page.evaluate((it, by) => window.logBench.queue(it, by), filter, order);
    const ms = await times(() => page.evaluate((it, by) => window.logBench.queue(it, by), filter, order));
    emit({
      figure: 'filter',
      filter: name,
      ...about,
      first: round(first.ms),
      ms,
      total: first.total,
      target: 300,
    });
  }
  emit({
    figure: 'counts beside each choice',
    ...about,
    ms: await times(() => page.evaluate(() => window.logBench.facets({}))),
  });
  for (const [from, to] of [
    ['2026-01-01', '2026-07-01'],
    ['2026-03-01', '2026-03-31'],
  ] as const) {
    const chart = await page.evaluate((a, b) => window.logBench.charts(a, b), from, to);
    emit({ figure: 'charts', from, to, ...about, days: chart.days, ms: round(chart.ms), target: 500 });
  }
  const ids = await page.evaluate(async () => {
    const { first } = await window.logBench.queue({ standings: ['open'] }, 'risk');
    return first === null ? [] : [first];
  });
  emit({
    figure: 'a verdict',
    ...about,
    ms: round(await page.evaluate((it) => window.logBench.verdict(it), ids)),
  });
  emit({
    figure: 'a record written by an agent',
    ...about,
    ms: await times(() => page.evaluate(() => window.logBench.add())),
  });
  emit({
    figure: 'a stratified sample of 200',
    ...about,
    ms: await times(() => page.evaluate(() => window.logBench.sample())),
  });
  const whole = await page.evaluate(() => window.logBench.save(Number.POSITIVE_INFINITY));
  emit({
    figure: 'all saved as a table',
    ...about,
    seconds: round(whole.ms / 1000),
    read: whole.read,
    megabytes: Math.round(whole.size / 1e6),
  });
  const stopped = await page.evaluate((after) => window.logBench.save(after), RECORDS / 10);
  emit({ figure: 'stopped while saving', ...about, read: stopped.read, ms: round(stopped.afterStop) });
  const session = await page.createCDPSession();
  const heap = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  emit({
    figure: 'memory of the page',
    records: RECORDS,
    megabytes: Math.round((heap.usedSize + (heap.backingStorageSize ?? 0)) / 1e6),
    target: 300,
  });
}
