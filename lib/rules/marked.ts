import { isEdge, isWordUnit, SPACE_UNIT } from '@/lib/text';

/**
 * Marked text: folded units in a string, with control characters 1–3 in front of a unit
 * for the strongest separator that may stand there (as in `Folded.sep`), and a space between words.
 */
export const mark = (strength: number): string => String.fromCharCode(strength);

/** Fixed words ready to be compared with a folded text. */
export interface Literal {
  readonly units: string;
  /** Separator strength seen through before each unit, where the pattern has punctuation; null if it has none. */
  readonly allow: Uint8Array | null;
}

/** Whether marked text holds no marks, and single spaces only between words. */
function isLiteral(marked: string): boolean {
  for (let at = 0; at < marked.length; at++) {
    const unit = marked.charCodeAt(at);
    if (unit <= 3) return false;
    if (unit === SPACE_UNIT && (at === 0 || isEdge(marked.charCodeAt(at - 1), marked.charCodeAt(at + 1))))
      return false;
  }
  return marked !== '';
}

/** Reads marked text; null if it is empty or begins or ends with a space or mark, where a neighbour would have a say. */
export function toLiteral(marked: string): Literal | null {
  if (isLiteral(marked)) return { units: marked, allow: null };
  let units = '';
  let allows: number[] | null = null;
  let pending = 0;
  let spaced = false;
  for (let at = 0; at < marked.length; at++) {
    const unit = marked.charCodeAt(at);
    if (unit === SPACE_UNIT) spaced = true;
    else if (unit <= 3) pending = Math.max(pending, unit);
    else {
      if ((spaced || pending > 0) && units === '') return null;
      if (spaced) {
        const before = units.charCodeAt(units.length - 1);
        if (!isEdge(before, unit)) units += ' ';
        else pending = Math.max(pending, isWordUnit(before) && isWordUnit(unit) ? 2 : 1);
      }
      if (pending > 0) {
        allows ??= [];
        allows[units.length] = pending;
      }
      units += String.fromCharCode(unit);
      spaced = false;
      pending = 0;
    }
  }
  if (units === '' || spaced || pending > 0) return null;
  if (!allows) return { units, allow: null };
  const allow = new Uint8Array(units.length);
  allows.forEach((strength, index) => {
    allow[index] = strength;
  });
  return { units, allow };
}
