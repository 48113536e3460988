import { isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml';
import { type LoadOptions, type OwnBook, SECTIONS } from '@/lib/phrasebook';
import { rewritePart, rewriteYaml, saysBook, type WrittenYaml } from './rewrite-yaml';
import { columnOf, endOf, isBlock, lineStart, nextLine, type Splice, spliced, startOf } from './yaml-lines';

type Section = (typeof SECTIONS)[number] | 'lists';
const PARTS: readonly Section[] = ['lists', ...SECTIONS];

/** Ids of what a file writes, by part of the book. */
type Holding = Readonly<Record<Section, ReadonlySet<string>>>;

const pairsOf = (text: string): Pair[] => {
  const top = parseDocument(text, { logLevel: 'silent' }).contents;
  return isMap(top) ? top.items : [];
};

const keyOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

function holdingOf(text: string): Holding {
  const told: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
  const of = (section: Section): ReadonlySet<string> => {
    const part =
      typeof told === 'object' && told !== null ? (told as Record<string, unknown>)[section] : null;
    if (Array.isArray(part)) return new Set(part.map((it) => String((it as { id?: unknown } | null)?.id)));
    return new Set(typeof part === 'object' && part !== null ? Object.keys(part) : []);
  };
  return Object.fromEntries(PARTS.map((it) => [it, of(it)])) as unknown as Holding;
}

/** A book cut down to some of its items. */
const only = (own: OwnBook, keeps: (section: Section, id: string) => boolean): OwnBook => ({
  ...own,
  lists: Object.fromEntries(Object.entries(own.lists).filter(([name]) => keeps('lists', name))),
  ...(Object.fromEntries(
    SECTIONS.map((section) => [section, own[section].filter(({ id }) => keeps(section, id))]),
  ) as Pick<OwnBook, (typeof SECTIONS)[number]>),
});

/** The lines of a part of a file: what stands under its key, with the comments over it. */
interface Block {
  section: Section;
  /** Comments between what stands before and the key. */
  above: string;
  lines: string;
  /** Where its items begin in their lines. */
  column: number;
}

const isWritten = (node: unknown): node is Node =>
  isNode(node) && (isSeq(node) || isMap(node)) && isBlock(node) && node.items.length > 0;

const firstOf = (node: Node): number => {
  const [first] = isSeq(node) || isMap(node) ? node.items : [];
  return isNode(first)
    ? startOf(first)
    : isNode((first as Pair | undefined)?.key)
      ? startOf((first as Pair).key as Node)
      : 0;
};

/** Where the items of a block begin in their lines: at the dash of a list, at the name of a map. */
const columnIn = (text: string, node: Node): number => {
  const at = firstOf(node);
  return isSeq(node)
    ? (/^[ \t]*/.exec(text.slice(lineStart(text, at)))?.[0].length ?? 0)
    : columnOf(text, at);
};

function blocksOf(text: string): Block[] {
  const pairs = pairsOf(text);
  return pairs.flatMap((pair, index): Block[] => {
    const section = PARTS.find((it) => it === keyOf(pair));
    const { key, value } = pair;
    if (section === undefined || !isNode(key) || !isWritten(value)) return [];
    const before = pairs[index - 1];
    const next = pairs[index + 1]?.key;
    const from = before ? endOfPair(text, before) : 0;
    const end = isNode(next) ? endOfPair(text, pair) : text.length;
    return [
      {
        section,
        above: text.slice(from, lineStart(text, startOf(key))),
        lines: text.slice(nextLine(text, endOf(key)), end),
        column: columnIn(text, value),
      },
    ];
  });
}

/** Where the lines of a pair end: comments that stand further in than its key are its own. */
function endOfPair(text: string, { key, value }: Pair): number {
  const node = isNode(value) ? value : key;
  const at = nextLine(text, isNode(node) ? endOf(node) : 0);
  let end = at;
  let line = at;
  for (const words of text.slice(at).match(/.*\n|.+$/g) ?? []) {
    line += words.length;
    if (words.trim() === '') continue;
    if (!/^[ \t]+#/.test(words)) break;
    end = line;
  }
  return end;
}

const shifted = (lines: string, by: number): string =>
  by >= 0
    ? lines.replace(/^(?=[^\n])/gm, ' '.repeat(by))
    : lines.replace(new RegExp(`^ {0,${-by}}`, 'gm'), '');

const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);

/** Puts what stands in one file behind what stands in another, part by part. */
function joined(text: string, more: string): string {
  const whole = ended(text);
  const splices: Splice[] = [];
  let behind = '';
  const pairs = pairsOf(whole);
  for (const { section, above, lines, column } of blocksOf(ended(more))) {
    const pair = pairs.find((it) => keyOf(it) === section);
    const value = pair?.value;
    if (pair && isWritten(value)) {
      const at = endOfPair(whole, pair);
      const to = columnIn(whole, value);
      splices.push({
        start: at,
        end: at,
        text: shifted(above.trim() === '' ? '' : above, to) + shifted(lines, to - column),
      });
    } else if (pair) {
      // `scripts: []`, which the lines take the place of.
      const at = isNode(pair.key) ? lineStart(whole, startOf(pair.key)) : 0;
      splices.push({ start: at, end: endOfPair(whole, pair), text: `${above}${section}:\n${lines}` });
    } else behind += `${above}${section}:\n${lines}`;
  }
  return ended(spliced(whole, splices)) + behind;
}

/**
 * Writes a book into the YAML files it was taken from, as one: the first with what is new, behind its parts those of
 * the others, each with its comments and in its order. An item that stands in two files stays in the first. `null` where
 * there is no file, or the first is not written in a way that can be kept.
 */
export function rewriteYamls(
  files: readonly WrittenYaml[],
  own: OwnBook,
  base: LoadOptions['base'],
): string | null {
  const [first, ...others] = files.map((it) => ({ ...it, text: it.text.replace(/^\uFEFF/, '') }));
  if (!first) return null;
  const alone = (): string | null => rewriteYaml(first, own, base);
  const held = [first, ...others].map((it) => holdingOf(it.text.replaceAll('\r\n', '\n')));
  /** The file that an item stands in; what is new goes to the first. */
  const placeOf = (section: Section, id: string): number =>
    Math.max(
      0,
      held.findIndex((it) => it[section].has(id)),
    );
  const written = [first, ...others].map((file, place) => {
    const mine = only(own, (section, id) => placeOf(section, id) === place);
    return rewritePart(file, mine, base, place === 0);
  });
  const [start, ...rest] = written;
  const behind = rest.filter((it) => it !== null);
  if (start === null || start === undefined || behind.length === 0) return alone();
  const text = behind.reduce(joined, start);
  if (!saysBook(text, own, base) || !isOnce(text)) return alone();
  return first.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** Whether no id stands twice in a part. */
const isOnce = (text: string): boolean => {
  const told = parseDocument(text, { logLevel: 'silent' });
  if (told.errors.length > 0) return false;
  return SECTIONS.every((section) => {
    const items = (told.toJS() as Record<string, unknown>)[section];
    if (!Array.isArray(items)) return true;
    const ids = items.map((it) => (it as { id?: unknown } | null)?.id).filter((it) => it !== undefined);
    return new Set(ids).size === ids.length;
  });
};
