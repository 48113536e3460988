import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTalk } from '@/components/practice';
import type { ReadReply } from '@/lib/practice';
import { customer, reading } from './customer';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const politely: ReadReply = (text) => reading(text.includes('sorry') ? ['apology', 'remedy'] : []);

function talk(pace = 1, lifetime = new AbortController()) {
  const it = createTalk({ played: customer(), read: politely, pace, lifetime: lifetime.signal });
  const shown = () => it.shown.value.map(({ text }) => text);
  return { it, shown, lifetime };
}

describe('a talk', () => {
  it('brings the customer’s lines one by one', () => {
    const { it: started, shown } = talk();
    expect([shown(), started.typing.value]).toEqual([[], true]);
    vi.advanceTimersToNextTimer();
    expect([shown(), started.typing.value]).toEqual([['It is broken'], true]);
    vi.advanceTimersToNextTimer();
    expect([shown(), started.typing.value]).toEqual([['It is broken', 'What now?'], false]);
  });

  it('brings them at once where nobody wants to wait', () => {
    expect(talk(0).shown()).toEqual(['It is broken', 'What now?']);
  });

  it('shows the agent’s own line without delay, and is over when the last words have arrived', () => {
    const { it: started, shown } = talk();
    vi.runAllTimers();
    started.send('sorry');
    expect(shown().at(-1)).toBe('sorry');
    expect(started.typing.value).toBe(true);
    vi.runAllTimers();
    expect(shown().at(-1)).toBe('Fine.');
    started.stop();
    expect([started.over.value, started.dialogue.value.ending]).toEqual([true, 'stopped']);
    started.send('too late');
    expect(shown().at(-1)).toBe('Fine.');
  });

  it('tells the console what has arrived, and when', () => {
    const { it: started } = talk();
    const changed = vi.fn();
    const watching = new AbortController();
    started.conversation.subscribe(changed, watching.signal);
    changed.mockClear();
    vi.runAllTimers();
    started.send('sorry');
    expect(started.conversation.read()).toEqual({
      customer: ['It is broken', 'What now?'],
      agent: ['sorry'],
    });
    const times = changed.mock.calls.length;
    expect(times).toBeGreaterThanOrEqual(3);
    watching.abort();
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(times);
  });

  it('stops with its page', () => {
    const { shown, lifetime } = talk();
    lifetime.abort();
    vi.runAllTimers();
    expect(shown()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
