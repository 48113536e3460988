import { inflections } from './inflect';
import type { Alternative, Lists, Pattern, Piece, Sequence } from './pattern';
import { pushText } from './pattern-text';
import { type Flaw, flaw, type ProblemCode } from './problems';
import { ELLIPSIS_GAP, FULL_WIDTH, GAP, MAX_DEPTH, MAX_GAP, MAX_LENGTH, NEXT_SYNTAX, SLOTS } from './syntax';

/** A pattern as far as it could be read, and what is wrong with it. */
export interface Flawed {
  readonly ast: Pattern;
  readonly problems: readonly Flaw[];
}

/** As `parsePattern`, with problems that are not put into words yet. */
export function parseFlawed(source: string, lists?: Lists): Flawed {
  if (source.length > MAX_LENGTH)
    return { ast: { alternatives: [] }, problems: [flaw('too-long', MAX_LENGTH + 1)] };
  return new Parser(source, lists).parse();
}

class Parser {
  private at = 0;
  private depth = 0;
  private lost = false;
  private readonly problems: Flaw[] = [];

  constructor(
    private readonly source: string,
    private readonly lists: Lists | undefined,
  ) {}

  parse(): Flawed {
    const alternatives: Alternative[] = [];
    if (this.source.trim() === '') this.report('empty-pattern', 1);
    while (this.at <= this.source.length && this.source.trim() !== '') {
      alternatives.push(this.alternative());
      const stop = this.peek();
      if (stop === '') break;
      if (stop === '|') this.at++;
      else this.giveUp('stray-bracket', this.at + 1, stop);
    }
    return { ast: { alternatives }, problems: this.problems };
  }

  private report(code: ProblemCode, column: number, subject?: string): void {
    if (!this.lost) this.problems.push(flaw(code, column, subject));
  }

  /** Reports brackets that do not pair and gives up: what follows would only be reported for the same reason. */
  private giveUp(code: ProblemCode, column: number, subject?: string): void {
    this.report(code, column, subject);
    this.lost = true;
    this.at = this.source.length;
  }

  /** The next character as syntax ('…' for three dots), or '' at the end. */
  private peek(): string {
    const character = this.source.charAt(this.at);
    if (character === '.') return this.source.startsWith('...', this.at) ? '…' : character;
    const fullWidth = character >= '\uff00' || character === '⋯';
    return fullWidth ? (FULL_WIDTH[character] ?? character) : character;
  }

  private alternative(): Alternative {
    const from = this.at;
    const before = this.problems.length;
    const parts: Sequence[] = [this.sequence()];
    while (this.peek() === '&') {
      this.at++;
      parts.push(this.sequence());
    }
    if (
      this.problems.length === before &&
      parts.some((part) => part.every((piece) => piece.kind === 'space'))
    ) {
      this.report('empty-alternative', Math.min(from + 1, this.source.length));
    }
    return { parts };
  }

  private sequence(): Sequence {
    const pieces: Piece[] = [];
    for (;;) {
      const column = this.at + 1;
      switch (this.peek()) {
        case '':
        case '|':
        case ')':
        case ']':
        case '}':
          return pieces;
        case '&':
          if (this.depth === 0) return pieces;
          this.report('ampersand-inside', column);
          this.at++;
          break;
        case '(':
          pieces.push(this.group(column, ')', false));
          break;
        case '[':
          pieces.push(this.group(column, ']', true));
          break;
        case '{':
          this.braces(pieces, column);
          break;
        case '…':
          this.ellipsis();
          pieces.push({ kind: 'gap', min: 0, max: ELLIPSIS_GAP, loose: true, at: column });
          break;
        case '@':
          this.list(pieces, column);
          break;
        case '*':
          this.ending(pieces, column);
          break;
        case '^':
          this.at++;
          pieces.push({ kind: 'edge', side: 'start', at: column });
          break;
        default:
          if (!this.formsOrEnd(pieces, column)) this.text(pieces, column);
      }
    }
  }

  private ellipsis(): void {
    while (/^[….⋯]/.test(this.source.slice(this.at))) this.at++;
  }

  private group(column: number, closer: string, optional: boolean): Piece {
    const opener = this.source[this.at] ?? '';
    this.at++;
    this.depth++;
    if (this.depth > MAX_DEPTH) this.giveUp('nested-too-deep', column);
    const branches: Sequence[] = [this.sequence()];
    while (this.peek() === '|') {
      this.at++;
      branches.push(this.sequence());
    }
    this.depth--;
    if (this.peek() === closer) this.at++;
    else this.giveUp('unclosed-bracket', column, opener);
    const filled = branches.filter((branch) => branch.some((piece) => piece.kind !== 'space'));
    if (filled.length === 0) this.report('empty-alternative', column);
    return {
      kind: 'group',
      branches: filled.map(trimSpaces),
      optional: optional || filled.length < branches.length,
      at: column,
    };
  }

