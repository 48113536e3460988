import MiniSearch from 'minisearch';
import { Corpus, foldedClauses, type Occurrence, Place } from './corpus';
import { type Term, TermBook } from './term-book';

/** What can be searched for; the caller's own item hangs on it. */
export interface SearchItem {
  readonly text: string;
  /** Search words besides the text. */
  readonly keys?: readonly string[];
  /** What it is for: scenario, move, remedy, in the words of its language and by id. */
  readonly names?: readonly string[];
}

/** What is known besides the words; all of it is optional. */
export interface SearchHints<I> {
  /** How often it was used. */
  uses?: (item: I) => number;
  /** When it was used last, epoch ms. */
  lastUsedAt?: (item: I) => number | undefined;
  /** 0–1: how well it fits the conversation. */
  fits?: (item: I) => number;
  /** Now, epoch ms. */
  now: number;
}

export interface Found<I> {
  item: I;
  score: number;
}

/** A score per item by its number; 0 is not found. */
type Scores = Float64Array;

const DAY = 86_400_000;
const HAN_RUN = /\p{Script=Han}+/gu;
const LATIN_RUN = /[\p{Script=Latin}0-9']+/gu;
/** A word is meant by its letters for at most so many terms of the shop: each leads one line. */
const MEANT = 3;
/** Terms that are only begun are many; the first ones of the list stand for the rest. */
const BEGUN = 6;

const wordScore = ({ place, whole, depth }: Occurrence): number =>
  place === Place.KEY ? (whole ? 8 : 6) : place === Place.NAME ? (whole ? 5 : 3) : 5 - depth;
const READ_SCORE: Readonly<Record<Place, number>> = {
  [Place.KEY]: 4,
  [Place.NAME]: 1,
  [Place.TEXT]: 1.5,
};

/**
 * Search over the scripts of one agent, by words of either Chinese script, by pinyin in full or by initials, and by
 * English words with typos. Every word of a query must be found. Built once per shelf; pure and deterministic.
 */
export class ScriptSearch<I extends SearchItem> {
  readonly #items: readonly I[];
  readonly #corpus: Corpus;
  readonly #terms: TermBook;
  readonly #latin: MiniSearch<{ id: number; text: string; keys: string; names: string }>;
  readonly #byTerm = new Map<Term, Scores>();

  constructor(items: readonly I[]) {
    this.#items = items;
    this.#corpus = new Corpus(textsOf(items));
    this.#terms = new TermBook(items.flatMap((it) => it.keys?.map(foldedClauses) ?? []));
    this.#latin = new MiniSearch({
      fields: ['text', 'keys', 'names'],
      tokenize: (text) => text.match(LATIN_RUN) ?? [],
      processTerm: (term) => term.toLowerCase(),
      searchOptions: {
        boost: { keys: 3, names: 2 },
        prefix: true,
        // One slip in four letters; shorter words are too near each other.
        fuzzy: (term) => (term.length > 3 ? 0.25 : false),
        combineWith: 'AND',
      },
    });
    this.#latin.addAll(
      items.map((item, id) => ({
        id,
        text: latinOf([item.text]),
        keys: latinOf(item.keys ?? []),
        names: latinOf(item.names ?? []),
      })),
    );
  }

  /** Best first, at most `limit`; an empty query finds nothing. */
  find(query: string, hints: SearchHints<I>, limit = 30): Found<I>[] {
    const words = [
      ...(foldedClauses(query).match(HAN_RUN) ?? []),
      ...(query.normalize('NFKC').toLowerCase().match(LATIN_RUN) ?? []),
    ];
    let scores: Scores | undefined;
    let meant: Scores[] = [];
    for (const word of words) {
      const found = /^\p{Script=Han}/u.test(word) ? this.#byWords(word) : this.#byLetters(word);
      scores = scores === undefined ? found.scores : both(scores, found.scores);
      if (words.length === 1) meant = found.meant;
    }
    if (scores === undefined) return [];
    const liked = scores.map((score, doc) => (score === 0 ? 0 : score + this.#liking(doc, hints)));
    const first = meant.slice(0, MEANT).flatMap((of) => topOf(liked, 1, of));
    const order = new Set([...first, ...topOf(liked, limit)]);
    return [...order].slice(0, limit).map((doc) => ({ item: this.#items[doc]!, score: liked[doc]! }));
  }

  #liking(doc: number, { uses, lastUsedAt, fits, now }: SearchHints<I>): number {
    const item = this.#items[doc]!;
    const last = lastUsedAt?.(item);
    const recent = last === undefined ? 0 : 0.5 ** (Math.max(0, now - last) / (7 * DAY));
    return Math.log2(1 + (uses?.(item) ?? 0)) * 0.3 + recent * 0.5 + (fits?.(item) ?? 0) * 1.5;
  }

  #none(): Scores {
    return new Float64Array(this.#items.length);
  }

  /** Chinese words as they were typed. */
  #byWords(words: string): { scores: Scores; meant: Scores[] } {
    const scores = this.#none();
    this.#corpus.eachHolding(words, (it) => {
      scores[it.doc] = Math.max(scores[it.doc]!, wordScore(it));
    });
    return { scores, meant: [] };
  }

  /** Letters: an English word, or pinyin in full, by initials or both. */
  #byLetters(word: string): { scores: Scores; meant: Scores[] } {
    const scores = this.#none();
    const note = (doc: number, score: number): void => {
      if (score > scores[doc]!) scores[doc] = score;
    };
    for (const { id, score } of this.#latin.search(word)) note(Number(id), 2 + (5 * score) / (score + 4));
    const letters = word.replace(/'/g, '').replace(/ü/g, 'v');
    // One letter reads half of everything.
    if (!/^[a-z]{2,}$/.test(letters)) return { scores, meant: [] };
    const terms = this.#terms.meantBy(letters);
    const meant: Scores[] = [];
    let begun = 0;
    for (const { term, exact } of terms) {
      if (!exact && ++begun > BEGUN) break;
      const docs = this.#docsOf(term);
      if (exact && docs.some((score) => score > 0)) meant.push(docs);
      for (let doc = 0; doc < docs.length; doc++) {
        if (docs[doc]! > 0) note(doc, exact ? docs[doc]! + 1 : docs[doc]! * 0.8);
      }
    }
    this.#corpus.eachReading(letters, (it, { full, length, partial }) => {
      note(it.doc, READ_SCORE[it.place] + full / length - (partial ? 0.2 : 0));
    });
    return { scores, meant };
  }

  #docsOf(term: Term): Scores {
    const known = this.#byTerm.get(term);
    if (known !== undefined) return known;
    const { scores } = this.#byWords(term.words);
    this.#byTerm.set(term, scores);
    return scores;
  }
}

