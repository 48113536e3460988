// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { modelOf } from '@/components/agent/in-page/model';
import type { ConsoleState, RunningConsole } from '@/lib/console';
import { AT_REST } from '@/lib/console/state';
import { flag } from '../fixtures';

/** A console that says what a test wants, and the page's frames, which come when a test wants. */
function desk() {
  let state: ConsoleState = AT_REST;
  let tell: (state: ConsoleState) => void = () => undefined;
  const ending = new AbortController();
  const console = {
    runtime: {
      get state() {
        return state;
      },
      subscribe: (changed: typeof tell) => {
        tell = changed;
      },
    },
    guard: { state: { asking: null }, subscribe: () => undefined },
    onNews: () => undefined,
  } as unknown as RunningConsole;
  const model = modelOf(console, ending.signal);
  const change = (now: Partial<ConsoleState>): void => {
    state = { ...state, ...now };
    tell(state);
  };
  return { model, change, end: () => ending.abort() };
}

describe('what is shown of a console', () => {
  const frames: FrameRequestCallback[] = [];
  const turn = () => new Promise<void>((done) => queueMicrotask(done));
  const frame = async () => {
    for (const paint of frames.splice(0)) paint(0);
    await new Promise((done) => setTimeout(done));
  };
  beforeEach(() => {
    frames.length = 0;
    vi.stubGlobal('requestAnimationFrame', (paint: FrameRequestCallback) => frames.push(paint));
  });
  afterEach(() => vi.unstubAllGlobals());

  it('follows typing after the frame that shows the letter, once for all its keys', async () => {
    const { model, change } = desk();
    change({ draft: 'calm dow' });
    change({ draft: 'calm down', flags: [flag()] });
    await turn();
    expect(model.state.value.flags).toEqual([]);
    expect(frames).toHaveLength(1);
    await frame();
    expect(model.state.value.flags).toHaveLength(1);
  });

  it.each<[string, Partial<ConsoleState>]>([
    ['a card that opens', { flags: [flag()], card: { index: 0, reason: 'asked' } }],
    ['a console that goes stale', { mode: 'stale' }],
  ])('follows %s in the same turn', async (_, now) => {
    const { model, change } = desk();
    change(now);
    await turn();
    expect(model.state.value).toMatchObject(now);
    expect(frames).toEqual([]);
  });

  it('follows typing under an open card in the same turn: it shows what would go', async () => {
    const { model, change } = desk();
    change({ draft: 'a', flags: [flag()], card: { index: 0, reason: 'asked' } });
    await turn();
    change({ draft: 'ab' });
    await turn();
    expect(model.state.value.draft).toBe('ab');
  });

  it('shows nothing any more once it has ended', async () => {
    const { model, change, end } = desk();
    change({ draft: 'calm down', flags: [flag()] });
    end();
    await frame();
    expect(model.state.value.flags).toEqual([]);
  });
});
