import { describe, expect, it } from 'vitest';
import { clausesOf, type Reading } from '@/lib/classifier/clauses';
import { fold } from '@/lib/text';

const cut = (text: string, reading: Reading): string[] => {
  const folded = fold(text);
  return clausesOf(folded, reading).map(({ from, to }) =>
    text.slice(folded.start[from], folded.end[to - 1]).trim(),
  );
};

describe('clauses', () => {
  it.each<[Reading, string, string[]]>([
    ['zh', '新的今晚发，您下次看清楚再拍。好吗', ['新的今晚发', '您下次看清楚再拍']],
    ['zh', '[呵呵] 好的', []],
    ['zh', 'OK, done', []],
    ['zh', '螢幕可以退的\n放心', ['螢幕可以退的']],
    [
      'en',
      'The label is free. You really should have read it',
      ['The label is free', 'You really should have read it'],
    ],
    [
      'en',
      'we will send a new one because the old one leaked',
      ['we will send a new one', 'because the old one leaked'],
    ],
    ['en', 'ok', []],
    ['en', '好的，马上', []],
  ])('%s: %s', (reading, text, clauses) => {
    expect(cut(text, reading)).toEqual(clauses);
  });
});