function* textsOf(items: readonly SearchItem[]): Generator<{ doc: number; place: Place; text: string }> {
  for (const [doc, { text, keys = [], names = [] }] of items.entries()) {
    for (const key of keys) yield { doc, place: Place.KEY, text: key };
    for (const name of names) yield { doc, place: Place.NAME, text: name };
    yield { doc, place: Place.TEXT, text };
  }
}

const both = (a: Scores, b: Scores): Scores =>
  a.map((score, doc) => (score > 0 && b[doc]! > 0 ? score + b[doc]! : 0));

/** The numbers of the best items, best first, the earlier before the later; only those in `among`. */
function topOf(scores: Scores, count: number, among?: Scores): number[] {
  const best: number[] = [];
  for (let doc = 0; doc < scores.length; doc++) {
    const score = scores[doc]!;
    if (score === 0 || (among !== undefined && among[doc] === 0)) continue;
    if (best.length === count && score <= scores[best[count - 1]!]!) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < score) at -= 1;
    best.splice(at, 0, doc);
    if (best.length > count) best.pop();
  }
  return best;
}

/** The Latin words of texts, contractions and accents as typed. */
const latinOf = (texts: readonly string[]): string =>
  texts.flatMap((text) => text.normalize('NFKC').match(LATIN_RUN) ?? []).join(' ');
