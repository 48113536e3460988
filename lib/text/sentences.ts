import { fold } from './fold';
import { Sep } from './folded';

/** A UTF-16 range of a text. */
export interface Range {
  start: number;
  end: number;
}

/** What may follow the last letter of a sentence and still belongs to it. */
const CLOSING = /^[\s\S]*?(?:[。！？!?.．｡\n\r\u2028\u2029‼⁇⁈⁉]+[”’」』》）)\]"']*)+/u;

/** The sentences of a text, each with its closing punctuation, without surrounding space. */
export function sentences(text: string): Range[] {
  const folded = fold(text);
  const ranges: Range[] = [];
  let start = 0;
  const close = (from: number, to: number) => {
    const between = text.slice(from, to);
    const end = from + (CLOSING.exec(between)?.[0].length ?? between.length);
    push(ranges, text, start, end);
    start = end;
  };
  for (let at = 1; at < folded.length; at++) {
    if (folded.sep[at] === Sep.STOP) close(folded.end[at - 1]!, folded.start[at]!);
  }
  if (folded.length > 0) push(ranges, text, start, text.length);
  return ranges;
}

function push(ranges: Range[], text: string, start: number, end: number): void {
  const body = text.slice(start, end);
  const from = start + (body.length - body.trimStart().length);
  const to = start + body.trimEnd().length;
  if (to > from) ranges.push({ start: from, end: to });
}
