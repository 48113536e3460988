import { describe, expect, it } from 'vitest';
import { matchPinyin, readingsOf, SHOP_TERMS } from '@/lib/search';
import { fold, foldedText } from '@/lib/text';
import { HUNDRED } from './shop-terms';

describe('readings', () => {
  it.each([
    ['退款', 'tui kuan'],
    ['重新', 'chong xin'],
    ['重拍', 'chong pai'],
    ['重发', 'chong fa'],
    ['重量', 'zhong liang'],
    ['超重', 'chao zhong'],
    ['银行', 'yin hang'],
    ['行业', 'hang ye'],
    ['同行', 'tong hang'],
    ['自行', 'zi xing'],
    ['行李箱', 'xing li xiang'],
    ['不行', 'bu xing'],
    ['长度', 'chang du'],
    ['加长', 'jia chang'],
    ['店长', 'dian zhang'],
    ['长大', 'zhang da'],
    ['会员', 'hui yuan'],
    ['会计', 'kuai ji'],
    ['便宜', 'pian yi'],
    ['方便', 'fang bian'],
    ['退还', 'tui huan'],
    ['还没', 'hai mei'],
    ['觉得', 'jue de'],
    ['差价', 'cha jia'],
    ['出差', 'chu chai'],
    ['调换', 'diao huan'],
    ['空调', 'kong tiao'],
    ['了解', 'liao jie'],
    ['好了', 'hao le'],
    ['睡觉', 'shui jiao'],
    ['音乐', 'yin yue'],
    ['快乐', 'kuai le'],
    ['a退b', ' tui '],
  ])('%s is %s', (text, read) => {
    expect(readingsOf(text).join(' ')).toBe(read);
  });

  it.each(HUNDRED.map(([initials, term]) => ({ initials, term })))(
    '$term begins with $initials',
    ({ initials, term }) => {
      expect(
        readingsOf(term)
          .map((it) => it.charAt(0))
          .join(''),
      ).toBe(initials);
    },
  );

  it('knows every character of the terms it looks for', () => {
    expect(SHOP_TERMS.filter((term) => readingsOf(term).includes(''))).toEqual([]);
    expect(SHOP_TERMS.filter((term) => foldedText(fold(term)) !== term)).toEqual([]);
  });
});

describe('letters that read characters', () => {
  it.each<[string, string, string | null]>([
    ['tk', '退款', '2/0'],
    ['tuikuan', '退款', '2/2'],
    ['tuik', '退款', '2/1'],
    ['tkuan', '退款', '2/1'],
    ['tuiku', '退款', '2/1 partial'],
    ['chx', '重新', '2/0'],
    ['cx', '重新', '2/0'],
    ['zx', '重新', null],
    ['chongxin', '重新', '2/2'],
    ['yinhang', '银行', '2/2'],
    ['yinxing', '银行', null],
    ['changdu', '长度', '2/2'],
    ['zhangdu', '长度', null],
    ['tke', '退款', null],
    ['xian', '西安', '2/2'],
    ['x', '谢谢', '1/0'],
    ['', '退款', null],
  ])('%s reads %s: %s', (letters, text, read) => {
    const match = matchPinyin(letters, readingsOf(text), 0);
    expect(match && `${match.length}/${match.full}${match.partial ? ' partial' : ''}`).toBe(read);
  });
});
