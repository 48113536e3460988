import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type LoadOptions, loadParts, type OwnBook, readPart, SECTIONS } from '@/lib/phrasebook';
import {
  asFlow,
  asLines,
  asScalar,
  columnOf,
  dashOf,
  endOf,
  isBlock,
  leadsLine,
  lineStart,
  nextLine,
  type Splice,
  spliced,
  startOf,
} from './yaml-lines';

/** A YAML file as somebody wrote it, with what of it a book did not take. */
export interface WrittenYaml {
  text: string;
  /** Ids of rows that were refused: they stay as they stand. */
  refused: readonly string[];
}

type Data = Record<string, unknown>;

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal whatever the order of keys; what is undefined is not there. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((it, at) => same(it, b[at]));
  if (!isData(a) || !isData(b)) return false;
  const keys = (it: Data): string[] => Object.keys(it).filter((key) => it[key] !== undefined);
  return keys(a).length === keys(b).length && keys(a).every((key) => same(a[key], b[key]));
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (isData(value) && Object.keys(value).length === 0);

const keyName = (pair: { key: unknown }): string | null =>
  isScalar(pair.key) ? String(pair.key.value) : null;

/** Changes a document's text where its values differ from wanted ones, and nowhere else. */
class Rewriter {
  splices: Splice[] = [];

  constructor(
    private readonly text: string,
    private readonly doc: Document,
    private readonly refused: ReadonlySet<string>,
  ) {}

  private put(start: number, end: number, text: string): void {
    // The last line of a file may not end.
    const open = start === end && start === this.text.length && !/\n$|^$/.test(this.text);
    this.splices.push({ start, end, text: open ? `\n${text.replace(/\n$/, '')}` : text });
  }

  /** Makes a node say `wanted`; `false`, having changed nothing, where it must be written anew. */
  node(node: Node, is: unknown, wanted: unknown, inFlow: boolean): boolean {
    if (same(is, wanted)) return true;
    const before = this.splices.length;
    const done =
      isScalar(node) && !isData(wanted) && !Array.isArray(wanted)
        ? this.scalar(node, wanted, inFlow)
        : isMap(node) && isBlock(node) && isData(wanted)
          ? this.map(node, isData(is) ? is : {}, wanted)
          : isSeq(node) && isBlock(node) && Array.isArray(wanted)
            ? this.texts(node, wanted)
            : this.flow(node, wanted);
    if (!done) this.splices.length = before;
    return done;
  }

  private scalar(node: Parameters<typeof asScalar>[1], wanted: unknown, inFlow: boolean): boolean {
    const text = node.anchor === undefined ? asScalar(wanted, node, inFlow) : null;
    if (text === null) return false;
    this.put(startOf(node), endOf(node), text);
    return true;
  }

  private flow(node: Node, wanted: unknown): boolean {
    if (!(isMap(node) || isSeq(node)) || !node.flow || node.anchor !== undefined) return false;
    this.put(startOf(node), endOf(node), asFlow(wanted));
    return true;
  }

  /** A block map: fields that differ are changed, new ones follow the last. */
  map(node: YAMLMap, is: Data, wanted: Data): boolean {
    const { text } = this;
    const [first] = node.items;
    if (!first || !isNode(first.key)) return false;
    const column = columnOf(text, startOf(first.key));
    for (const pair of node.items) {
      const key = keyName(pair);
      if (key === null || !isNode(pair.key)) return false;
      if (same(is[key], wanted[key]) || (isNothing(wanted[key]) && isNothing(is[key]))) continue;
      const start = startOf(pair.key);
      const value = isNode(pair.value) ? pair.value : undefined;
      const end = value?.range && endOf(value) > startOf(pair.key) ? endOf(value) : endOf(pair.key) + 1;
      if (isNothing(wanted[key])) {
        if (!leadsLine(text, start)) return false;
        this.put(lineStart(text, start), nextLine(text, end), '');
      } else if (!value || !this.node(value, is[key], wanted[key], false)) {
        // A block text ends with its line.
        const lines = asLines({ [key]: wanted[key] }, column);
        this.put(start, end, text[end - 1] === '\n' ? `${lines}\n` : lines);
      }
    }
    const there = new Set(node.items.map(keyName));
    const after = nextLine(text, endOf(node));
    for (const [key, value] of Object.entries(wanted)) {
      if (there.has(key) || isNothing(value) || same(is[key], value)) continue;
      this.put(after, after, `${' '.repeat(column)}${asLines({ [key]: value }, column)}\n`);
    }
    return true;
  }

