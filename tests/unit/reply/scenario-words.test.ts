import { describe, expect, it } from 'vitest';
import { compileWords, readWords, runsOf, type ScenarioWords, tellingRuns } from '@/lib/phrasebook/runtime';
import { guessScenarios } from '@/lib/reply';
import { learnWords, lessonsFor } from '@/scripts/scenario-words';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';
import { readWords as committed } from '@/scripts/tactful/scenario-words';

describe('runs of words', () => {
  it.each([
    ['zh-Hans', '便宜了，30', ['便', '便宜', '便宜了', '宜', '宜了', '了', '3', '30', '0']],
    ['zh-Hant', '便宜', ['便', '便宜', '宜']],
    ['en', 'Dropped prices', ['dropp', 'drop*', 'pric', 'pric*', 'dropp pric']],
    ['en', '', []],
  ] as const)('of %s "%s"', (language, text, expected) => {
    expect(new Set(runsOf(text, language).map(({ run }) => run))).toEqual(new Set(expected));
  });

  it('know where they stand', () => {
    const text = '今天，便宜了';
    for (const { run, start, end } of runsOf(text, 'zh-Hans')) expect(text.slice(start, end)).toBe(run);
  });
});

describe('what was learned', () => {
  it.each(['zh-Hans', 'en'] as const)(
    'is what the labelled messages teach: %s',
    (language) => {
      // `npm run words` writes it anew.
      expect(committed(language)).toEqual(learnWords(lessonsFor(language === 'en' ? 'en' : 'zh')));
    },
    60_000,
  );

  it('adds up to one, and is silent about what it does not know', () => {
    const words = compileWords(committed('en'));
    const of = (text: string) => readWords(words, [{ message: 0, runs: runsOf(text, 'en') }], 0.6);
    const reading = of('the price dropped after I bought it')!;
    expect(reading.shares.reduce((sum, it) => sum + it, 0)).toBeCloseTo(1);
    expect(of('zyx qwv')).toBeNull();
    const told = tellingRuns(words, reading, 'price-drop').map(({ start, end }) =>
      'the price dropped after I bought it'.slice(start, end),
    );
    expect(told.join(' ')).toContain('price');
  });

  it('can be learned from few lessons', () => {
    const lesson = (text: string, scenario: 'damaged' | 'late-shipping') => ({
      runs: runsOf(text, 'en').map(({ run }) => run),
      scenario,
    });
    const words: ScenarioWords = learnWords([
      lesson('it arrived broken', 'damaged'),
      lesson('it arrived broken today', 'damaged'),
      lesson('the cup arrived broken', 'damaged'),
      lesson('still not here', 'late-shipping'),
      lesson('it is still not here', 'late-shipping'),
    ]);
    const compiled = compileWords(words);
    const reading = readWords(
      compiled,
      [{ message: 0, runs: runsOf('it is still whole but it arrived broken', 'en') }],
      1,
    );
    const best = compiled.classes[reading!.shares.indexOf(Math.max(...reading!.shares))];
    expect(best).toBe('damaged');
  });
});

describe('the scenario of a conversation', () => {
  const { compiled: books } = openEngine(builtInPaths(), false);

  it.each([
    [
      'price-drop',
      'zh-Hans',
      ['我四天前买了两条裤子，168 两条，还没送到', '刚才一看，网站上同样的 79 一条了', '这怎么算？'],
    ],
    [
      'price-drop',
      'zh-Hant',
      ['我四天前買了兩條褲子，168 兩條，還沒送到', '剛剛一看，網站上同樣的 79 一條了', '這怎麼算？'],
    ],
    [
      'price-drop',
      'en',
      [
        'I ordered two pairs four days ago, 168 for the two',
        'I just looked and the same pair is 79 now',
        'What happens now?',
      ],
    ],
    ['not-as-pictured', 'zh-Hans', ['拼图跟宣传图上的不一样', '图上是小动物，来的是锤子钳子']],
    ['damaged', 'en', ['The bowls came, and two are in pieces']],
    ['allergy', 'zh-Hans', ['昨晚敷了你们的面膜，今早起来脸红了一大片', '好痒']],
  ] as const)('is %s in %s', (scenario, language, customer) => {
    const [best] = guessScenarios(books, customer, { language });
    expect(best).toMatchObject({ id: scenario });
    expect(best!.evidence.length).toBeGreaterThan(0);
    for (const { message, start, end, text } of best!.evidence)
      expect(customer[message]!.slice(start, end)).toBe(text);
  });

  it.each(['', '…', 'ok', '好的'])('is not guessed from %j', (text) => {
    expect(guessScenarios(books, [text], { language: 'zh-Hans' })).toEqual([]);
  });
});
