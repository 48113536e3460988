// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { editableAdapter } from '@/lib/composer';

describe('moving the selection', () => {
  let field: HTMLElement;

  beforeEach(() => {
    field = document.createElement('div');
    field.contentEditable = 'true';
    field.textContent = '一二三四';
    document.body.replaceChildren(field);
  });

  /** Where an editor believes the selection to be that passes over one word of a move, as after a move of its own. */
  function followed(act: () => void): readonly [number, number] | null {
    const stop = new AbortController();
    let passedOver = false;
    let known: readonly [number, number] | null = null;
    const follow = (): void => {
      const selection = document.getSelection();
      if (passedOver && selection !== null) known = [selection.anchorOffset, selection.focusOffset];
      passedOver = true;
    };
    document.addEventListener('selectionchange', follow, { signal: stop.signal });
    act();
    stop.abort();
    return known;
  }

  it.each([
    { start: 1, end: 1 },
    { start: 1, end: 3 },
  ])('is known to the editor when it is done ($start–$end)', ({ start, end }) => {
    expect(followed(() => editableAdapter.open(field).select({ start, end }))).toEqual([start, end]);
  });

  it('is known also where the selection stood there already and the editor had not heard of it', () => {
    const composer = editableAdapter.open(field);
    composer.select({ start: 2, end: 2 });
    expect(followed(() => composer.select({ start: 2, end: 2 }))).toEqual([2, 2]);
  });

  it('is not told where it was not moved', () => {
    expect(followed(() => editableAdapter.open(field).select({ start: 1, end: 9 }))).toBeNull();
  });
});
