/**
 * Aho–Corasick over UTF-16 units as a double array: state `s` goes by symbol `c` to `base[s] + c` if `check` there is `s`.
 * Plain JavaScript on typed arrays: WebAssembly is refused in content scripts of pages with a strict policy, and
 * measured no faster. Symbols are the units that occur in keys, numbered by first use.
 */
export interface Automaton {
  /** Symbol of each UTF-16 unit; 0 for units in no key. */
  readonly symbols: Uint16Array;
  /** `base` and `check` of each state, interleaved. */
  readonly cells: Int32Array;
  /** Longest proper suffix of each state. */
  readonly fail: Int32Array;
  /** First key that ends in a state or, through `fail`, in a suffix of it: the state holding it, or 0. */
  readonly output: Int32Array;
  /** First key of a state, or −1. */
  readonly keyAt: Int32Array;
  /** The next key equal to a key, or −1. */
  readonly nextKey: Int32Array;
  readonly states: number;
}

/** How many small steps the builder takes between two chances to pause. */
const STEPS_PER_SLICE = 4096;
const ROOT = 0;

/** Collects keys in a trie, then lays it out. Keys are numbered in the order they are added. */
export class AutomatonBuilder {
  private readonly symbols = new Uint16Array(0x10000);
  private symbolCount = 0;
  private label = new Uint16Array(1024);
  private firstChild = new Int32Array(1024);
  private sibling = new Int32Array(1024);
  private key = new Int32Array(1024).fill(-1);
  private nodes = 1;
  private readonly nextKey: number[] = [];
  private slots = new Int32Array(4096);
  private parents = new Int32Array(4096);

  /** Adds a non-empty key; equal keys are all reported. */
  add(units: string): number {
    let node = 0;
    for (let at = 0; at < units.length; at++)
      node = this.childOrNew(node, this.symbolOf(units.charCodeAt(at)));
    const id = this.nextKey.length;
    this.nextKey.push(this.key[node]!);
    this.key[node] = id;
    return id;
  }

  private symbolOf(unit: number): number {
    let symbol = this.symbols[unit]!;
    if (symbol === 0) {
      symbol = ++this.symbolCount;
      this.symbols[unit] = symbol;
    }
    return symbol;
  }

