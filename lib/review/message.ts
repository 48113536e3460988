import { maskAround } from './mask';

/** Units of a masked message that are kept; a longer one is cut around its flags. */
export const KEPT_TEXT = 600;
/** Units kept each side of a flag where a long message is cut. */
export const KEPT_AROUND = 40;
/** Stands where something was left out. */
const CUT = ' … ';

interface Placed {
  start: number;
  end: number;
}

/** A message as it may be written: masked first, then cut, so that half a number never slips through. */
export function keptMessage<F extends Placed>(
  text: string,
  flags: readonly F[],
): { text: string; flags: F[] } {
  const masked = maskAround(text, flags);
  if (masked.text.length <= KEPT_TEXT) return { text: masked.text, flags: masked.words };
  return cutAround(masked.text, masked.words);
}

function cutAround<F extends Placed>(text: string, flags: readonly F[]): { text: string; flags: F[] } {
  const windows: Placed[] = [];
  for (const { start, end } of flags.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(0, start - KEPT_AROUND);
    const last = windows.at(-1);
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, end + KEPT_AROUND);
    else windows.push({ start: from, end: end + KEPT_AROUND });
  }
  let kept = '';
  const at: { from: Placed; offset: number }[] = [];
  for (const window of windows) {
    const piece = text.slice(window.start, window.end);
    if (kept.length + piece.length + CUT.length > KEPT_TEXT && at.length > 0) break;
    if (window.start > 0) kept += kept === '' ? CUT.trimStart() : CUT;
    at.push({ from: window, offset: kept.length - window.start });
    kept += piece;
  }
  if ((at.at(-1)?.from.end ?? 0) < text.length) kept += CUT.trimEnd();
  const placed = flags.flatMap((flag) => {
    const window = at.find(({ from }) => from.start <= flag.start && flag.end <= from.end);
    return window === undefined
      ? []
      : [{ ...flag, start: flag.start + window.offset, end: flag.end + window.offset }];
  });
  return { text: kept, flags: placed };
}
