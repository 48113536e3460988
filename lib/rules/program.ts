import { type ListSource, textsOfBranches } from './expand';
import { type Literal, toLiteral } from './marked';
import type { Piece, Sequence, SlotName } from './pattern';
import { bloomBit, crossesSentences, firstUnits, itemsOf, openingOf } from './shape';
import { SLOT_LIST, SLOT_NAMES } from './slots';

/** Operations of the little machine that verifies candidates; `x`, `y` are its operands. */
export const Op = {
  /** x: literal. */
  TEXT: 0,
  SPACE: 1,
  /** x: strength. */
  PUNCTUATION: 2,
  /** x..y items, stopped by a comma. */
  GAP: 3,
  /** x: slot. */
  SLOT: 4,
  ENDING: 5,
  START: 6,
  END: 7,
  /** x: set of literals; y: 1 if it may be missing. */
  SET: 8,
  /** Try x, then y. */
  SPLIT: 9,
  JUMP: 10,
  MATCH: 11,
  /** x..y items, in one sentence. */
  LOOSE_GAP: 12,
} as const;

/** Literals tried longest first; found by first unit where they are many. */
export interface LiteralSet {
  readonly literals: readonly Literal[];
  readonly byFirst: ReadonlyMap<number, readonly Literal[]> | null;
}

const SMALL_SET = 6;

function literalSet(texts: readonly string[]): LiteralSet | null {
  const unique = new Map<string, Literal>();
  for (const text of texts) {
    const literal = toLiteral(text);
    if (!literal) return null;
    unique.set(literal.units, literal);
  }
  const literals = [...unique.values()].sort((a, b) => b.units.length - a.units.length);
  if (literals.length <= SMALL_SET) return { literals, byFirst: null };
  const byFirst = new Map<number, Literal[]>();
  for (const literal of literals) {
    const first = literal.units.charCodeAt(0);
    const bucket = byFirst.get(first);
    if (bucket) bucket.push(literal);
    else byFirst.set(first, [literal]);
  }
  return { literals, byFirst };
}

/** Where a program begins, and what may be known of its matches without running it. */
export interface Entry {
  readonly pc: number;
  /** Bloom filter of the first unit, see firstUnits; null if anything may come first. */
  readonly first: Uint32Array | null;
  /** Set of the words a match may open with, where its first instruction does not tell; −1 if it does or nothing is known. */
  readonly opening: number;
  /** Whether a match may open with a number as well. */
  readonly number: boolean;
  /** Most items a match may cover. */
  readonly items: number;
  /** Whether the pattern has a full stop inside, so that a match may span two sentences. */
  readonly crosses: boolean;
}

/** The instructions of all programs of a matcher, in one pool. */
export class Code {
  op = new Uint8Array(1024);
  x = new Int32Array(1024);
  y = new Int32Array(1024);
  length = 0;
  readonly literals: Literal[] = [];
  readonly sets: LiteralSet[] = [];
  /** Programs of {money} and {time}, by slot number, where a pattern uses them. */
  readonly slotEntries = new Map<number, Entry>();
  private readonly wanted = new Set<SlotName>();
  private readonly listSets = new Map<string, number>();
  private readonly setIds = new Map<string, number>();

  constructor(private readonly lists: ListSource) {}

  /** Compiles a sequence to a program of its own. */
  program(sequence: Sequence): Entry {
    const pc = this.length;
    this.sequence(sequence);
    this.emit(Op.MATCH);
    for (const name of ['money', 'time'] as const) {
      if (this.wanted.has(name) && !this.slotEntries.has(SLOT_NAMES.indexOf(name))) {
        this.slotEntries.set(SLOT_NAMES.indexOf(name), {
          pc: -1,
          first: null,
          opening: -1,
          number: false,
          items: 0,
          crosses: false,
        });
        this.slotEntries.set(
          SLOT_NAMES.indexOf(name),
          this.program([{ kind: 'list', name: SLOT_LIST[name], at: 1 }]),
        );
      }
    }
    const opening = openingOf(sequence, this.lists);
    const firstOp = this.op[pc];
    return {
      pc,
      first: opening && firstUnits(opening),
      opening: opening && (firstOp === Op.SPLIT || firstOp === Op.SLOT) ? this.setOf(opening.texts) : -1,
      number: opening?.number ?? false,
      items: itemsOf(sequence, this.lists),
      crosses: crossesSentences(sequence, this.lists),
    };
  }

