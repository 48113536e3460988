/** Round values from 0 to at least `highest`, about `wanted` of them, so that an axis reads easily. */
export function ticksTo(highest: number, wanted = 4): number[] {
  if (!(highest > 0) || !Number.isFinite(highest)) return [0, 1];
  const rough = highest / wanted;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = magnitude * ([1, 2, 2.5, 5, 10].find((it) => it * magnitude >= rough) ?? 10);
  const ticks: number[] = [];
  // Counted, not added up: 0.1 + 0.2 is no round value.
  for (let i = 0; ticks.length === 0 || ticks[ticks.length - 1]! < highest; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Every how many labels one is written, so that labels of `labelWidth` px have room in `width` px. */
export const labelEvery = (count: number, width: number, labelWidth: number): number =>
  Math.max(1, Math.ceil((count * labelWidth) / Math.max(1, width)));
