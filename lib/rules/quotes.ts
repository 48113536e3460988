import type { Range } from '@/lib/text';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '《': '》' };

/**
 * The parts of a text that repeat somebody's words: inside “” 「」 『』 《》 "" and lines beginning with `>`.
 * A mark that is never closed quotes nothing; straight marks pair within their line.
 */
export function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (const match of text.matchAll(/^[ \t]*[>＞].*$/gmu)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(/["＂][^"＂\n]*["＂]/gu)) {
    ranges.push({ start: match.index, end: match.index + match[0].length });
  }
  for (let at = 0; at < text.length; at++) {
    const closer = PAIRS[text.charAt(at)];
    if (closer === undefined) continue;
    const end = text.indexOf(closer, at + 1);
    if (end >= 0) ranges.push({ start: at, end: end + 1 });
  }
  return ranges;
}
