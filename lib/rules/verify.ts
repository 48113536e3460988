import { type Folded, isEdge, isLetterUnit, isWordUnit, SPACE_UNIT } from '@/lib/text';
import { isItemStart, itemEnd } from './items';
import type { Literal } from './marked';
import { Memo } from './memo';
import { clockEnd, dateEnd, numberEnds } from './number';
import { type Code, type Entry, mayStart, Op } from './program';
import { FAIL, Reader } from './reader';
import { SLOT_NAMES } from './slots';

/** Separators of any strength may stand before the first unit of a match. */
const OPEN = 3;
const MAX_COST = 255;
const NO_LITERALS: readonly Literal[] = [];
const NO_ENDS: readonly number[] = [];

/**
 * Verifies candidates by backtracking over a program, never doing the same work twice: what follows from an
 * (instruction, position) is remembered for the whole scan, so a pattern of P instructions costs at most P·n·gap steps
 * on n units whatever it is. Preference: optional pieces present, longer words first, the shortest gap.
 */
export class Verifier extends Reader {
  steps = 0;
  exhausted = false;
  /** End of the last match found by `match`, and how many items its gaps took. */
  end = 0;
  cost = 0;

  private budget = 0;
  private origin = 0;
  private readonly matches = new Memo();
  private readonly queries = new Memo();
  private readonly slots = new Memo();
  private memo = this.matches;
  private collecting: ((end: number) => void) | null = null;
  private readonly slotEnds = new Map<number, readonly number[]>();

  constructor(private readonly code: Code) {
    super();
  }

  begin(text: Folded, budget: number): void {
    this.text = text;
    this.budget = budget;
    this.steps = 0;
    this.exhausted = false;
    this.matches.clear();
    this.slotEnds.clear();
  }

  /** Spends steps outside the machine; false once the budget is gone. */
  spend(steps: number): boolean {
    this.steps += steps;
    if (this.steps > this.budget) this.exhausted = true;
    return !this.exhausted;
  }

  /** Whether the program matches at `at`; false as well if it was tried there before in this scan. */
  match(entry: Entry, at: number): boolean {
    // Most candidates fail at their first word, which is cheaper to see than to remember.
    if (!this.opens(entry, at)) return false;
    if (this.matches.get(entry.pc * 4 + OPEN, at) !== undefined) return false;
    return this.matchAgain(entry, at);
  }

  /** Whether a match of the program may open at `at`. */
  private opens({ pc, opening, number }: Entry, at: number): boolean {
    const { op, x, y, literals } = this.code;
    this.steps++;
    if (opening >= 0) return this.someFits(opening, at) || (number && numberEnds(this.text, at).length > 0);
    if (op[pc] === Op.TEXT) return this.compare(literals[x[pc]!]!, at, OPEN) !== FAIL;
    return op[pc] !== Op.SET || y[pc] === 1 || this.someFits(x[pc]!, at);
  }

  private someFits(set: number, at: number): boolean {
    for (const literal of this.candidates(set, at)) if (this.compare(literal, at, OPEN) !== FAIL) return true;
    return false;
  }

  /** As `match`, but answers again for a place tried before. */
  matchAgain(entry: Entry, at: number): boolean {
    this.memo = this.matches;
    this.origin = at;
    const known = this.matches.get(entry.pc * 4 + OPEN, at);
    const outcome = known ?? this.go(entry.pc, at, OPEN);
    if (known === undefined) this.matches.set(entry.pc * 4 + OPEN, at, outcome);
    if (outcome === FAIL) return false;
    this.end = Math.floor(outcome / 256);
    this.cost = outcome & 255;
    return true;
  }

  /** Whether some match of the program begins in from..to and ends in endFrom..endTo (all inclusive). */
  reaches(entry: Entry, from: number, to: number, endFrom: number, endTo: number): boolean {
    let found = false;
    this.queries.clear();
    this.memo = this.queries;
    this.collecting = (end) => {
      if (end >= endFrom && end <= endTo) found = true;
    };
    for (let at = from; at <= to && at < this.text.length && !found; at++) {
      if (!mayStart(entry, this.text.units[at]!) || !isItemStart(this.text, at)) continue;
      if (!this.opens(entry, at)) continue;
      this.origin = at;
      this.go(entry.pc, at, OPEN);
    }
    this.collecting = null;
    this.memo = this.matches;
    return found;
  }

  /** Runs from an instruction; end × 256 + cost of gaps, or −1. */
  private go(from: number, start: number, allowed: number): number {
    const { op, x, literals } = this.code;
    const { units, sep, length } = this.text;
    let pc = from;
    let at = start;
    let allow = allowed;
    for (;;) {
      if (++this.steps > this.budget) {
        this.exhausted = true;
        return FAIL;
      }
      switch (op[pc]) {
        case Op.SET:
          return this.chooseLiteral(pc, at, allow);
        case Op.TEXT: {
          const end = this.compare(literals[x[pc]!]!, at, allow);
          if (end === FAIL) return FAIL;
          at = end;
          allow = this.tolerance;
          break;
        }
        case Op.SPACE:
          if (at < length && units[at] === SPACE_UNIT) {
            at++;
            allow = Math.max(allow, this.wordTolerance);
          } else if (at > 0 && at < length) {
            if (!isEdge(units[at - 1]!, units[at]!)) return FAIL;
            const words = isWordUnit(units[at - 1]!) && isWordUnit(units[at]!);
            allow = Math.max(allow, words ? this.wordTolerance : 1);
          }
          break;
        case Op.PUNCTUATION:
          allow = Math.max(allow, x[pc]!);
          break;
        case Op.ENDING:
          while (at < length && isLetterUnit(units[at]!) && sep[at]! <= this.tolerance) at++;
          allow = this.tolerance;
          break;
        case Op.START:
          if (at > 0 && sep[at]! < 3) return FAIL;
          break;
        case Op.END:
          if (at < length && sep[units[at] === SPACE_UNIT ? at + 1 : at]! < 3) return FAIL;
          break;
        case Op.JUMP:
          pc = x[pc]!;
          continue;
        case Op.MATCH:
          return this.finish(at);
        default:
          return this.remembered(pc, at, allow);
      }
      pc++;
    }
  }

