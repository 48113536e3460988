// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningConsole } from '@/lib/console';
import { type Checker, type Conversation, NOTHING_FOUND, startConsole } from '@/lib/console';
import { replacementFor } from '@/lib/phrasebook/runtime';
import { flag } from './flag';

/** Flags every "还想怎么样" and "不归我管" of a draft. */
const read = (draft: string, { customer }: { customer: readonly string[] }) => ({
  ...NOTHING_FOUND,
  language: 'zh-Hans',
  flags: [...draft.matchAll(/还想怎么样|不归我管/g)].map((hit) => ({
    ...flag(draft, hit[0]),
    rule: hit[0] === '不归我管' ? 'deflect/not-us' : 'confront/what-else',
    start: hit.index,
    end: hit.index + hit[0].length,
  })),
  scenarios: customer.length > 0 ? [{ id: 'price-drop', score: 1, evidence: [] }] : [],
});
const checker: Checker = Object.assign(read as Checker, {
  promisesIn: (draft: string) =>
    [...draft.matchAll(/今天发货|尽快/g)].map((hit) => ({
      rule: 'dated/ship',
      kind: 'dated' as const,
      start: hit.index,
      end: hit.index + hit[0].length,
    })),
});

let ending: AbortController;
let frames: Map<number, FrameRequestCallback>;
let tasks: (() => void)[];
let told: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  ending = new AbortController();
  frames = new Map();
  tasks = [];
  vi.stubGlobal(
    'MessageChannel',
    class {
      port1 = { onmessage: (): void => undefined, close: (): void => undefined };
      port2 = { postMessage: (): void => void tasks.push(() => this.port1.onmessage()) };
    },
  );
  told = [];
  const view = document.defaultView!;
  let last = 0;
  vi.spyOn(view, 'requestAnimationFrame').mockImplementation((run) => {
    frames.set(++last, run as FrameRequestCallback);
    return last as never;
  });
  vi.spyOn(view, 'cancelAnimationFrame').mockImplementation(
    (id) => void frames.delete(id as unknown as number),
  );
});
afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** The page has dealt with an event: what waited for that runs. */
function settle(): void {
  for (const run of tasks.splice(0)) run();
}

/** The browser paints: everything that waits for a frame runs. */
function frame(): void {
  settle();
  const due = [...frames.values()];
  frames.clear();
  for (const run of due) run(0);
}

class Chat {
  customer: string[] = [];
  #changed: (() => void)[] = [];
  read = (): Conversation => ({ customer: this.customer, agent: [] });
  subscribe = (changed: () => void): void => void this.#changed.push(changed);
  says(...customer: string[]): void {
    this.customer = customer;
    for (const changed of this.#changed) changed();
  }
}

function start(chat = new Chat()): { console: RunningConsole; field: HTMLTextAreaElement; chat: Chat } {
  const field = document.createElement('textarea');
  document.body.append(field);
  const console = startConsole({
    document,
    signal: ending.signal,
    site: 'desk.example',
    conversation: chat,
    layer: () => null,
    isOurs: () => false,
    newId: () => `id${told.length}`,
    actions: {
      dismiss: async (_id, scope, { rule }) => told.push(`${scope} ${rule}`) > 0,
      undo: async (id) => told.push(`undo ${id}`) > 0,
      count: (what) => void told.push(what),
      scriptRemoved: (script) => void told.push(`removed ${script}`),
      scriptInserted: (script) => void told.push(`script ${script}`),
      corrected: ({ scenario }) => void told.push(`corrected ${scenario}`),
      sent: (report) => void told.push(`sent ${report?.how ?? 'clean'}`),
      promised: ({ promises }) =>
        void told.push(...promises.map(({ words, sentence }) => `promised ${words} in ${sentence}`)),
    },
  });
  console.intents.fitWith(replacementFor);
  console.runtime.setChecker(checker);
  return { console, field, chat };
}

/** As if a person had caused it. */
function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true });
  return event;
}

const keydown = (init: KeyboardEventInit): KeyboardEvent =>
  trusted(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }));

function type(field: HTMLTextAreaElement, value: string, caret = value.length): void {
  field.value = value;
  field.setSelectionRange(caret, caret);
  field.dispatchEvent(trusted(new InputEvent('input', { bubbles: true, composed: true })));
  frame();
}

const words = ({ console }: { console: RunningConsole }): string[] =>
  console.runtime.state.flags.map(({ text }) => text);

