import { isChineseId, isIban, isLuhn, isTaiwanId } from './check-digits';

/**
 * What personal data looks like in chats of shops, in Chinese and English: ordered, length-bounded rules, so that no text
 * makes one of them slow. Names and accounts are only told by their labels; free-standing names are beyond rules.
 */
export type Mask =
  | 'EMAIL'
  | 'LINK'
  | 'ID'
  | 'IBAN'
  | 'PARCEL'
  | 'PHONE'
  | 'CARD'
  | 'NUM'
  | 'ADDRESS'
  | 'NAME'
  | 'PLATE'
  | 'ACCOUNT';

export interface MaskRule {
  mask: Mask;
  find: RegExp;
  /** Says no to what only looks like it. */
  unless?: (found: string) => boolean;
}

const digitsOf = (text: string): string => text.replace(/\D/g, '');
const digitCount = (text: string): number => digitsOf(text).length;

/** `2026-01-31` and `20260131` are days, not numbers of orders. */
const isDay = (text: string): boolean => /^(?:19|20)\d\d-?(?:0\d|1[0-2])-?[0-3]\d$/.test(text);

/** Surnames that tell a name where only "is" or a space stands before it; both scripts. */
const SURNAME =
  '(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔])';

/** A word of an English name; what announces the next name is none, or that one would lose its label. */
const NAME_WORD = "(?!(?:Name|Recipient|Mr|Mrs|Ms|Miss|Dr|Dear)\\b)[A-Z][A-Za-z'-]{1,20}";

const ESTATE = '(?:小区|小區|花园|花園|公寓|大厦|大廈|社区|社區|新村|家园|家園|广场|廣場|[城苑府湾灣庭])';
const STREET =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Square|Sq|Terrace|Close|Crescent|Parkway|Pkwy|Highway|Hwy)';