  private finish(at: number): number {
    const { units, length } = this.text;
    let end = at;
    while (end > this.origin && units[end - 1] === SPACE_UNIT) end--;
    if (end <= this.origin) return FAIL;
    if (end < length && !isEdge(units[end - 1]!, units[end]!)) return FAIL;
    if (this.collecting) {
      this.collecting(end);
      return FAIL;
    }
    return end * 256;
  }

  private remembered(pc: number, at: number, allow: number): number {
    const memo = this.memo;
    const key = pc * 4 + allow;
    const known = memo.get(key, at);
    if (known !== undefined) return known;
    const outcome = this.choose(pc, at, allow);
    memo.set(key, at, outcome);
    return outcome;
  }

  /** The instructions with several ways on, in order of preference. */
  private choose(pc: number, at: number, allow: number): number {
    const { op, x, y } = this.code;
    if (op[pc] === Op.SPLIT) {
      const outcome = this.go(x[pc]!, at, allow);
      return outcome === FAIL ? this.go(y[pc]!, at, allow) : outcome;
    }
    if (op[pc] === Op.GAP || op[pc] === Op.LOOSE_GAP) return this.chooseGap(pc, at, allow);
    const { sep, length } = this.text;
    if (at >= length || sep[at]! > allow || !isItemStart(this.text, at)) return FAIL;
    for (const end of this.endsOfSlot(x[pc]!, at)) {
      const outcome = this.go(pc + 1, end, this.tolerance);
      if (outcome !== FAIL) return outcome;
    }
    return FAIL;
  }

  /** Words of a set that may stand at `at`, longest first. */
  private candidates(set: number, at: number): readonly Literal[] {
    const { literals, byFirst } = this.code.sets[set]!;
    if (at >= this.text.length) return NO_LITERALS;
    return byFirst === null ? literals : (byFirst.get(this.text.units[at]!) ?? NO_LITERALS);
  }

  /** One word of a set; remembered only where a word fits, since finding that none does is as cheap. */
  private chooseLiteral(pc: number, at: number, allow: number): number {
    const memo = this.memo;
    const key = pc * 4 + allow;
    let remembers = false;
    const candidates = this.candidates(this.code.x[pc]!, at);
    this.steps += candidates.length;
    for (const literal of candidates) {
      const end = this.compare(literal, at, allow);
      if (end === FAIL) continue;
      if (!remembers) {
        const known = memo.get(key, at);
        if (known !== undefined) return known;
        remembers = true;
      }
      const outcome = this.go(pc + 1, end, this.tolerance);
      if (outcome === FAIL) continue;
      memo.set(key, at, outcome);
      return outcome;
    }
    const outcome = this.code.y[pc] === 1 ? this.go(pc + 1, at, allow) : FAIL;
    if (remembers) memo.set(key, at, outcome);
    return outcome;
  }

  private chooseGap(pc: number, from: number, allow: number): number {
    const { units, sep, length } = this.text;
    const min = this.code.x[pc]!;
    const max = this.code.y[pc]!;
    const loose = this.code.op[pc] === Op.LOOSE_GAP;
    let at = from;
    if (at < length && units[at] === SPACE_UNIT) at++;
    else if (at > 0 && at < length && !isEdge(units[at - 1]!, units[at]!)) return FAIL;
    for (let items = 0; ; items++) {
      const soft = this.seenThroughInGap(at, loose, max);
      const before = items === 0 ? Math.max(allow, soft) : soft;
      if (items >= min) {
        const outcome = this.go(pc + 1, at, before);
        if (outcome !== FAIL) return outcome + Math.min(items, MAX_COST - (outcome & 255));
      }
      if (items === max || at >= length || sep[at]! > before) return FAIL;
      at = itemEnd(this.text, at);
      if (at < length && units[at] === SPACE_UNIT) at++;
    }
  }

  /** Where a slot beginning at `at` may end, longest first. */
  private endsOfSlot(slot: number, at: number): readonly number[] {
    switch (SLOT_NAMES[slot]) {
      case 'any':
        return [itemEnd(this.text, at)];
      case 'number':
        return numberEnds(this.text, at);
      case 'clock':
        return oneEnd(clockEnd(this.text, at));
      case 'date':
        return oneEnd(dateEnd(this.text, at));
      default:
        return this.endsOfProgram(slot, at);
    }
  }

  private endsOfProgram(slot: number, at: number): readonly number[] {
    const entry = this.code.slotEntries.get(slot);
    const key = at * SLOT_NAMES.length + slot;
    const known = this.slotEnds.get(key);
    if (known || !entry || !this.opens(entry, at)) return known ?? NO_ENDS;
    const { memo, collecting, origin, tolerance, wordTolerance } = this;
    const ends = new Set<number>();
    this.slots.clear();
    this.memo = this.slots;
    this.collecting = (end) => ends.add(end);
    this.origin = at;
    this.seeThrough(1);
    this.go(entry.pc, at, OPEN);
    Object.assign(this, { memo, collecting, origin, tolerance, wordTolerance });
    const sorted = [...ends].sort((a, b) => b - a);
    this.slotEnds.set(key, sorted);
    return sorted;
  }
}

function oneEnd(end: number): readonly number[] {
  return end < 0 ? [] : [end];
}
