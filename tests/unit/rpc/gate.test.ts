// Before anything that looks for a browser.
import '../fake-extension';

import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Channel, call, RpcError } from '@/lib/rpc';
import { createGate, type Handlers, serve } from '@/lib/rpc/background';
import { callerOf } from '@/lib/rpc/background/caller';
import { createRateLimit } from '@/lib/rpc/background/rate';
import { CHANNELS, POLICY } from '@/lib/rpc/channels';
import { fakeBrowser, fakeChrome, sending } from '../fake-extension';

const ID = 'tactful-test';
const own = { id: ID, origin: `chrome-extension://${ID}` };
const inDesk = {
  id: ID,
  origin: 'https://desk.example',
  tab: { id: 7, windowId: 1, url: 'https://desk.example/chat' },
};
const inPanel = { id: ID, origin: own.origin, url: `${own.origin}/sidepanel.html` };

type Sender = Parameters<typeof callerOf>[0];
const as = (it: object): Sender => it as Sender;

const flag = {
  rule: 'got-extra/anyway',
  category: 'got-extra',
  severity: 'high',
  start: 0,
  end: 20,
  by: 'rule',
};
const report = {
  id: 'report-0001',
  sentAt: 1,
  language: 'en',
  scenario: null,
  market: null,
  how: 'confirmed',
  reason: null,
  length: 20,
  text: 'you got extra anyway',
  flags: [flag],
  moves: [],
  customer: [],
};

/** One request for each channel that is as it should be. */
const GOOD: Record<Channel, unknown> = {
  getBooks: { have: { 'builtin-en': '1.abc' } },
  recordSent: report,
  recordReply: { language: null, scenario: null, text: 'Thank you for waiting.', moves: ['thanks'] },
  recordDismissal: { id: 'dismissal-1', kind: 'phrase', rule: 'got-extra/anyway', text: 'extra' },
  recordPromises: {
    id: 'promised-1',
    language: null,
    scenario: null,
    customer: ['hi'],
    promises: [{ rule: 'dated/ship', kind: 'dated', words: 'ships today', sentence: 'It ships today.' }],
  },
  checkSubscriptions: { url: 'https://books.example/a.json' },
  lookAtLedger: {},
  undoDismissal: { id: 'dismissal-1' },
  correctScenario: {
    id: 'correct-1',
    language: null,
    market: null,
    customer: ['hi'],
    guessed: null,
    scenario: 'other',
  },
  useScript: { script: 'apology-1' },
  findScripts: {
    query: 'tk',
    language: 'zh-Hans',
    scenarios: [{ id: 'price-drop', score: 0.9 }],
    moves: ['apology'],
    movesSaid: [],
    said: ['您好'],
    market: null,
    tone: null,
    fault: 'shop',
  },
  count: { mended: 1 },
  siteState: {},
  getModel: { reading: 'zh', have: null },
  sayInstead: { category: 'blame', language: 'en', scenario: null },
  recordVerdict: {
    id: 'verdict-1',
    language: 'en',
    scenario: null,
    reading: 'en',
    said: 'fine',
    category: 'blame',
    text: 'you could have measured first',
    before: '',
    after: '',
    mark: '1abc2def',
  },
  undoVerdict: { id: 'verdict-1' },
  secondLook: { on: false },
  getProfile: {},
  teachSite: { composer: '#answer' },
  showInterface: {},
  keyOf: { command: 'open-card' },
  open: { surface: 'options' },
};

const handlers = Object.fromEntries(
  CHANNELS.map((it) => [it, vi.fn(async () => null)]),
) as unknown as Handlers & {
  [C in Channel]: ReturnType<typeof vi.fn>;
};

/** Somebody who may ask. */
const allowed = (channel: Channel) => (POLICY[channel].from.includes('page') ? inPanel : inDesk);

let now = 0;
const gateWith = (on = true) => createGate(handlers, { isOn: async () => on, now: () => now });

