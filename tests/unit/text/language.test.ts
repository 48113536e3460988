import { describe, expect, it } from 'vitest';
import { hasHan, hasLatin, languageOf } from '@/lib/text';

describe('languageOf', () => {
  it.each([
    ['这个不归我管', 'zh-Hans'],
    ['這個不歸我管', 'zh-Hant'],
    ['We will send a new one', 'en'],
    ['您的order已经发货了', 'zh-Hans'],
    ['Please check 詳情 for the full return policy', 'en'],
    ['你好', null],
    ['123 😀', null],
    ['', null],
    ['ありがとうございます', null],
  ])('%s is %s', (text, expected) => {
    expect(languageOf(text)).toBe(expected);
  });

  it('reads Chinese that tells no script as the fallback', () => {
    expect(languageOf('你好', 'zh-Hant')).toBe('zh-Hant');
    expect(languageOf('你好', 'zh-Hans')).toBe('zh-Hans');
    expect(languageOf('123', 'zh-Hans')).toBeNull();
  });

  it('is not misled by characters both scripts use', () => {
    expect(languageOf('皇后在里面只看了一台', 'zh-Hant')).toBe('zh-Hant');
  });
});

describe('hasHan and hasLatin', () => {
  it.each([
    ['退款', true, false],
    ['refund', false, true],
    ['退款 refund', true, true],
    ['123 。', false, false],
  ])('%s', (text, han, latin) => {
    expect([hasHan(text), hasLatin(text)]).toEqual([han, latin]);
  });
});
