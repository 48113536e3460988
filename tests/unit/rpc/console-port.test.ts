// Before anything that looks for a browser.
import '../fake-extension';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type ConsoleIntent,
  type ConsoleSnapshot,
  type ConsoleSource,
  DRAFT_LIMIT,
  type IntentAnswer,
  onCommand,
  practicePortName,
  sendCommand,
  serveConsole,
} from '@/lib/rpc';
import { openConsole, winningFrame } from '@/lib/rpc/view';
import { FakePort, installPorts } from './fake-ports';

type State = ReturnType<ConsoleSource['snapshot']>;

const state = (over: Partial<State> = {}): State => ({
  state: 'on',
  site: 'desk.example',
  composer: null,
  draft: '',
  language: null,
  market: null,
  flags: [],
  notices: [],
  moves: [],
  movesSaid: [],
  selected: '',
  scenarios: [],
  corrected: null,
  conversation: { customer: [], agent: [] },
  held: null,
  memory: { values: {}, done: [], fault: null, tone: null },
  beside: [],
  undoable: 0,
  ...over,
});
const composer = (focusedAt: number): State['composer'] => ({
  kind: 'text-control',
  focused: true,
  composing: false,
  focusedAt,
});

/** A console whose state a test sets; sends at once rather than at the next frame. */
function frame(name: string, signal: AbortSignal, start: State, portName?: string) {
  let now = start;
  let changed: () => void = () => undefined;
  const handled: ConsoleIntent[] = [];
  let answer: Promise<IntentAnswer> = Promise.resolve({ ok: true });
  serveConsole(
    {
      snapshot: () => now,
      subscribe: (listener) => {
        changed = listener;
      },
      handle: (intent) => {
        handled.push(intent);
        return answer;
      },
    },
    { signal, frame: name, portName, schedule: (send) => send() },
  );
  return {
    handled,
    set(next: State) {
      now = next;
      changed();
    },
    answers(next: Promise<IntentAnswer>) {
      answer = next;
    },
  };
}

let ports: ReturnType<typeof installPorts>;
let lifetimes: AbortController[] = [];
const lifetime = (): AbortController => {
  const controller = new AbortController();
  lifetimes.push(controller);
  return controller;
};

beforeEach(() => {
  ports = installPorts();
});
afterEach(() => {
  for (const controller of lifetimes) controller.abort();
  lifetimes = [];
});