beforeEach(() => {
  now = 0;
  vi.clearAllMocks();
});

describe('who is calling', () => {
  it.each<[string, object | undefined, object | null]>([
    [
      'a content script',
      inDesk,
      { kind: 'content', site: 'https://desk.example', tabId: 7, windowId: 1, frameId: 0 },
    ],
    [
      'a content script in a frame of another origin',
      { ...inDesk, origin: 'https://chat.example', frameId: 3 },
      { kind: 'content', site: 'https://chat.example', tabId: 7, windowId: 1, frameId: 3 },
    ],
    [
      'a frame without an origin belongs to its tab',
      { ...inDesk, origin: 'null', url: 'about:srcdoc' },
      { kind: 'content', site: 'https://desk.example', tabId: 7, windowId: 1, frameId: 0 },
    ],
    [
      'a content script where origins are not told',
      { id: ID, url: 'https://desk.example/x', tab: { id: 7 } },
      { kind: 'content', site: 'https://desk.example', tabId: 7, windowId: null, frameId: 0 },
    ],
    ['the panel', inPanel, { kind: 'page', tabId: null, windowId: null }],
    [
      'a page of ours in a tab',
      { ...inPanel, tab: { id: 4, windowId: 2 } },
      { kind: 'page', tabId: 4, windowId: 2 },
    ],
    [
      'a content script that lies about its url',
      { ...inDesk, url: `${own.origin}/options.html` },
      { kind: 'content', site: 'https://desk.example', tabId: 7, windowId: 1, frameId: 0 },
    ],
    ['an origin that only begins like ours', { ...inDesk, origin: `${own.origin}.evil` }, null],
    ['another extension', { ...inPanel, id: 'other' }, null],
    ['a page without a tab', { id: ID, origin: 'https://desk.example' }, null],
    ['a local file', { id: ID, origin: 'file://', url: 'file:///x.html', tab: { id: 1 } }, null],
    ['nobody', undefined, null],
  ])('%s', (_, sender, caller) => {
    expect(callerOf(sender === undefined ? undefined : as(sender), own)).toEqual(caller);
  });
});

