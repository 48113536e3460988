// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '@/entrypoints/background/handlers';
import { newRecord } from '@/entrypoints/background/sent';
import type { ModelFile, Reading } from '@/lib/classifier';
import { isSameConversation } from '@/lib/ledger';
import { KEPT_AROUND, KEPT_TEXT } from '@/lib/review';
import type { SentReport } from '@/lib/rpc';
import type { Caller } from '@/lib/rpc/background';
import { type BookParcel, dayOf, type Repositories } from '@/lib/store';
import { changeSite, settings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { ENGINES } from '../store/support';

const NOW = Date.UTC(2026, 0, 31, 12);
const inDesk: Caller = { kind: 'content', site: 'https://desk.example', tabId: 7, frameId: 0, windowId: 1 };
const inPanel: Caller = { kind: 'page', tabId: null, windowId: null };

const report = (over: Partial<SentReport> = {}): SentReport => ({
  id: 'report-0001',
  sentAt: NOW,
  language: 'zh-Hans',
  scenario: 'price-drop',
  market: 'cn',
  how: 'reasoned',
  reason: null,
  length: 60,
  text: '还想怎么样',
  flags: [{ rule: 'r', category: 'got-extra', severity: 'high', start: 0, end: 5, by: 'rule' }],
  moves: ['acknowledge'],
  customer: [],
  ...over,
});

const aModel = (reading: Reading): ModelFile => ({
  version: 2,
  reading,
  classes: '',
  detector: { bits: 1, scale: 1, levels: '', bias: [0] },
  sorter: { bits: 1, scale: 1, levels: '', bias: [0] },
  categories: ['blame'],
  calibration: { slope: 1, offset: 0 },
  thresholds: { quiet: 2, usual: 1, keen: 0 },
});

const [, openMemory] = ENGINES[1]!;
let own: Repositories;
let handlers: ReturnType<typeof createHandlers>;
let injected: [tabId: number, frameId: number][];
let readers: [tabId: number, frameId: number][];
let looks: number;
beforeEach(() => {
  injected = [];
  readers = [];
  looks = 0;
  fakeBrowser.reset();
  own = openMemory();
  handlers = createHandlers({
    repositories: own,
    declared: [],
    now: () => NOW,
    keyOf: async (command) => (command === 'open-card' ? 'Alt+Shift+J' : null),
    injectInterface: async (...place) => injected.push(place),
    checkSubscriptions: async () => undefined,
    injectReader: async (...place) => readers.push(place),
    shippedModel: async (reading) => aModel(reading),
    lookAtLedger: async () => {
      looks += 1;
    },
  });
});

describe('badge, card and guard', () => {
  it('come into the frame that asked, and into no other', async () => {
    expect(await handlers.showInterface({}, { ...inDesk, frameId: 3 } as Caller)).toEqual({ shown: true });
    expect(injected).toEqual([[7, 3]]);
  });

  it('come into no page of ours', async () => {
    expect(await handlers.showInterface({}, inPanel)).toEqual({ shown: false });
    expect(injected).toEqual([]);
  });
});

describe('the key of a command', () => {
  it.each([
    ['open-card', 'Alt+Shift+J'],
    ['apply-first', null],
  ] as const)('%s: %s', async (command, key) => {
    expect(await handlers.keyOf({ command }, inDesk)).toEqual({ key });
  });
});

describe('a message sent with a flag', () => {
  const nothing = { site: null, agent: '', parcels: [], marks: [], remedyCost: 0 };

  it('is masked before it is cut, so that half a number never slips through', () => {
    const flag = report().flags[0]!;
    const before = `我的电话是13812345678${'，'.repeat(KEPT_AROUND - 4)}`;
    const text = `${before}还想怎么样。${'好'.repeat(KEPT_TEXT)}`;
    const start = before.length;
    const kept = newRecord(report({ text, flags: [{ ...flag, start, end: start + 5 }] }), nothing);
    expect(kept.text).not.toMatch(/\d/);
    expect(kept.text.length).toBeLessThan(2 * KEPT_AROUND + 20);
    const [found] = kept.flags;
    expect(kept.text.slice(found!.start, found!.end)).toBe('还想怎么样');
  });

  it('keeps the reason of an override, masked', () => {
    expect(newRecord(report({ reason: '顾客微信号：wx_abc123 要求的' }), nothing).reason).toBe(
      '顾客微信号：[ACCOUNT] 要求的',
    );
  });

  it('says in which version of which book its rule stood', () => {
    const parcel = (id: string, version: number, language: 'en' | 'zh-Hans'): BookParcel =>
      ({ id, version, language, tag: '', runtime: { taboos: [{ id: 'r' }] } }) as unknown as BookParcel;
    const parcels = [parcel('builtin-en', 3, 'en'), parcel('builtin-zh-hans', 7, 'zh-Hans')];
    expect(newRecord(report(), { ...nothing, parcels }).flags[0]!.book).toBe('builtin-zh-hans@7');
    expect(newRecord(report(), nothing).flags[0]!.book).toBeNull();
  });

  it('belongs to the conversation whose customer said the same before', async () => {
    await settings.alias.setValue('Mei');
    await handlers.recordSent(report({ customer: ['我的快递怎么还没到啊'] }), inDesk);
    await handlers.recordSent(
      report({
        id: 'report-0002',
        sentAt: NOW + 1,
        customer: ['我的快递怎么还没到啊', '你们太差了！！再不退我就投诉'],
      }),
      inDesk,
    );
    const [second, first] = await own.sent.list();
    expect(second).toMatchObject({ conversation: first!.conversation, anger: 3, agent: 'Mei' });
    expect(first!.conversation).not.toBeNull();
    expect(JSON.stringify([first, second])).not.toContain('快递');
  });

  it('is kept under the site the browser vouches for, and counted once', async () => {
    expect(await handlers.recordSent(report(), inDesk)).toEqual({ kept: true });
    expect(await handlers.recordSent(report(), inDesk)).toEqual({ kept: false });
    expect(await own.sent.list()).toMatchObject([{ site: 'https://desk.example' }]);
    const day = dayOf(NOW);
    expect(await own.counters.list(day, day)).toEqual([{ day, name: 'sentFlagged', count: 1 }]);
  });
});

describe('a message sent with promises', () => {
  const promised = {
    id: 'promised-1',
    language: 'zh-Hans',
    scenario: 'late-shipping',
    customer: ['我的快递怎么还没到啊', '好'],
    promises: [
      {
        rule: 'dated/ship',
        kind: 'dated',
        words: '24小时内发出',
        sentence: '单号发到13812345678，24小时内发出。',
      },
      { rule: 'vague/soon', kind: 'vague', words: '尽快回复您', sentence: '其余的我尽快回复您。' },
    ],
  } as const;

  it('keeps a good reply, masked, only of an agent who offers hers and only from a good grade on', async () => {
    const good = {
      language: 'zh-Hans',
      scenario: 'damaged',
      text: '让您受委屈了，对不起，今天就给您补发，电话 13812345678 联系您',
      moves: ['acknowledge', 'apology', 'remedy', 'choice', 'follow-up'],
    } as const;
    expect(await handlers.recordReply(good, inDesk)).toEqual({ kept: false });
    await settings.offerReplies.setValue(true);
    expect(await handlers.recordReply({ ...good, moves: ['apology', 'thanks'] }, inDesk)).toEqual({
      kept: false,
    });
    expect(await handlers.recordReply(good, inDesk)).toEqual({ kept: true });
    const [kept] = await own.goodReplies.best(0);
    expect(kept).toMatchObject({ grade: 72, origin: 'own', picked: null });
    expect(kept?.text).not.toContain('13812345678');
  });

  it('is kept promise by promise, masked, with its due time and the site the browser vouches for', async () => {
    expect(await handlers.recordPromises(promised, inDesk)).toEqual({ kept: 2 });
    const entries = (await own.ledger.promises.list()).sort((a, b) => a.id.localeCompare(b.id));
    expect(entries).toMatchObject([
      {
        id: 'promised-1-0',
        due: NOW + 24 * 3_600_000,
        precise: true,
        sentence: '单号发到[PHONE]，24小时内发出。',
        state: 'open',
        confirmed: false,
        site: 'https://desk.example',
        scenario: 'late-shipping',
      },
      { id: 'promised-1-1', due: null, precise: false, sentence: '其余的我尽快回复您。' },
    ]);
    expect(looks).toBe(1);
  });

  it('is kept once, however often it is reported', async () => {
    await handlers.recordPromises(promised, inDesk);
    expect(await handlers.recordPromises(promised, inDesk)).toEqual({ kept: 0 });
    expect(await own.ledger.promises.count()).toBe(2);
  });

  it('is not kept twice when the panel promised it already, in the same conversation', async () => {
    await handlers.recordPromises(promised, inDesk);
    expect(await handlers.recordPromises({ ...promised, id: 'promised-2' }, inDesk)).toEqual({ kept: 0 });
    const elsewhere = { ...promised, id: 'promised-3', customer: ['你们裤子降价了吧'] };
    expect(await handlers.recordPromises(elsewhere, inDesk)).toEqual({ kept: 2 });
  });

  it('knows its conversation again by marks, without a word of the customer’s', async () => {
    await handlers.recordPromises(promised, inDesk);
    const promises = [
      { rule: 'dated/reply', kind: 'dated', words: '两小时内', sentence: '两小时内回您。' } as const,
    ];
    await handlers.recordPromises(
      { ...promised, promises, id: 'promised-2', customer: ['我的快递怎么还没到啊', '到哪了呢现在'] },
      inDesk,
    );
    const a = await own.ledger.promises.get('promised-1-0');
    const b = await own.ledger.promises.get('promised-2-0');
    expect(isSameConversation(a!, b!)).toBe(true);
    expect(JSON.stringify([a, b])).not.toContain('快递');
    await handlers.recordPromises({ ...promised, id: 'promised-3', customer: ['你们裤子降价了吧'] }, inDesk);
    const other = await own.ledger.promises.get('promised-3-0');
    expect(isSameConversation(a!, other!)).toBe(false);
  });

  it('is acknowledged even where the toolbar cannot be reached', async () => {
    const failing = createHandlers({
      repositories: own,
      declared: [],
      now: () => NOW,
      keyOf: async () => null,
      injectInterface: async () => undefined,
      checkSubscriptions: async () => undefined,
      injectReader: async () => undefined,
      shippedModel: async (reading) => aModel(reading),
      lookAtLedger: async () => {
        throw new Error('no toolbar');
      },
    });
    expect(await failing.recordPromises(promised, inDesk)).toEqual({ kept: 2 });
  });
});

describe('books', () => {
  const parcel = (id: string, tag: string): BookParcel => ({
    id,
    version: 1,
    language: 'en',
    tag,
    runtime: {
      id,
      version: 1,
      language: 'en',
      lists: {},
      taboos: [],
      absences: [],
      softenings: [],
      scenarios: [],
      moves: [],
      commitments: [],
    },
  });

  it('are sent once per version: what the frame has is only named', async () => {
    own.shelf.parcels = async () => [parcel('a', '1.x'), parcel('b', '2.y')];
    const answer = await handlers.getBooks({ have: { a: '1.x', b: '1.x', gone: '1.z' } }, inDesk);
    expect(answer.books.map((it) => it.id)).toEqual(['b']);
    expect(answer.keep).toEqual(['a']);
  });

  it('come with the state of the store, so that memory mode can be shown', async () => {
    own.shelf.parcels = async () => [];
    expect((await handlers.getBooks({ have: {} }, inDesk)).store).toBe('memory');
  });
});

describe('dismissals', () => {
  it('switch off only the caller’s own site', async () => {
    await handlers.recordDismissal({ id: 'dismissal-1', kind: 'site' }, inDesk);
    expect(await settings.sites.getValue()).toMatchObject({ 'https://desk.example': { on: false } });
  });

  it('of a site mean nothing in a page of ours', async () => {
    await handlers.recordDismissal({ id: 'dismissal-1', kind: 'site' }, inPanel);
    expect(await settings.sites.getValue()).toEqual({});
    expect(await own.dismissals.list()).toEqual([]);
  });

  it('can be taken back, once', async () => {
    await handlers.recordDismissal({ id: 'dismissal-1', kind: 'rule', rule: 'blame/you' }, inDesk);
    expect(await handlers.undoDismissal({ id: 'dismissal-1' }, inDesk)).toEqual({ undone: true });
    expect(await handlers.undoDismissal({ id: 'dismissal-1' }, inDesk)).toEqual({ undone: false });
  });
});

it('keeps a corrected scenario with the customer’s words masked', async () => {
  const customer = ['我电话13812345678', '昨天买的今天降价了'];
  await handlers.correctScenario(
    { id: 'correct-1', language: 'zh-Hans', market: 'cn', customer, guessed: null, scenario: 'price-drop' },
    inDesk,
  );
  expect(await own.corrections.list()).toMatchObject([
    { customer: ['我电话[PHONE]', '昨天买的今天降价了'], at: NOW },
  ]);
});

it('counts the use of a script', async () => {
  await handlers.useScript({ script: 'apology-1' }, inPanel);
  expect(await own.scriptUses.list()).toEqual([{ script: 'apology-1', count: 1, lastUsedAt: NOW }]);
  expect(await own.bookDays.list('0000', '9999')).toEqual([]);
});

it('counts scripts and mended flags of a day in their language', async () => {
  await handlers.useScript({ script: 'apology-1', language: 'zh-Hant' }, inDesk);
  await handlers.useScript({ script: 'apology-1', language: 'zh-Hant', removed: true }, inDesk);
  await handlers.count({ mended: 1, mendedRule: 'blame/you', language: 'zh-Hant' }, inDesk);
  expect(await own.bookDays.list('0000', '9999')).toEqual([
    {
      day: dayOf(NOW),
      language: 'zh-Hant',
      counts: { scripts: { 'apology-1': 1 }, mended: { 'blame/you': 1 } },
    },
  ]);
});

describe('the state of a site', () => {
  it('is told to a content script for its own site, whatever it asks', async () => {
    await changeSite('https://secret.example', { type: 'on', now: NOW });
    expect(await handlers.siteState({ site: 'https://secret.example' }, inDesk)).toEqual({ kind: 'off' });
    expect(await handlers.siteState({ site: 'https://secret.example' }, inPanel)).toEqual({ kind: 'on' });
  });
});
