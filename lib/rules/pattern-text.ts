import { expandEnclitic, type Folded, Folder, SPACE_UNIT } from '@/lib/text';
import { mark } from './marked';
import type { Piece } from './pattern';

/** A contracted ending on its own, as after a group: (could|should)n't. */
const ENCLITIC = /^(?:n['’]t|['’](?:ve|re|ll|m|s|d))(?![a-z])/i;

const withContractions = new Folder();
const withoutContractions = new Folder(false);

/** Folded units with the separators between them as marks, and what stood before and after. */
export function markedText(folded: Folded): string {
  let marked = '';
  for (let at = 0; at < folded.length; at++) {
    const strength = folded.sep[at]!;
    // The space between two words says by itself that a space may stand there.
    if (at > 0 && strength > (folded.units[at - 1] === SPACE_UNIT ? 1 : 0)) marked += mark(strength);
    marked += String.fromCharCode(folded.units[at]!);
  }
  return marked;
}

/** Adds the pieces a run of plain characters comes to; `contractions: false` for a word that `*` continues. */
export function pushText(pieces: Piece[], raw: string, at: number, contractions: boolean): void {
  if (raw === '') return;
  const enclitic = ENCLITIC.exec(raw)?.[0] ?? '';
  const words = enclitic && expandEnclitic(enclitic.toLowerCase().replace('’', "'"));
  const folded = (contractions ? withContractions : withoutContractions).fold(
    words ? words + raw.slice(enclitic.length) : raw,
  );
  const { length, tail } = folded;
  if (length === 0) pushSeparator(pieces, tail, at);
  else {
    pushSeparator(pieces, folded.sep[0]!, at);
    pieces.push({ kind: 'text', marked: markedText(folded), at });
    pushSeparator(pieces, tail, at + raw.length - 1);
  }
}

function pushSeparator(pieces: Piece[], strength: number, at: number): void {
  if (strength === 0) return;
  if (strength >= 2) pieces.push({ kind: 'punctuation', strength: strength === 3 ? 3 : 2, at });
  pieces.push({ kind: 'space', at });
}
