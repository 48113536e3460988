import { describe, expect, it } from 'vitest';
import { editBetween } from '@/lib/composer';
import { Dismissals } from '@/lib/console';
import { flag } from './flag';

const DRAFT = '还想怎么样，还想怎么样';
const first = flag(DRAFT, '还想怎么样');
const second = { ...first, start: 6, end: 11 };

describe('dismissals', () => {
  it('"not here" hides one place and leaves the same words elsewhere', () => {
    const dismissals = new Dismissals();
    dismissals.dismissHere('a', first);
    expect(dismissals.shown([first, second])).toEqual([second]);
  });

  it.each<[string, string, boolean]>([
    ['words typed before it', `亲，${DRAFT}`, true],
    ['words typed behind it', `${DRAFT}呢`, true],
    ['a letter typed inside it', '还想X怎么样，还想怎么样', false],
    ['the words deleted', '，还想怎么样', false],
  ])('"not here" follows the draft: %s', (_name, after, stillHidden) => {
    const dismissals = new Dismissals();
    dismissals.dismissHere('a', first);
    dismissals.follow(editBetween(DRAFT, after));
    const again = flag(after, '还想怎么样');
    // Where the dismissed words are gone, whatever stands first now is shown.
    expect(dismissals.shown([again]).length === 0).toBe(
      stillHidden && again.start === after.indexOf('还想怎么样'),
    );
  });

  it('"not here" ends with the message', () => {
    const dismissals = new Dismissals();
    dismissals.dismissHere('a', first);
    dismissals.forgetHere();
    expect(dismissals.shown([first])).toEqual([first]);
  });

  it('"not here" is taken back by its id, once', () => {
    const dismissals = new Dismissals();
    dismissals.dismissHere('a', first);
    expect([dismissals.undoHere('b'), dismissals.undoHere('a'), dismissals.undoHere('a')]).toEqual([
      false,
      true,
      false,
    ]);
    expect(dismissals.shown([first])).toEqual([first]);
  });

  it.each([
    [
      'an allowed phrase of the rule',
      { phrases: [{ id: '1', rule: first.rule, text: first.text }], rules: [] },
      0,
    ],
    [
      'the same phrase of another rule',
      { phrases: [{ id: '1', rule: 'blame/x', text: first.text }], rules: [] },
      1,
    ],
    [
      'another phrase of the rule',
      { phrases: [{ id: '1', rule: first.rule, text: '你想怎样' }], rules: [] },
      1,
    ],
    ['the rule switched off', { phrases: [], rules: [{ id: '1', rule: first.rule }] }, 0],
    ['another rule switched off', { phrases: [], rules: [{ id: '1', rule: 'blame/x' }] }, 1],
  ])('lasting ones: %s', (_name, lasting, left) => {
    const dismissals = new Dismissals();
    dismissals.setLasting(lasting);
    expect(dismissals.shown([first])).toHaveLength(left);
  });
});
