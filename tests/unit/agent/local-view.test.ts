import { describe, expect, it, vi } from 'vitest';
import { shareSource, viewOf } from '@/components/agent/live/local-view';
import type { ConsoleIntent, ConsoleSource } from '@/lib/rpc';
import { snapshot } from './fixtures';

function source() {
  const watchers = new Set<() => void>();
  const handled: ConsoleIntent[] = [];
  let draft = '';
  const it: ConsoleSource = {
    snapshot: () => snapshot({ draft }),
    subscribe(changed, signal) {
      watchers.add(changed);
      signal.addEventListener('abort', () => watchers.delete(changed));
    },
    async handle(intent) {
      handled.push(intent);
      return { ok: true };
    },
  };
  const say = (text: string): void => {
    draft = text;
    for (const changed of watchers) changed();
  };
  return { it, handled, watchers, say };
}

describe('a view in the same page', () => {
  it('shows the state at once and several changes of a turn as one', async () => {
    const { it: from, say } = source();
    const view = viewOf(from, new AbortController().signal);
    const seen = vi.fn();
    view.subscribe(seen);
    expect(view.current).toMatchObject({ draft: '', seq: 1 });
    say('a');
    say('ab');
    await Promise.resolve();
    expect(seen).toHaveBeenCalledTimes(1);
    expect(view.current).toMatchObject({ draft: 'ab', seq: 2 });
  });

  it('ends with its console', async () => {
    const { it: from, watchers } = source();
    const lifetime = new AbortController();
    const view = viewOf(from, lifetime.signal);
    const seen = vi.fn();
    view.subscribe(seen);
    lifetime.abort();
    expect(view.current).toBeNull();
    expect(seen).toHaveBeenCalledWith(null);
    expect(watchers.size).toBe(0);
    expect(await view.send({ type: 'nextFlag' })).toEqual({ ok: false, reason: 'gone' });
  });

  it('tells nobody who left', async () => {
    const { it: from, say } = source();
    const view = viewOf(from, new AbortController().signal);
    const seen = vi.fn();
    view.subscribe(seen)();
    say('a');
    await Promise.resolve();
    expect(seen).not.toHaveBeenCalled();
  });
});

describe('two watchers of one console', () => {
  it('each number their own snapshots; an intent names the one of the source', async () => {
    const { it: from, handled } = source();
    const share = shareSource(from);
    const [first, second] = [share(), share()];
    first.snapshot(); // 1 of the source
    second.snapshot(); // 2
    first.snapshot(); // 3
    await first.handle({ type: 'replace', seq: 2, flagIndex: 0, insteadIndex: 0 });
    await second.handle({ type: 'dismiss', seq: 1, flagIndex: 0, scope: 'here' });
    await second.handle({ type: 'dismiss', seq: 9, flagIndex: 0, scope: 'here' });
    await second.handle({ type: 'openCard' });
    expect(handled.map((intent) => ('seq' in intent ? intent.seq : null))).toEqual([3, 2, -1, null]);
  });
});