describe('a console', () => {
  it('follows the composer that gets the focus, and checks its draft in the next frame', () => {
    const it = start();
    it.field.focus();
    expect(it.console.runtime.state.composer?.field).toBe(it.field);
    type(it.field, '你还想怎么样');
    expect(words(it)).toEqual(['还想怎么样']);
  });

  it('takes flags that a second look contradicts down to low, but no critical ones', () => {
    const it = start();
    it.console.runtime.setChecker((draft) => ({
      ...NOTHING_FOUND,
      flags: [
        flag(draft, '还想怎么样', { severity: 'medium' }),
        flag(draft, '不归我管', { rule: 'deflect/not-us', severity: 'critical' }),
      ],
    }));
    it.field.focus();
    type(it.field, '还想怎么样，不归我管');
    const severities = () => it.console.runtime.state.flags.map(({ severity }) => severity);
    expect(severities()).toEqual(['medium', 'critical']);
    it.console.runtime.quieten(new Set(['confront/what-else\n还想怎么样', 'deflect/not-us\n不归我管']));
    expect(severities()).toEqual(['low', 'critical']);
    it.console.runtime.quieten(new Set());
    expect(severities()).toEqual(['medium', 'critical']);
  });

  it('shows what a second look marks beside the flags, and leads to it', async () => {
    const it = start();
    it.field.focus();
    type(it.field, '哪能个个都盯着，好的');
    const mark = flag(it.field.value, '哪能个个都盯着', { rule: 'second-look', by: 'model' });
    it.console.runtime.setBeside([mark]);
    expect(it.console.source.snapshot()).toMatchObject({ flags: [], beside: [{ text: '哪能个个都盯着' }] });
    expect(await it.console.source.handle({ type: 'goBeside', text: '哪能个个都盯着' })).toEqual({
      ok: true,
    });
    expect(it.field.selectionStart).toBe(mark.end);
    expect(await it.console.source.handle({ type: 'goBeside', text: '别的' })).toMatchObject({ ok: false });
  });

  it('tells everybody the newest state last, also when a listener changes it', () => {
    const it = start();
    const { runtime } = it.console;
    const heard: (string | undefined)[] = [];
    runtime.subscribe(({ draft, beside }) => {
      if (draft !== '' && beside.length === 0) runtime.setBeside([flag(draft, draft)]);
    }, ending.signal);
    runtime.subscribe(({ beside }) => heard.push(beside[0]?.text), ending.signal);
    it.field.focus();
    type(it.field, '好的');
    expect(heard.at(-1)).toBe('好的');
  });

  it('takes up a composer that had the focus before it started', () => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    field.value = '不归我管';
    const it = start();
    frame();
    expect(words(it)).toEqual(['不归我管']);
  });

  it('marks what is written without waiting for the frame that shows it', () => {
    const it = start();
    it.field.focus();
    frame();
    it.field.value = '还想怎么样';
    it.field.dispatchEvent(trusted(new InputEvent('input', { bubbles: true, composed: true })));
    expect(words(it)).toEqual([]);
    settle();
    expect(words(it)).toEqual(['还想怎么样']);
  });

  it('tells of one change once', () => {
    const it = start();
    it.field.focus();
    frame();
    let changes = 0;
    it.console.runtime.subscribe(() => changes++, ending.signal);
    it.field.value = '还想怎么样';
    it.field.dispatchEvent(trusted(new InputEvent('input', { bubbles: true, composed: true })));
    settle();
    expect(changes).toBe(1);
  });

  it('looks once a frame, however much happens', () => {
    const it = start();
    it.field.focus();
    frame();
    it.field.value = '不归我管';
    for (let times = 0; times < 5; times++)
      it.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    expect(frames.size).toBe(1);
  });

  it('moves to the second composer of a page', () => {
    const it = start();
    const other = document.createElement('textarea');
    document.body.append(other);
    it.field.focus();
    type(it.field, '还想怎么样');
    other.focus();
    frame();
    expect([it.console.runtime.state.composer?.field === other, words(it)]).toEqual([true, []]);
  });

  it('lets go of a composer that left the page', () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    it.field.remove();
    document.dispatchEvent(new Event('selectionchange'));
    frame();
    expect([it.console.runtime.state.composer, words(it)]).toEqual([null, []]);
  });

  it('keeps the same flags while other words are typed, so that nothing is drawn anew', () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    const before = it.console.runtime.state.flags;
    type(it.field, '还想怎么样啊');
    expect(it.console.runtime.state.flags).toBe(before);
  });

  it('checks nothing while paused, and again afterwards', () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    it.console.runtime.setPaused(true);
    expect([it.console.runtime.state.mode, words(it)]).toEqual(['paused', []]);
    it.console.runtime.setPaused(false);
    expect(words(it)).toEqual(['还想怎么样']);
  });

  it('has no timer and no frame waiting when nobody types', () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(3000);
    frame();
    expect([vi.getTimerCount(), frames.size, it.console.runtime.state.quiet]).toEqual([0, 0, 1]);
  });
});

