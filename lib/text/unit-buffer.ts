import { type Folded, Sep } from './folded';

/** Units of buffer kept between texts. */
const MAX_KEPT = 1 << 16;

/** The arrays a text is folded into, kept from one text to the next. */
export class UnitBuffer implements Folded {
  text = '';
  units = new Uint16Array(0);
  start = new Uint32Array(0);
  end = new Uint32Array(0);
  sep = new Uint8Array(0);
  length = 0;
  tail = 0;
  /** The strongest separator since the last unit. */
  protected pending: number = Sep.NONE;
  /** Whether what came since then sets words apart. */
  protected breaks = false;

  /** Makes room, and marks it as having no separators. */
  protected reserve(capacity: number): void {
    // Room for one huge text is not kept for the small ones after it.
    const spare = this.units.length > MAX_KEPT && this.length === 0 && capacity < MAX_KEPT;
    if (this.units.length >= capacity && !spare) {
      // Most units have nothing before them, which so need not be written for each.
      this.sep.fill(Sep.NONE, this.length, capacity);
      return;
    }
    const grow = <T extends Uint8Array | Uint16Array | Uint32Array>(to: T, from: T): T => {
      if (!spare) to.set(from);
      return to;
    };
    const size = Math.max(capacity, 512);
    this.units = grow(new Uint16Array(size), this.units);
    this.start = grow(new Uint32Array(size), this.start);
    this.end = grow(new Uint32Array(size), this.end);
    this.sep = grow(new Uint8Array(size), this.sep);
    this.sep.fill(Sep.NONE, this.length);
  }

  /** Adds a unit that no space need precede. */
  protected push(unit: number, start: number, end: number): void {
    const n = this.length++;
    this.units[n] = unit;
    this.start[n] = start;
    this.end[n] = end;
    this.sep[n] = this.pending;
    this.pending = Sep.NONE;
    this.breaks = false;
  }
}
