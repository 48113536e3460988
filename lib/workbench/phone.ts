/** What a chat on a phone shows: measures of a common shop app at its default type size. */
export const PHONE = {
  /** Full-width characters in a line of a bubble. */
  columns: 17,
  /** Lines between the head and the keyboard. */
  lines: 14,
  /** Characters of a message that a notification shows. */
  notice: 40,
} as const;

const WIDE = /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]|\p{Extended_Pictographic}/u;

const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? 1 : 0.5;
  return width;
};

/** Lines that a text takes in a bubble: Chinese breaks anywhere, other words stay whole. */
export function phoneLines(text: string): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines++;
    let filled = 0;
    for (const piece of paragraph.match(/[\u0021-\u2e7f]+|[^\u0021-\u2e7f]/gu) ?? []) {
      let width = widthOf(piece);
      if (filled > 0 && filled + width > PHONE.columns) {
        lines++;
        filled = 0;
      }
      while (width > PHONE.columns) {
        lines++;
        width -= PHONE.columns;
      }
      filled += width;
    }
  }
  return lines;
}

/** A message as a notification shows it: one line, cut. */
export function noticeText(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= PHONE.notice
    ? characters.join('')
    : `${characters.slice(0, PHONE.notice).join('')}…`;
}