describe('the conversation', () => {
  it('guesses what it is about before a word is typed', () => {
    const it = start();
    it.chat.says('我前天买的今天就便宜了30');
    expect(it.console.runtime.state.checked.scenarios[0]?.id).toBe('price-drop');
  });

  it('forgets the corrected scenario when another conversation comes up, not before', async () => {
    const it = start();
    it.chat.says('便宜了');
    await it.console.source.handle({ type: 'correctScenario', scenario: 'refund-slow' });
    it.chat.says('便宜了', '喂');
    expect(it.console.runtime.state.corrected).toBe('refund-slow');
    it.chat.says('发错货了');
    expect([it.console.runtime.state.corrected, told]).toEqual([null, ['corrected refund-slow']]);
  });
});

describe('a held send, seen from the panel', () => {
  const critical = (draft: string) => flag(draft, '还想怎么样', { severity: 'critical' });
  const holding = () => {
    const it = start();
    it.console.runtime.setChecker((draft) => ({
      ...NOTHING_FOUND,
      flags: draft.includes('还想怎么样') ? [critical(draft)] : [],
    }));
    it.field.focus();
    type(it.field, '还想怎么样');
    it.field.dispatchEvent(keydown({ key: 'Enter' }));
    return it;
  };

  it('is in the snapshot, and released by a reason written there', async () => {
    const it = holding();
    expect(it.console.source.snapshot().held?.level).toBe('critical');
    expect(await it.console.source.handle({ type: 'release', reason: 'no' })).toEqual({
      ok: false,
      reason: 'reason-short',
    });
    expect((await it.console.source.handle({ type: 'release', reason: '法院要的原文' })).ok).toBe(true);
    expect(it.console.source.snapshot().held).toBeNull();
    const enter = keydown({ key: 'Enter' });
    it.field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
  });

  it('is told to views when it comes up', () => {
    const it = start();
    it.console.runtime.setChecker((draft) => ({ ...NOTHING_FOUND, flags: draft ? [critical(draft)] : [] }));
    it.field.focus();
    type(it.field, '还想怎么样');
    const changed = vi.fn();
    it.console.source.subscribe(changed, ending.signal);
    it.field.dispatchEvent(keydown({ key: 'Enter' }));
    expect(changed).toHaveBeenCalled();
  });

  it('cannot be released when nothing is held', async () => {
    const it = start();
    expect(await it.console.source.handle({ type: 'release', reason: 'because I say so' })).toEqual({
      ok: false,
      reason: 'nothing',
    });
  });
});

