import { describe, expect, it } from 'vitest';
import { alikeTexts, noticeText, PHONE, phoneLines } from '@/lib/workbench';

describe('lines on a phone', () => {
  it.each([
    ['好的', 1],
    ['字'.repeat(PHONE.columns), 1],
    ['字'.repeat(PHONE.columns + 1), 2],
    ['a\nb', 2],
    [`${'字'.repeat(PHONE.columns - 1)} word`, 2],
    ['x'.repeat(PHONE.columns * 4), 2],
  ])('%s', (text, lines) => {
    expect(phoneLines(text)).toBe(lines);
  });
});

it('a notification shows the beginning', () => {
  expect(noticeText('短')).toBe('短');
  expect([...noticeText('长'.repeat(60))]).toHaveLength(PHONE.notice + 1);
});

describe('near-duplicates', () => {
  const scripts = [
    { id: 'a', text: '{name}真的很抱歉，这次是我们发错了货' },
    { id: 'b', text: '谢谢您告诉我们' },
  ];
  it.each([
    ['真的很抱歉，这次是我们发错货了', ['a']],
    ['眞的很抱歉，這次是我們發錯了貨', ['a']],
    ['今天给您补寄', []],
    ['', []],
  ])('%s', (text, ids) => {
    expect(alikeTexts(text, scripts).map(({ item }) => item.id)).toEqual(ids);
  });
});
