import { describe, expect, it } from 'vitest';
import { fold, foldedText, Sep } from '@/lib/text';
import { fc, test } from '../property';

const folded = (text: string) => foldedText(fold(text));

describe('Chinese characters', () => {
  it.each([
    ['乾淨', '干净'],
    ['乾隆', '干隆'],
    ['著急', '着急'],
    ['著名', '着名'],
    ['瞭解', '了解'],
    ['彷彿', '仿佛'],
    ['藉口', '借口'],
    ['回覆', '回复'],
    ['祇有', '只有'],
    ['衞生', '卫生'],
    ['衛生', '卫生'],
    ['這裡', '这里'],
    ['這裏', '这里'],
    ['後來', '后来'],
    ['由於', '由于'],
    ['臺灣', '台湾'],
    ['什麼', '什么'],
    ['您說啟動', '您说启动'],
    ['薴', '苎'],
    ['妳', '你'],
  ])('%s folds to %s, and so does the simplified form', (traditional, simplified) => {
    expect(folded(traditional)).toBe(simplified);
    expect(folded(simplified)).toBe(folded(folded(simplified)));
    expect(folded(traditional)).toBe(folded(simplified));
  });

  it('keeps different words of the regions apart: those are for phrasebooks', () => {
    expect(folded('資訊')).not.toBe(folded('信息'));
    expect(folded('最佳化')).not.toBe(folded('优化'));
  });
});

describe('compatibility forms, case and accents', () => {
  it.each([
    ['ＣＡＬＭ　ＤＯＷＮ', 'calm down'],
    ['Ａ１２３', 'a123'],
    ['①', '1'],
    ['㈱', '株'],
    ['ﬃ', 'ffi'],
    ['café CAFÉ cafe\u0301', 'cafe cafe cafe'],
    ['が', 'が'],
    ['か\u3099', 'が'],
    ['ﾊﾞ', 'バ'],
    ['각', '각'],
    ['𝐜𝐚𝐥𝐦', 'calm'],
    ['￥５', '¥5'],
    ['50％', '50%'],
    ['𠮷野家', '𠮷野家'],
  ])('%s folds to %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});

describe('separators', () => {
  it.each([
    ['不归我管', [0, 0, 0, 0]],
    ['不 归\u200b我😀管', [0, 1, 1, 1]],
    ['不，归：我—管', [0, 2, 2, 2]],
    ['不。归！我\n管', [0, 3, 3, 3]],
    ['不……归', [0, 2]],
    ['不？，归', [0, 3]],
    ['👨‍👩‍👧不🇨🇳归', [1, 1]],
  ])('%s', (text, expected) => {
    expect([...fold(text).sep]).toEqual(expected);
  });

  it.each([
    ['calm   down', 'calm down'],
    ['calm-down', 'calm down'],
    ['calm😀down', 'calm down'],
    ['ca\u200blm do\u00adwn', 'calm down'],
    ['不能给你 refund 的', '不能给你refund的'],
    ['within 24 hours', 'within24hours'],
    ['3 4', '3 4'],
    ['', ''],
    ['😀 。', ''],
  ])('%s folds to "%s"', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('remembers what stands after the last word', () => {
    expect([fold('好').tail, fold('好 ').tail, fold('好，').tail, fold('好。').tail]).toEqual([
      Sep.NONE,
      Sep.SPACE,
      Sep.SOFT,
      Sep.STOP,
    ]);
  });

  it.each([
    ['I paid $5.50 today', 'ipaid'],
    ['see www.shop.com now', 'see www shop com now'],
    ['call Mr. Smith', 'call mr smith'],
    ['at 5 p.m. today', 'at5p m today'],
  ])('a full stop inside %s ends no sentence', (text) => {
    expect(Math.max(...fold(text).sep)).toBeLessThan(Sep.STOP);
  });

  it.each(['Done. Next', 'Done.Next'])('%s', (text) => {
    expect(Math.max(...fold(text).sep)).toBe(text.includes(' ') ? Sep.STOP : Sep.SOFT);
  });
});

describe('numbers keep their joiners', () => {
  it.each([
    ['1,000元', '1000元'],
    ['1，000', '1000'],
    ['3.5', '3.5'],
    ['3～5天', '3-5天'],
    ['9：30', '9:30'],
    ['5/12', '5/12'],
    ['1,2,3', '1 2 3'],
    ['好.5', '好5'],
  ])('%s folds to %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});

describe('contractions', () => {
  it.each([
    ["don't", 'do not'],
    ['don’t', 'do not'],
    ['dont', 'do not'],
    ["can't", 'can not'],
    ['cannot', 'can not'],
    ['CANT', 'can not'],
    ["won't", 'will not'],
    ["should've", 'should have'],
    ['shouldve', 'should have'],
    ["shouldn't've", 'should not have'],
    ["you're", 'you are'],
    ["I'll", 'i will'],
    ["I'm", 'i am'],
    ["it's", 'it is'],
    ["you'd", 'you would'],
    ["let's", 'let us'],
    ["customer's", "customer's"],
    ["O'Brien", "o'brien"],
    ['were well shell ill its id', 'were well shell ill its id'],
    ['im sorry', 'i am sorry'],
  ])('%s reads %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('maps each word to the letters it stands for', () => {
    const text = 'You’ve';
    const { start, end, length } = fold(text);
    const spans = Array.from({ length }, (_, at) => text.slice(start[at], end[at]));
    expect(spans).toEqual(['Y', 'o', 'u', '’ve', '’ve', '’ve', '’ve', '’ve']);
  });
});

describe('for every text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "don't ",
      'cant',
      "'ve",
      '1,000',
      '3.',
      '5-',
      '。',
      '，',
      '這裡',
      '着著',
      '\u200b',
      '😀',
      '👨‍👩‍👧',
      'か\u3099',
      '\ud800',
      'ﷺ',
      'İ',
      '㍿',
      '  ',
      'e\u0301',
    ),
  );
  const anyText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

  test.prop([anyText])('offsets lie in the text, in order, and never split a character', (text) => {
    const { units, start, end, sep, length } = fold(text);
    expect([units.length, start.length, end.length, sep.length]).toEqual([length, length, length, length]);
    for (let at = 0; at < length; at++) {
      expect(start[at]).toBeLessThanOrEqual(end[at]!);
      expect(end[at]).toBeLessThanOrEqual(text.length);
      if (at > 0) expect(start[at]).toBeGreaterThanOrEqual(start[at - 1]!);
      if (at > 0) expect(end[at]).toBeGreaterThanOrEqual(end[at - 1]!);
      expect(sep[at]).toBeLessThanOrEqual(Sep.STOP);
      for (const edge of [start[at]!, end[at]!]) expect(splitsPair(text, edge)).toBe(false);
    }
  });

  test.prop([anyText])('folding a folded text changes nothing', (text) => {
    const once = folded(text);
    expect(folded(once)).toBe(once);
  });

  test.prop([anyText, anyText])('a sentence end keeps neighbours apart', (before, after) => {
    expect(folded(`${before}。${after}`).replaceAll(' ', '')).toBe(
      (folded(`${before}。`) + folded(`。${after}`)).replaceAll(' ', ''),
    );
  });
});

function splitsPair(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}
