import { type Folded, isEdge } from '@/lib/text';
import { type Automaton, pairHash } from './automaton';

/** Below it lie all units that a word or number may go on with, above it places need no such test. */
const FIRST_IDEOGRAPH = 0x530;

/** Where keys of an automaton end in a text. Kept between scans, so that finding allocates nothing. */
export class Occurrences {
  /** State that holds the key; shorter keys that end at the same place follow through `fail` and `output`. */
  states = new Int32Array(256);
  /** The unit after the last one of the key. */
  ends = new Int32Array(256);
  count = 0;

  /** Walks the text once. Nothing else is done here: calls inlined into this loop would double its time. */
  find(automaton: Automaton, text: Folded): void {
    const { symbols, cells, fail, output, anywhere, pairs, pairShift, singles } = automaton;
    const { units, length } = text;
    this.count = 0;
    let state = 0;
    let before = 0;
    let unit = 0;
    let after = length > 0 ? units[0]! : 0;
    for (let at = 0; at < length; at++) {
      before = unit;
      unit = after;
      after = at + 1 < length ? units[at + 1]! : 0;
      if (state === 0) {
        if (unit < FIRST_IDEOGRAPH && !anywhere && !isEdge(before, unit)) continue;
        const bit = pairHash(unit, after) >>> pairShift;
        if (
          (pairs[bit >>> 5]! & (1 << (bit & 31))) === 0 &&
          (singles[unit >>> 5]! & (1 << (unit & 31))) === 0
        ) {
          continue;
        }
      }
      const symbol = symbols[unit]!;
      let next = cells[2 * state]! + symbol;
      while (cells[2 * next + 1] !== state) {
        next = 0;
        if (state === 0) break;
        state = fail[state]!;
        if (state === 0 && !anywhere && !isEdge(before, unit)) break;
        next = cells[2 * state]! + symbol;
      }
      state = symbol === 0 ? 0 : next;
      if (output[state] !== 0) this.add(output[state]!, at + 1);
    }
  }

  private add(state: number, end: number): void {
    if (this.count === this.states.length) {
      const states = new Int32Array(this.count * 2);
      states.set(this.states);
      this.states = states;
      const ends = new Int32Array(this.count * 2);
      ends.set(this.ends);
      this.ends = ends;
    }
    this.states[this.count] = state;
    this.ends[this.count] = end;
    this.count++;
  }
}
