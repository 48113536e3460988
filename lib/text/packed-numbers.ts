/**
 * Signed integers as printable text: small numbers take one character, so a delta-coded table compresses well.
 * A number is written as base-45 digits, most significant first; the last digit comes from its own half of the alphabet.
 */
const LAST = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHI';
const LEADING = 'JKLMNOPQRSTUVWXYZ-_!#%&()*+,./:;<=>?@[]^{|}~$';

/** Packs whole numbers of either sign. */
export function packNumbers(values: readonly number[]): string {
  let packed = '';
  for (const value of values) {
    const zigzag = value < 0 ? -2 * value - 1 : 2 * value;
    let text = LAST.charAt(zigzag % LAST.length);
    for (let rest = Math.floor(zigzag / LAST.length); rest > 0; rest = Math.floor(rest / LEADING.length)) {
      text = LEADING.charAt(rest % LEADING.length) + text;
    }
    packed += text;
  }
  return packed;
}

/** Undoes packNumbers. */
export function unpackNumbers(packed: string): number[] {
  const values: number[] = [];
  let leading = 0;
  for (const character of packed) {
    const last = LAST.indexOf(character);
    if (last < 0) {
      leading = leading * LEADING.length + LEADING.indexOf(character);
      continue;
    }
    const zigzag = leading * LAST.length + last;
    values.push(zigzag % 2 === 1 ? -(zigzag + 1) / 2 : zigzag / 2);
    leading = 0;
  }
  return values;
}
