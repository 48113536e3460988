import { csvLines } from '@/lib/exchange';
import { CATEGORIES, MOVES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import {
  type RecordFilter,
  type RecordOrder,
  SENT_HOWS,
  type SentRecord,
  STANDINGS,
  seeded,
  statisticsOf,
} from '@/lib/review';
import { createChanges } from '@/lib/store/changes';
import { createStore } from '@/lib/store/open';
import { indexWords } from '@/lib/store/review/indexing';
import { createDesk } from '@/lib/store/review/queue';
import { createTallies } from '@/lib/store/review/tallies';
import { createReviews } from '@/lib/store/review/verdicts';
import { LOG_TABLES, LogWriter } from '@/lib/store/review/writer';
import { createSentLog } from '@/lib/store/sent';

/** Runs in a page of a real browser: fills a real database and asks it what the page of QA asks. */

const WORDS =
  '您好 抱歉 订单 已经 发货 快递 公司 规定 就是 这样 不能 退款 多给您 一个 了 您自己 没看 详情 页面 我们 这边 会 尽快 处理 麻烦 再等 两天 优惠 券 已经 过期 仓库 说 没有 问题 the parcel was sent yesterday refund takes days you should have read page our policy anyway extra gift calm down please wait'.split(
    ' ',
  );
const DAY = 86_400;
const FIRST = Date.UTC(2026, 0, 1) / 1000;

function recordsFrom(first: number, count: number): SentRecord[] {
  const random = seeded(first + 1);
  const int = (below: number): number => Math.floor(random() * below);
  const one = <T>(items: readonly T[]): T => items[int(items.length)]!;
  return Array.from({ length: count }, (_, i) => {
    const at = first + i;
    const text = Array.from({ length: 14 + int(22) }, () => one(WORDS)).join(random() < 0.3 ? '，' : '');
    const start = int(Math.max(1, text.length - 8));
    const flags = Array.from({ length: random() < 0.2 ? 2 : 1 }, () => {
      // A few rules are met all the time, most of them seldom.
      const rule = Math.floor(random() ** 3 * 400);
      return {
        rule: `category/rule-${rule}`,
        category: CATEGORIES[rule % CATEGORIES.length]!,
        severity: SEVERITIES[rule % SEVERITIES.length]!,
        start,
        end: start + 4,
        by: 'rule' as const,
        book: `builtin-zh-hans@${1 + (rule % 3)}`,
      };
    });
    const mark = int(1e9).toString(16).padStart(12, '0');
    return {
      id: `${at.toString(16).padStart(8, '0')}${int(2 ** 31).toString(16)}`,
      // In the order of time, as a log is.
      sentAt: (FIRST + Math.floor((at % 1_000_000) * 15.5) + int(DAY / 4)) * 1000,
      site: `https://desk-${int(5)}.example`,
      language: one(['zh-Hans', 'zh-Hant', 'en'] as const),
      scenario: one(SCENARIOS),
      market: null,
      how: one(SENT_HOWS),
      reason: null,
      length: text.length,
      text,
      flags,
      moves: MOVES.filter(() => random() < 0.3),
      conversation: mark,
      marks: [mark],
      agent: `Agent ${int(40)}`,
      anger: int(4),
      remedyCost: 0,
      risk: int(1001),
      origin: 'ab12-cd34-ef56-0a1b-2c3d',
      standing: random() < 0.85 ? 'open' : one(STANDINGS.slice(1, 4)),
    };
  });
}

const store = createStore({ openWithin: 60_000 });
const changes = createChanges();
const desk = createDesk(store, changes);
const tallies = createTallies(store, changes, async () => '');
const reviews = createReviews(store, changes);
const sent = createSentLog(store, changes);

const timed = async <T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> => {
  const start = performance.now();
  const value = await work();
  return { ms: performance.now() - start, value };
};

const logBench = {
  async fill(first: number, count: number): Promise<number> {
    const { ms } = await timed(() =>
      store.write(LOG_TABLES, 'relaxed', async (tx) => {
        const writer = await LogWriter.on(tx);
        for (const record of recordsFrom(first, count)) await writer.add(record);
        await writer.write();
      }),
    );
    return ms;
  },
  async ready(): Promise<string> {
    await store.read(['logTasks'], (tx) => tx.get('logTasks', 'index'));
    return (await store.ready()).kind;
  },
  async words(): Promise<number> {
    return (await timed(() => indexWords(store, changes))).ms;
  },
  async queue(filter: RecordFilter, order: RecordOrder, offset = 0) {
    const { ms, value } = await timed(() => desk.queue({ filter, order, offset, limit: 50 }));
    return { ms, total: value.total, shown: value.records.length, first: value.records[0]?.id ?? null };
  },
  async facets(filter: RecordFilter): Promise<number> {
    return (await timed(() => desk.facets(filter))).ms;
  },
  async charts(from: string, to: string) {
    const { ms, value } = await timed(async () => {
      const days = await tallies.list(from, to);
      return { days: days.length, rules: statisticsOf(days, []).byRule.length };
    });
    return { ms, ...value };
  },
  async verdict(ids: string[]): Promise<number> {
    const said = { reviewer: 'Kim', verdict: 'uphold', reason: '', cause: null, scorecard: null } as const;
    return (await timed(() => reviews.give({ records: ids, ...said }, Date.now()))).ms;
  },
  async sample(): Promise<number> {
    return (await timed(() => desk.sample({ size: 200, seed: 1, by: 'agent' }))).ms;
  },
  async add(): Promise<number> {
    const [record] = recordsFrom(2_000_000_000 + Math.floor(performance.now()), 1);
    return (await timed(() => sent.add(record!))).ms;
  },
  /** Makes the table of everything as the page does; stops after so many messages. */
  async save(stopAfter: number) {
    const stopping = new AbortController();
    const parts: Blob[] = [];
    let read = 0;
    let stoppedAt = 0;
    const start = performance.now();
    for await (const part of desk.each({}, stopping.signal)) {
      parts.push(new Blob([csvLines(part.records.map((it) => [it.id, it.agent, it.text, it.how]))]));
      read = part.read;
      if (read >= stopAfter && !stopping.signal.aborted) {
        stoppedAt = performance.now();
        stopping.abort();
      }
    }
    const end = performance.now();
    return {
      ms: end - start,
      read,
      afterStop: stoppedAt === 0 ? 0 : end - stoppedAt,
      size: new Blob(parts).size,
    };
  },
  async stored(): Promise<number> {
    return (await navigator.storage.estimate()).usage ?? 0;
  },
};

export type LogBench = typeof logBench;

declare global {
  interface Window {
    logBench: LogBench;
  }
}
window.logBench = logBench;
