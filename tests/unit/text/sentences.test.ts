import { describe, expect, it } from 'vitest';
import { sentences } from '@/lib/text';

describe('sentences', () => {
  it.each([
    ['您好。我们查一下！稍等', ['您好。', '我们查一下！', '稍等']],
    ['他说“好的。”然后走了。', ['他说“好的。”', '然后走了。']],
    ['Sorry about that. We will fix it!  OK?', ['Sorry about that.', 'We will fix it!', 'OK?']],
    ['Mr. Smith paid $5.50 at 5 p.m. today.', ['Mr. Smith paid $5.50 at 5 p.m. today.']],
    ['一行\n两行', ['一行', '两行']],
    ['嗯……好吧', ['嗯……好吧']],
    ['  好  ', ['好']],
    ['', []],
    ['。。。', []],
  ])('%j', (text, expected) => {
    expect(sentences(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});
