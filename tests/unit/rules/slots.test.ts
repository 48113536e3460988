import { describe, expect, it } from 'vitest';
import { found } from './finding';

/** Each of these must be covered whole, and what follows it left alone. */
const SLOTS = {
  n: [
    ...'3|３|12|1,000|2.5|3-5|3～5|3万|20多|两|俩|百|十二|三百五|两千|十几|几十|三到五|一百零八|兩'.split(
      '|',
    ),
    ...'one|twelve|twenty|twenty five|twenty-five|a dozen|half a dozen|two hundred|a hundred'.split('|'),
  ],
  money: [
    ...'5元|五块|五块钱|￥5|¥5.50|100块钱|十几块|1,000元|5毛|3万元|30港币|500台币'.split('|'),
    ...'$5|$5.50|US$30|NT$300|HK$80|20 dollars|50 cents|ten bucks|5 USD'.split('|'),
  ],
  time: [
    ...'明天|明天下午三点前|今晚|周五|下周三上午10点|这周五之前|月底前|周末|5月12日|5月12号|2024-05-12|9:30|下午3：00'.split(
      '|',
    ),
    ...'24小时内|两天内|3-5个工作日|半小时内|一个半小时|三天左右|十分钟|两個月|今天之内|明早|后天晚上八点半|当天'.split(
      '|',
    ),
    ...'tomorrow|today|tonight|this afternoon|next week|Friday|next Friday|Monday morning|noon|9:30 am|5 p.m|3 o’clock'.split(
      '|',
    ),
    ...'within 2 hours|in the next 24 hours|by Friday|by the end of the day|before 5pm|in half an hour|at 5 pm'.split(
      '|',
    ),
    ...'within two business days|in a couple of days|on May 5|by the 5th of March|today by 5 pm|3-5 business days'.split(
      '|',
    ),
  ],
};

describe.each(Object.entries(SLOTS))('{%s}', (slot, samples) => {
  it.each(samples)('reads %s', (sample) => {
    const chinese = /\p{Script=Han}/u.test(sample);
    const [before, after] = chinese ? ['就是', '啊'] : ['it is ', ' ok'];
    const text = before + sample + after;
    expect(found(`${before}{${slot}}`, text)).toEqual([before + sample]);
    expect(found(`{${slot}}${after}`, text)).toEqual([sample + after]);
  });
});

describe('what is no number, amount or time', () => {
  it.each([
    ['就是{n}', '就是几个'],
    ['it is {n}', 'it is a phone'],
    ['it is {n}', 'it is often'],
    ['就是{money}', '就是5个'],
    ['it is {money}', 'it is 5 bags'],
    ['就是{time}', '就是三个人'],
    ['it is {time}', 'it is in a box'],
    ['第{n}次', '第 次'],
  ])('%s in %s', (pattern, text) => {
    expect(found(pattern, text)).toEqual([]);
  });
});
