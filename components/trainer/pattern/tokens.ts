import type { Lists } from '@/lib/rules';

/** What a piece of a pattern is coloured as. */
export type TokenKind = 'bracket' | 'gap' | 'slot' | 'list' | 'forms' | 'mark' | 'escape';

/** A piece of syntax in one pattern; UTF-16 offsets. */
export interface Token {
  kind: TokenKind;
  from: number;
  to: number;
}

const SYNTAX =
  /(?<escape>[\\＼].)|(?<list>[@＠][\p{L}\p{N}_-]+)|(?<forms>[~～][A-Za-z]+)|(?<braces>[{｛][^}｝]*[}｝])|(?<gap>…+|⋯+|\.{3,})|(?<bracket>[()[\]|（）［］｜])|(?<mark>[&＆*＊^＾]|[$＄](?=\s*(?:$|[|)\]&｜）］＆])))/gu;

/** A name runs on into the Chinese words after it: as far as a list is called so, else its letters of one script. */
const nameLength = (run: string, lists: Lists): number => {
  for (let length = run.length; length > 0; length--)
    if (Object.hasOwn(lists, run.slice(0, length))) return length;
  return /^[A-Za-z0-9_-]+/.exec(run)?.[0].length ?? run.length;
};

/** The syntax in a pattern, in order; plain words are left out. */
export function tokensIn(source: string, lists: Lists): Token[] {
  return Array.from(source.matchAll(SYNTAX), ({ index: from, 0: text, groups = {} }): Token => {
    const to = from + text.length;
    if (groups.escape !== undefined) return { kind: 'escape', from, to };
    if (groups.list !== undefined)
      return { kind: 'list', from, to: from + 1 + nameLength(text.slice(1), lists) };
    if (groups.forms !== undefined) return { kind: 'forms', from, to };
    if (groups.gap !== undefined) return { kind: 'gap', from, to };
    if (groups.bracket !== undefined) return { kind: 'bracket', from, to };
    if (groups.mark !== undefined) return { kind: 'mark', from, to };
    return { kind: /[0-9０-９]/.test(text) ? 'gap' : 'slot', from, to };
  });
}
