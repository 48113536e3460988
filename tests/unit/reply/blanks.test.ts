import { describe, expect, it } from 'vitest';
import type { Variable } from '@/lib/phrasebook';
import {
  type BlankProblem,
  type BlankValues,
  blankSheet,
  blanksToAsk,
  fillBlanks,
  missingBlanks,
  readDay,
  readNumber,
} from '@/lib/reply';

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
    { text: '{paid} 元', values: { paid: '168元' }, filled: '168 元', missing: [] },
    { text: '¥{paid}', values: { paid: '¥168' }, filled: '¥168', missing: [] },
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

const DAYS: Variable[] = [
  { id: 'date', label: 'Date', type: 'date', required: true, example: '11月23日' },
  { id: 'days', label: 'Days', type: 'number', required: true, default: '3', example: '3' },
  { id: 'until', label: 'Until', type: 'date', required: true, derive: 'date + days', example: '11月26日' },
  { id: 'at', label: 'At', type: 'time', required: true, example: '18:00' },
  { id: 'tracking', label: 'Tracking', type: 'tracking', required: true, example: 'SF1402233556677' },
  { id: 'how', label: 'How', type: 'choice', required: true, choices: ['card', 'points'], example: 'card' },
  { id: 'note', label: 'Note', type: 'text', required: false, example: 'thanks' },
];
/** 2026-12-30 */
const TODAY = Date.UTC(2026, 11, 30) / 86_400_000;

describe('days', () => {
  it.each<[string, number, string | undefined]>([
    ['2026-12-30', 3, '2027-01-02'],
    ['2026/2/27', 2, '2026/03/01'],
    ['2028年2月27日', 2, '2028年2月29日'],
    ['12月30日', 3, '1月2日'],
    ['12月30号', 1, '12月31号'],
    ['1月5日', -10, '12月26日'],
    ['12/30', 3, '1/2'],
    ['Dec 30', 3, 'Jan 2'],
    ['December 30th', 3, 'Jan 2'],
    ['今天', 2, '1月1日'],
    ['Tomorrow', 1, 'Jan 1'],
    ['2026-02-30', 1, undefined],
    ['13月1日', 1, undefined],
    ['周四', 1, undefined],
    ['soon', 1, undefined],
  ])('%s and %d days is %s', (written, more, result) => {
    const read = readDay(written, TODAY);
    expect(read?.write(read.day + more)).toBe(result);
  });

  it.each<[string, string]>([
    ['12月30日', '1月2日前'],
    ['周四', '{until}前'],
  ])('derives a day from %s and days', (date, text) => {
    expect(fillBlanks('{until}前', { date }, DAYS, TODAY).text).toBe(text);
  });
});

describe('amounts that are worked out', () => {
  it.each<[BlankValues, string]>([
    [{ paid: '$168', now: '$79', count: '2' }, '$10'],
    [{ paid: 'NT$168', now: '79' }, 'NT$89'],
    [{ paid: '168', now: '79', count: '3' }, '{difference}'],
    [{ paid: '168', now: '84', count: '2' }, '0'],
  ])('%o', (values, text) => {
    expect(fillBlanks('{difference}', values, VARIABLES).text).toBe(text);
  });
});

describe('the form of a script', () => {
  it.each<[string, string, BlankValues, (BlankProblem | null)[]]>([
    ['nothing typed', '{at} {tracking}', {}, ['empty', 'empty']],
    ['all typed', '{at} {tracking}', { at: '18:00', tracking: 'SF 1402' }, [null, null]],
    ['no time', '{at}', { at: 'soon' }, ['not-a-time']],
    ['下午3点', '{at}', { at: '下午3点' }, [null]],
    ['no number', '{days}', { days: 'a few' }, ['not-a-number']],
    ['the default', '{days}', {}, [null]],
    ['no tracking number', '{tracking}', { tracking: 'later' }, ['not-a-tracking-number']],
    ['another choice', '{how}', { how: 'cash' }, ['not-a-choice']],
    ['an optional one', '{note}', {}, [null]],
    ['an undeclared one', '{nobody}', {}, ['empty']],
    ['what a derived one needs', '{until}', {}, ['empty', null]],
    ['a derived one written by hand', '{until}', { until: 'Friday' }, [null, null]],
  ])('%s', (_, text, values, problems) => {
    const sheet = blankSheet(text, values, DAYS, TODAY);
    expect(sheet.fields.map((it) => it.problem)).toEqual(problems);
    expect(sheet.ready).toBe(problems.every((it) => it === null));
  });

  it('is not ready while a derived blank has no result', () => {
    expect(blankSheet('{until}', { date: '周四' }, DAYS, TODAY)).toMatchObject({
      ready: false,
      filled: { missing: ['until'] },
    });
  });
});
