import type { MaskRule } from './mask-rules';

/**
 * Personal data as people type it on a phone so that it stands out, or so that no machine reads it: digits apart, with
 * pictures between them or spelled, addresses of e-mail in words. Each is bounded, as all rules of masking are.
 */

/** What stands between two digits of one number. */
const BETWEEN = '(?:[ \\u3000\\-.()·•~*]|\\p{Extended_Pictographic}|\\ufe0f|\\u200d|\\u20e3){1,4}';
const PICTURE = '(?:\\p{Extended_Pictographic}|\\ufe0f|\\u200d|\\u20e3){1,4}';
const SPELLED = '[零〇○一二三四五六七八九幺]';

const digitCount = (text: string): number => text.replace(/[^\doO]/g, '').length;
const startsWithDay = (text: string): boolean => /^20\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}(?!\d)/.test(text);

/** Whether the digits are counted up or down, `1 2 3 4 5 6 7 8`: a list, not a number. */
function isCounting(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const steps = new Set(digits.slice(1).map((it, at) => it - digits[at]!));
  return steps.size === 1 && Math.abs([...steps][0]!) <= 1;
}

const spread = (least: number, most: number): string =>
  `\\+?\\(?[\\doO](?:(?:${BETWEEN})?[\\doO]){${least - 1},${most - 1}}(?![A-Za-z\\d])`;

/** After a label that is kept, as in `LABELLED`. */
export const TYPED_LABELLED: readonly MaskRule[] = [
  {
    mask: 'ID',
    find: /((?:身份[证證]|身分[证證]|[证證]件)(?:字?[号號][码碼]?|字號)?[^\dA-Za-z，。,]{0,6})([A-Za-z]?(?: ?\d){8,17} ?[Xx]?)/gu,
  },
  {
    mask: 'CARD',
    find: /((?:卡[号號]|[银銀]行卡|信用卡|[Cc]ard)(?: (?:number|no\.?|is))?[^\dA-Za-z，。,]{0,6})(\d(?:[ -]?\d){11,18})/gu,
  },
  {
    mask: 'NUM',
    find: new RegExp(
      `((?:[订訂][单單]|[单單][号號]|[运運][单單]|快[递遞]|物流|\\b(?:[Oo]rder|[Tt]racking|[Pp]arcel)\\b)[^\\d，。,.!?！？]{0,10})(${spread(7, 24)})`,
      'gu',
    ),
    // In one piece it is a waybill's or an order's, which other rules name.
    unless: (it) => /^\d+$/.test(it) || startsWithDay(it),
  },
  {
    mask: 'PHONE',
    find: new RegExp(
      `((?:[电電][话話]|手[机機]|[号號][码碼]|座[机機]|\\b(?:[Pp]hone|[Mm]obile|[Cc]ell|[Tt]el|[Cc]all|[Tt]e?xt|[Rr]ing|[Nn]umber|[Ww]hats[Aa]pp)\\b)[^\\d，。,.!?！？]{0,10}?)(${spread(7, 16)})`,
      'gu',
    ),
    unless: (it) => !/\d.*\d/u.test(it) || startsWithDay(it),
  },
  {
    mask: 'PHONE',
    find: new RegExp(
      `((?:[电電][话話]|手[机機]|[号號][码碼])[^\\d，。,.]{0,6}?)(${SPELLED}(?:[ ，,-]?${SPELLED}){6,12})`,
      'gu',
    ),
  },
  {
    mask: 'ACCOUNT',
    find: new RegExp(
      `((?:微信|薇信|威信|徽信|溦信|微心|[Ww]e[Cc]hat|加 ?(?:我 ?)?(?:[Vv][Xx]?|[Ll][Ii][Nn][Ee])|我(?:的|個|嘅)? ?[Ll][Ii][Nn][Ee]|[Vv][Xx]|QQ|qq|LINE|賴)(?:[号號]| ?[Ii][Dd])?(?:是|係| is|[:：]| |→|=|${PICTURE}){1,5})(@? ?[A-Za-z\\d][\\w.-]{3,29}(?<![.-]))`,
      'gu',
    ),
    unless: (it) => !/[\d_@]/.test(it),
  },
  {
    mask: 'PLATE',
    find: /((?:[车車]牌|[车車][号號]|司[机機])[^\dA-Z，。,.]{0,6}?)([\u4e00-\u9fff]? ?[A-Z]{1,4} ?[-·•]? ?(?:[A-Z\d] ?){2,5}[A-Z\d])(?![A-Za-z\d])/gu,
    unless: (it) => it.replace(/\D/g, '').length < 2,
  },
  {
    mask: 'ADDRESS',
    find: /(\b(?:post ?code|zip(?: ?code)?)(?: is|:)? ?)([A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}|[A-Za-z]\d[A-Za-z] ?\d[A-Za-z]\d|\d{5}(?:-\d{4})?)(?![A-Za-z\d])/gi,
  },
];