describe('promises in what is sent', () => {
  const enter = (it: { field: HTMLTextAreaElement }): void => {
    it.field.dispatchEvent(keydown({ key: 'Enter' }));
    type(it.field, '');
  };
  const promised = (): string[] => told.filter((it) => it.startsWith('promised'));

  it('are reported with their sentence, and nothing else of the message', () => {
    const it = start();
    it.field.focus();
    type(it.field, '谢谢您的耐心。今天发货。单号我发您。');
    enter(it);
    expect(promised()).toEqual(['promised 今天发货 in 今天发货。']);
  });

  it.each(['好的，谢谢您。', ''])('are not made up: "%s"', (draft) => {
    const it = start();
    it.field.focus();
    type(it.field, draft);
    enter(it);
    expect(promised()).toEqual([]);
  });

  it('count only when the message was sent, not when it was deleted', () => {
    const it = start();
    it.field.focus();
    type(it.field, '今天发货。');
    it.field.dispatchEvent(keydown({ key: 'Backspace' }));
    type(it.field, '');
    expect(promised()).toEqual([]);
  });

  it('are read even when Enter comes before the next frame', () => {
    const it = start();
    it.field.focus();
    type(it.field, '您好');
    it.field.value = '今天发货。';
    it.field.dispatchEvent(trusted(new InputEvent('input', { bubbles: true, composed: true })));
    enter(it);
    expect(promised()).toEqual(['promised 今天发货 in 今天发货。']);
  });

  it('that left before the books were ready are read as soon as they are, once', () => {
    const it = start();
    it.console.runtime.setChecker(null);
    it.field.focus();
    type(it.field, '今天发货。');
    enter(it);
    expect(promised()).toEqual([]);
    it.console.runtime.setChecker(checker);
    type(it.field, '您好');
    expect(promised()).toEqual(['promised 今天发货 in 今天发货。']);
  });

  it('are nobody’s while the site is paused', () => {
    const it = start();
    it.console.runtime.setPaused(true);
    it.field.focus();
    type(it.field, '今天发货。');
    enter(it);
    expect(promised()).toEqual([]);
  });

  it('of a sentence without an end are cut around their words', () => {
    const it = start();
    it.field.focus();
    type(it.field, `${'好'.repeat(400)}今天发货${'好'.repeat(400)}`);
    enter(it);
    const [report] = promised();
    expect(report).toMatch(/^promised 今天发货 in 好+今天发货好+$/);
    expect(report!.length).toBeLessThan(330);
  });
});

describe('what the agent entered about a conversation', () => {
  const values = (it: { console: RunningConsole }): object => it.console.runtime.state.memory.values;

  it('stays with it, and is found again when the conversation comes back', async () => {
    const it = start();
    it.chat.says('便宜了');
    await it.console.source.handle({ type: 'remember', memory: { values: { paid: '168' } } });
    await it.console.source.handle({ type: 'remember', memory: { done: ['算差价'], fault: 'shop' } });
    it.chat.says('便宜了', '喂');
    expect(it.console.source.snapshot().memory).toEqual({
      values: { paid: '168' },
      done: ['算差价'],
      fault: 'shop',
      tone: null,
    });
    it.chat.says('发错货了');
    expect(values(it)).toEqual({});
    it.console.runtime.remember({ values: { order: '1' } });
    it.chat.says('便宜了', '喂', '还在吗');
    expect(values(it)).toEqual({ paid: '168' });
    it.chat.says('发错货了');
    expect(values(it)).toEqual({ order: '1' });
  });

  it('brings back the scenario the agent corrected', async () => {
    const it = start();
    it.chat.says('便宜了');
    await it.console.source.handle({ type: 'correctScenario', scenario: 'refund-slow' });
    it.chat.says('发错货了');
    it.chat.says('便宜了');
    expect(it.console.runtime.state.corrected).toBe('refund-slow');
  });

  it('outlives a composer that the page draws anew', () => {
    const it = start();
    it.field.focus();
    type(it.field, '您好');
    it.console.runtime.remember({ values: { paid: '168' } });
    it.field.remove();
    document.dispatchEvent(new Event('selectionchange'));
    frame();
    expect([it.console.runtime.state.composer, values(it)]).toEqual([null, { paid: '168' }]);
  });
});

