import type { Folded } from '@/lib/text';
import { type Clause, clausesOf, type Reading } from './clauses';
import { hashWord, mix } from './hash';
import { stem, WordClasses } from './word-classes';

const SPACE = 32;
const DIGIT = 48;
/** Stands between clauses and at both ends of a text. */
const EDGE = 1;
/** Particles that soften: they tell the writer's manner, not what is said. */
const PARTICLES = new Set([...'呢哦呀啊哈嘛啦噢喔嗯亲唷呦吶耶'].map((it) => it.charCodeAt(0)));
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

const LONGEST_GRAM = { zh: 4, en: 3 } as const;
const WIDEST_SKIP = { zh: 5, en: 6 } as const;
const CLASSES_APART = 6;
const KNOWN_WORDS = 20_000;

interface Word {
  hash: number;
  classes: readonly number[];
}

/** A sequence of symbols with where each stands; an edge stands after every clause and before the first. */
class Sequence {
  length = 0;
  value: number[] = [];
  classes: (readonly number[])[] = [];
  from: number[] = [];
  to: number[] = [];
  clause: number[] = [];
  /** Index of the edge that ends each clause. */
  edges: number[] = [];

  clear(): void {
    this.length = 0;
    this.edges.length = 0;
  }

  push(value: number, classes: readonly number[], from: number, to: number, clause: number): void {
    const at = this.length++;
    this.value[at] = value;
    this.classes[at] = classes;
    this.from[at] = from;
    this.to[at] = to;
    this.clause[at] = clause;
  }
}

const NO_CLASS: readonly number[] = [];
const EDGE_CLASS: readonly number[] = [0];

/**
 * Reads a folded text into hashed features, each once: runs of symbols, two symbols with a gap, word classes alone, in
 * twos and threes. A feature belongs to the clause it begins in: its `owner` is twice that clause, and one more where it
 * ends in the clause after. So the sum of a window of two clauses is the first's, what crosses, and the second's. All
 * arrays are good until the next read.
 */
export class FeatureReader {
  /** Features of the last text. */
  count = 0;
  hash = new Uint32Array(1024);
  owner = new Uint32Array(1024);
  /** Units (inclusive) that each feature speaks of; filled where the text was read with its places. */
  from = new Uint32Array(0);
  to = new Uint32Array(0);
  clauses: Clause[] = [];

  private readonly symbols = new Sequence();
  private readonly tags = new Sequence();
  private readonly classes: WordClasses;
  private readonly words = new Map<string, Word>();
  private placed = false;

  constructor(
    private readonly reading: Reading,
    classes: string,
  ) {
    this.classes = new WordClasses(classes, reading);
  }

  /** @param placed whether somebody will ask which units a feature speaks of */
  read(folded: Folded, placed = false): void {
    this.count = 0;
    this.placed = placed;
    if (placed && this.from.length < this.hash.length) {
      this.from = new Uint32Array(this.hash.length);
      this.to = new Uint32Array(this.hash.length);
    }
    this.clauses = clausesOf(folded, this.reading);
    const { symbols, tags } = this;
    symbols.clear();
    tags.clear();
    const first = this.clauses[0];
    if (first === undefined) return;
    symbols.push(EDGE, NO_CLASS, first.from, first.from, 0);
    tags.push(0, EDGE_CLASS, first.from, first.from, 0);
    this.clauses.forEach((clause, index) => {
      if (this.reading === 'zh') this.takeChinese(folded, clause, index);
      else this.takeEnglish(folded, clause, index);
      symbols.edges.push(symbols.length);
      tags.edges.push(tags.length);
      // The edge begins the next clause; the last one begins nothing.
      const next = Math.min(index + 1, this.clauses.length - 1);
      symbols.push(EDGE, NO_CLASS, clause.to - 1, clause.to - 1, next);
      tags.push(0, EDGE_CLASS, clause.to - 1, clause.to - 1, next);
    });
    this.emitSymbols();
    this.emitTags();
  }