  private emit(op: number, x = 0, y = 0): number {
    if (this.length === this.op.length) this.grow();
    const at = this.length++;
    this.op[at] = op;
    this.x[at] = x;
    this.y[at] = y;
    return at;
  }

  private grow(): void {
    const size = this.op.length * 2;
    const { op, x, y } = this;
    this.op = new Uint8Array(size);
    this.op.set(op);
    this.x = new Int32Array(size);
    this.x.set(x);
    this.y = new Int32Array(size);
    this.y.set(y);
  }

  private sequence(sequence: Sequence): void {
    for (const piece of sequence) this.piece(piece);
  }

  private piece(piece: Piece): void {
    switch (piece.kind) {
      case 'text':
        this.text(piece.marked);
        break;
      case 'space':
        this.emit(Op.SPACE);
        break;
      case 'punctuation':
        this.emit(Op.PUNCTUATION, piece.strength);
        break;
      case 'gap':
        this.emit(piece.loose ? Op.LOOSE_GAP : Op.GAP, piece.min, piece.max);
        break;
      case 'slot':
        this.wanted.add(piece.name);
        this.emit(Op.SLOT, SLOT_NAMES.indexOf(piece.name));
        break;
      case 'ending':
        this.emit(Op.ENDING);
        break;
      case 'edge':
        this.emit(piece.side === 'start' ? Op.START : Op.END);
        break;
      case 'forms':
        this.emit(Op.SET, this.setOf(piece.forms));
        break;
      case 'list':
        this.list(piece.name);
        break;
      case 'group':
        this.branches(piece.branches, piece.optional);
    }
  }

  private text(marked: string): void {
    const literal = toLiteral(marked);
    if (literal) this.emit(Op.TEXT, this.literals.push(literal) - 1);
  }

  /** The number of the set of these texts, made once for all patterns that use it; −1 if it cannot be one. */
  private setOf(texts: readonly string[]): number {
    const name = texts.join('|');
    let id = this.setIds.get(name);
    if (id === undefined) {
      const set = literalSet(texts);
      id = set ? this.sets.push(set) - 1 : -1;
      this.setIds.set(name, id);
    }
    return id;
  }

  private list(name: string): void {
    const known = this.listSets.get(name);
    if (known !== undefined) {
      this.emit(Op.SET, known);
      return;
    }
    const texts = this.lists.texts(name);
    const set = texts ? this.setOf(texts) : -1;
    if (set >= 0) {
      this.listSets.set(name, set);
      this.emit(Op.SET, set);
    } else {
      this.branches(this.lists.branches(name), false);
    }
  }

  /** Alternatives: those with gaps or slots one by one first, then all plain ones as one set, then nothing at all. */
  private branches(branches: readonly Sequence[], optional: boolean): void {
    const whole = textsOfBranches(branches, this.lists);
    const wholeSet = whole ? this.setOf(whole) : -1;
    if (wholeSet >= 0) {
      this.emit(Op.SET, wholeSet, optional ? 1 : 0);
      return;
    }
    const plain: string[] = [];
    const others: Sequence[] = [];
    for (const branch of branches) {
      const texts = textsOfBranches([branch], this.lists);
      if (texts?.every((text) => toLiteral(text) !== null)) plain.push(...texts);
      else others.push(branch);
    }
    const exits: number[] = [];
    others.forEach((branch, index) => {
      const last = index === others.length - 1 && plain.length === 0 && !optional;
      const split = last ? -1 : this.emit(Op.SPLIT, this.length + 1);
      this.sequence(branch);
      if (!last) {
        exits.push(this.emit(Op.JUMP));
        this.y[split] = this.length;
      }
    });
    if (plain.length > 0) this.emit(Op.SET, this.setOf(plain), optional ? 1 : 0);
    for (const exit of exits) this.x[exit] = this.length;
  }
}

/** Whether a unit may begin a match of the program. */
export function mayStart(entry: Entry, unit: number): boolean {
  if (entry.first === null) return true;
  const bit = bloomBit(unit);
  return (entry.first[bit >>> 5]! & (1 << (bit & 31))) !== 0;
}