  private braces(pieces: Piece[], column: number): void {
    const close = this.source.slice(this.at).search(/[}｝]/);
    if (close < 0) {
      this.giveUp('unclosed-bracket', column, this.source[this.at]);
      return;
    }
    const written = this.source.slice(this.at + 1, this.at + close);
    this.at += close + 1;
    const content = written.normalize('NFKC').trim().toLowerCase();
    const gap = GAP.exec(content);
    if (gap) {
      const min = Number(gap[1]);
      const max = Number(gap[2] ?? gap[1]);
      if (max > MAX_GAP || min > MAX_GAP) this.report('gap-too-wide', column, written);
      else if (min > max) this.report('gap-reversed', column, written);
      pieces.push({ kind: 'gap', min, max, at: column });
      return;
    }
    const name = Object.hasOwn(SLOTS, content) ? SLOTS[content] : undefined;
    if (name === undefined) this.report('unknown-slot', column, written);
    else pieces.push({ kind: 'slot', name, at: column });
  }

  private list(pieces: Piece[], column: number): void {
    this.at++;
    const run = /^[\p{L}\p{N}_-]+/u.exec(this.source.slice(this.at))?.[0];
    if (run === undefined) {
      this.report('list-without-name', column);
      return;
    }
    const name = this.lists ? knownPrefix(run, this.lists) : run;
    this.at += (name ?? run).length;
    if (name === undefined) this.unknownList(run, column);
    else pieces.push({ kind: 'list', name, at: column });
  }

  /** A name runs on into Chinese words that follow it, so the part in one script is likelier meant. */
  private unknownList(run: string, column: number): void {
    this.report('unknown-list', column, /^[A-Za-z0-9_-]+/.exec(run)?.[0] ?? run);
  }

  private ending(pieces: Piece[], column: number): void {
    this.at++;
    const before = pieces.at(-1);
    const word =
      before?.kind === 'group' ||
      before?.kind === 'list' ||
      (before?.kind === 'text' && /[a-z\u00c0-\u052f]$/.test(before.marked));
    if (word) pieces.push({ kind: 'ending', at: column });
    else this.report('star-without-word', column);
  }

  /** `~get`, or `$` as the end of a sentence; false if the character is text after all. */
  private formsOrEnd(pieces: Piece[], column: number): boolean {
    const character = this.peek();
    if (character === '$') {
      if (!/^.\s*(?:$|[|)\]&｜）］＆])/.test(this.source.slice(this.at))) return false;
      this.at++;
      pieces.push({ kind: 'edge', side: 'end', at: column });
      return true;
    }
    if (character !== '~') return false;
    const word = /^[A-Za-z]+/.exec(this.source.slice(this.at + 1))?.[0];
    if (word !== undefined) {
      this.at += 1 + word.length;
      pieces.push({ kind: 'forms', word: word.toLowerCase(), forms: inflections(word), at: column });
      return true;
    }
    const other = /^(?:[\p{L}\p{N}]+|[@([{（［｛＠])/u.exec(this.source.slice(this.at + 1))?.[0];
    if (other === undefined) return false;
    this.report('tilde-not-english', column, other);
    this.at++;
    return true;
  }

  /** A run of plain characters up to the next piece of syntax. */
  private text(pieces: Piece[], column: number): void {
    let raw = '';
    do {
      if (this.peek() === '\\') {
        this.at++;
        if (this.at >= this.source.length) {
          this.report('dangling-escape', this.at);
          break;
        }
      }
      // The first character is text whatever it is: escaped, or syntax that means nothing here ("好的~").
      NEXT_SYNTAX.lastIndex = this.at + 1;
      const end = NEXT_SYNTAX.exec(this.source)?.index ?? this.source.length;
      raw += this.source.slice(this.at, end);
      this.at = end;
    } while (this.peek() === '\\');
    if (this.peek() === '*') {
      const word = /[^\s]*$/.exec(raw)?.[0] ?? '';
      pushText(pieces, raw.slice(0, raw.length - word.length), column, true);
      pushText(pieces, word, column + raw.length - word.length, false);
    } else {
      pushText(pieces, raw, column, true);
    }
  }
}

function trimSpaces(sequence: Sequence): Sequence {
  let from = 0;
  let to = sequence.length;
  while (from < to && sequence[from]?.kind === 'space') from++;
  // After punctuation the space stays: it stands for the one in front of the next word.
  while (to > from && sequence[to - 1]?.kind === 'space' && sequence[to - 2]?.kind !== 'punctuation') to--;
  return sequence.slice(from, to);
}

/** The longest known list name that the run begins with, not cutting an English word or a number. */
function knownPrefix(run: string, lists: Lists): string | undefined {
  for (let length = run.length; length > 0; length--) {
    const cutsWord = /^[A-Za-z0-9_-]{2}$/.test(run.slice(length - 1, length + 1));
    const name = run.slice(0, length);
    if (!cutsWord && Object.hasOwn(lists, name)) return name;
  }
  return undefined;
}
