/**
 * Learns what short runs of words and the patterns of the moves say about the moves of a draft, from the labelled
 * drafts of phrasebooks/examples, and writes phrasebooks/words/moves.*.json. Deterministic; part of `npm run words`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CompiledBook, Language, MoveId } from '@/lib/phrasebook';
import {
  compileMoveWords,
  featuresOf,
  type MoveWords,
  movesIn,
  PULL,
  readableClauses,
} from '@/lib/phrasebook/runtime';
import { builtInPaths } from './tactful/book-files';
import { inHalf } from './tactful/labelled';
import { openEngine } from './tactful/open-engine';
import { moveWordsPath, WORDS, type WordsName } from './tactful/scenario-words';

const examples = fileURLToPath(new URL('../phrasebooks/examples', import.meta.url));

/** A clause ends at punctuation, in Chinese at spaces too; it holds a letter of its language. */
const CLAUSE: Record<WordsName, string> = {
  zh: '(?=[^\\s，。！？；：、,!?;~～…]*\\p{Script=Han})(?:[^\\s，。！？；：、,.!?;:~～…“”「」（）()\\p{Extended_Pictographic}]|[.:](?=\\d))+',
  en: '(?=[^,.!?;:…]*[a-z])(?:[^\\n,.!?;:…()\\p{Extended_Pictographic}]|[.,:](?=\\d))+',
};

/** Numbers and dates say the same whichever they are. */
const ALIKE: Record<WordsName, MoveWords['alike']> = {
  zh: [
    [
      '今天|明天|后天|今晚|明早|明晚|今早|今日|听日|明日|下午|上午|中午|傍晚|晚上|早上|(?:周|礼拜|星期)[一二三四五六日天末]',
      '晌',
    ],
    ['[一二三四五六七八九十两几半]+(?=天|日|号|点|分钟|个?小时|个?工作|块|元|百)|\\d+(?:[.,:]\\d+)*', '0'],
  ],
  en: [
    [
      '\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|midday|noon|morning|afternoon|evening|weekend|lunchtime|january|february|march|april|june|july|august|september|october|november|december)\\b',
      'friday',
    ],
    ['\\d+(?:[.,:]\\d+)*', ' 0 '],
  ],
};

/** Read along as one word, beside the word itself: what feelings are called. */
const KINDS: Record<WordsName, MoveWords['kinds']> = {
  zh: [
    [
      '着急|心急|焦急|急坏|难受|难过|难熬|难堪|糟心|闹心|揪心|堵心|心疼|心累|心烦|心凉|寒心|窝心|窝火|上火|恼火|火大|火滚|失望|失落|委屈|扫兴|败兴|可惜|遗憾|郁闷|烦人|气人|吓人|恼人|磨人|生气|不爽|不好受|不舒服|不开心|不高兴|不痛快|不是滋味|崩溃|抓狂|傻眼|尴尬|膈应|憋屈|煎熬|折腾|折磨|遭罪|受罪|辛苦|受累|害怕|担心|不安|不放心|没底|慌|伤心|沮丧|舍不得|无奈|无助|倒霉|冤枉|狼狈|惊险|惨|糟糕|糟|呕|扼腕|傻眼|嬲|瘀|阴功|心灰|头疼|头痛|犯愁|发愁|愁',
      '恸',
    ],
  ],
  en: [
    [
      '\\b(?:upset|upsetting|annoy|annoyed|annoying|frustrat\\w+|disappoint\\w+|worr(?:y|ied|ying)|stress\\w*|angry|anger|cross|furious|livid|fed up|sad|sadly|gutted|heartbreaking|heartbroken|scary|scared|frightening|frightened|horrible|horrid|awful|terrible|dreadful|rotten|miserable|nightmare|pain|painful|sore|nuisance|shame|pity|letdown|let down|pants|rubbish|unsettling|embarrass\\w+|exhaust\\w+|tiring|maddening|infuriating|uncomfortable|unpleasant|distress\\w*|shock\\w*|unfair|tough|hard|rough|gutting|fiddly|fright|fuming|miffed|deflat\\w+|disheartening|crushing|hassle|headache|inconvenien\\w+)\\b',
      'sad',
    ],
  ],
};

/** A draft with the moves that somebody found in it. */
export interface MoveLesson {
  id: string;
  language: Language;
  moves: readonly MoveId[];
  clauses: readonly { words: string; hit: readonly MoveId[] }[];
}