  /** A block list of texts: those that stay stay where they are, in their order. */
  private texts(node: YAMLSeq, wanted: readonly unknown[]): boolean {
    const left = node.items.map((it) => (isNode(it) ? it.toJS(this.doc) : it) as unknown);
    let at = 0;
    /** After which item of the file each wanted one comes, or which it is. */
    const fresh: { after: number; value: unknown }[] = [];
    const stays = new Set<number>();
    for (const value of wanted) {
      const found = left.findIndex((it, index) => index >= at && same(it, value));
      if (found >= 0) {
        stays.add(found);
        at = found + 1;
      } else if (left.some((it, index) => index < at && !stays.has(index) && same(it, value))) return false;
      else fresh.push({ after: at - 1, value });
    }
    if (stays.size === 0) return false;
    return this.items(node, (index) => stays.has(index), fresh);
  }

  /** Takes away items of a block list and puts new ones in; `after` -1: before the first. */
  private items(
    node: YAMLSeq,
    stays: (index: number) => boolean,
    fresh: readonly { after: number; value: unknown }[],
  ): boolean {
    const { text } = this;
    const items = node.items.filter(isNode);
    const dashes = items.map((it) => dashOf(text, it));
    const [first] = dashes;
    if (items.length !== node.items.length || first === undefined || dashes.includes(null)) return false;
    const column = columnOf(text, first ?? 0);
    for (const [index, item] of items.entries()) {
      if (!stays(index)) this.put(lineStart(text, dashes[index] ?? 0), nextLine(text, endOf(item)), '');
    }
    for (const { after, value } of fresh) {
      const before = items[after];
      const at = before ? nextLine(text, endOf(before)) : lineStart(text, first ?? 0);
      this.put(at, at, `${' '.repeat(column)}${asLines([value], column)}\n`);
    }
    return true;
  }

  /** A part of the book: its items by id, new ones at the end. */
  section(node: YAMLSeq, is: readonly Data[], wanted: readonly Data[]): boolean {
    if (!isBlock(node)) return false;
    const known = new Map(is.map((it) => [it.id, it]));
    const target = new Map(wanted.map((it) => [it.id, it]));
    const raw = node.items.map((it) => (isMap(it) ? (it.toJS(this.doc) as Data) : {}));
    // A row may do without an id: it is the item with its text.
    const byText = new Map(wanted.map((it) => [it.text, it.id]));
    const ids = raw.map((it) => it.id ?? (it.text === undefined ? undefined : byText.get(it.text)));
    const stays = (index: number): boolean => {
      const id = ids[index];
      return target.has(id) || this.refused.has(String(id)) || !known.has(id);
    };
    for (const [index, item] of node.items.entries()) {
      const row = target.get(ids[index]);
      if (!isNode(item) || row === undefined) continue;
      if (this.node(item, known.get(ids[index]) ?? raw[index], row, false)) continue;
      if (dashOf(this.text, item) === null) return false;
      const end = endOf(item);
      const lines = asLines(row, columnOf(this.text, startOf(item)));
      this.put(startOf(item), end, this.text[end - 1] === '\n' ? `${lines}\n` : lines);
    }
    const fresh = wanted.filter((it) => !ids.includes(it.id));
    return this.items(
      node,
      stays,
      fresh.map((value) => ({ after: node.items.length - 1, value })),
    );
  }
}

const HEADER = ['id', 'name', 'language', 'version', 'license', 'extends', 'off'] as const;

