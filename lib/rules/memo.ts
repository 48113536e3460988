/** A table of (key, position) → outcome, emptied in constant time: each cell carries the stamp of the scan that wrote it. */
export class Memo {
  private keys = new Int32Array(256);
  private positions = new Int32Array(256);
  private outcomes = new Float64Array(256);
  private stamps = new Int32Array(256);
  private stamp = 1;
  private count = 0;

  clear(): void {
    this.stamp++;
    this.count = 0;
  }

  get(key: number, position: number): number | undefined {
    const slot = this.slotOf(key, position);
    return this.stamps[slot] === this.stamp ? this.outcomes[slot] : undefined;
  }

  set(key: number, position: number, outcome: number): void {
    if (this.count * 2 >= this.keys.length) this.grow();
    const slot = this.slotOf(key, position);
    if (this.stamps[slot] !== this.stamp) this.count++;
    this.keys[slot] = key;
    this.positions[slot] = position;
    this.outcomes[slot] = outcome;
    this.stamps[slot] = this.stamp;
  }

  private slotOf(key: number, position: number): number {
    const mask = this.keys.length - 1;
    let slot = ((Math.imul(key, 0x9e3779b1) ^ Math.imul(position, 0x85ebca6b)) >>> 9) & mask;
    while (
      this.stamps[slot] === this.stamp &&
      (this.keys[slot] !== key || this.positions[slot] !== position)
    ) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { keys, positions, outcomes, stamps, stamp } = this;
    const size = keys.length * 4;
    this.keys = new Int32Array(size);
    this.positions = new Int32Array(size);
    this.outcomes = new Float64Array(size);
    this.stamps = new Int32Array(size);
    this.stamp = 1;
    this.count = 0;
    for (let slot = 0; slot < keys.length; slot++) {
      if (stamps[slot] === stamp) this.set(keys[slot]!, positions[slot]!, outcomes[slot]!);
    }
  }
}
