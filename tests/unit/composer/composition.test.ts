// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { belongsToInputMethod, CompositionGuard } from '@/lib/composer';

const key = (init: KeyboardEventInit & { keyCode?: number } = {}): Event =>
  Object.assign(
    new KeyboardEvent('keydown', init),
    init.keyCode === undefined ? {} : { keyCode: init.keyCode },
  );
const input = (isComposing: boolean): Event => Object.assign(new InputEvent('input'), { isComposing });

describe('the composition guard', () => {
  it.each<[string, readonly Event[], readonly boolean[], boolean]>([
    ['plain typing checks at each input', [key(), input(false)], [false, true], false],
    [
      'Chromium: the last input is still composing, the end checks',
      [new Event('compositionstart'), input(true), new Event('compositionend')],
      [false, false, true],
      false,
    ],
    [
      'Firefox: the end checks, the input after it too',
      [new Event('compositionstart'), input(true), new Event('compositionend'), input(false)],
      [false, false, true, true],
      false,
    ],
    [
      'a composition under way checks nothing',
      [new Event('compositionstart'), input(true), input(true)],
      [false, false, false],
      true,
    ],
    [
      'keys of the input method do not end it',
      [new Event('compositionstart'), key({ keyCode: 229 })],
      [false, false],
      true,
    ],
    [
      'a lost end is healed by the next plain key',
      [new Event('compositionstart'), key({ keyCode: 65 })],
      [false, false],
      false,
    ],
    [
      'a lost end is healed by a change of focus',
      [new Event('compositionstart'), new Event('focusout')],
      [false, false],
      false,
    ],
  ])('%s', (_name, events, checks, composing) => {
    const guard = new CompositionGuard();
    expect(events.map((event) => guard.observe(event))).toEqual(checks);
    expect(guard.composing).toBe(composing);
  });

  it.each([
    [{ isComposing: true, keyCode: 13 }, true],
    [{ isComposing: false, keyCode: 229 }, true],
    [{ isComposing: false, keyCode: 13 }, false],
  ])('an Enter with %j belongs to the input method: %s', (event, expected) => {
    expect(belongsToInputMethod(event)).toBe(expected);
  });
});