  private takeChinese({ units }: Folded, { from, to }: Clause, index: number): void {
    const { symbols, tags, classes } = this;
    let digits = false;
    for (let at = from; at < to; at++) {
      const unit = units[at]!;
      const digit = isDigit(unit);
      if (unit !== SPACE && !PARTICLES.has(unit) && !(digit && digits))
        symbols.push(digit ? DIGIT : unit, NO_CLASS, at, at, index);
      digits = digit;
    }
    for (let at = from; at < to; ) {
      const found = classes.longestAt(units, at, to);
      if (classes.matched === 0) at++;
      else {
        tags.push(0, found, at, at + classes.matched - 1, index);
        at += classes.matched;
      }
    }
  }

  private takeEnglish({ units }: Folded, { from, to }: Clause, index: number): void {
    let word = '';
    for (let at = from; at <= to; at++) {
      const unit = at < to ? units[at]! : SPACE;
      if (unit !== SPACE) {
        word += String.fromCharCode(unit);
        continue;
      }
      if (word === '') continue;
      const { hash, classes } = this.lookUp(word);
      this.symbols.push(hash, NO_CLASS, at - word.length, at - 1, index);
      if (classes.length > 0) this.tags.push(0, classes, at - word.length, at - 1, index);
      word = '';
    }
  }

  private lookUp(word: string): Word {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const plain = /\d/.test(word) ? '0' : stem(word);
    const entry = { hash: hashWord(plain), classes: this.classes.ofStem(plain) };
    if (this.words.size >= KNOWN_WORDS) this.words.clear();
    this.words.set(word, entry);
    return entry;
  }

  private emit(hash: number, owner: number, from: number, to: number): void {
    if (this.count === this.hash.length) this.grow();
    const at = this.count++;
    this.hash[at] = hash;
    this.owner[at] = owner;
    if (!this.placed) return;
    this.from[at] = from;
    this.to[at] = to;
  }

  private grow(): void {
    const size = this.hash.length * 2;
    const wider = (old: Uint32Array): Uint32Array<ArrayBuffer> => {
      const next = new Uint32Array(size);
      next.set(old);
      return next;
    };
    this.hash = wider(this.hash);
    this.owner = wider(this.owner);
    if (!this.placed) return;
    this.from = wider(this.from);
    this.to = wider(this.to);
  }

  private emitSymbols(): void {
    const { symbols, reading } = this;
    const { value, from, to, clause, edges, length } = symbols;
    const longest = LONGEST_GRAM[reading];
    const widest = WIDEST_SKIP[reading];
    // The last edge begins nothing.
    for (let at = 0; at < length - 1; at++) {
      const of = clause[at]! * 2;
      const edge = edges[clause[at]!]!;
      const last = edges[clause[at]! + 1] ?? edge;
      const begin = from[at]!;
      let run = 7;
      const stop = Math.min(at + longest - 1, last);
      for (let end = at; end <= stop; end++) {
        run = mix(run, value[end]!);
        this.emit(run, end > edge ? of + 1 : of, begin, to[end]!);
      }
      const gapped = mix(99, value[at]!);
      const farthest = Math.min(at + widest, last);
      for (let end = at + 2; end <= farthest; end++)
        this.emit(mix(gapped, value[end]!), end > edge ? of + 1 : of, begin, to[end]!);
    }
  }

  private emitTags(): void {
    const { tags } = this;
    const { classes, from, to, clause, edges, length } = tags;
    for (let at = 0; at < length - 1; at++) {
      const of = clause[at]! * 2;
      const edge = edges[clause[at]!]!;
      const last = edges[clause[at]! + 1] ?? edge;
      const begin = from[at]!;
      for (const first of classes[at]!) {
        this.emit(mix(501, first), of, begin, to[at]!);
        const near = mix(503, first);
        const far = mix(502, first);
        const three = mix(504, first);
        for (let b = at + 1; b <= last && b <= at + CLASSES_APART; b++) {
          for (const second of classes[b]!) {
            this.emit(mix(b === at + 1 ? near : far, second), b > edge ? of + 1 : of, begin, to[b]!);
            if (b > at + 2) continue;
            const two = mix(three, second);
            for (let c = b + 1; c <= last && c <= b + 2; c++)
              for (const third of classes[c]!)
                this.emit(mix(two, third), c > edge ? of + 1 : of, begin, to[c]!);
          }
        }
      }
    }
  }
}
