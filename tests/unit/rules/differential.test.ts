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
  /** A pattern and the regular expression that means the same on text without separators. */
  type Both = readonly [pattern: string, regex: string];
  const text: fc.Arbitrary<Both> = han.map((it) => [it, it]);
  const join = (parts: readonly Both[], by: string): Both => [
    parts.map(([pattern]) => pattern).join(by),
    parts.map(([, regex]) => regex).join(by),
  ];
  const { pattern } = fc.letrec<{ pattern: Both; piece: Both }>((tie) => ({
    piece: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      text,
      fc
        .tuple(fc.nat(2), fc.nat(2))
        .map(([min, more]) => [`{${min}-${min + more}}`, `.{${min},${min + more}}?`] as Both),
      fc.array(tie('pattern'), { minLength: 1, maxLength: 3 }).map((parts): Both => {
        const [inner, regex] = join(parts, '|');
        return [`(${inner})`, `(?:${regex})`];
      }),
      tie('pattern').map(([inner, regex]): Both => [`[${inner}]`, `(?:${regex})?`]),
    ),
    pattern: fc
      .tuple(fc.array(tie('piece'), { maxLength: 3 }), text, fc.array(tie('piece'), { maxLength: 3 }))
      .map(([before, middle, after]) => join([...before, middle, ...after], '')),
  }));

  /** Every start at which some match begins, with the end of the longest. */
  function matchesOf(regex: string, sample: string): Map<number, number> {
    const whole = new RegExp(`^(?:${regex})$`);
    const found = new Map<number, number>();
    for (let start = 0; start < sample.length; start++) {
      for (let end = start + 1; end <= sample.length; end++) {
        if (whole.test(sample.slice(start, end))) found.set(start, end);
      }
    }
    return found;
  }

  const sample = fc.string({ unit: fc.constantFrom('不', '我', '管', '退'), maxLength: 24 });

  test.prop([pattern, sample], 400)(
    'hit somewhere exactly where a regular expression does',
    ([source, regex], text) => {
      const { matcher, problems } = compileRules([{ id: 'x', flag: [source] }]);
      expect(problems.filter((it) => it.level === 'error')).toEqual([]);
      const { hits, exhausted } = matcher.scan(text, { overlaps: true });
      const expected = matchesOf(trimGaps(regex), text);
      expect(exhausted).toBe(false);
      for (const { start, end } of hits) {
        expect(text.slice(start, end)).toMatch(new RegExp(`^(?:${trimGaps(regex)})$`));
      }
      // A match that is no hit gave way to one that it touches.
      for (const [start, end] of expected) {
        expect(hits.some((hit) => hit.start < end && start < hit.end)).toBe(true);
      }
    },
  );
});

/** Gaps of at least 0 at the ends of a pattern decide nothing and are dropped. */
function trimGaps(regex: string): string {
  return regex.replace(/^(?:\.\{0,\d\}\?)+/, '').replace(/(?:\.\{0,\d\}\?)+$/, '');
}