const DOT = '(?: ?(?:\\.|。|[点點]| dot |[([{] ?dot ?[)\\]}]) ?)';
const MAIL_HOSTS =
  '(?:qq|163|126|foxmail|sina|gmail|googlemail|hotmail|outlook|live|yahoo|ymail|icloud|me|aol|proton(?:mail)?)';

/** Told without a label. */
export const TYPED_RULES: readonly MaskRule[] = [
  // "tom (at) outlook.com", "王 艾特 163 点 com": the sign itself in words, and a domain behind it.
  {
    mask: 'EMAIL',
    find: new RegExp(
      `[\\w+-]{1,40}(?:${DOT}[\\w+-]{1,30}){0,3} ?(?:艾特|小老鼠|圈[aA]|[([{<] ?at ?[)\\]}>]) ?[\\w-]{1,40}(?:${DOT}[A-Za-z\\d-]{2,20}){1,3}`,
      'giu',
    ),
  },
  { mask: 'EMAIL', find: /[\w.+-]{1,40}(?: @ ?|@ )[\w-]{1,40}(?:\.[a-z\d-]{2,20}){1,3}(?!\w)/g },
  {
    mask: 'EMAIL',
    find: /[\w.+-]{1,40}(?: dot [\w+-]{1,30}){0,3} at [\w-]{1,40}(?: dot [a-z\d-]{2,20}){0,2} ?dot ?(?:com|cn|net|org|hk|tw|uk|edu|io|co|de|jp)(?![a-z\d])/gi,
  },
  {
    mask: 'EMAIL',
    find: new RegExp(
      `[\\w.+-]{2,40}(?:[#*&] ?| at )${MAIL_HOSTS}\\.(?:com|cn|net|org|hk|tw|uk)(?:\\.[a-z]{2})?(?![\\w])`,
      'gi',
    ),
  },
  {
    mask: 'ID',
    find: /(?<![A-Za-z\d])[A-Za-z](?: \d){9}(?! ?\d)/g,
  },
  { mask: 'PHONE', find: /(?<![\d.])1[3-9]\d[-. ·/]\d{4}[-. ·/]\d{4}(?![\d.])/g },
  { mask: 'PHONE', find: /(?<!\d)\(\d{3}\) ?\d{3}[-. ]?\d{4}(?!\d)/g },
  { mask: 'PHONE', find: /(?<![\d/])[2-9]\d{2}\/\d{3}\/\d{4}(?![\d/])/g },
  // Digit by digit.
  {
    mask: 'PHONE',
    find: /(?<![\d.])\d(?:(?:[ \-·•~*]|\p{Extended_Pictographic}|\ufe0f|\u200d|\u20e3){1,3}\d){7,18}(?![\d.])/gu,
    unless: isCounting,
  },
  // Groups with pictures between them.
  {
    mask: 'PHONE',
    find: new RegExp(`(?<!\\d)\\+?\\d{2,5}(?:${PICTURE}\\d{2,5}){1,5}(?!\\d)`, 'gu'),
    unless: (it) => digitCount(it) < 8,
  },
  // A mobile number of the mainland in words.
  {
    mask: 'PHONE',
    find: new RegExp(
      `(?<!${SPELLED})[一幺][三四五六七八九]${SPELLED}{9}(?![零〇○一二三四五六七八九幺十百千万])`,
      'gu',
    ),
  },
];
