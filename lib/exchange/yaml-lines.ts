import { isCollection, isMap, isNode, isPair, isScalar, type Node, Scalar, stringify } from 'yaml';

/** One stretch of a text that is to be replaced; an empty stretch inserts. */
export interface Splice {
  start: number;
  end: number;
  text: string;
}

/** A text with stretches replaced; those at the same place follow each other as they were given. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const it of [...splices].sort((a, b) => a.start - b.start)) {
    result += text.slice(at, it.start) + it.text;
    at = it.end;
  }
  return result + text.slice(at);
}

export const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** Where what a node says ends, before comments and blank lines that follow it. */
export function endOf(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1);
    if (isPair(last)) {
      if (isNode(last.value) && !isEmptyScalar(last.value)) return endOf(last.value);
      // Nothing is written after the colon.
      if (isNode(last.key)) return (last.key.range?.[1] ?? 0) + 1;
    }
    if (isNode(last)) return endOf(last);
  }
  return node.range?.[1] ?? 0;
}

/** `key:` with nothing behind it. */
const isEmptyScalar = (node: Node): boolean => isScalar(node) && node.source === '' && node.type === 'PLAIN';

/** Where the line of a place begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the next line begins; a block text ends there already. */
export function nextLine(text: string, at: number): number {
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export const columnOf = (text: string, at: number): number => at - lineStart(text, at);

/** Every line but the first further in; empty lines stay empty. */
export const indented = (lines: string, columns: number): string =>
  lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);

const STYLE = { lineWidth: 0 } as const;

/** A value as lines of YAML that begin at a column, without a line break at the end. */
export const asLines = (value: unknown, column: number): string =>
  indented(stringify(value, STYLE).replace(/\n$/, ''), column);

/** A value on one line. */
export const asFlow = (value: unknown): string =>
  stringify(value, { ...STYLE, collectionStyle: 'flow' }).replace(/\n$/, '');

/** A text, number or truth value in the quotes that stood there; `null` where it takes more than a line. */
export function asScalar(value: unknown, like: Scalar, inFlow: boolean): string | null {
  if (like.type === 'BLOCK_FOLDED' || like.type === 'BLOCK_LITERAL') return null;
  const scalar = new Scalar(value);
  if (typeof value === 'string' && like.type && like.type !== 'PLAIN') scalar.type = like.type;
  const text = inFlow ? asFlow([scalar]).replace(/^\[\s*|\s*\]$/g, '') : asLines(scalar, 0);
  return text.includes('\n') ? null : text;
}

/** Where the dash of an item stands; `null` where something else stands between them. */
export function dashOf(text: string, item: Node): number | null {
  const start = startOf(item);
  const before = /^([ \t]*)-[ \t]+$/.exec(text.slice(lineStart(text, start), start));
  return before ? lineStart(text, start) + before[1]!.length : null;
}

/** Whether a map's pair is the first thing on its line. */
export const leadsLine = (text: string, at: number): boolean =>
  /^[ \t]*$/.test(text.slice(lineStart(text, at), at));

export const isBlock = (node: Node): boolean =>
  isCollection(node) && !node.flow && !(isMap(node) && node.tag?.includes('set'));
