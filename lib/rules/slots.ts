import type { Lists, SlotName } from './pattern';

/** Slots in the order in which the machine numbers them. */
export const SLOT_NAMES: readonly SlotName[] = ['number', 'money', 'time', 'any', 'clock', 'date'];

/** Most items a slot may cover. */
export const SLOT_ITEMS: Readonly<Record<SlotName, number>> = {
  number: 8,
  money: 10,
  time: 24,
  any: 1,
  clock: 1,
  date: 1,
};

/**
 * {money} and {time} are written in the pattern language itself.
 * The lists are reachable from a book as well, but their names may change.
 */

const ZH_UNITS = '秒钟|秒|分钟|刻钟|小时|钟头|工作日|自然日|天|日|周|星期|礼拜|月|年|晚|晚上';
const EN_UNITS =
  'seconds|second|secs|sec|minutes|minute|mins|min|hours|hour|hrs|hr|business days|business day|working days|working day|days|day|weeks|week|months|month|years|year';
const WEEKDAYS = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|thurs|fri';
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';

export const SLOT_LISTS: Lists = {
  __zhDay: [
    '大后天|大前天|今天|明天|后天|昨天|前天|当天|当日|今日|明日|昨日|次日|隔天|隔日|第二天|翌日|今儿|明儿',
    '今晚|明晚|昨晚|今早|明早|当晚|今夜|周末|月底|月初|月中|年底|年初|年前|今年|明年|去年',
    '[这个|这|本|下下个|下下|下个|下|上个|上](周|星期|礼拜)(一|二|三|四|五|六|日|天|末)',
    '(这个|这|本|下下个|下下|下个|下|上个|上)(周|星期|礼拜|月|工作日)[底|初|内]',
    '{n}月{n}(日|号)|{n}月[底|初|中旬]|{n}(日|号)|{date}',
  ],
  __zhPart: ['早上|早晨|清晨|上午|中午|下午|傍晚|晚上|晚间|凌晨|夜里|半夜|今晚|明晚|午后'],
  __zhClock: ['{n}点(钟|半|整|{n}分|一刻|三刻|{n})', '{n}点', '{clock}'],
  __zhSpan: [
    '{n}[个|多个](@__zhUnit)[半]',
    '半(个小时|小时|个钟头|天|日|个月|年|个工作日)',
    '{n}个半(小时|钟头|月)',
  ],
  __zhUnit: [ZH_UNITS],
  __zhTail: ['之前|以前|之内|以内|之后|以后|前后|左右|上下|为止|内|前|后|起'],
  __zhTime: [
    '(@__zhDay)[的][@__zhPart|早|晚][@__zhClock][@__zhTail]',
    '(@__zhPart)[@__zhClock][@__zhTail]',
    '(@__zhClock|@__zhSpan)[@__zhTail]',
  ],
  __enUnit: [EN_UNITS],
  __enDay: [WEEKDAYS],
  __enWhen: ['within|in|by|before|after|until|till|on|at|for|over|no later than|as early as|from|since'],
  __enPoint: [
    'today|tomorrow|tonight|yesterday|noon|midnight|eod|cob|the day after tomorrow',
    '[the] end of [the|this|next] (business day|day|week|month|year|business)',
    '(this|next|last|tomorrow|yesterday|later this|early next|the following|the next|the same) (morning|afternoon|evening|night|weekend|@__enUnit|@__enDay)',
    '[this|next|last] (@__enDay) [morning|afternoon|evening|night|noon]',
    `(${MONTHS}) {n}[st|nd|rd|th]`,
    `[the] {n}(st|nd|rd|th) [of (${MONTHS})]`,
    `{n} (${MONTHS})`,
    "({clock}|{n}) (am|pm|a.m.|p.m.|o'clock|oclock)|{clock}|{date}",
    '[the] (weekend|morning|afternoon|evening)',
  ],
  __enSpan: [
    '[the] [next|last|past|coming] [about] {n} [full|more] (@__enUnit)',
    '(a|an|half an|one) (minute|hour|day|week|month|year|business day|working day|few @__enUnit|couple of @__enUnit)',
  ],
  __enTime: ['[@__enWhen] (@__enPoint|@__enSpan) [@__enWhen] [@__enPoint]'],
  __time: ['@__zhTime|@__enTime'],
  __money: [
    '(¥|\\$|€|£|nt\\$|hk\\$|us\\$|rmb|cny|usd|hkd|twd|ntd|eur|gbp) {n} [k|w]',
    '{n}(块钱|元钱|块|元|毛钱|毛|角|分钱|万元|欧元|美元|美金|港币|港元|台币|新台币|人民币|日元|英镑|刀|蚊)[整|左右|上下]',
    '{n} (dollars|dollar|bucks|buck|cents|cent|pounds|pound|euros|euro|yuan|quid|usd|rmb|cny|hkd|twd|ntd|eur|gbp)',
  ],
};

/** The list a slot stands for. */
export const SLOT_LIST = { money: '__money', time: '__time' } as const;
