import AhoCorasick from 'modern-ahocorasick';
import UnicodeAhoCorasick from 'modern-ahocorasick/unicode';
import { compileRules, compileRulesSliced } from '../../lib/rules';
import { fold } from '../../lib/text';
import { type Language, mixedRules, phrases, plainRules, randomFrom, textOf } from './engine-material';
import { benchGrammarPeers } from './engine-peers';
import { build, micros } from './engine-timing';

type Emit = (line: object) => void;

const LANGUAGES: readonly Language[] = ['zh', 'en'];
const LENGTHS = [100, 2000];

/** The engine alone, and beside other matchers and checkers in the same run. */
export async function run(emit: Emit): Promise<void> {
  await benchEngine(emit);
  await benchSlices(emit);
  await benchMatchers(emit);
  await benchGrammarPeers(emit);
}

async function benchEngine(emit: Emit): Promise<void> {
  for (const count of [20, 1000, 10_000, 100_000]) {
    const plain = count === 100_000;
    const { rules, lists } = plain
      ? { rules: plainRules(phrases(count, randomFrom(7))), lists: {} }
      : mixedRules(count, randomFrom(7));
    const { ms, firstMs, megabytes, built } = build(() => compileRules(rules, lists));
    const kind = plain ? 'plain phrases' : 'mixed rules';
    const target = count === 10_000 ? 150 : plain ? 1000 : undefined;
    emit({
      figure: 'build',
      of: kind,
      rules: count,
      ms,
      firstMs,
      megabytes,
      states: built.matcher.states,
      target,
    });
    for (const language of LANGUAGES) {
      for (const chars of LENGTHS) {
        const text = textOf(language, chars, randomFrom(chars));
        const us = await micros(() => built.matcher.scan(text));
        const { hits, steps } = built.matcher.scan(text);
        const target = count === 10_000 ? (chars === 100 ? 10 : 300) : undefined;
        emit({
          figure: 'scan',
          of: kind,
          rules: count,
          language,
          chars,
          us,
          hits: hits.length,
          steps,
          target,
        });
      }
    }
  }
  for (const language of LANGUAGES) {
    for (const chars of LENGTHS) {
      const text = textOf(language, chars, randomFrom(chars));
      emit({ figure: 'fold', language, chars, us: await micros(() => fold(text)) });
    }
  }
}

async function benchSlices(emit: Emit): Promise<void> {
  const rules = plainRules(phrases(100_000, randomFrom(7)));
  const slices: number[] = [];
  let since = performance.now();
  await compileRulesSliced(
    rules,
    {},
    {
      yieldControl: async () => {
        slices.push(performance.now() - since);
        await new Promise((resolve) => setImmediate(resolve));
        since = performance.now();
      },
    },
  );
  slices.sort((a, b) => a - b);
  const longestMs = Number((slices.at(-1) ?? 0).toPrecision(3));
  emit({ figure: 'sliced build', rules: 100_000, slices: slices.length, longestMs, target: 50 });
}

type Scans = Readonly<Record<string, (text: string) => unknown>>;

/**
 * The same plain phrases given to us and to matchers that do nothing else. The exact ones see neither Traditional
 * characters nor capitals nor word edges, which we do; the caseless ones come nearer to the same hits.
 */
async function benchMatchers(emit: Emit): Promise<void> {
  for (const count of [1000, 10_000]) {
    const dictionary = phrases(count, randomFrom(11));
    const regex = new RegExp(dictionary.join('|'), 'gu');
    const wordRegex = new RegExp(`(?<![a-z])(?:${dictionary.join('|')})(?![a-z])`, 'giu');
    const ours = build(() => compileRules(plainRules(dictionary)));
    const exact = build(() => new AhoCorasick(dictionary));
    const caseless = build(() => new UnicodeAhoCorasick(dictionary));
    for (const [by, { ms, megabytes }] of Object.entries({
      tactful: ours,
      [EXACT]: exact,
      [CASELESS]: caseless,
    })) {
      emit({ figure: 'build', of: 'peer dictionary', by, rules: count, ms, megabytes });
    }
    const scans: Scans = {
      tactful: (text) => ours.built.matcher.scan(text, { overlaps: true }),
      [EXACT]: (text) => exact.built.search(text),
      [CASELESS]: (text) => caseless.built.search(text),
      'one alternation regex': (text) => [...text.matchAll(regex)],
      'one alternation regex, caseless whole words': (text) => [...text.matchAll(wordRegex)],
    };
    for (const language of LANGUAGES) {
      for (const chars of LENGTHS) await compareScans(emit, scans, count, language, chars);
    }
  }
}

const EXACT = 'modern-ahocorasick';
const CASELESS = 'modern-ahocorasick/unicode';

async function compareScans(
  emit: Emit,
  scans: Scans,
  rules: number,
  language: Language,
  chars: number,
): Promise<void> {
  const text = textOf(language, chars, randomFrom(chars));
  let ours = Number.NaN;
  for (const [by, scan] of Object.entries(scans)) {
    const us = await micros(() => scan(text));
    if (by === 'tactful') ours = us;
    const timesOurs = by === 'tactful' ? undefined : Number((us / ours).toPrecision(3));
    emit({ figure: 'peer scan', by, rules, language, chars, us, timesOurs });
  }
}
