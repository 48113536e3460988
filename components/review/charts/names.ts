/** A name that fits beside its bar; a Chinese character takes the room of two Latin letters. */
export function shortened(name: string): string {
  let room = 21;
  let kept = '';
  for (const char of name) {
    room -= char > '\u2e7f' ? 1.9 : 1;
    if (room < 0) return `${kept}…`;
    kept += char;
  }
  return kept;
}