describe('a view of a console', () => {
  it('shows the state at once and every change after it', () => {
    const desk = frame('a', lifetime().signal, state({ draft: 'one' }));
    const view = openConsole(7, lifetime().signal);
    const seen: (string | undefined)[] = [];
    view.subscribe((it) => seen.push(it?.draft));
    expect(view.current).toMatchObject({ frame: 'a', draft: 'one' });
    desk.set(state({ draft: 'two' }));
    desk.set(state({ draft: 'three' }));
    expect(seen).toEqual(['two', 'three']);
  });

  it('counts snapshots up, so that an intent can name the one it was chosen from', () => {
    const desk = frame('a', lifetime().signal, state());
    const view = openConsole(7, lifetime().signal);
    const first = view.current!.seq;
    desk.set(state({ draft: 'more' }));
    expect(view.current!.seq).toBe(first + 1);
  });

  it('is empty where no console answers', async () => {
    const view = openConsole(7, lifetime().signal);
    expect(view.current).toBeNull();
    expect(await view.send({ type: 'nextFlag' })).toEqual({ ok: false, reason: 'no-composer' });
  });

  it('comes alive when a frame of its tab announces itself, and only of its tab', () => {
    const view = openConsole(7, lifetime().signal);
    ports.frameSender.tab.id = 8;
    frame('other', lifetime().signal, state());
    expect(view.current).toBeNull();
    ports.frameSender.tab.id = 7;
    frame('a', lifetime().signal, state());
    expect(view.current?.frame).toBeDefined();
  });

  it('follows the focused frame and speaks to it alone', async () => {
    const top = frame('top', lifetime().signal, state({ composer: composer(5) }));
    const inner = frame('inner', lifetime().signal, state());
    const view = openConsole(7, lifetime().signal);
    expect(view.current?.frame).toBe('top');
    inner.set(state({ composer: composer(9) }));
    expect(view.current?.frame).toBe('inner');
    expect(await view.send({ type: 'nextFlag' })).toEqual({ ok: true });
    expect(inner.handled).toEqual([{ type: 'nextFlag' }]);
    expect(top.handled).toEqual([]);
  });

  it('falls back to another frame when the focused one leaves', () => {
    frame('top', lifetime().signal, state());
    const leaving = lifetime();
    frame('inner', leaving.signal, state({ composer: composer(9) }));
    const view = openConsole(7, lifetime().signal);
    expect(view.current?.frame).toBe('inner');
    leaving.abort();
    expect(view.current?.frame).toBe('top');
  });

  it('answers what waits on a frame that goes away', async () => {
    const leaving = lifetime();
    const desk = frame('a', leaving.signal, state());
    desk.answers(new Promise(() => undefined));
    const view = openConsole(7, lifetime().signal);
    const answer = view.send({ type: 'insert', text: 'sorry', where: 'caret' });
    leaving.abort();
    expect(await answer).toEqual({ ok: false, reason: 'gone' });
    expect(view.current).toBeNull();
  });

  it('tells a failing console from an answer', async () => {
    const desk = frame('a', lifetime().signal, state());
    const view = openConsole(7, lifetime().signal);
    desk.answers(Promise.reject(new Error('page broke it')));
    expect(await view.send({ type: 'nextFlag' })).toEqual({ ok: false, reason: 'unavailable' });
    desk.answers(Promise.resolve({ ok: false, reason: 'stale' }));
    expect(await view.send({ type: 'nextFlag' })).toEqual({ ok: false, reason: 'stale' });
  });

  it('gives up on an answer that does not come', async () => {
    vi.useFakeTimers();
    const desk = frame('a', lifetime().signal, state());
    desk.answers(new Promise(() => undefined));
    const view = openConsole(7, lifetime().signal);
    const answer = view.send({ type: 'nextFlag' });
    vi.advanceTimersByTime(5000);
    expect(await answer).toEqual({ ok: false, reason: 'gone' });
    vi.useRealTimers();
  });

  it('hears nothing after its end', () => {
    const desk = frame('a', lifetime().signal, state());
    const mine = lifetime();
    const view = openConsole(7, mine.signal);
    const heard = vi.fn();
    view.subscribe(heard);
    mine.abort();
    heard.mockClear();
    desk.set(state({ draft: 'late' }));
    expect(heard).not.toHaveBeenCalled();
  });

  it('reaches the practice page by its tab', () => {
    frame('practice', lifetime().signal, state(), practicePortName(7));
    frame('elsewhere', lifetime().signal, state({ composer: composer(99) }), practicePortName(8));
    expect(openConsole(7, lifetime().signal).current?.frame).toBe('practice');
  });

  it.each<[string, unknown]>([
    ['no shape', 'x'],
    [
      'a category that does not exist',
      { kind: 'snapshot', snapshot: { ...state(), frame: 'a', seq: 1, moves: ['bribe'] } },
    ],
    [
      'a draft without end',
      {
        kind: 'snapshot',
        snapshot: { ...state({ draft: 'x'.repeat(DRAFT_LIMIT + 1) }), frame: 'a', seq: 1 },
      },
    ],
  ])('ignores a frame that sends %s', (_, message) => {
    const view = openConsole(7, lifetime().signal);
    const end = new FakePort('console', {});
    end.others = [ports.connected[0]!];
    end.postMessage(message);
    expect(view.current).toBeNull();
  });
});

