import { type Folded, isDigitUnit, isEdge, isLetterUnit, isWordUnit, SPACE_UNIT } from '@/lib/text';

/**
 * Items are what gaps count: one Chinese character, one English word (with its apostrophe), one number (with its
 * joiners, as in 2.5 or 9:30).
 */

const APOSTROPHE = 39;

/** Full stop, hyphen, colon or slash, which the fold keeps between digits only. */
function isJoiner(unit: number): boolean {
  return unit === 46 || unit === 45 || unit === 58 || unit === 47;
}

function isHighSurrogate(unit: number): boolean {
  return (unit & 0xfc00) === 0xd800;
}

/** Whether a match may begin at a unit: not inside a word or number, not at a space. */
export function isItemStart({ units }: Folded, at: number): boolean {
  return units[at] !== SPACE_UNIT && (at === 0 || isEdge(units[at - 1]!, units[at]!));
}

/** Start of the item that holds the unit. */
export function itemStart({ units }: Folded, at: number): number {
  let p = at;
  for (;;) {
    while (p > 0 && !isEdge(units[p - 1]!, units[p]!)) p--;
    if (p < 2) break;
    const joined = isLetterUnit(units[p]!)
      ? units[p - 1] === APOSTROPHE && isLetterUnit(units[p - 2]!)
      : isDigitUnit(units[p]!) && isJoiner(units[p - 1]!) && isDigitUnit(units[p - 2]!);
    if (!joined) break;
    p -= 2;
  }
  return p > 0 && isHighSurrogate(units[p - 1]!) ? p - 1 : p;
}

/** Start of the item before the one that begins at `at`, or −1. */
export function previousItem(text: Folded, at: number): number {
  let p = at - 1;
  if (p >= 0 && text.units[p] === SPACE_UNIT) p--;
  return p < 0 ? -1 : itemStart(text, p);
}

/** End of the item that begins at the unit. */
export function itemEnd({ units, length }: Folded, at: number): number {
  let p = at + 1;
  if (!isWordUnit(units[at]!)) return isHighSurrogate(units[at]!) && p < length ? p + 1 : p;
  for (;;) {
    while (p < length && !isEdge(units[p - 1]!, units[p]!)) p++;
    if (p + 1 >= length) return p;
    const joins = isLetterUnit(units[p - 1]!)
      ? units[p] === APOSTROPHE && isLetterUnit(units[p + 1]!)
      : isJoiner(units[p]!) && isDigitUnit(units[p + 1]!);
    if (!joins) return p;
    p += 2;
  }
}

/** The items of one text, numbered; kept between scans and filled only when a scan needs it. */
export class ItemIndex {
  /** Where each item begins. */
  starts = new Int32Array(256);
  /** The item that each unit belongs to. */
  itemAt = new Int32Array(256);
  private text: Folded | null = null;

  /** Forgets the text before. */
  clear(): void {
    this.text = null;
  }

  /** Numbers the items of a text, once until `clear`. */
  fill(text: Folded): void {
    if (this.text === text) return;
    this.text = text;
    const { units, length } = text;
    if (this.starts.length < length) {
      this.starts = new Int32Array(length * 2);
      this.itemAt = new Int32Array(length * 2);
    }
    let item = 0;
    for (let at = 0; at < length; ) {
      if (units[at] === SPACE_UNIT) {
        at++;
        continue;
      }
      const end = itemEnd(text, at);
      this.starts[item] = at;
      this.itemAt.fill(item, at, end);
      item++;
      at = end;
    }
  }
}
