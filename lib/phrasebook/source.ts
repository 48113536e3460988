import { type Document, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { jsonErrorAt } from './json-error';
import { type DataPath, type Part, pathText } from './place';
import { type BookProblem, cited, type ToldProblem, told } from './problem';

/** A file of a book, as text; `path` is only used to name it. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Largest file in UTF-16 units, and longest line of it; JSON may be on one line, YAML is written by people. */
export const LIMITS = { file: 16_000_000, yamlLine: 20_000, jsonLine: 4_000_000, aliases: 100 } as const;

const isJson = (path: string): boolean => /\.json$/i.test(path);

const tooLarge = (file: SourceFile): BookProblem | undefined => {
  const problem = (line: number, said: ToldProblem): BookProblem => ({
    file: file.path,
    line,
    level: 'error',
    kind: 'limit',
    ...said,
  });
  if (file.text.length > LIMITS.file) {
    const values = { count: file.text.length, most: LIMITS.file };
    return problem(1, told('file-too-long', 'split-folder', values));
  }
  const longest = isJson(file.path) ? LIMITS.jsonLine : LIMITS.yamlLine;
  let line = 1;
  for (let from = 0; from <= file.text.length; line++) {
    const next = file.text.indexOf('\n', from);
    const end = next < 0 ? file.text.length : next;
    if (end - from > longest) {
      return problem(line, told('line-too-long', 'break-lines', { count: end - from, most: longest }));
    }
    from = end + 1;
  }
  return undefined;
};

/** What YAML complains of, and what to write where it does not take a pattern as it stands. */
const syntaxProblem = (code: string, message: string): ToldProblem => {
  const values = { reason: (message.split('\n')[0] ?? '').replace(/\.$/, '') };
  if (code === 'DUPLICATE_KEY') return told('yaml-duplicate', 'keep-one-key', values);
  if (code === 'TAB_AS_INDENT') return told('yaml-tab', 'indent-spaces', values);
  if (code === 'BAD_SCALAR_START' || /reserved character|collection|alias|anchor|flow|quote/i.test(message)) {
    return told('yaml-quote', 'quote-text', values);
  }
  if (code === 'BAD_INDENT' || code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY') {
    return told('yaml-indent', 'line-up', values);
  }
  return told('yaml-other', 'compare-lines', values);
};

/** Names that every JavaScript object answers to; a book must not smuggle them in as keys. */
const isForbiddenKey = (key: string): boolean => key in Object.prototype;

const forbiddenKeys = (node: unknown, found: { key: string; node: Node }[], depth: number): void => {
  if (depth > 200) throw new RangeError('nested too deep');
  if (isMap(node)) {
    for (const pair of node.items) {
      if (isScalar(pair.key) && isForbiddenKey(String(pair.key.value))) {
        found.push({ key: String(pair.key.value), node: pair.key });
      }
      forbiddenKeys(pair.value, found, depth + 1);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) forbiddenKeys(item, found, depth + 1);
  }
};

const nodeAt = (doc: Document, path: DataPath, of: 'key' | 'value'): Node | null => {
  let node: unknown = doc.contents;
  let nearestNode: Node | null = isNode(doc.contents) ? doc.contents : null;
  for (let i = 0; i < path.length; i++) {
    const step = path[i]!;
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(step));
      if (pair === undefined) return nearestNode;
      // An empty value has no place of its own.
      if (isNode(pair.key) && (of === 'key' ? i === path.length - 1 : !isNode(pair.value))) return pair.key;
      next = pair.value;
      if (isNode(pair.key) && (isMap(next) || isSeq(next)) && i === path.length - 1) return pair.key;
    } else if (isSeq(node) && typeof step === 'number') {
      next = node.items[step];
    }
    if (!isNode(next)) return nearestNode;
    nearestNode = next;
    node = next;
  }
  return nearestNode;
};

const jsonProblem = (file: SourceFile, lines: LineCounter): BookProblem | undefined => {
  const offset = jsonErrorAt(file.text);
  if (offset === undefined) return undefined;
  const at = lines.linePos(offset);
  const rest = file.text.slice(offset).split('\n')[0]?.trim() ?? '';
  return {
    file: file.path,
    line: Math.max(1, at.line),
    column: Math.max(1, at.col),
    level: 'error',
    kind: 'syntax',
    ...told(rest === '' ? 'json-short' : 'json', 'json-form', { text: cited(rest.slice(0, 20)) }),
  };
};

/**
 * Reads one file into plain data, never throwing: every problem is returned with its line.
 * `part` is missing when nothing of the file can be used.
 */
export const readPart = (file: SourceFile): { part?: Part; problems: BookProblem[] } => {
  const large = tooLarge(file);
  if (large !== undefined) return { problems: [large] };
  const problems: BookProblem[] = [];
  const lines = new LineCounter();
  const say = (offset: number, kind: BookProblem['kind'], said: ToldProblem): void => {
    const at = lines.linePos(offset);
    problems.push({
      file: file.path,
      line: Math.max(1, at.line),
      column: Math.max(1, at.col),
      level: 'error',
      kind,
      ...said,
    });
  };
  try {
    const doc = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
    if (isJson(file.path)) {
      const problem = jsonProblem(file, lines);
      if (problem !== undefined) return { problems: [problem] };
    }
    if (doc.errors.some((it) => /call stack/i.test(it.message))) throw new RangeError('nested too deep');
    for (const it of [...doc.errors, ...doc.warnings]) {
      say(it.pos[0], 'syntax', syntaxProblem(it.code, it.message));
    }
    // One broken place makes everything after it doubtful, so nothing of the file is used.
    if (problems.length > 0) return { problems };
    const forbidden: { key: string; node: Node }[] = [];
    forbiddenKeys(doc.contents, forbidden, 0);
    for (const it of forbidden) {
      say(it.node.range?.[0] ?? 0, 'shape', told('forbidden-key', 'other-name', { key: it.key }));
    }
    if (problems.length > 0) return { problems };
    const value: unknown = doc.toJS({ maxAliasCount: LIMITS.aliases });
    const place: Part['place'] = (path, of = 'value', inside = 1) => {
      const node = nodeAt(doc, path, of);
      const type = isScalar(node) ? node.type : undefined;
      const quoted = type === 'QUOTE_SINGLE' || type === 'QUOTE_DOUBLE';
      // In a block text the column would be that of the `|`.
      const within = inside === 1 || (!quoted && type !== 'PLAIN') ? 0 : inside - 1 + (quoted ? 1 : 0);
      const at = lines.linePos((node?.range?.[0] ?? 0) + within);
      return {
        file: file.path,
        line: Math.max(1, at.line),
        column: Math.max(1, at.col),
        ...(path.length > 0 ? { path: pathText(path) } : {}),
      };
    };
    return { part: { file: file.path, value, place }, problems };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/alias/i.test(text)) {
      say(Math.max(0, file.text.indexOf('*')), 'limit', told('aliases', 'write-out', {}));
    } else {
      say(0, 'limit', told('nested', 'six-levels', {}));
    }
    return { problems };
  }
};
