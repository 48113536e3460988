/** Where a hit begins: "n't my job" reads badly, so one that begins inside a contraction takes the whole word. */
export function wordStart(text: string, at: number): number {
  let first = at;
  while (isInWord(text, first)) first--;
  while (isApostrophe(text.charCodeAt(first))) first++;
  return first;
}

/** Whether an English letter or apostrophe stands on both sides. */
function isInWord(text: string, at: number): boolean {
  return at > 0 && isWordCode(text.charCodeAt(at)) && isWordCode(text.charCodeAt(at - 1));
}

function isWordCode(code: number): boolean {
  const letter = code | 32;
  return (letter >= 97 && letter <= 122) || isApostrophe(code);
}

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019;
}