interface LabelledLine {
  id: string;
  lang: string;
  text: string;
  moves: MoveId[];
  /** Drafts were labelled for their offences first; those whose moves were read too say so. */
  movesRead?: boolean;
}

interface Labelled {
  id: string;
  text: string;
  moves: MoveId[];
  book: CompiledBook;
}

const labelledDrafts = (books: readonly CompiledBook[]): Labelled[] =>
  readdirSync(examples)
    .sort()
    .filter((it) => /^(?:moves|model-drafts|drafts).*\.jsonl$/.test(it))
    .flatMap((file) =>
      readFileSync(path.join(examples, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as LabelledLine)
        .filter(
          ({ id, movesRead }) =>
            (movesRead ?? !file.startsWith('drafts')) &&
            (!file.startsWith('model-') || inHalf(Number(/\d+$/.exec(id)?.[0]), 'even')),
        )
        .flatMap(({ id, lang, text, moves }) => {
          const book = books.find((it) => it.language === lang);
          return book === undefined ? [] : [{ id, text, moves, book }];
        }),
    );

/** A pattern that is right in fewer other drafts may have been written for this very one. */
const OTHERS = 2;

/** The drafts to learn from, each as the patterns of others would read it. */
export const moveLessons = (name: WordsName, books: readonly CompiledBook[]): MoveLesson[] => {
  const ours = labelledDrafts(books).filter(({ book }) => WORDS[name].some((it) => it === book.language));
  const right = new Map<string, Set<string>>();
  const read = ours.map((it) => {
    const hits = movesIn(it.book, it.text);
    for (const [move, places] of hits) {
      if (!it.moves.includes(move)) continue;
      for (const { pattern } of places) {
        const key = `${it.book.language} ${move} ${pattern}`;
        right.set(key, (right.get(key) ?? new Set()).add(it.id));
      }
    }
    return { it, hits };
  });
  return read.map(({ it, hits }) => {
    const trusted = new Map(
      [...hits].map(([move, places]) => [
        move,
        places.filter(({ pattern }) => {
          const others = right.get(`${it.book.language} ${move} ${pattern}`);
          return others !== undefined && others.size - (others.has(it.id) ? 1 : 0) >= OTHERS;
        }),
      ]),
    );
    const clauses = readableClauses(it.text, new RegExp(CLAUSE[name], 'giu'), trusted);
    return {
      id: it.id,
      language: it.book.language,
      moves: it.moves,
      clauses,
    };
  });
};

/** The moves whose words are open; thanks and apologies are read as well by their patterns alone. */
const LEARNED = [
  'acknowledge',
  'empathy',
  'ownership',
  'remedy',
  'choice',
  'commitment',
  'follow-up',
] as const satisfies readonly MoveId[];

/**
 * From which likelihood on each of them counts: about where F1 is best on the even half, learned without it, and on
 * fresh drafts.
 */
const FROM: Record<WordsName, readonly number[]> = {
  zh: [0.3, 0.55, 0.5, 0.45, 0.35, 0.5, 0.3],
  en: [0.2, 0.4, 0.5, 0.4, 0.35, 0.4, 0.3],
};

export interface Learning {
  rounds: number;
  step: number;
  /** Half of it times the sum of squared weights is the price of a model. */
  shrink: number;
  /** Runs kept, the heaviest first. */
  kept: number;
}
export const LEARNING: Learning = { rounds: 80, step: 0.15, shrink: 0.8, kept: 1200 };
const SEEN = 2;
/** Enough to tell the heavy runs from the light. */
const FIRST_ROUNDS = 30;
/** Weights are whole numbers up to this: finer ones say nothing more and take a third more room. */
const STEPS = 31;
const START = -3;

interface Model {
  weights: Float64Array;
  bias: Float64Array;
}

interface Draft {
  label: readonly boolean[];
  /** Features of each clause. */
  clauses: readonly (readonly string[])[];
}

/** Logistic regression of clauses under the label of their draft ("at least one of them"), all drafts at a time, by Adam. */
const descend = (drafts: readonly Draft[], vocabulary: readonly string[], learning: Learning): Model => {
  const count = LEARNED.length;
  const index = new Map(vocabulary.map((it, at) => [it, at]));
  const size = vocabulary.length * count;
  // The last `count` are the biases.
  const weights = new Float64Array(size + count).fill(START, size);
  const slopes = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const texts = drafts.map(({ clauses, label }) => ({
    label,
    clauses: clauses.map((features) => {
      const known = features.flatMap((it) => {
        const at = index.get(it);
        return at === undefined ? [] : [{ at: at * count, pattern: it.startsWith('#') }];
      });
      const pull = PULL / Math.sqrt(Math.max(1, known.filter((it) => !it.pattern).length));
      return known.map(({ at, pattern }) => ({ at, pull: pattern ? PULL : pull }));
    }),
  }));
  for (let round = 1; round <= learning.rounds; round++) {
    for (let at = 0; at < size; at++) slopes[at] = learning.shrink * weights[at]!;
    slopes.fill(0, size);
    for (const { clauses, label } of texts) {
      for (let move = 0; move < count; move++) {
        let silent = 1;
        const shares = clauses.map((clause) => {
          let sum = weights[size + move]!;
          for (const it of clause) sum += it.pull * weights[it.at + move]!;
          const share = 1 / (1 + Math.exp(-sum));
          silent *= 1 - share;
          return share;
        });
        const blame = label[move] ? -silent / Math.max(1e-9, 1 - silent) : 1;
        clauses.forEach((clause, place) => {
          const slope = blame * shares[place]!;
          slopes[size + move]! += slope;
          for (const it of clause) slopes[it.at + move]! += slope * it.pull;
        });
      }
    }
    const step = learning.step * (1 - (round - 1) / learning.rounds);
    for (let at = 0; at < weights.length; at++) {
      mean[at] = 0.9 * mean[at]! + 0.1 * slopes[at]!;
      spread[at] = 0.99 * spread[at]! + 0.01 * slopes[at]! * slopes[at]!;
      const root = Math.sqrt(spread[at]! / (1 - 0.99 ** round)) + 1e-8;
      weights[at]! -= (step * mean[at]!) / (1 - 0.9 ** round) / root;
    }
  }
  return { weights: weights.subarray(0, size), bias: weights.subarray(size) };
};

/** Learns once with every run, and again with the heaviest alone. */
export const learnMoves = (
  name: WordsName,
  lessons: readonly MoveLesson[],
  learning: Learning = LEARNING,
): MoveWords => {
  const written = compileMoveWords({
    moves: LEARNED,
    from: FROM[name],
    clause: CLAUSE[name],
    alike: ALIKE[name],
    kinds: KINDS[name],
    runs: '',
    weights: '',
    scale: 1,
  });
  const drafts = lessons.map((lesson) => ({
    label: LEARNED.map((it) => lesson.moves.includes(it)),
    clauses: lesson.clauses.map(({ words, hit }) => featuresOf(words, hit, WORDS[name][0], written)),
  }));
  const seen = new Map<string, number>();
  for (const { clauses } of drafts)
    for (const it of new Set(clauses.flat())) seen.set(it, (seen.get(it) ?? 0) + 1);
  const all = [...seen].filter(([it, times]) => times >= SEEN || it.startsWith('#')).map(([it]) => it);
  const first = descend(drafts, all, { ...learning, rounds: FIRST_ROUNDS });
  const heft = (model: Model, run: number): number =>
    Math.max(...model.weights.subarray(run * LEARNED.length, (run + 1) * LEARNED.length).map(Math.abs));
  const kept = all
    .map((it, run) => ({ it, heft: it.startsWith('#') ? Number.POSITIVE_INFINITY : heft(first, run) }))
    .sort((a, b) => b.heft - a.heft)
    .slice(0, learning.kept)
    .map(({ it }) => it)
    .sort();
  const { weights, bias } = descend(drafts, kept, learning);
  const scale = Math.max(...weights.map(Math.abs), ...bias.map(Math.abs)) / STEPS;
  const bytes = [...weights, ...bias].map((it) => Math.round(it / scale));
  return {
    moves: LEARNED,
    from: FROM[name],
    clause: CLAUSE[name],
    alike: ALIKE[name],
    kinds: KINDS[name],
    runs: kept.join('\n'),
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    scale: Number(scale.toPrecision(6)),
  };
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { compiled } = openEngine(builtInPaths(), false);
  for (const name of Object.keys(WORDS) as WordsName[]) {
    const lessons = moveLessons(name, compiled);
    writeFileSync(moveWordsPath(name), `${JSON.stringify(learnMoves(name, lessons))}\n`);
    console.log(`${name}: learned moves from ${lessons.length} drafts`);
  }
}
