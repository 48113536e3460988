import type { FactKind, FactRole } from './facts';

/** How one kind of fact is written; the named group `value` is what goes into a blank. */
export interface FactPattern {
  kind: FactKind;
  /** 0–1: how sure it is that this is such a fact when it stands there. */
  certainty: number;
  pattern: RegExp;
  role?: FactRole;
}

const NUMERAL = '[0-9零〇一二三四五六七八九十百千万萬两兩]';
const MEASURE =
  '(?:件|条|條|双|雙|盒|套|包|只|隻|瓶|本|台|臺|支|份|对|對|张|張|罐|袋|箱|块|個|个|把|组|組|片|部|枚)';
const MONTHS =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAYS = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const END = '(?=$|[\\s，,。.！!？?、；;：:（）()「」【】])';

/**
 * The ways people write what a reply needs, in Chinese of both scripts and English. Labelled facts come first: what a
 * label names is not looked at again. Digits are ASCII here; the caller narrows full-width ones, unit by unit.
 */
export const FACT_PATTERNS: readonly FactPattern[] = [
  {
    kind: 'tracking',
    certainty: 0.95,
    pattern:
      /(?:快递|快遞|运单|運單|物流|包裹|货运|貨運|宅配|配送|追[踪蹤]|托运|託運)(?:编|編)?(?:单|單)?(?:号码|號碼|号|號|单|單)(?:码|碼)?\s*(?:是|为|為|[:：#])?\s*(?<value>[A-Za-z0-9](?:[A-Za-z0-9-]{5,28})[A-Za-z0-9])/dgu,
  },
  {
    kind: 'tracking',
    certainty: 0.95,
    pattern:
      /\b(?:tracking|waybill|parcel|shipment|consignment)\s*(?:number|no\.?|id|code|#)?\s*(?:is|was|[:#])?\s*(?<value>(?=[a-z-]*\d)[a-z0-9](?:[a-z0-9-]{6,28})[a-z0-9])\b/dgiu,
  },
  {
    kind: 'tracking',
    certainty: 0.9,
    // 顺丰, 圆通, 京东, 极兔, UPS, and the Universal Postal Union's S10.
    pattern:
      /(?<![A-Za-z0-9])(?<value>SF\d{12,15}|YT\d{13,15}|JD[A-Z]{0,2}\d{10,14}|JT\d{13}|ZT\d{12,14}|1Z[0-9A-Z]{16}|[A-Z]{2}\d{9}[A-Z]{2})(?![A-Za-z0-9])/dgu,
  },
  {
    kind: 'order',
    certainty: 0.95,
    pattern:
      /(?:订单|訂單|单号|單號|order)\s*(?:编号|編號|号码|號碼|号|號|number|no\.?|id)?\s*(?:是|为|為|is|was|[:：#＃])?\s*#?\s*(?<value>(?=[A-Za-z-]*\d)[A-Za-z0-9](?:[A-Za-z0-9-]{4,28})[A-Za-z0-9])(?![A-Za-z0-9])/dgiu,
  },
  { kind: 'order', certainty: 0.6, pattern: /(?<![A-Za-z0-9.,#-])#?(?<value>\d{12,24})(?![A-Za-z0-9])/dgu },
  {
    kind: 'money',
    certainty: 0.9,
    pattern:
      /(?<value>(?:US\$|NT\$|HK\$|RMB|CNY|USD|TWD|HKD|[$¥￥€£])\s*\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?)(?!\d)/dgiu,
  },
  {
    kind: 'money',
    certainty: 0.9,
    pattern:
      /(?<![\d.A-Za-z])(?<value>\d{1,3}(?:,?\d{3})*(?:\.\d{1,2})?\s*(?:元|块钱|塊錢|块(?!儿)|塊|圆|圓|人民币|人民幣|台币|台幣|港币|港幣|rmb\b|cny\b|usd\b|twd\b|dollars?\b|bucks\b|euros?\b|pounds?\b))/dgiu,
  },
  {
    kind: 'money',
    certainty: 0.85,
    pattern:
      /(?<![\d一二两])(?<value>(?!一[块塊](?![钱錢]))[一二两兩三四五六七八九十百千万萬零〇]{1,8}(?:元|块钱|塊錢|块(?![儿钱])|塊(?!錢)))/dgu,
  },
  {
    // 付了168, paid 168: an amount without a unit beside a word that can only be about money.
    kind: 'money',
    certainty: 0.8,
    role: 'paid',
    pattern:
      /(?:付了|花了|付款|实付|實付|原价|原價|卖我|賣我|\bpaid(?: you)?|\bcharged(?: me)?|\bcost me|\bspent)\s*(?<value>\d{1,6}(?:\.\d{1,2})?)(?!\s*[\d%件条條双雙个個天号號月])/dgiu,
  },
  {
    kind: 'money',
    certainty: 0.8,
    role: 'now',
    pattern:
      /(?:降到了?|降价到|降價到|现价|現價|现在卖|現在賣|只要|只卖|只賣|特价|特價|\bdown to|\bdropped to|\bnow (?:it'?s |only |just )*|\bsells? (?:(?:it|them) )?(?:for|at)|\bselling (?:it |them )?(?:for|at))\s*(?<value>\d{1,6}(?:\.\d{1,2})?)(?!\s*[\d%件条條双雙个個天号號月])/dgiu,
  },
  {
    kind: 'count',
    certainty: 0.9,
    pattern: new RegExp(
      `(?:买|買|拍|订|訂|下单|下單|购|購|要|收到)(?:了|的是|过|過)?\\s*(?<value>${NUMERAL}{1,4})\\s*${MEASURE}(?![元钱錢])`,
      'dgu',
    ),
  },
  {
    kind: 'count',
    certainty: 0.85,
    pattern:
      /\b(?:bought|ordered|purchased|got|received)\s+(?:you(?:r)?\s+)?(?<value>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve|a pair|a dozen)\b(?!\s*(?:days?|weeks?|months?|hours?|years?|dollars?|bucks|[%.:/]))/dgiu,
  },
  {
    kind: 'count',
    certainty: 0.85,
    // paid 168 for two pairs
    pattern:
      /\bfor\s+(?<value>\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?:of (?:them|these|those)|pairs?|sets?|boxes|bottles|packs?|pieces|items)\b/dgiu,
  },
  {
    kind: 'count',
    certainty: 0.6,
    pattern:
      /(?<![第\d.])(?<value>(?:\d{1,3}|[二两兩三四五六七八九十]{1,3}))\s*(?:件|条|條|双|雙|盒|套|瓶|本|台|臺|罐|袋|箱)(?![元钱錢])/dgu,
  },
  {
    kind: 'date',
    certainty: 0.9,
    pattern:
      /(?<!\d)(?<value>20\d{2}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}[日号號]?|\d{1,2}月\d{1,2}[日号號]?)(?!\d)/dgu,
  },
  {
    kind: 'date',
    certainty: 0.9,
    pattern: new RegExp(
      `\\b(?<value>${MONTHS}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+20\\d{2})?|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTHS}(?:\\s+20\\d{2})?)(?![\\d])`,
      'dgiu',
    ),
  },
  {
    kind: 'date',
    certainty: 0.6,
    pattern:
      /(?<value>[上这這下]?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|(?<!\d)\d{1,2}[号號](?![楼樓线線店]))/dgu,
  },
  {
    kind: 'date',
    certainty: 0.6,
    pattern: new RegExp(`\\b(?<value>(?:(?:last|this|next)\\s+)?${WEEKDAYS})\\b`, 'dgiu'),
  },
  {
    kind: 'date',
    certainty: 0.5,
    pattern: /(?<value>大?前天|昨天|今天|明天|大?后天|大?後天|\b(?:yesterday|today|tomorrow)\b)/dgiu,
  },
  {
    kind: 'time',
    certainty: 0.9,
    pattern:
      /(?<![\d:])(?<value>(?:(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\s?)?(?:[01]?\d|2[0-4])[:：][0-5]\d(?:\s?[ap]\.?m\b\.?)?)(?![\d:])/dgiu,
  },
  {
    kind: 'time',
    certainty: 0.85,
    pattern:
      /(?<value>(?:凌晨|早上|上午|中午|下午|傍晚|晚上)\s?(?:\d{1,2}|[一二两兩三四五六七八九十]{1,3})[点點](?:半|[一三]刻|\d{1,2}分?)?)/dgu,
  },
  { kind: 'time', certainty: 0.85, pattern: /\b(?<value>(?:1[0-2]|[1-9])\s?[ap]\.?m)\b/dgiu },
  {
    kind: 'carrier',
    certainty: 0.9,
    pattern:
      /(?<value>顺丰|順豐|圆通|圓通|中通(?!过)|申通|韵达|韻達|极兔|極兔|德邦|菜鸟|菜鳥|黑[猫貓](?:宅急便)?|宅急便|新竹物流|嘉里大榮|\b(?:EMS|UPS|FedEx|DHL|USPS|Royal Mail|Hermes|Evri)\b)/dgiu,
  },
  {
    kind: 'name',
    certainty: 0.9,
    pattern:
      /(?:收件人|收货人|收貨人|收件者|姓名|名字|我叫|我是叫)\s*(?:是|叫|[:：])?\s*(?<value>[\p{Script=Han}]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=$|[\s，,。.！!？?、；;：:（）()电電手])/dgu,
  },
  {
    kind: 'name',
    certainty: 0.9,
    pattern:
      /(?:\b[Mm]y name is|\b[Mm]y name's|\b[Nn]ame:|\b[Rr]ecipient:|\b[Tt]his is(?= [A-Z][a-z]+ (?:[A-Z]|speaking|here)))\s*(?<value>[A-Z][a-z]+(?:[ -][A-Z][a-z]+){0,2})/dgu,
  },
  { kind: 'product', certainty: 0.8, pattern: /[【《〈](?<value>[^【】《》〈〉]{2,30})[】》〉]/dgu },
  {
    kind: 'product',
    certainty: 0.6,
    pattern: new RegExp(
      `(?:买|買|拍|[订訂](?![单單])|下单|下單|购|購)(?:了|的|过|過|的是|到)?(?:${NUMERAL}{1,3}\\s*${MEASURE}|一?[个個件条條双雙套盒])?(?:的)?(?<value>[\\p{Script=Han}A-Za-z0-9]{2,10}?)(?:的时候|的時候|怎么|怎麼|为什么|為什麼|还没|還沒|还不|還不|都没|都沒|到现在|到現在|现在|現在|收到|今天|昨天|明天|不是|不对|不對|不能|没有|沒有|坏了|壞了|破了|有点|有點|后|後|才|就|却|卻|和|跟|是|有|也|都|又|付|花|一共|总共|總共|吗|嗎|呢|啊|了|${END})`,
      'dgu',
    ),
  },
  {
    kind: 'product',
    certainty: 0.6,
    pattern:
      /\b(?:bought|ordered|purchased|received)\s+(?:(?:the|a|an|this|these|your|my|some|two|three|four|\d{1,2})\s+)*(?:pairs?\s+of\s+|boxes\s+of\s+|set\s+of\s+)?(?<value>(?!(?:it|them|this|that|from|on|in|for|at|days?|weeks?|and|yesterday|today|last|one|two)\b)[a-z][a-z'-]*(?:\s+(?!(?:for|from|on|at|in|and|but|last|yesterday|today|that|which|because|is|was|were|are|as|the|a|it|about|days?|weeks?|months?|with|to|two|three|four|only|so)\b)[a-z][a-z'-]*){0,3})/dgiu,
  },
];
