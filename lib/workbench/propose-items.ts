import { exampleText, takeMarks } from '@/lib/phrasebook';
import { type Folded, fold, isDigitUnit, isLetterUnit, Sep, SPACE_UNIT } from '@/lib/text';

/** One Chinese character, one English word or one number of a message. */
export interface MessageItem {
  /** What makes two items the same. */
  key: string;
  /** As it stands in a pattern. */
  written: string;
  kind: 'han' | 'word' | 'number';
  /** How much it tells about a message: little where it stands in every other one. */
  weight: number;
  /** Whether a comma or the like stands before it. */
  comma: boolean;
}

/** What a message says between two sentence ends. */
export type ItemRun = readonly MessageItem[];

const COMMON_HAN = new Set(
  '的了是我你在有这那就也都要会能可以一个到说没吗呢啊吧和请好给还很上下来去么为对多时哦哈亲嘛的得地您',
);
const COMMON_WORDS = new Set(
  'a an the i you we it is are was be to of in on at for and or not do have has with this that your our my can will so if but as me us they he she no yes there hello hi please thank thanks sorry dear'.split(
    ' ',
  ),
);
/** Chinese numerals, and what is counted or measured after them; 一 is a number only where something is repeated. */
const NUMERALS = /[二两三四五六七八九十百千万]/;
const COUNTED = new Set('遍次样件个天块元张条只箱盒包年月号回');
const REPEATED = new Set('遍次');

/** Written differently for the same person. */
const SAME: ReadonlyMap<string, { key: string; written: string }> = new Map(
  ['你', '您'].map((it) => [it, { key: '你', written: '(你|您)' }]),
);

function itemOf(folded: Folded, from: number, to: number): MessageItem | null {
  const { units, start, end, text, sep } = folded;
  const key = String.fromCharCode(...units.subarray(from, to));
  const comma = sep[from] === Sep.SOFT;
  if (isDigitUnit(units[from]!)) return { key: '#', written: '{n}', kind: 'number', weight: 0.6, comma };
  if (isLetterUnit(units[from]!)) {
    return { key, written: key, kind: 'word', weight: COMMON_WORDS.has(key) ? 0.5 : 1.6, comma };
  }
  if (!/^\p{L}$/u.test(key)) return null;
  const same = SAME.get(key);
  const weight = COMMON_HAN.has(key) ? 0.5 : 1;
  const written = text.slice(start[from]!, end[to - 1]!);
  return { key, written: [...written].length === 1 ? written : key, kind: 'han', comma, ...same, weight };
}

/** Chinese numerals before what they count are a number like any other. */
function numbered(run: readonly MessageItem[]): MessageItem[] {
  const items: MessageItem[] = [];
  for (let from = 0; from < run.length; ) {
    let to = from;
    while (to < run.length && NUMERALS.test(run[to]!.key)) to++;
    const next = run[to]?.key ?? '';
    const one = run[from]!.key === '一' && REPEATED.has(run[from + 1]?.key ?? '');
    if (one || (to > from && COUNTED.has(next))) {
      items.push({ ...run[from]!, key: '#', written: '{n}', kind: 'number', weight: 0.6 });
      from = one ? from + 1 : to;
    } else items.push(run[from++]!);
  }
  return items;
}

/** The items of a message by sentences; of a message with marks only what is marked. */
export function itemRuns(example: string): ItemRun[] {
  const { text, spans } = takeMarks(exampleText(example));
  const folded = fold(text);
  const { units, length, sep, start } = folded;
  const runs: MessageItem[][] = [[]];
  for (let from = 0; from < length; ) {
    let to = from + 1;
    const same = isDigitUnit(units[from]!) ? isDigitUnit : isLetterUnit(units[from]!) ? isLetterUnit : null;
    while (same !== null && to < length && same(units[to]!) && sep[to] === Sep.NONE) to++;
    if (sep[from]! >= Sep.STOP) runs.push([]);
    const place = start[from]!;
    const wanted = spans.length === 0 || spans.some((it) => place >= it.start && place < it.end);
    if (!wanted && (runs.at(-1)?.length ?? 0) > 0) runs.push([]);
    const item = units[from] === SPACE_UNIT || !wanted ? null : itemOf(folded, from, to);
    if (item !== null) runs.at(-1)?.push(item);
    from = to;
  }
  return runs.filter((it) => it.length > 0).map(numbered);
}

/** The message without its marks. */
export const plainMessage = (example: string): string => takeMarks(example).text;