/** After a label that is kept: group 1 is the label, group 2 what is masked. */
export const LABELLED: readonly MaskRule[] = [
  {
    mask: 'NAME',
    find: /((?:[收寄取][件货貨]人|姓名|[户戶]名|[联聯][系絡繫]人|名字)[是叫]?[:：] ?)([\u4e00-\u9fff·]{2,6}(?=[^\u4e00-\u9fff]|$)|[\u4e00-\u9fff]{2,3})/g,
  },
  {
    mask: 'NAME',
    find: new RegExp(
      `((?:[收寄取][件货貨]人|姓名|[户戶]名|[联聯][系絡繫]人|名字)(?:[是叫为為]| ))(${SURNAME}[\\u4e00-\\u9fff]{1,2})`,
      'g',
    ),
  },
  {
    mask: 'NAME',
    find: new RegExp(
      `((?:[收寄取][件货貨]人|[收寄取][件货貨]|姓名|名字)[^，。,.!?！？\\d]{0,8}?(?:[写寫填改][成为為]?|係) ?)(${SURNAME}[\\u4e00-\\u9fff]{1,2}(?=[^\\u4e00-\\u9fff]|$))`,
      'g',
    ),
  },
  {
    mask: 'NAME',
    find: new RegExp(
      `((?:我叫|名叫|全名|本名|真名)(?:[是叫為为係]|[:：]| ){0,2})(${SURNAME}[\\u4e00-\\u9fff]{1,2}(?=[^\\u4e00-\\u9fff]|$))`,
      'g',
    ),
  },
  {
    // "我是" stands before everything: a name only where a number or an address follows.
    mask: 'NAME',
    find: new RegExp(
      `((?:^|[^\\u4e00-\\u9fff])我是)(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[，,、 ]{0,2}(?:[电電][话話]|手[机機]|地址|[订訂][单單]|尾[号號]|[下买買訂订收]))`,
      'g',
    ),
  },
  {
    mask: 'NAME',
    find: new RegExp(`(\\b(?:[Nn]ame|[Rr]ecipient)(?: is|:) ?)(${NAME_WORD}(?: ${NAME_WORD}){0,2})`, 'g'),
  },
  {
    mask: 'NAME',
    find: new RegExp(`(\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.? )(${NAME_WORD}(?: ${NAME_WORD})?)`, 'g'),
  },
  {
    mask: 'ACCOUNT',
    find: /((?:微信|薇信|威信|加[Vv➕]?[Vv]|[Vv][Xx信]|[Ww]e[Cc]hat|扣扣|企鹅|企鵝|QQ|qq|LINE|賴|[Tt]elegram|[Ww]hats[Aa]pp|[Ss]kype|[Ii]nsta(?:gram)?|IG|[Ff]acebook|旺旺|支付宝|支付寶)(?:账号|帳號|号|號| ?ID| ?id)?(?:是| is|[:： ]){0,3})(@?[A-Za-z\d][\w.-]{3,29}(?<![.-]))/g,
    unless: (it) => !/[\d_@]/.test(it),
  },
  {
    mask: 'NUM',
    find: /((?:订单|訂單|单号|單號|编号|編號|运单|運單|[Oo]rder|ORDER|[Tt]racking|[Rr]eference)(?:编号|編號|号码|號碼|号|號| ?[Nn]umber| ?[Nn]o\.?| ?ID| ?id)?(?:是| is|[:：# ]){0,3})([A-Za-z]{0,5}-?\d[A-Za-z\d-]{3,29})/g,
    unless: (it) => digitCount(it) < 5 || isDay(it),
  },
  {
    mask: 'ID',
    find: /((?:[Pp]assport|护照|護照)(?: ?(?:number|no\.?|号码?|號碼?))?(?:是| is|[:： ]){0,3})([A-Za-z]{0,2}\d{6,9})/g,
  },
  {
    mask: 'PLATE',
    find: /((?:车牌|車牌|车号|車號|司机|司機|plate|registration)[^\dA-Z，。,.]{0,6})([A-Z]{2,4}[- ]?\d{2,4}(?: ?[A-Z]{3})?|\d{2,4}-[A-Z]{2,3})(?![A-Za-z\d])/g,
  },
];

const CN_PROVINCE = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

export const RULES: readonly MaskRule[] = [
  { mask: 'EMAIL', find: /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g },
  { mask: 'LINK', find: /(?:https?:\/\/|www\.)[^\s\u3000-\u9fff\uff00-\uffef]{1,400}/gi },
  { mask: 'ID', find: /(?<!\d)\d{17}[\dXx](?!\d)/g, unless: (it) => !isChineseId(it) },
  { mask: 'ID', find: /(?<![A-Za-z\d])[A-Za-z][1289]\d{8}(?!\d)/g, unless: (it) => !isTaiwanId(it) },
  { mask: 'ID', find: /(?<![A-Za-z\d])[A-Za-z]{1,2}\d{6} ?\([\dA]\)/g },
  { mask: 'ID', find: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g },
  {
    mask: 'IBAN',
    find: /(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Za-z\d])/g,
    unless: (it) => !isIban(it),
  },
  // Before the digit runs: the letters of a waybill name the carrier and with it the parcel.
  {
    mask: 'PARCEL',
    find: /(?<![A-Za-z\d])1Z(?: ?[A-Z\d]){16}(?![A-Za-z\d])/gi,
    unless: (it) => digitCount(it) < 9,
  },
  { mask: 'PARCEL', find: /(?<![A-Za-z\d])[A-Z]{1,5}\d{9,15}(?:[A-Z]{2})?(?![A-Za-z\d])/g },
  {
    mask: 'PARCEL',
    find: /(?<![A-Za-z\d])(?:SF|YT|ZTO|STO|JD|JT|YD|DPK|EMS|UPS|DHL|FEDEX|USPS|TNT)[ :#-]?\d{9,22}(?!\d)/gi,
  },
  // Before the phones: four groups of four hold what looks like one.
  { mask: 'CARD', find: /(?<![\d+])\d(?:[- ]?\d){12,18}(?!\d)/g, unless: (it) => !isLuhn(digitsOf(it)) },
  { mask: 'PHONE', find: /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)(?:\+?886[- ]?9|09)\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)07\d{3} ?\d{3} ?\d{3}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)\(?0\d{1,3}\)?[- ]\d{3,4}[- ]?\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d)\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /\+\d{1,3}(?:[- ]?\d){7,12}(?!\d)/g },
  { mask: 'PHONE', find: /(?<!\d[.,]?)[5-9]\d{3} \d{4}(?![.,]?\d)/g },
  { mask: 'NUM', find: /(?<!\d)\d(?:-?\d){7,30}(?!\d)/g, unless: isDay },
  {
    mask: 'NUM',
    find: /(?<![A-Za-z\d])(?=[A-Z]{0,9}\d)[A-Z\d]{10,24}(?![A-Za-z\d])/g,
    unless: (it) => digitCount(it) < 6,
  },
  { mask: 'PLATE', find: new RegExp(`[${CN_PROVINCE}][A-HJ-NP-Z][·• ]?[A-Z\\d]{5,6}(?![A-Za-z\\d])`, 'g') },
  { mask: 'PLATE', find: /(?<![A-Za-z\d])[A-Z]{2}\d{2} ?[A-Z]{3}(?![A-Za-z\d])/g },
];

