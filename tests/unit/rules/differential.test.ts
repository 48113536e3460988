import AhoCorasick from 'modern-ahocorasick';
import { describe, expect } from 'vitest';
import { compileRules } from '@/lib/rules';
import { fc, test } from '../property';

/** A place of one phrase of a dictionary: [phrase, start, end]. */
type Place = readonly [phrase: number, start: number, end: number];

/** One rule holds one hit of a phrase where occurrences overlap each other; the earlier one counts. */
function apart(places: readonly Place[]): Place[] {
  const ends = new Map<number, number>();
  return [...places]
    .sort((a, b) => a[1] - b[1] || a[0] - b[0])
    .filter(([phrase, start, end]) => {
      if (start < (ends.get(phrase) ?? 0)) return false;
      ends.set(phrase, end);
      return true;
    });
}

const inOrder = (places: readonly Place[]) =>
  [...places].sort((a, b) => a[1] - b[1] || a[2] - b[2] || a[0] - b[0]);

function ours(dictionary: readonly string[], text: string): Place[] {
  const { matcher } = compileRules(
    dictionary.map((phrase, index) => ({ id: String(index), flag: [phrase] })),
  );
  return inOrder(
    matcher.scan(text, { overlaps: true }).hits.map(({ rule, start, end }) => [rule, start, end]),
  );
}

function naive(
  dictionary: readonly string[],
  text: string,
  fits: (start: number, end: number) => boolean,
): Place[] {
  const places: Place[] = [];
  dictionary.forEach((phrase, index) => {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (fits(at, at + phrase.length)) places.push([index, at, at + phrase.length]);
    }
  });
  return inOrder(apart(places));
}

const han = fc.string({ unit: fc.constantFrom('不', '我', '管', '退'), minLength: 1, maxLength: 5 });
const dictionaryOf = (phrase: fc.Arbitrary<string>) => fc.array(phrase, { minLength: 1, maxLength: 12 });

describe('random dictionaries of Chinese phrases', () => {
  const text = fc.string({ unit: fc.constantFrom('不', '我', '管', '退', '好'), maxLength: 60 });

  test.prop([dictionaryOf(han), text], 150)('give what a naive search gives', (dictionary, sample) => {
    expect(ours(dictionary, sample)).toEqual(naive(dictionary, sample, () => true));
  });

  test.prop([dictionaryOf(han), text], 150)('give what modern-ahocorasick gives', (dictionary, sample) => {
    const peer = new AhoCorasick(dictionary).search(sample);
    expect(ours(dictionary, sample)).toEqual(
      inOrder(apart(peer.map(({ patternIndex, start, end }) => [patternIndex, start, end]))),
    );
  });
});

describe('random dictionaries of English phrases', () => {
  const word = fc.string({ unit: fc.constantFrom('q', 'z', 'k'), minLength: 1, maxLength: 3 });
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));

  test.prop([dictionaryOf(phrase), text], 150)(
    'give what a naive search of whole words gives',
    (dictionary, sample) => {
      const whole = (start: number, end: number) =>
        !/[a-z]/.test((sample[start - 1] ?? ' ') + (sample[end] ?? ' '));
      expect(ours(dictionary, sample)).toEqual(naive(dictionary, sample, whole));
    },
  );
});

describe('random patterns', () => {
  /**
   * A pattern and what it means on text without separators: from places where it may begin to places where it may end.
   * Sets of places take polynomial time; a regular expression of so many gaps in a row would at times take minutes.
   */
  interface Meant {
    readonly pattern: string;
    /** A gap that decides nothing at the ends of a pattern, where it is dropped. */
    readonly idle: boolean;
    ends(text: string, starts: ReadonlySet<number>): ReadonlySet<number>;
  }

  const literal = (words: string): Meant => ({
    pattern: words,
    idle: false,
    ends: (text, starts) =>
      new Set([...starts].filter((at) => text.startsWith(words, at)).map((at) => at + words.length)),
  });
  const gap = (min: number, max: number): Meant => ({
    pattern: `{${min}-${max}}`,
    idle: min === 0,
    ends: (text, starts) => {
      const lengths = Array.from({ length: max - min + 1 }, (_, more) => min + more);
      const ends = [...starts].flatMap((at) => lengths.map((length) => at + length));
      return new Set(ends.filter((end) => end <= text.length));
    },
  });
  const either = (parts: readonly Meant[]): Meant => ({
    pattern: `(${parts.map((it) => it.pattern).join('|')})`,
    idle: false,
    ends: (text, starts) => new Set(parts.flatMap((it) => [...it.ends(text, starts)])),
  });
  const perhaps = (inner: Meant): Meant => ({
    pattern: `[${inner.pattern}]`,
    idle: false,
    ends: (text, starts) => new Set([...starts, ...inner.ends(text, starts)]),
  });
  const inARow = (parts: readonly Meant[]): Meant => ({
    pattern: parts.map((it) => it.pattern).join(''),
    idle: false,
    ends: (text, starts) => parts.reduce((at, it) => it.ends(text, at), starts),
  });
  const whole = (parts: readonly Meant[]): Meant => {
    const first = parts.findIndex((it) => !it.idle);
    const last = parts.findLastIndex((it) => !it.idle);
    return { ...inARow(parts.slice(first, last + 1)), pattern: inARow(parts).pattern };
  };

  const { row } = fc.letrec<{ row: Meant[]; piece: Meant }>((tie) => ({
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      han.map(literal),
      fc.tuple(fc.nat(2), fc.nat(2)).map(([min, more]) => gap(min, min + more)),
      fc.array(tie('row').map(inARow), { minLength: 1, maxLength: 3 }).map(either),
      tie('row').map((parts) => perhaps(inARow(parts))),
    ),
    row: fc
      .tuple(fc.array(tie('piece'), { maxLength: 3 }), han, fc.array(tie('piece'), { maxLength: 3 }))
      .map(([before, middle, after]) => [...before, literal(middle), ...after]),
  }));

  const sample = fc.string({ unit: fc.constantFrom('不', '我', '管', '退'), maxLength: 24 });

  // Nesting now and then outgrows what the language takes, which is told elsewhere.
  const fitting = row.filter((parts) => inARow(parts).pattern.length <= 1000);

  test.prop([fitting, sample], 400)('hit somewhere exactly where they mean to', (parts, text) => {
    const { pattern, ends } = whole(parts);
    const { matcher, problems } = compileRules([{ id: 'x', flag: [pattern] }]);
    expect(problems.filter((it) => it.level === 'error')).toEqual([]);
    const { hits, exhausted } = matcher.scan(text, { overlaps: true });
    expect(exhausted).toBe(false);
    for (const { start, end } of hits) expect([...ends(text, new Set([start]))]).toContain(end);
    // A match that is no hit gave way to one that it touches.
    for (let start = 0; start < text.length; start++) {
      const end = Math.max(start, ...ends(text, new Set([start])));
      if (end === start) continue;
      expect(hits.some((hit) => hit.start < end && start < hit.end)).toBe(true);
    }
  });
});
