// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Suspicion } from '@/lib/classifier';
import type { Composer } from '@/lib/composer';
import type { ConsoleState } from '@/lib/console';
import { AT_REST } from '@/lib/console/state';
import { type LookMark, PAUSE_MS, SecondLookWatch } from '@/lib/second-look';

const COMPOSER = {} as Composer;
const DOUBTED = '个个都盯着';
/** What a rule of `medium` flags and the model contradicts. */
const MISREAD = '没看清';

/** Doubts one expression wherever it stands. */
const read = (piece: string): Suspicion[] => {
  const start = piece.indexOf(DOUBTED);
  if (start === -1) return [];
  const end = start + DOUBTED.length;
  return [{ start, end, category: 'blame', score: 1, probability: 0.5, words: [{ start, end: start + 2 }] }];
};

describe('the second look', () => {
  let state: ConsoleState;
  let tell: (state: ConsoleState) => void;
  let seen: readonly LookMark[];
  let fine: string[];
  let quiet: string[];
  let watch: SecondLookWatch;
  let until: AbortController;
  const change = (next: Partial<ConsoleState>): void => {
    state = { ...state, ...next };
    tell(state);
  };
  const texts = () => seen.map((it) => it.text);

  beforeEach(() => {
    vi.useFakeTimers();
    state = { ...AT_REST, mode: 'on', composer: COMPOSER };
    seen = [];
    fine = [];
    quiet = [];
    until = new AbortController();
    watch = new SecondLookWatch({
      console: {
        get state() {
          return state;
        },
        subscribe: (listener) => {
          tell = listener;
        },
      },
      window,
      signal: until.signal,
      read,
      innocent: (piece, spans) => spans.map(({ start, end }) => piece.slice(start, end) === MISREAD),
      onQuiet: (names) => {
        quiet = [...names];
      },
      isFine: (name) => fine.includes(name),
      pause: async () => undefined,
      onMarks: (marks) => {
        seen = marks;
      },
    });
    watch.setOn(true);
  });
  afterEach(() => {
    until.abort();
    vi.useRealTimers();
  });

  it('waits until no key fell for a while', async () => {
    change({ draft: DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(texts()).toEqual([]);
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    await vi.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(texts()).toEqual([DOUBTED]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never looks while an input method composes, and looks once it ended', async () => {
    change({ draft: DOUBTED });
    change({ composing: true });
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(texts()).toEqual([]);
    change({ composing: false });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(texts()).toEqual([DOUBTED]);
  });

  it('contradicts a rule, never a critical one, until the draft is gone', async () => {
    const flagAt = (start: number, text: string, severity: 'medium' | 'high' | 'critical') =>
      ({ rule: severity, severity, start, end: start + text.length, text }) as ConsoleState['flags'][number];
    const flags = [
      flagAt(0, MISREAD, 'medium'),
      flagAt(4, MISREAD, 'critical'),
      flagAt(8, '自己选的', 'medium'),
      flagAt(13, MISREAD, 'high'),
    ];
    change({ draft: '没看清，没看清，自己选的，没看清', checked: { ...state.checked, flags } });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(quiet).toEqual([`medium\n${MISREAD}`, `high\n${MISREAD}`]);
    change({ draft: '', checked: { ...state.checked, flags: [] } });
    expect(quiet).toEqual([]);
  });

  it('gives way to a rule, also one that speaks later', async () => {
    change({ draft: DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(texts()).toEqual([DOUBTED]);
    const flag = { start: 1, end: 3, severity: 'low' } as ConsoleState['flags'][number];
    change({ checked: { ...state.checked, flags: [flag] } });
    expect(texts()).toEqual([]);
  });

  it('moves its marks along with their words', async () => {
    change({ draft: DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    change({ draft: `哪能${DOUBTED}` });
    expect(seen.map(({ start }) => start)).toEqual([2]);
    change({ draft: `哪能${DOUBTED.slice(0, -1)}` });
    expect(texts()).toEqual([]);
  });

  it('leaves alone what was found fine, and comes back when that is undone', async () => {
    change({ draft: DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    fine = [seen[0]!.name];
    watch.lookAnew();
    expect(texts()).toEqual([]);
    fine = [];
    watch.lookAnew();
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(texts()).toEqual([DOUBTED]);
  });

  it.each([
    ['it goes off', () => watch.setOn(false)],
    ['the site is paused', () => change({ mode: 'paused' })],
    ['the draft was sent', () => change({ draft: '' })],
    ['another composer is used', () => change({ composer: {} as Composer, draft: '' })],
  ])('shows nothing once %s', async (_, happens) => {
    change({ draft: DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(texts()).toEqual([DOUBTED]);
    happens();
    expect(texts()).toEqual([]);
    await vi.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(texts()).toEqual([]);
  });

  it('finds words deep in a long draft', async () => {
    const before = '您好，这就帮您看。'.repeat(600);
    change({ draft: before + DOUBTED });
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(seen.map(({ start, text }) => [start, text])).toEqual([[before.length, DOUBTED]]);
  });
});
