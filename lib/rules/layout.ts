/** Places the children of one state after another into free cells, kept in a doubly linked list. */
export class Layout {
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
