import { isEdge } from '@/lib/text';
import { Layout } from './layout';

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
  /** Bit set of hashed unit pairs that begin a key: most places of a text are passed over by one look at it. */
  readonly pairs: Uint32Array;
  /** Shift that brings a pair's hash into the bit set. */
  readonly pairShift: number;
  /** Bit set of the units that are keys by themselves. */
  readonly singles: Uint32Array;
  /** Whether a key may begin inside a word; otherwise only places where a word or number begins are looked at. */
  readonly anywhere: boolean;
}

/** Hash of two neighbouring units; its highest bits are the best. */
export function pairHash(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1);
}

/** How much the builder does between two chances to pause. */
const KEYS_PER_SLICE = 256;
const NODES_PER_SLICE = 256;
const ROOT = 0;

/** Collects keys, then builds. Keys are numbered in the order they are added; equal keys are all reported. */
export class AutomatonBuilder {
  private readonly keys: string[] = [];
  private units = 0;
  /** Set if a key may begin inside a word. */
  anywhere = false;

  /** Adds a non-empty key and returns its number. */
  add(key: string): number {
    this.units += key.length;
    return this.keys.push(key) - 1;
  }

  /** Builds the automaton; a generator, so that the caller may pause between slices. */
  *build(): Generator<void, Automaton> {
    const trie = new Trie(this.units + 1);
    const nextKey = new Int32Array(this.keys.length);
    for (let key = 0; key < this.keys.length; key++) {
      const node = trie.nodeFor(this.keys[key]!);
      nextKey[key] = trie.keyAt[node]!;
      trie.keyAt[node] = key;
      if (key % KEYS_PER_SLICE === KEYS_PER_SLICE - 1) yield;
    }
    const bits = Math.min(20, Math.max(15, Math.ceil(Math.log2(this.keys.length * 8 + 1))));
    const starts = {
      pairs: new Uint32Array(2 ** (bits - 5)),
      pairShift: 32 - bits,
      singles: new Uint32Array(2048),
    };
    for (const key of this.keys) {
      const first = key.charCodeAt(0);
      const bit = pairHash(first, key.charCodeAt(1)) >>> starts.pairShift;
      if (key.length === 1) starts.singles[first >>> 5]! |= 1 << (first & 31);
      else starts.pairs[bit >>> 5]! |= 1 << (bit & 31);
    }
    yield;
    const { anywhere } = this;
    return { ...(yield* layOut(trie, anywhere)), ...starts, nextKey, anywhere };
  }
}

/** A trie in flat arrays, children found by hashing (parent, symbol). Sized for the worst case, so that it never grows. */
class Trie {
  readonly symbols = new Uint16Array(0x10000);
  symbolCount = 0;
  nodes = 1;
  readonly label: Uint16Array;
  readonly parent: Int32Array;
  readonly firstChild: Int32Array;
  readonly sibling: Int32Array;
  /** Last key that ends in a node, or −1. */
  readonly keyAt: Int32Array;
  private readonly slots: Int32Array;

  constructor(capacity: number) {
    this.label = new Uint16Array(capacity);
    this.parent = new Int32Array(capacity);
    this.firstChild = new Int32Array(capacity);
    this.sibling = new Int32Array(capacity);
    this.keyAt = new Int32Array(capacity).fill(-1);
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity * 1.5 + 16)));
  }

  nodeFor(key: string): number {
    let node = 0;
    for (let at = 0; at < key.length; at++) node = this.child(node, this.symbolOf(key.charCodeAt(at)));
    return node;
  }

  unitsBySymbol(): Uint16Array {
    const units = new Uint16Array(this.symbolCount + 1);
    this.symbols.forEach((symbol, unit) => {
      if (symbol > 0) units[symbol] = unit;
    });
    return units;
  }

  private symbolOf(unit: number): number {
    let symbol = this.symbols[unit]!;
    if (symbol === 0) {
      symbol = ++this.symbolCount;
      this.symbols[unit] = symbol;
    }
    return symbol;
  }

  private child(parent: number, symbol: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let slot = ((Math.imul(parent, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7) & mask;
    for (let node = slots[slot]!; node !== 0; node = slots[slot]!) {
      if (this.parent[node] === parent && this.label[node] === symbol) return node;
      slot = (slot + 1) & mask;
    }
    const node = this.nodes++;
    slots[slot] = node;
    this.label[node] = symbol;
    this.parent[node] = parent;
    this.sibling[node] = this.firstChild[parent]!;
    this.firstChild[parent] = node;
    return node;
  }
}

/** Turns the trie into a double array with failure links, breadth first. */
function* layOut(
  trie: Trie,
  anywhere: boolean,
): Generator<void, Pick<Automaton, 'symbols' | 'cells' | 'fail' | 'output' | 'keyAt' | 'states'>> {
  const layout = new Layout(trie.nodes, trie.symbolCount);
  const order = new Int32Array(trie.nodes);
  const stateOf = new Int32Array(trie.nodes);
  const units = trie.unitsBySymbol();
  let count = 1;
  yield;
  for (let head = 0; head < count; head++) {
    const node = order[head]!;
    const children: number[] = [];
    for (let child = trie.firstChild[node]!; child !== 0; child = trie.sibling[child]!) {
      children.push(child);
      order[count++] = child;
    }
    if (children.length > 0) layout.place(stateOf, node, children, trie.label);
    if (head % NODES_PER_SLICE === NODES_PER_SLICE - 1) yield;
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
    const parent = trie.parent[node]!;
    keyAt[state] = trie.keyAt[node]!;
    if (parent !== 0) {
      const symbol = trie.label[node]!;
      const wordStart = anywhere || isEdge(units[trie.label[parent]!]!, units[symbol]!);
      fail[state] = longestSuffix(cells, fail, stateOf[parent]!, symbol, wordStart);
    }
    output[state] = keyAt[state]! >= 0 ? state : output[fail[state]!]!;
    if (head % NODES_PER_SLICE === 0) yield;
  }
  return { symbols: trie.symbols, cells, fail, output, keyAt, states: trie.nodes };
}

/**
 * The state of the longest proper suffix of a parent's child, of those that begin where a word may begin.
 * `wordStart`: the child's own unit may begin one.
 */
function longestSuffix(
  cells: Int32Array,
  fail: Int32Array,
  parent: number,
  symbol: number,
  wordStart: boolean,
): number {
  for (let suffix = fail[parent]!; ; suffix = fail[suffix]!) {
    if (suffix === ROOT && !wordStart) return ROOT;
    const next = cells[2 * suffix]! + symbol;
    if (cells[2 * next + 1] === suffix) return next;
    if (suffix === ROOT) return ROOT;
  }
}