/** What a file says, as a book would have it: with defaults, by part and id. */
const readAs = (text: string, own: OwnBook, base: LoadOptions['base']): OwnBook | undefined => {
  const { part } = readPart({ path: 'book.yaml', text });
  if (part === undefined) return undefined;
  const { id, name, language, version, license, extends: below } = own;
  const header = { id, name, language, version, license, ...(below === undefined ? {} : { extends: below }) };
  const value = isData(part.value) ? { ...header, ...part.value, extends: below } : part.value;
  return loadParts([{ ...part, value }], {
    ...(base ? { base } : {}),
    lenient: true,
    fallback: { file: 'book.yaml', line: 1 },
  }).own;
};

const itemsIn = (own: OwnBook, section: (typeof SECTIONS)[number]): readonly Data[] =>
  own[section] as unknown as readonly Data[];

/** Whether a text says what a book says, but for rows that were refused. */
const says = (read: OwnBook | undefined, own: OwnBook): boolean =>
  read !== undefined &&
  same(read.lists, own.lists) &&
  same([...(read.off ?? [])].sort(), [...(own.off ?? [])].sort()) &&
  SECTIONS.every((section) => {
    const found = new Map(itemsIn(read, section).map((it) => [it.id, it]));
    return itemsIn(own, section).every((it) => same(found.get(it.id), it));
  });

/** Whether a text, with what it builds on, says what a book says. */
export const saysBook = (text: string, own: OwnBook, base: LoadOptions['base']): boolean =>
  says(readAs(text, own, base), own);

/**
 * Writes a book into the YAML file it came from: comments, order and the way of writing stay, and only lines that say
 * something else than the book are changed. What the file says of its own name and version stays too. `null` where the
 * file is not written in a way that can be kept.
 */
export function rewriteYaml(file: WrittenYaml, own: OwnBook, base: LoadOptions['base']): string | null {
  const written = rewritten(file, own, base);
  if (written === null || !saysBook(written, own, base)) return null;
  return file.text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}

/**
 * The same for one of several files, with the items of the book that belong to it; it is not asked whether it is whole.
 * The first of them says what the book is.
 */
export function rewritePart(
  file: WrittenYaml,
  own: OwnBook,
  base: LoadOptions['base'],
  isFirst = false,
): string | null {
  return rewritten(file, own, base, !isFirst);
}

function rewritten(
  { text, refused }: WrittenYaml,
  own: OwnBook,
  base: LoadOptions['base'],
  /** What a part does not say of the book itself need not stand in it. */
  isPart = false,
): string | null {
  const source = text.replace(/^\uFEFF/, '');
  const plain = source.replaceAll('\r\n', '\n');
  const is = readAs(plain, own, base);
  const doc = parseDocument(plain, { logLevel: 'silent' });
  const top = doc.contents;
  if (!is || !isMap(top) || !isBlock(top) || top.items.length === 0) return null;
  const rewriter = new Rewriter(plain, doc, new Set(refused));
  const told = (doc.toJS() ?? {}) as Data;
  const header = Object.fromEntries(HEADER.map((key) => [key, told[key] ?? (isPart ? undefined : own[key])]));
  const wanted: Data = { ...header, lists: own.lists };
  if (!isPart) Object.assign(wanted, { extends: own.extends, off: own.off });
  const now: Data = { ...told, lists: is.lists };
  for (const section of SECTIONS) {
    const at = top.items.find((it) => keyName(it) === section);
    if (isSeq(at?.value) && itemsIn(own, section).length > 0) {
      if (!rewriter.section(at.value, itemsIn(is, section), itemsIn(own, section))) return null;
      continue;
    }
    wanted[section] = itemsIn(own, section);
    now[section] = itemsIn(is, section);
  }
  for (const section of SECTIONS) if (!Object.hasOwn(wanted, section)) wanted[section] = now[section];
  if (!rewriter.map(top, now, wanted)) return null;
  return spliced(plain, rewriter.splices);
}
