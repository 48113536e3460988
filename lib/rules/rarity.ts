/**
 * How rarely words are met in service talk, in bits (−log₂ of the chance per place). Rough on purpose: it only decides
 * which words of a pattern are looked for first.
 */

const VERY_COMMON = new Set(
  (
    'a an the i you we it is are was be to of in on at for and or not do have has with this that your our my can will ' +
    'so if but as me us they he she no yes there'
  ).split(' '),
);
const COMMON = new Set(
  (
    'am been by from did does just get got all any what when how why who which out up about now here would could should ' +
    'may please thank thanks sorry hi hello order help know let need want see check send sent contact us team service ' +
    'issue problem refund return item product customer time day days more one them their back like make take go ' +
    'sure good new already'
  ).split(' '),
);
const COMMON_HAN = new Set(
  '的了是我你您不在有这那就也都要会能可以一个们到说没吗呢啊吧和请好给还很上下来去什么怎么自己为对多时后用家亲哦哈买店货单',
);
const COMMON_PAIRS = new Set(
  (
    '您好|可以|我们|谢谢|抱歉|问题|联系|客服|这个|什么|没有|自己|一下|的话|您的|我的|已经|时候|现在|知道|因为|如果|还是|就是|不是|' +
    '不能|不要|需要|帮您|商品|订单|收到|发货|快递|物流|退货|退款|换货|购买|亲亲|麻烦|您可|给您|这边|那边|了解|看到|支持|请您|不好|意思'
  ).split('|'),
);

/** Bits of fixed words as they stand in a folded text. */
export function bitsOf(words: string): number {
  let bits = 0;
  for (const part of words.split(' '))
    bits += part.charCodeAt(0) < 0x2e80 ? bitsOfWord(part) : bitsOfHan(part);
  return bits;
}

function bitsOfWord(word: string): number {
  if (VERY_COMMON.has(word)) return 4;
  return COMMON.has(word) ? 7 : Math.min(14, 6 + word.length);
}

function bitsOfHan(run: string): number {
  let bits = 0;
  for (let at = 0; at < run.length; at++) {
    if (COMMON_PAIRS.has(run.slice(at, at + 2))) {
      bits += 7;
      at++;
    } else bits += COMMON_HAN.has(run.charAt(at)) ? 5 : 8.5;
  }
  return bits;
}
