import { expandContraction, hashStep, mayContract } from './contractions';
import { type Folded, Sep } from './folded';
import { UnitBuffer } from './unit-buffer';
import {
  APOSTROPHE_UNIT,
  Class,
  classify,
  classOf,
  expansionOf,
  infoOf,
  infos,
  isDigitUnit,
  isEdge,
  isLetterUnit,
  isWordUnit,
  SPACE_UNIT,
} from './units';

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATIONS = new Set(['mr', 'mrs', 'ms', 'dr', 'vs', 'approx', 'eg', 'ie']);
const LONGEST_ABBREVIATION = 6;

/**
 * Folds texts into arrays it owns; the arrays are valid until the next call.
 * Scanning folds on every input, so the common path allocates nothing.
 */
export class Folder extends UnitBuffer {
  private wordAt = -1;
  private wordHash = 0;
  private apostrophe = false;

  /** `contractions: false` keeps words as they are written (a word that a pattern continues with `*`). */
  constructor(private readonly contractions = true) {
    super();
  }

  fold(text: string): this {
    this.text = text;
    this.length = 0;
    this.pending = Sep.NONE;
    this.breaks = false;
    this.wordAt = -1;
    this.reserve(text.length * 2 + 64);
    for (let at = this.plain(0); at < text.length; at = this.plain(at)) {
      const code = text.charCodeAt(at);
      const met = infos[code] !== 0;
      const info = infoOf(code);
      const kind = info >>> 16;
      if (kind > Class.LETTER && kind !== Class.SPACE) at = this.rare(kind, info & 0xffff, at) + 1;
      // Else `plain` stopped because it had never met the character, or because the word before may be a contraction.
      else if (met) this.endWord();
    }
    this.endWord();
    this.tail = this.pending;
    return this;
  }

  /**
   * Folds letters, Chinese and spaces from `from` on; returns where it met something else.
   * Kept apart and free of calls, in local variables: 5–10 ns a character, twice that with `rare` inlined into it.
   */
  private plain(from: number): number {
    const { text, units, start, end, sep } = this;
    const { length } = text;
    let n = this.length;
    let pending = this.pending;
    let breaks = this.breaks;
    let wordAt = this.wordAt;
    let hash = this.wordHash;
    let at = from;
    while (at < length) {
      // The arrays cut the class off where they keep 16 bits.
      let info = infos[text.charCodeAt(at)]!;
      const kind = info >>> 16;
      if (kind === Class.LETTER) {
        if (wordAt < 0) {
          if (breaks && n > 0 && isLetterUnit(units[n - 1]!)) {
            units[n] = SPACE_UNIT;
            start[n] = end[n - 1]!;
            end[n] = at;
            n++;
          }
          wordAt = n;
          hash = 0;
          this.apostrophe = false;
          sep[n] = pending;
          pending = Sep.NONE;
          breaks = false;
        }
        do {
          hash = hashStep(hash, info & 0xffff);
          units[n] = info;
          start[n] = at;
          end[n++] = ++at;
          if (at === length) break;
          info = infos[text.charCodeAt(at)]!;
        } while (info >>> 16 === Class.LETTER);
      } else if (kind === Class.IDEOGRAPH || kind === Class.SPACE) {
        if (wordAt >= 0 && (this.apostrophe || mayContract(hash))) break;
        wordAt = -1;
        if (kind === Class.SPACE) {
          if (pending < Sep.SPACE) pending = Sep.SPACE;
          breaks = true;
          at++;
          continue;
        }
        sep[n] = pending;
        pending = Sep.NONE;
        breaks = false;
        do {
          units[n] = info;
          start[n] = at;
          end[n++] = ++at;
          if (at === length) break;
          info = infos[text.charCodeAt(at)]!;
        } while (info >>> 16 === Class.IDEOGRAPH);
      } else break;
    }
    this.length = n;
    this.pending = pending;
    this.breaks = breaks;
    this.wordAt = wordAt;
    this.wordHash = hash;
    return at;
  }

  private separate(strength: number): void {
    this.endWord();
    if (strength > this.pending) this.pending = strength;
    this.breaks = true;
  }

  /** Adds a unit, and a space before it if it would run into the word or number before. */
  private emit(unit: number, start: number, end: number): void {
    this.endWord();
    const n = this.length;
    if (this.breaks && n > 0 && !isEdge(this.units[n - 1]!, unit)) {
      const { pending } = this;
      this.pending = Sep.NONE;
      this.push(SPACE_UNIT, this.end[n - 1]!, start);
      this.pending = pending;
    }
    this.push(unit, start, end);
  }

  private letter(unit: number, start: number, end: number): void {
    if (this.wordAt >= 0) {
      this.wordHash = hashStep(this.wordHash, unit);
      this.push(unit, start, end);
      return;
    }
    this.emit(unit, start, end);
    this.wordAt = this.length - 1;
    this.wordHash = hashStep(0, unit);
    this.apostrophe = false;
  }