/**
 * Addresses, looked for in a text without the spaces that people leave inside of them (`squeezed`).
 */
export const ADDRESSES: readonly MaskRule[] = [
  {
    mask: 'ADDRESS',
    find: /(?:[\u4e00-\u9fff]{1,8}[省市区區县縣镇鎮乡鄉]){0,4}[\u4e00-\u9fff]{1,10}?(?:路|街|大道|(?<![知味频頻渠报報])道|巷|弄|胡同|段)[一二三四五六七八九十]{0,2}段?\d{1,5}[号號弄巷](?![线線])(?:之\d{1,3})?(?:[^，。！？,.!?\s]{0,12}?[\d一二三四五六七八九十]{1,5}(?:[号號楼樓栋棟幢室座单單元层層F]|\/F)(?:之\d{1,3})?){0,5}(?:[A-Z\d]{1,5}室)?(?:(?<=[栋棟幢座樓楼弄号號])\d{2,5}(?![\d/个個件块塊元]))?/g,
  },
  {
    mask: 'ADDRESS',
    find: new RegExp(
      `(?:[\\u4e00-\\u9fff]{2,8}${ESTATE})?\\d{1,4}(?:号楼|號樓|栋|棟|幢|座(?![位椅车車]))(?:\\d{1,3}(?:单元|單元))?(?:\\d{1,5}(?:室|楼|樓|层|層|F|号|號)?){0,2}(?:[A-Z](?![A-Za-z\\d])室?)?`,
      'g',
    ),
  },
  {
    mask: 'ADDRESS',
    find: new RegExp(
      `(?<!\\d)\\d{1,5} (?:(?:[A-Z][A-Za-z'.]{0,20}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}${STREET}\\b\\.?(?:,? ?(?:Apt|Apartment|Unit|Suite|Flat|Floor|#)\\.? ?[A-Z\\d]{1,5})?`,
      'g',
    ),
  },
  { mask: 'ADDRESS', find: /[\u4e00-\u9fff]{1,6}[村屯寨]\d{1,4}[号號]/g },
  { mask: 'ADDRESS', find: /(?<![\d/])\d{1,3}\/F(?:[A-Z\d]{1,5}室)?/g },
  {
    // In small letters only with a word that no other use of a number ends in.
    mask: 'ADDRESS',
    find: /(?<![\d.$£€¥])\d{1,5}[a-z]? (?:(?!(?:of|the|in|on|a|an|for|to|and|this|that|your|my|per|is|at|from|by|x|more)\b)[a-z\d][a-z\d'.]{0,20} ){1,3}(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|crescent)\b\.?(?:,? ?(?:apt|apartment|unit|suite|flat|floor|#)\.? ?[a-z\d]{1,5})?/gi,
  },
  { mask: 'ADDRESS', find: /\bP\.? ?O\.? Box \d{1,6}/gi },
  // Post codes of Britain and Canada.
  { mask: 'ADDRESS', find: /(?<![A-Za-z\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Za-z\d])/g },
  { mask: 'ADDRESS', find: /(?<![A-Za-z\d])[A-Z]\d[A-Z] \d[A-Z]\d(?![A-Za-z\d])/g },
];