describe('intents', () => {
  it('the key for the first replacement shows first what else would go', async () => {
    const it = start();
    it.console.runtime.setChecker((draft) => ({
      ...NOTHING_FOUND,
      flags: [flag(draft, '还想怎么样', { instead: ['您想换还是退？'] })],
    }));
    it.field.focus();
    type(it.field, '退了20元但是你还想怎么样呢');
    await it.console.intents.applyFirst();
    expect(it.field.value).toBe('退了20元但是你还想怎么样呢');
    expect(it.console.runtime.state.card).toEqual({ index: 0, reason: 'asked' });
  });

  it('"not here" hides the words in this message and comes back on undo', async () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    const { flags } = it.console.source.snapshot();
    expect(flags).toHaveLength(1);
    await it.console.source.handle({ type: 'dismiss', seq: 1, flagIndex: 0, scope: 'here' });
    expect(words(it)).toEqual([]);
    type(it.field, '亲，还想怎么样');
    expect(words(it)).toEqual([]);
    await it.console.source.handle({ type: 'undo' });
    expect(words(it)).toEqual(['还想怎么样']);
  });

  it('"not here" ends when the message is gone', async () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    await it.console.intents.dismiss(it.console.runtime.state.flags[0]!, 'here');
    type(it.field, '');
    type(it.field, '还想怎么样');
    expect(words(it)).toEqual(['还想怎么样']);
  });

  it('lasting dismissals are kept by whoever keeps them', async () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    const answer = await it.console.intents.dismiss(it.console.runtime.state.flags[0]!, 'rule');
    expect([answer.ok, told]).toEqual([true, ['rule confront/what-else']]);
  });

  it.each([
    ['a flag that is gone', { type: 'replace', seq: 1, flagIndex: 0, insteadIndex: 0 } as const, 'stale'],
    [
      'a snapshot that never was',
      { type: 'dismiss', seq: 99, flagIndex: 0, scope: 'here' } as const,
      'stale',
    ],
    [
      'a script with an empty blank',
      { type: 'insert', text: '退您{amount}元', where: 'caret' } as const,
      'blank-left',
    ],
    [
      'to go over flagged words where there are none',
      { type: 'insert', text: '好的', where: 'flagged' } as const,
      'nothing',
    ],
    ['an undo of nothing', { type: 'undo' } as const, 'nothing'],
    ['a next flag where there is none', { type: 'nextFlag' } as const, 'nothing'],
  ])('refuses %s', async (_name, intent, reason) => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    it.console.source.snapshot();
    type(it.field, '您好');
    expect(await it.console.source.handle(intent)).toEqual({ ok: false, reason });
  });

  it('refuses everything that needs a composer before there is one', async () => {
    const it = start();
    expect(await it.console.source.handle({ type: 'nextFlag' })).toEqual({
      ok: false,
      reason: 'no-composer',
    });
    expect(await it.console.source.handle({ type: 'focusComposer' })).toEqual({
      ok: false,
      reason: 'no-composer',
    });
  });

  it('goes from flag to flag, round the end, and opens the card there', () => {
    const it = start();
    it.field.focus();
    type(it.field, '不归我管，还想怎么样', 0);
    const visited = [1, 2, 3].map(() => {
      it.console.intents.nextFlag();
      frame();
      return it.console.runtime.state.card?.index;
    });
    expect(visited).toEqual([1, 0, 1]);
  });
});

describe('a message that was sent', () => {
  it('is noticed at the next key where a script emptied the box without a word', () => {
    const it = start();
    it.field.focus();
    type(it.field, '不归我管');
    it.field.dispatchEvent(keydown({ key: 'Enter' }));
    it.console.source.handle({ type: 'release', reason: '' });
    it.field.dispatchEvent(keydown({ key: 'Enter' }));
    it.field.value = '';
    // The key comes before its letter is in the box: a look at the frame after it would see the letter only.
    it.field.dispatchEvent(keydown({ key: 'a' }));
    expect(told.filter((it) => it.startsWith('sent'))).toHaveLength(1);
    type(it.field, 'a');
    expect(told.filter((it) => it.startsWith('sent'))).toHaveLength(1);
  });

  it('is noticed within a second after a press elsewhere', () => {
    const it = start();
    it.field.focus();
    type(it.field, '不归我管');
    const button = document.createElement('div');
    document.body.append(button);
    button.dispatchEvent(trusted(new Event('pointerup', { bubbles: true, composed: true })));
    frame();
    expect(words(it)).toEqual(['不归我管']);
    it.field.value = '';
    vi.advanceTimersByTime(1100);
    expect(words(it)).toEqual([]);
  });

  it('is reported with the flags that stood, when the draft is gone after Enter', () => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    const enter = keydown({ key: 'Enter' });
    it.field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(true);
    it.console.guard.confirm('');
    const again = keydown({ key: 'Enter' });
    it.field.dispatchEvent(again);
    expect(again.defaultPrevented).toBe(false);
    type(it.field, '');
    expect(told).toEqual(['sent confirmed']);
  });

  it.each([
    ['an Enter of the input method', { key: 'Enter', isComposing: true }],
    ['Shift+Enter', { key: 'Enter', shiftKey: true }],
    ['another key', { key: 'a' }],
  ])('is not held at %s', (_name, init) => {
    const it = start();
    it.field.focus();
    type(it.field, '还想怎么样');
    const key = keydown(init);
    it.field.dispatchEvent(key);
    expect([key.defaultPrevented, it.console.guard.state.asking]).toEqual([false, null]);
  });

  it('watches no key while nothing serious stands', () => {
    const it = start();
    it.field.focus();
    type(it.field, '您好');
    const enter = keydown({ key: 'Enter' });
    it.field.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
  });
});
