import { describe, expect, it } from 'vitest';
import type { Variable } from '@/lib/phrasebook';
import { type Fact, type FactKind, factsFor, factsIn, sureValues } from '@/lib/reply';

const short = ({ kind, value, role }: Fact): string => [kind, value, ...(role ? [role] : [])].join(' ');

describe('facts in what was said', () => {
  it.each<[string, string[]]>([
    // Simplified Chinese
    ['订单号2305178842，怎么还没发货', ['order 2305178842']],
    ['我的单号是 TB-88231-07', ['order TB-88231-07']],
    ['订单：１２３４５６７８', ['order 12345678']],
    ['2305178842001234567', ['order 2305178842001234567']],
    ['电话13800138000', []],
    ['快递单号：SF1402233556677', ['tracking SF1402233556677']],
    ['YT2233445566778到哪了', ['tracking YT2233445566778']],
    ['运单号是773344556677', ['tracking 773344556677']],
    ['我付了168元，现在卖79元', ['money 168 paid', 'money 79 now']],
    ['买的时候168块，今天降到79了', ['money 168 paid', 'date 今天', 'money 79 now']],
    ['两条裤子花了168', ['count 2', 'money 168 paid']],
    ['¥1,299.50就这质量', ['money 1299.5']],
    ['一百六十八块买的', ['money 168 paid']],
    ['我买了两条裤子，11月20日下的单', ['count 2', 'product 裤子', 'date 11月20日']],
    ['我买的拼图和图片不一样', ['product 拼图']],
    ['拍了3件T恤还没收到', ['count 3', 'product T恤']],
    ['【动物拼图】少了一块', ['product 动物拼图']],
    ['收件人：王小明，电话13800138000', ['name 王小明']],
    ['我叫李雷', ['name 李雷']],
    ['下午3点能送到吗', ['time 下午3点']],
    ['顺丰说18:30前到', ['carrier 顺丰', 'time 18:30']],
    ['周四下的单', ['date 周四']],
    ['便宜点吧', []],
    ['一块都没退', []],
    ['一块钱差价', ['money 1']],
    ['打8折可以吗', []],
    ['用了两个月就坏了', []],
    ['第3条说可以退', []],
    // Traditional Chinese
    ['訂單編號 A20231105X', ['order A20231105X']],
    ['追蹤號碼：EA123456789TW', ['tracking EA123456789TW']],
    ['我付了 NT$1,680，現在賣 790 元', ['money 1680 paid', 'money 790 now']],
    ['買了三瓶乳液，禮拜二訂的', ['count 3', 'product 乳液', 'date 禮拜二']],
    ['收件者：陳美玲', ['name 陳美玲']],
    ['黑貓說明天到', ['carrier 黑貓', 'date 明天']],
    // English
    ['My order number is 2305178842.', ['order 2305178842']],
    ['Order #AB-10293 still not here', ['order AB-10293']],
    ['order it again?', []],
    ['tracking number: 1Z999AA10123456784', ['tracking 1Z999AA10123456784']],
    ['my parcel is late', []],
    ['I paid $168 and now it is $79', ['money 168 paid', 'money 79 now']],
    ['it cost me 168, dropped to 79 yesterday', ['money 168 paid', 'money 79 now', 'date yesterday']],
    ['I paid 168 for two pairs of trousers', ['money 168 paid', 'count 2']],
    ['I bought two pairs of trousers for $168', ['count 2', 'product trousers', 'money 168 paid']],
    ['your site sells them for 79 each', ['money 79 now']],
    ['I bought two pairs of trousers on Nov 20', ['count 2', 'product trousers', 'date Nov 20']],
    ['I ordered a range hood last Thursday', ['product range hood', 'date last Thursday']],
    ['I ordered 3 days ago', []],
    ['My name is Anna Smith.', ['name Anna Smith']],
    ['this is terrible', []],
    ['FedEx said 6 pm', ['carrier FedEx', 'time 6 pm']],
    ['20 dollars off', ['money 20']],
  ])('%s', (message, facts) => {
    expect(factsIn({ customer: [message] }).map(short)).toEqual(facts);
  });

  it('says where each stands, in the words of the message', () => {
    const customer = ['在吗', '订单号２３０５１７８８４２，付了168元'];
    for (const { message, start, end, text } of factsIn({ customer })) {
      expect(customer[message]?.slice(start, end)).toBe(text);
    }
    expect(factsIn({ customer }).map(({ message }) => message)).toEqual([1, 1]);
  });

  it.each<[string, number, string | null]>([
    ['168元', 16800, 'CNY'],
    ['168塊', 16800, null],
    ['NT$1680', 168000, 'TWD'],
    ['$79.50', 7950, null],
    ['US$79.50', 7950, 'USD'],
    ['£12', 1200, 'GBP'],
    ['两百块', 20000, 'CNY'],
    ['三百五十元', 35000, 'CNY'],
  ])('%s is %d %s', (message, minor, currency) => {
    expect(factsIn({ customer: [message] })[0]?.amount).toEqual({ minor, currency });
  });
});

const blank = (id: string, type: Variable['type'] = 'text', derive?: string): Variable => ({
  id,
  label: id,
  type,
  required: true,
  example: id,
  ...(derive ? { derive } : {}),
});

describe('facts for blanks', () => {
  const talk = {
    customer: ['订单号2305178842，买了两条裤子付了168元', '现在卖79元，11月20日下的单'],
    agent: ['运单号 SF1402233556677'],
  };
  const facts = factsIn(talk);

  it.each<[Variable, string[]]>([
    [blank('order'), ['2305178842']],
    [blank('paid', 'money'), ['168']],
    [blank('now', 'money'), ['79']],
    [blank('amount', 'money'), ['79', '168']],
    [blank('count', 'number'), ['2']],
    [blank('points', 'number'), []],
    [blank('date', 'date'), ['11月20日']],
    [blank('tracking', 'tracking'), ['SF1402233556677']],
    [blank('product'), ['裤子']],
    [blank('detail'), []],
    [blank('difference', 'money', 'paid - now'), []],
  ])('$id', (variable, values) => {
    expect(factsFor(variable, facts).map(({ value }) => value)).toEqual(values);
  });

  it('fills in what is sure, and nothing else', () => {
    const variables = [
      blank('order'),
      blank('paid', 'money'),
      blank('now', 'money'),
      blank('amount', 'money'),
      blank('count', 'number'),
      blank('date', 'date'),
      blank('product'),
    ];
    expect(sureValues(variables, facts, 'zh-Hans')).toEqual({
      order: '2305178842',
      paid: '168',
      now: '79',
      count: '2',
    });
  });

  it('is not sure of one of two orders', () => {
    const two = factsIn({ customer: ['订单号2305178842', '订单号9905178842'] });
    expect(sureValues([blank('order')], two, 'zh-Hans')).toEqual({});
    expect(factsFor(blank('order'), two).map(({ value }) => value)).toEqual(['9905178842', '2305178842']);
  });

  it('keeps the currency where the script leaves it to the value', () => {
    const said = factsIn({ customer: ['I paid $168'] });
    expect(sureValues([blank('paid', 'money')], said, 'en')).toEqual({ paid: '$168' });
  });

  it('reads every kind of fact', () => {
    const kinds = new Set<FactKind>(
      factsIn({
        customer: ['订单号2305178842买了两条裤子付了168元', '18:30 顺丰 11月2日 我叫李雷', 'SF1402233556677'],
      }).map((it) => it.kind),
    );
    expect([...kinds].sort()).toEqual(
      ['carrier', 'count', 'date', 'money', 'name', 'order', 'product', 'time', 'tracking'].sort(),
    );
  });
});
