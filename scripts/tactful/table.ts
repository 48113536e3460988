import type { Share } from './measure';

/** Columns a terminal needs: a Chinese or full-width character takes two. */
const width = (text: string): number =>
  Array.from(text).reduce(
    (sum, it) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        it,
      )
        ? 2
        : 1),
    0,
  );

/** Lines of a table: first column left, all others right. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, column) => {
        const room = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell)));
        return column === 0 ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
};

export const percent = (value: number | null): string =>
  value === null ? '–' : `${(value * 100).toFixed(1)}%`;

/** "61.2% (41/67)". */
export const shareText = (it: Share): string =>
  it.of === 0 ? '–' : `${percent(it.share)} (${it.count}/${it.of})`;
