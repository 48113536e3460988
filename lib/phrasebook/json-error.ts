/** A text without raw line breaks; the loops leave nothing to try twice, however long it is. */
const STRING = String.raw`"[^"\\\r\n]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\r\n]*)*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?`;

/**
 * Where a text stops being JSON, as a UTF-16 offset, or `undefined` if it is JSON throughout. Browsers word and place
 * their own errors differently, and some give no place at all.
 */
export const jsonErrorAt = (text: string): number | undefined => {
  const token = new RegExp(`[\\s\\uFEFF]*(?:(${STRING}|${NUMBER}|true|false|null)|([{}[\\],:])|$)`, 'y');
  const open: ('{' | '[')[] = [];
  /** What may come next. */
  let want: 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'next' | 'end' = 'value';
  for (;;) {
    const from = token.lastIndex;
    const match = token.exec(text);
    if (match === null) return from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0);
    const [whole, scalar, sign] = match;
    const at = from + whole.length - (scalar ?? sign ?? '').length;
    if (scalar === undefined && sign === undefined) return want === 'end' ? undefined : text.length;
    const inside = open.at(-1);
    const after = (): typeof want => (open.length === 0 ? 'end' : 'next');
    if (want === 'value' || want === 'first') {
      if (scalar !== undefined) want = after();
      else if (sign === '{' || sign === '[') {
        open.push(sign);
        want = sign === '{' ? 'firstKey' : 'first';
      } else if (sign === ']' && want === 'first') {
        open.pop();
        want = after();
      } else return at;
    } else if (want === 'key' || want === 'firstKey') {
      if (scalar?.startsWith('"') === true) want = 'colon';
      else if (sign === '}' && want === 'firstKey') {
        open.pop();
        want = after();
      } else return at;
    } else if (want === 'colon') {
      if (sign !== ':') return at;
      want = 'value';
    } else if (want === 'next') {
      if (sign === ',') want = inside === '{' ? 'key' : 'value';
      else if ((sign === '}' && inside === '{') || (sign === ']' && inside === '[')) {
        open.pop();
        want = after();
      } else return at;
    } else return at;
  }
};