describe('the frame that wins', () => {
  const snap = (name: string, focusedAt?: number): ConsoleSnapshot => ({
    ...state({ composer: focusedAt === undefined ? null : composer(focusedAt) }),
    frame: name,
    seq: 1,
  });
  it.each([
    [[], undefined],
    [[snap('a')], 'a'],
    [[snap('a'), snap('b')], 'b'],
    [[snap('a', 1), snap('b')], 'a'],
    [[snap('a', 2), snap('b', 1)], 'a'],
    [[snap('a', 1), snap('b', 1)], 'b'],
  ])('%#', (snapshots, winner) => {
    expect(winningFrame(snapshots)?.frame).toBe(winner);
  });
});

describe('a console that is looked at', () => {
  it('computes nothing while nobody looks', () => {
    const snapshot = vi.fn(() => state());
    let changed: () => void = () => undefined;
    serveConsole(
      {
        snapshot,
        subscribe: (it) => {
          changed = it;
        },
        handle: async () => ({ ok: true }),
      },
      { signal: lifetime().signal, schedule: (send) => send() },
    );
    changed();
    expect(snapshot).not.toHaveBeenCalled();
  });

  it('makes one snapshot of several changes', () => {
    const due: (() => void)[] = [];
    const snapshot = vi.fn(() => state());
    let changed: () => void = () => undefined;
    serveConsole(
      {
        snapshot,
        subscribe: (it) => {
          changed = it;
        },
        handle: async () => ({ ok: true }),
      },
      { signal: lifetime().signal, schedule: (send) => void due.push(send) },
    );
    openConsole(7, lifetime().signal);
    snapshot.mockClear();
    for (let i = 0; i < 3; i++) changed();
    for (const send of due) send();
    expect(snapshot).toHaveBeenCalledOnce();
  });

  it('cuts a draft without end', () => {
    frame('a', lifetime().signal, state({ draft: 'x'.repeat(DRAFT_LIMIT + 5) }));
    expect(openConsole(7, lifetime().signal).current?.draft).toHaveLength(DRAFT_LIMIT);
  });

  it.each([
    ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
    ['a content script', { id: 'tactful-test', origin: 'https://desk.example' }],
    ['a content script where origins are not told', { id: 'tactful-test', url: 'https://desk.example/' }],
  ])('does not show itself to %s', (_, viewer) => {
    ports = installPorts(viewer);
    frame('a', lifetime().signal, state());
    expect(openConsole(7, lifetime().signal).current).toBeNull();
  });

  it('ignores an intent for another frame and messages without a shape', () => {
    const desk = frame('a', lifetime().signal, state());
    const port = ports.connect('console');
    port.postMessage({ kind: 'intent', frame: 'b', id: 1, intent: { type: 'nextFlag' } });
    for (const noise of [null, 1, {}, { kind: 'intent' }]) port.postMessage(noise);
    expect(desk.handled).toEqual([]);
  });
});

describe('commands', () => {
  it('reach the console of their tab once, however often the message arrives', async () => {
    const acted: string[] = [];
    onCommand((command) => acted.push(command), lifetime().signal, 7);
    await sendCommand(7, 'next-flag');
    await sendCommand(8, 'apply-first');
    expect(acted).toEqual(['next-flag']);
  });

  it.each([
    [true, ['tactful:acted']],
    [false, []],
    [undefined, []],
  ])('say that somebody acted, where somebody did: %s', (acts, said) => {
    const answers: unknown[] = [];
    onCommand(() => acts, lifetime().signal);
    ports.onMessage.emit(
      { type: 'tactful:command', command: 'open-palette', tabId: 7, nonce: 'n' },
      { id: 'tactful-test' },
      (answer: unknown) => answers.push(answer),
    );
    expect(answers).toEqual(said);
  });

  it('are not taken from strangers', () => {
    const act = vi.fn();
    onCommand(act, lifetime().signal);
    ports.onMessage.emit(
      { type: 'tactful:command', command: 'next-flag', tabId: 7, nonce: 'n' },
      { id: 'other' },
    );
    ports.onMessage.emit(
      { type: 'tactful:command', command: 'format-disk', tabId: 7, nonce: 'n' },
      { id: 'tactful-test' },
    );
    expect(act).not.toHaveBeenCalled();
  });
});