describe('the gate', () => {
  it.each(CHANNELS)(
    '%s: passes a good request of those it is open to, and of nobody else',
    async (channel) => {
      const gate = gateWith();
      const { from } = POLICY[channel];
      for (const [kind, sender] of [
        ['content', inDesk],
        ['page', inPanel],
      ] as const) {
        expect(await gate(channel, GOOD[channel], as(sender))).toMatchObject({ ok: from.includes(kind) });
      }
      expect(handlers[channel]).toHaveBeenCalledTimes(from.length);
    },
  );

  it.each(CHANNELS)('%s: refuses strangers', async (channel) => {
    const gate = gateWith();
    for (const sender of [{ ...inPanel, id: 'other' }, {}, { id: ID }]) {
      expect(await gate(channel, GOOD[channel], as(sender))).toEqual({
        ok: false,
        problem: { kind: 'refused', why: 'sender' },
      });
    }
    expect(handlers[channel]).not.toHaveBeenCalled();
  });

  it.each(CHANNELS)('%s: refuses unknown keys and anything that is not its shape', async (channel) => {
    const gate = gateWith();
    const good = GOOD[channel] as object;
    for (const bad of [
      undefined,
      null,
      1,
      'x',
      [],
      { ...good, extra: 1 },
      { ...good, __proto__: null, constructor: 1 },
    ]) {
      expect(await gate(channel, bad, as(allowed(channel)))).toMatchObject({
        ok: false,
        problem: { kind: 'invalid' },
      });
    }
    expect(handlers[channel]).not.toHaveBeenCalled();
  });

  it.each(CHANNELS)('%s: refuses what is larger than any honest request', async (channel) => {
    const huge = { ...(GOOD[channel] as object), padding: 'x'.repeat(POLICY[channel].limit) };
    expect(await gateWith()(channel, huge, as(allowed(channel)))).toEqual({
      ok: false,
      problem: { kind: 'too-large', limit: POLICY[channel].limit },
    });
  });

  it.each(CHANNELS)('%s: slows down a tab that asks too often, and no other', async (channel) => {
    const gate = gateWith();
    const inTab = (id: number) => as({ ...allowed(channel), tab: { ...inDesk.tab, id } });
    for (let i = 0; i < POLICY[channel].perMinute; i++) await gate(channel, GOOD[channel], inTab(7));
    expect(await gate(channel, GOOD[channel], inTab(7))).toEqual({
      ok: false,
      problem: { kind: 'too-often', retryAfter: 60_000 },
    });
    expect(await gate(channel, GOOD[channel], inTab(8))).toMatchObject({ ok: true });
    now = 60_001;
    expect(await gate(channel, GOOD[channel], inTab(7))).toMatchObject({ ok: true });
  });

  const inPages = CHANNELS.filter((it) => POLICY[it].from.includes('content'));
  it.each(inPages)('%s: where the site is off', async (channel) => {
    const answer = await gateWith(false)(channel, GOOD[channel], as(inDesk));
    if (POLICY[channel].whenOff) expect(answer).toMatchObject({ ok: true });
    else expect(answer).toEqual({ ok: false, problem: { kind: 'refused', why: 'site-off' } });
  });

  it('says that work failed without telling its words', async () => {
    handlers.count.mockRejectedValueOnce(new TypeError('secret draft text'));
    expect(await gateWith()('count', { mended: 1 }, as(inPanel))).toEqual({
      ok: false,
      problem: { kind: 'failed', error: 'TypeError' },
    });
  });

  it('never throws and never reaches a handler with noise', async () => {
    const gate = createGate(handlers, { isOn: async () => true, now: () => (now += 60_000) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          ...CHANNELS.filter((it) => !['siteState', 'count', 'getProfile', 'showInterface'].includes(it)),
        ),
        fc.anything(),
        async (channel, noise) => {
          expect(await gate(channel, noise, as(inDesk))).toMatchObject({ ok: false });
        },
      ),
    );
  });
});

describe('the rate limit', () => {
  it('forgets the oldest key rather than growing for ever', () => {
    const limit = createRateLimit();
    limit.take('first', 1, 0);
    for (let i = 0; i < 2000; i++) limit.take(`key-${i}`, 1, 0);
    expect(limit.take('first', 1, 0)).toEqual({ ok: true });
  });
});

describe('a call over the wire', () => {
  serve(handlers, { isOn: async (site) => site === 'https://desk.example', now: () => now });

  it('brings the answer back', async () => {
    sending.sender = inDesk;
    handlers.useScript.mockResolvedValueOnce(null);
    expect(await call('useScript', { script: 'apology-1' })).toBeNull();
  });

  it('fails with a typed problem', async () => {
    sending.sender = { ...inDesk, origin: 'https://elsewhere.example' };
    const failure = await call('useScript', { script: 'apology-1' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RpcError);
    expect(failure).toMatchObject({ channel: 'useScript', problem: { kind: 'refused', why: 'site-off' } });
  });

  it('says so when nobody answers', async () => {
    vi.spyOn(fakeChrome.runtime, 'sendMessage').mockImplementation((_, respond) => respond(undefined));
    await expect(call('siteState', {})).rejects.toMatchObject({
      problem: { kind: 'unavailable', why: 'no-answer' },
    });
  });

  it('says so when the extension was updated under the page', async () => {
    Object.assign(fakeBrowser.runtime, { id: undefined });
    await expect(call('siteState', {})).rejects.toMatchObject({
      problem: { kind: 'unavailable', why: 'orphaned' },
    });
    Object.assign(fakeBrowser.runtime, { id: ID });
  });
});
