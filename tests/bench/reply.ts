import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Language, MOVES, SCENARIOS, type ScenarioId, type Script } from '../../lib/phrasebook';
import { factsIn, guessScenarios, type ScriptShelf, suggestScripts } from '../../lib/reply';
import { ScriptSearch } from '../../lib/search';
import { builtInPaths } from '../../scripts/tactful/book-files';
import { openEngine } from '../../scripts/tactful/open-engine';
import { phrases, randomFrom } from './engine-material';

type Emit = (line: object) => void;

const SCRIPTS = 5000;
const ROUNDS = 200;

/** Scripts of a very large team: every scenario and move, a third fit anything, texts of two or three sentences. */
export function manyScripts(count: number): Script[] {
  const random = randomFrom(23);
  const words = phrases(count * 4, random);
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  return Array.from({ length: count }, (_, index): Script => {
    const move = MOVES[index % MOVES.length]!;
    const scenario = one(SCENARIOS);
    return {
      id: `team/${index}`,
      scenario: index % 3 === 0 ? [scenario, 'other'] : [scenario],
      move: index % 4 === 0 ? [move, one(MOVES)] : [move],
      text: `${words.slice(index * 4, index * 4 + 4).join('，')}，{order} 退款 {amount} 元。`,
      tone: one(['warm', 'neutral', 'brief'] as const),
      fault: one(['shop', 'carrier', 'nobody', 'any'] as const),
    };
  });
}

export function percentiles(times: number[]): { p50: number; p95: number; max: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toPrecision(3));
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}

/** Runs once unmeasured, then `ROUNDS` times; milliseconds. */
export function timed(work: (round: number) => unknown, rounds = ROUNDS): number[] {
  for (let round = 0; round < 20; round++) work(round);
  return Array.from({ length: rounds }, (_, round) => {
    const start = performance.now();
    work(round);
    return performance.now() - start;
  });
}

/** Ranking of a large team's scripts, and what is read out of a long conversation. */
export function run(emit: Emit): void {
  const scripts = manyScripts(SCRIPTS);
  const shelf: ScriptShelf = { id: 'team', language: 'zh-Hans', scripts };
  const said = Array.from({ length: 20 }, (_, index) => scripts[index * 7]!.text);
  const usage = new Map(scripts.slice(0, 300).map(({ id }, index) => [id, index % 20]));
  const wishes = [
    { what: 'scenario known', scenarios: [{ id: 'price-drop' as const, score: 0.9 }] },
    {
      what: 'four guesses',
      scenarios: (['damaged', 'late-shipping', 'refund-slow', 'other'] as const).map((id, index) => ({
        id,
        score: 0.4 - index * 0.1,
      })),
    },
    { what: 'nothing known', scenarios: [{ id: 'other' as const, score: 1 }] },
  ];
  for (const { what, scenarios } of wishes) {
    const times = timed((round) =>
      suggestScripts([shelf], {
        scenarios,
        moves: MOVES.slice(0, round % 4),
        language: 'zh-Hans',
        tone: 'warm',
        fault: 'shop',
        usage,
        said,
        movesSaid: ['apology'],
      }),
    );
    emit({
      figure: 'ranking',
      what,
      scripts: SCRIPTS,
      messages: said.length,
      unit: 'ms',
      ...percentiles(times),
      target: 5,
    });
  }
  const customer = Array.from(
    { length: 20 },
    (_, index) =>
      `订单号23051788${index}2，买了两条裤子付了168元，11月20日下的单，现在卖79元，顺丰单号SF14022335566${index}7`,
  );
  const times = timed(() => factsIn({ customer, agent: said }));
  emit({ figure: 'facts', messages: 40, unit: 'ms', ...percentiles(times) });
  benchPalette(emit, scripts);
  benchFit(emit);
}

const TYPED = [
  '退款',
  '退',
  'tk',
  't',
  'tuikuan',
  'tuik',
  'refund',
  'refnud',
  'damaged',
  'th',
  '给您 退款',
  'zzzz',
];

/** Each key of the palette: one search over a large team's scripts. */
function benchPalette(emit: Emit, scripts: readonly Script[]): void {
  const items = scripts.map((it) => ({ text: it.text, names: [...it.scenario, ...it.move] }));
  const start = performance.now();
  const search = new ScriptSearch(items);
  const build = performance.now() - start;
  const first = performance.now();
  search.find('tk', { now: 0 });
  emit({
    figure: 'palette build',
    scripts: items.length,
    unit: 'ms',
    build: Number(build.toPrecision(3)),
    firstKey: Number((performance.now() - first).toPrecision(3)),
  });
  for (const query of TYPED) {
    const times = timed(
      (round) => search.find(query, { now: round, uses: ({ text }) => text.length % 5 }),
      60,
    );
    emit({
      figure: 'palette key',
      query,
      scripts: items.length,
      unit: 'ms',
      ...percentiles(times),
      target: 16,
    });
  }
}

interface CustomerRow {
  lang: Language;
  text: string;
  scenario: ScenarioId;
}

/**
 * From a customer's message to the list of scripts, with the built-in books, on labelled messages beside the repository:
 * how often the first three scripts are for what happened, where that was recognised, and how long it takes.
 */
function benchFit(emit: Emit): void {
  const file = path.join(process.env.TACTFUL_SHARED ?? '../shared', 'devset/customers.jsonl');
  if (!existsSync(file)) {
    emit({ figure: 'fit', notMeasured: 'no labelled messages beside the repository' });
    return;
  }
  const { books, compiled } = openEngine(builtInPaths(), false);
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as CustomerRow);
  const answer = ({ lang, text }: CustomerRow) => {
    const scenarios = guessScenarios(compiled, [text], { language: lang });
    return { scenarios, found: suggestScripts(books, { scenarios, moves: [], language: lang }) };
  };
  for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const) {
    const own = rows.filter((it) => it.lang === language && it.scenario !== 'other');
    const recognised = own
      .map((row) => ({ row, ...answer(row) }))
      .filter(({ row, scenarios }) => scenarios[0]?.id === row.scenario);
    const fitting = recognised.filter(({ row, found }) =>
      found.slice(0, 3).every(({ script }) => script.scenario.includes(row.scenario)),
    );
    emit({
      figure: 'fit',
      language,
      messages: own.length,
      recognised: recognised.length,
      firstThreeFit: Number((fitting.length / Math.max(1, recognised.length)).toPrecision(3)),
      target: 0.9,
    });
    const times = timed((round) => answer(own[round % own.length]!));
    emit({ figure: 'message to list', language, unit: 'ms', ...percentiles(times), target: 50 });
  }
}