  private childOrNew(parent: number, symbol: number): number {
    const mask = this.slots.length - 1;
    let slot = ((Math.imul(parent, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7) & mask;
    for (;;) {
      const node = this.slots[slot]!;
      if (node === 0) break;
      if (this.parents[node] === parent && this.label[node] === symbol) return node;
      slot = (slot + 1) & mask;
    }
    const node = this.nodes++;
    this.slots[slot] = node;
    if (node >= this.label.length - 1) this.grow();
    this.label[node] = symbol;
    this.parents[node] = parent;
    this.sibling[node] = this.firstChild[parent]!;
    this.firstChild[parent] = node;
    if (this.nodes * 2 > this.slots.length) this.rehash();
    return node;
  }

  private grow(): void {
    const size = this.label.length * 2;
    const wider = (from: Int32Array) => {
      const to = new Int32Array(size);
      to.set(from);
      return to;
    };
    const label = new Uint16Array(size);
    label.set(this.label);
    this.label = label;
    this.firstChild = wider(this.firstChild);
    this.sibling = wider(this.sibling);
    const key = new Int32Array(size).fill(-1);
    key.set(this.key);
    this.key = key;
    if (this.parents.length < size) this.parents = wider(this.parents);
  }

  private rehash(): void {
    const size = this.slots.length * 4;
    const mask = size - 1;
    this.slots = new Int32Array(size);
    for (let node = 1; node < this.nodes; node++) {
      let slot =
        ((Math.imul(this.parents[node]!, 0x9e3779b1) ^ Math.imul(this.label[node]!, 0x85ebca6b)) >>> 7) &
        mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = node;
    }
  }

  /** Lays the trie out as a double array; a generator, so that the caller may pause between slices. */
  *build(): Generator<void, Automaton> {
    const layout = new Layout(this.nodes, this.symbolCount);
    const order = new Int32Array(this.nodes);
    const stateOf = new Int32Array(this.nodes);
    let count = 1;
    let children: number[] = [];
    for (let head = 0; head < count; head++) {
      const node = order[head]!;
      children = [];
      for (let child = this.firstChild[node]!; child !== 0; child = this.sibling[child]!) {
        children.push(child);
        order[count++] = child;
      }
      if (children.length > 0) layout.place(stateOf, node, children, this.label);
      if (head % STEPS_PER_SLICE === STEPS_PER_SLICE - 1) yield;
    }
    const cells = layout.finish();
    const size = cells.length / 2;
    const fail = new Int32Array(size);
    const output = new Int32Array(size);
    const keyAt = new Int32Array(size).fill(-1);
    yield;
    for (let head = 1; head < count; head++) {
      const node = order[head]!;
      const state = stateOf[node]!;
      const parent = this.parents[node]!;
      const symbol = this.label[node]!;
      keyAt[state] = this.key[node]!;
      if (parent !== 0) {
        let suffix = fail[stateOf[parent]!]!;
        for (;;) {
          const next = cells[2 * suffix]! + symbol;
          if (cells[2 * next + 1] === suffix) {
            fail[state] = next;
            break;
          }
          if (suffix === ROOT) break;
          suffix = fail[suffix]!;
        }
      }
      output[state] = keyAt[state]! >= 0 ? state : output[fail[state]!]!;
      if (head % STEPS_PER_SLICE === 0) yield;
    }
    return {
      symbols: this.symbols,
      cells,
      fail,
      output,
      keyAt,
      nextKey: Int32Array.from(this.nextKey),
      states: this.nodes,
    };
  }
}

/** Places the children of one state after another into free cells, kept in a doubly linked list. */
class Layout {
  private cells: Int32Array;
  private next: Int32Array;
  private previous: Int32Array;
  private size: number;
  private used = 1;
  private head = 0;
  /** Where the search for room for several children starts. */
  private rover = 0;

  constructor(
    nodes: number,
    private readonly symbols: number,
  ) {
    this.size = Math.max(64, Math.ceil(nodes * 1.1) + symbols + 2);
    this.cells = new Int32Array(this.size * 2).fill(-1);
    this.next = new Int32Array(this.size);
    this.previous = new Int32Array(this.size);
    for (let cell = 0; cell < this.size; cell++) {
      this.next[cell] = cell + 1;
      this.previous[cell] = cell - 1;
    }
    this.cells[0] = 0;
    this.cells[1] = -2;
    this.unlink(0);
  }

  place(stateOf: Int32Array, node: number, children: readonly number[], label: Uint16Array): void {
    const first = label[children[0]!]!;
    const base = this.findBase(children, label, first);
    const state = stateOf[node]!;
    this.cells[2 * state] = base;
    for (const child of children) {
      const cell = base + label[child]!;
      this.take(cell);
      this.cells[2 * cell + 1] = state;
      stateOf[child] = cell;
    }
  }

  private findBase(children: readonly number[], label: Uint16Array, first: number): number {
    const several = children.length > 1;
    let tries = 0;
    for (let cell = several ? this.rover : this.head; cell < this.size; cell = this.next[cell]!) {
      const base = cell - first;
      if (base < 0) continue;
      if (this.fits(base, children, label)) return base;
      // States with several children give up a crowded stretch for good, so that the search stays short.
      if (++tries % 32 === 0) this.rover = cell;
    }
    const base = Math.max(this.used, 1);
    this.ensure(base + this.symbols + 2);
    return base;
  }

  private fits(base: number, children: readonly number[], label: Uint16Array): boolean {
    for (const child of children) {
      const cell = base + label[child]!;
      if (cell < this.size && this.cells[2 * cell + 1] !== -1) return false;
    }
    return true;
  }

  private ensure(size: number): void {
    if (size <= this.size) return;
    const grown = Math.max(size, Math.ceil(this.size * 1.5));
    const cells = new Int32Array(grown * 2).fill(-1);
    cells.set(this.cells);
    const next = new Int32Array(grown);
    next.set(this.next);
    const previous = new Int32Array(grown);
    previous.set(this.previous);
    for (let cell = this.size; cell < grown; cell++) {
      next[cell] = cell + 1;
      previous[cell] = cell - 1;
    }
    const last = this.lastFree();
    if (last >= 0) next[last] = this.size;
    else this.head = this.size;
    if (this.rover > this.size) this.rover = this.size;
    previous[this.size] = last;
    this.cells = cells;
    this.next = next;
    this.previous = previous;
    this.size = grown;
  }

  private lastFree(): number {
    for (let cell = this.size - 1; cell >= 0; cell--) if (this.cells[2 * cell + 1] === -1) return cell;
    return -1;
  }

  private take(cell: number): void {
    this.ensure(cell + 1);
    this.unlink(cell);
    if (cell >= this.used) this.used = cell + 1;
  }

  private unlink(cell: number): void {
    const next = this.next[cell]!;
    const previous = this.previous[cell]!;
    if (previous >= 0) this.next[previous] = next;
    else this.head = next;
    if (next < this.size) this.previous[next] = previous;
    if (cell === this.rover) this.rover = next;
  }

  /** The finished cells: one run of symbols past the last used cell, so that a lookup never leaves the array. */
  finish(): Int32Array {
    const size = this.used + this.symbols + 2;
    this.ensure(size);
    for (let cell = 0; cell < size; cell++) if (this.cells[2 * cell] === -1) this.cells[2 * cell] = 0;
    return this.cells.slice(0, size * 2);
  }
}
