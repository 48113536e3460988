import type { Range } from '@/lib/text';

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '《': '》' };
const MARK = /[“「『《"＂>＞]/;

/**
 * The parts of a text that repeat somebody's words: inside “” 「」 『』 《》 "" and lines beginning with `>`.
 * A mark that is never closed quotes nothing; straight marks pair within their line.
 */
export function quotedRanges(text: string): Range[] {
  // Few messages quote; this test is all that the others pay for.
  if (!MARK.test(text)) return [];
  const ranges: Range[] = [];
  for (const { index, 0: line } of text.matchAll(/^[ \t]*[>＞].*$/gm)) {
    ranges.push({ start: index, end: index + line.length });
  }
  for (const { index, 0: words } of text.matchAll(/["＂][^"＂\n]*["＂]/g)) {
    ranges.push({ start: index, end: index + words.length });
  }
  for (const { index, 0: opener } of text.matchAll(/[“「『《]/g)) {
    const end = text.indexOf(PAIRS[opener] ?? opener, index + 1);
    if (end >= 0) ranges.push({ start: index, end: end + 1 });
  }
  return ranges;
}
