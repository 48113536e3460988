import { describe, expect, it } from 'vitest';
import { maskText } from '@/lib/review';

const MASKED: readonly [what: string, text: string, masked: string][] = [
  ['mobile', '打我13812345678吧', '打我[PHONE]吧'],
  ['mobile with separators', '电话 138-1234-5678', '电话 [PHONE]'],
  ['mobile with country code', '+86 138 1234 5678', '[PHONE]'],
  ['full-width mobile', '打１３８１２３４５６７８', '打[PHONE]'],
  ['Taiwan mobile', '手機0912-345-678', '手機[PHONE]'],
  ['landline', '座机021-62345678', '座机[PHONE]'],
  ['Taiwan landline', '(02) 2345-6789', '[PHONE]'],
  ['international', 'call +44 7911 123456 please', 'call [PHONE] please'],
  ['American', 'call (212) 555-0147 please', 'call [PHONE] please'],
  ['e-mail', 'mail li.si+shop@example.com.cn now', 'mail [EMAIL] now'],
  ['link', '看 https://shop.example/o/12?u=li 哦', '看 [LINK] 哦'],
  ['ID number', '身份证11010519491231002X', '身份证[ID]'],
  ['Taiwan ID number', '身分證A123456789', '身分證[ID]'],
  ['Hong Kong ID number', 'A123456(7)', '[ID]'],
  ['card', '卡号4111 1111 1111 1111', '卡号[CARD]'],
  ['order number', '订单2406151234567890124', '订单[NUM]'],
  ['short order number', '单号 20240615123', '单号 [NUM]'],
  ['IBAN', 'to DE89 3704 0044 0532 0130 00 please', 'to [IBAN] please'],
  ['waybill', '快递SF1234567890123到了', '快递[PARCEL]到了'],
  ['address', '地址：浙江省杭州市西湖区文三路123号5幢201室。', '地址：[ADDRESS]。'],
  ['English address', 'to 221 Baker Street today', 'to [ADDRESS] today'],
  ['name after a label', '收货人：王小明，谢谢', '收货人：[NAME]，谢谢'],
  ['English name after a label', 'Name: Jane Doe', 'Name: [NAME]'],
  ['name before the next label', 'Name: Jane Doe Name: Ann Lee', 'Name: [NAME] Name: [NAME]'],
  ['name before a title', 'Name: Jane Dear Mr Smith', 'Name: [NAME] Dear Mr [NAME]'],
  ['Hong Kong mobile at the end of a sentence', 'call 9026 6434. Thanks', 'call [PHONE]. Thanks'],
  ['WeChat', '加微信号：wx_abc123', '加微信号：[ACCOUNT]'],
  ['QQ', 'QQ 12345678', 'QQ [ACCOUNT]'],
];

const KEPT: readonly string[] = [
  '您已经多拿了两样了，还想怎么样',
  '前天299买的今天269，差了30元',
  '6月15日18:00前发出',
  'you got extra anyway, 2 of 3 items',
  '第123456号不是订单',
  '路上小心，3号见',
];

describe('maskText', () => {
  it.each(MASKED)('masks %s', (_, text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each(KEPT)('leaves %s alone', (text) => {
    expect(maskText(text)).toBe(text);
  });

  it('changes nothing when it masks again', () => {
    for (const [, text] of MASKED) expect(maskText(maskText(text))).toBe(maskText(text));
  });
});
