import { describe, expect, it } from 'vitest';
import type { Variable } from '@/lib/phrasebook';
import { type BlankValues, blanksToAsk, fillBlanks, missingBlanks, readNumber } from '@/lib/reply';

const VARIABLES: Variable[] = [
  { id: 'paid', label: 'Paid', type: 'money', required: true, example: '168' },
  { id: 'now', label: 'Now', type: 'money', required: true, example: '79' },
  { id: 'count', label: 'Count', type: 'number', required: true, default: '1', example: '2' },
  {
    id: 'difference',
    label: 'Difference',
    type: 'money',
    required: true,
    derive: 'paid - now * count',
    example: '10',
  },
  { id: 'note', label: 'Note', type: 'text', required: false, example: 'thanks' },
];

describe('filling the blanks of a script', () => {
  it.each<{ text: string; values: BlankValues; filled: string; missing: string[] }>([
    {
      text: 'I refund {difference}.',
      values: { paid: '168', now: '79', count: '2' },
      filled: 'I refund 10.',
      missing: [],
    },
    {
      text: 'I refund {difference}.',
      values: { paid: '168', now: '79' },
      filled: 'I refund 89.',
      missing: [],
    },
    {
      text: 'I refund {difference}.',
      values: { paid: '168' },
      filled: 'I refund {difference}.',
      missing: ['difference'],
    },
    { text: 'I refund {difference}.', values: { difference: '12' }, filled: 'I refund 12.', missing: [] },
    {
      text: '差价{difference}元',
      values: { paid: '¥１，２９９．５０', now: '1,200元' },
      filled: '差价99.50元',
      missing: [],
    },
    {
      text: '{paid} and {paid} and {now}',
      values: { paid: ' 5 ' },
      filled: '5 and 5 and {now}',
      missing: ['now'],
    },
    { text: 'x{note}y', values: {}, filled: 'xy', missing: [] },
    { text: 'x{paid}', values: { paid: '   ' }, filled: 'x{paid}', missing: ['paid'] },
    {
      text: '{constructor}{toString}',
      values: {},
      filled: '{constructor}{toString}',
      missing: ['constructor', 'toString'],
    },
    { text: 'cost {paid}', values: { paid: '{now}' }, filled: 'cost {now}', missing: [] },
  ])('$text with $values', ({ text, values, filled, missing }) => {
    expect(fillBlanks(text, values, VARIABLES)).toEqual({ text: filled, missing });
    expect(missingBlanks(text, values, VARIABLES)).toEqual(missing);
  });

  it('asks for what derived blanks are calculated from, not for them', () => {
    expect(blanksToAsk('{difference} for {note}, {paid} paid', VARIABLES)).toEqual([
      'paid',
      'now',
      'count',
      'note',
    ]);
  });

  it.each([
    ['168', 168],
    ['¥79.50', 79.5],
    ['１２', 12],
    ['1,299 元', 1299],
    ['-3', -3],
    ['about ten', undefined],
    ['', undefined],
  ])('reads %j as %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number);
  });
});
