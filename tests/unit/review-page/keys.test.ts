// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { actOf } from '@/components/review/queue/keys';
import { readReviewRoute, writeReviewRoute } from '@/components/review/route';

const press = (key: string, over: Partial<KeyboardEvent> = {}) => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  repeat: false,
  ...over,
});

describe('keys of the queue', () => {
  it.each([
    ['u', { kind: 'verdict', verdict: 'uphold' }],
    ['U', { kind: 'verdict', verdict: 'uphold' }],
    ['d', { kind: 'verdict', verdict: 'dismiss' }],
    ['c', { kind: 'verdict', verdict: 'coach' }],
    ['j', { kind: 'move', by: 1 }],
    ['ArrowUp', { kind: 'move', by: -1 }],
    ['3', { kind: 'cause', index: 2 }],
    ['z', { kind: 'undo' }],
    ['?', { kind: 'help' }],
    ['7', null],
    ['constructor', null],
  ])('%s', (key, act) => {
    expect(actOf(press(key), document.body)).toEqual(act);
  });

  it.each([
    ['with Ctrl', { ctrlKey: true }],
    ['while an input method composes', { isComposing: true }],
    ['that something else took', { defaultPrevented: true }],
    ['held down', { repeat: true }],
  ])('leave a key alone %s', (_, over) => {
    expect(actOf(press('u', over), document.body)).toBeNull();
  });

  it('leave alone what is typed into a field, and the arrows of a group of radio buttons', () => {
    const root = document.createElement('div');
    root.append(document.createElement('input'), document.createElement('textarea'));
    for (const field of root.children) expect(actOf(press('u'), field)).toBeNull();
    const radio = document.createElement('input');
    radio.type = 'radio';
    expect(actOf(press('ArrowDown'), radio)).toBeNull();
    const tick = document.createElement('input');
    tick.type = 'checkbox';
    expect(actOf(press('u'), tick)).not.toBeNull();
  });

  it('are arrows alone where single letters are switched off', () => {
    expect(actOf(press('u'), document.body, false)).toBeNull();
    expect(actOf(press('ArrowDown'), document.body, false)).toEqual({ kind: 'move', by: 1 });
  });
});

describe('addresses of the QA page', () => {
  it.each([
    ['', { pane: 'queue', item: null }],
    ['#/nonsense', { pane: 'queue', item: null }],
    ['#/calibration/a%2Fb', { pane: 'calibration', item: 'a/b' }],
    ['#/report/%E0%A4%A', { pane: 'report', item: null }],
  ] as const)('%s', (hash, route) => {
    expect(readReviewRoute(hash)).toEqual(route);
  });

  it('are read as they were written', () => {
    const route = { pane: 'calibration', item: 'x/ü?' } as const;
    expect(readReviewRoute(writeReviewRoute(route))).toEqual(route);
  });
});