  /** Ends the current word; a contraction gives way to its words, whose units cover the letters they stand for. */
  private endWord(): void {
    const from = this.wordAt;
    this.wordAt = -1;
    if (from < 0 || !this.contractions || !(this.apostrophe || mayContract(this.wordHash))) return;
    const word = String.fromCharCode(...this.units.subarray(from, this.length));
    const expanded = expandContraction(word);
    if (expanded === undefined) return;
    let same = 0;
    while (same < word.length && word.charCodeAt(same) === expanded.charCodeAt(same)) same++;
    const start = this.start[from + same]!;
    const end = this.end[this.length - 1]!;
    // At most five units more than the word had, for which `reserve` left room.
    for (let k = same; k < expanded.length; k++) {
      const n = from + k;
      this.units[n] = expanded.charCodeAt(k);
      this.start[n] = start;
      this.end[n] = end;
      this.sep[n] = Sep.NONE;
    }
    this.length = from + expanded.length;
  }

  /** Everything but plain letters, digits and spaces; returns the index of the last code unit it used. */
  private rare(kind: number, unit: number, at: number): number {
    switch (kind) {
      case Class.DIGIT:
      case Class.SIGN:
        this.emit(unit, at, at + 1);
        return at;
      case Class.INVISIBLE:
        if (this.pending < Sep.SPACE) this.pending = Sep.SPACE;
        return at;
      case Class.APOSTROPHE:
        if (this.wordAt >= 0 && this.pending === 0 && this.nextClass(at) === Class.LETTER) {
          this.apostrophe = true;
          this.push(APOSTROPHE_UNIT, at, at + 1);
        } else {
          this.separate(Sep.SOFT);
        }
        return at;
      case Class.JOINER:
        this.joiner(unit, at);
        return at;
      case Class.STOP:
        this.separate(Sep.STOP);
        return at;
      case Class.MARK:
        this.mark(at, at + 1);
        return at;
      case Class.EXPANDS:
        this.expand(expansionOf(this.text.charCodeAt(at)), at, at + 1);
        return at;
      case Class.SURROGATE:
        return this.pair(at);
      default:
        this.separate(Sep.SOFT);
        return at;
    }
  }

  private nextClass(at: number): number {
    return at + 1 < this.text.length ? classOf(this.text.charCodeAt(at + 1)) : Class.STOP;
  }

  private lastUnit(): number {
    return this.length > 0 ? this.units[this.length - 1]! : 0;
  }

  private joiner(unit: number, at: number): void {
    if (this.pending === 0 && isDigitUnit(this.lastUnit()) && this.nextClass(at) === Class.DIGIT) {
      if (unit !== 44) this.emit(unit, at, at + 1);
      else if (!/^\d{3}(?!\d)/.test(this.text.slice(at + 1, at + 5).normalize('NFKC')))
        this.separate(Sep.SOFT);
      return;
    }
    this.separate(unit === 46 && this.endsSentence(at) ? Sep.STOP : Sep.SOFT);
  }

  /** A full stop ends a sentence unless it is inside a word or number, part of an ellipsis, or after an abbreviation. */
  private endsSentence(at: number): boolean {
    const next = this.nextClass(at);
    if (next === Class.LETTER || next === Class.DIGIT) return false;
    if (this.text[at + 1] === '.' || this.text[at - 1] === '.') return false;
    if (this.wordAt < 0) return true;
    const letters = this.length - this.wordAt;
    if (letters > LONGEST_ABBREVIATION) return true;
    return (
      letters > 1 && !ABBREVIATIONS.has(String.fromCharCode(...this.units.subarray(this.wordAt, this.length)))
    );
  }

  /** Kana voicing joins the letter before it; accents and overlays go. */
  private mark(at: number, to: number): void {
    const last = this.length - 1;
    if (this.pending > 0 || last < 0) return;
    this.end[last] = to;
    const unit = this.units[last]!;
    if (isWordUnit(unit)) return;
    const joined = (String.fromCharCode(unit) + this.text.slice(at, to).normalize('NFKC')).normalize('NFC');
    if (joined.length === 1) this.units[last] = joined.charCodeAt(0);
  }

  private expand(form: string, start: number, end: number): void {
    this.reserve(this.length + form.length + (this.text.length - end) * 2 + 64);
    for (let k = 0; k < form.length; k++) {
      const unit = form.charCodeAt(k);
      if (isLetterUnit(unit)) this.letter(unit, start, end);
      else this.emit(unit, start, end);
    }
  }

  /** A surrogate pair: emoji separate like a space, letters beyond the basic plane fold like others. */
  private pair(at: number): number {
    const character = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    if (character.length < 2) {
      this.separate(Sep.SPACE);
      return at;
    }
    const { kind, form } = classify(character);
    if (kind === Class.INVISIBLE) {
      if (this.pending < Sep.SPACE) this.pending = Sep.SPACE;
    } else if (kind === Class.MARK) this.mark(at, at + 2);
    else if (kind <= Class.DIGIT || kind === Class.SIGN || kind === Class.EXPANDS)
      this.expand(form, at, at + 2);
    else this.separate(kind === Class.SPACE ? Sep.SPACE : kind === Class.STOP ? Sep.STOP : Sep.SOFT);
    return at + 1;
  }
}

const shared = new Folder();

/** Folds a text; offsets are UTF-16 code units of the original. */
export function fold(text: string): Folded {
  const { units, start, end, sep, length, tail } = shared.fold(text);
  return {
    text,
    units: units.slice(0, length),
    start: start.slice(0, length),
    end: end.slice(0, length),
    sep: sep.slice(0, length),
    length,
    tail,
  };
}
