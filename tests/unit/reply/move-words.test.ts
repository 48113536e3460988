import { describe, expect, it } from 'vitest';
import {
  compileBook,
  compileMoveWords,
  featuresOf,
  movesMade,
  type RuntimeBook,
} from '@/lib/phrasebook/runtime';
import { check } from '@/lib/reply';
import { fold } from '@/lib/text';
import { learnMoves, moveLessons } from '@/scripts/move-words';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';
import { readMoveWords } from '@/scripts/tactful/scenario-words';

const { compiled: books } = openEngine(builtInPaths(), false);

describe('words about moves', () => {
  it.each(['zh-Hans', 'en'] as const)(
    'are what the labelled drafts teach: %s',
    (language) => {
      const name = language === 'en' ? 'en' : 'zh';
      // `npm run words` writes it anew; it depends on the patterns of the moves too.
      expect(readMoveWords(language)).toEqual(learnMoves(name, moveLessons(name, books)));
    },
    60_000,
  );

  it('read numbers and days alike', () => {
    const words = compileMoveWords(readMoveWords('en'));
    const of = (text: string) => featuresOf(text, [], 'en', words);
    expect(of('ships monday at 4')).toEqual(of('ships friday at 16'));
    expect(of('ships monday')).not.toEqual(of('shipped monday'));
  });
});

const bare: RuntimeBook = {
  id: 'bare',
  version: 1,
  language: 'en',
  lists: {},
  taboos: [],
  absences: [],
  softenings: [],
  scenarios: [],
  moves: [
    { id: 'thanks', flag: ['thank you'] },
    { id: 'empathy', flag: ['how annoying'] },
  ],
  commitments: [],
};

describe('the moves of a draft', () => {
  it('are those of the patterns where nothing was learned', () => {
    expect(new Set(movesMade(compileBook(bare), fold('Thank you. How annoying!')).keys())).toEqual(
      new Set(['thanks', 'empathy']),
    );
  });

  it('are decided by what was learned for the moves it knows, clause by clause', () => {
    const moveWords = {
      moves: ['empathy' as const],
      from: [0.5],
      clause: '[a-z ]+',
      alike: [],
      kinds: [],
      runs: '#empathy\ncaterpillar',
      // A pattern speaks for it, the word against it; alone, nothing does.
      weights: btoa(String.fromCharCode(10, 256 - 40, 256 - 10)),
      scale: 0.5,
    };
    const book = compileBook({ ...bare, moveWords });
    const made = (text: string) => [...movesMade(book, fold(text)).keys()];
    expect(new Set(made('How annoying! Thank you'))).toEqual(new Set(['thanks', 'empathy']));
    expect(made('How annoying caterpillar')).toEqual([]);
    expect(made('How annoying. A caterpillar')).toEqual(['empathy']);
    expect(made('')).toEqual([]);
  });

  it.each([
    ['zh-Hans', '好好的生日闹成这样，换谁都笑不出来', 'empathy'],
    ['zh-Hant', '換咗我都嬲，等咗成個月', 'empathy'],
    ['en', 'I would be cross as well after a week of that', 'empathy'],
    ['zh-Hans', '少的那袋螺丝我补给您', 'remedy'],
    ['en', 'The missing bolts are going out to you free of charge', 'remedy'],
    ['en', 'It goes on the van at four tomorrow', 'commitment'],
    ['zh-Hans', '明天下午四点前给您寄出', 'commitment'],
  ] as const)('are heard in %s: %s', (language, text, move) => {
    expect(check(books, text, { customer: [], language }).moves).toContain(move);
  });

  it.each([
    ['zh-Hans', '您再着急也没有用'],
    ['en', 'I would not lose any sleep over it'],
  ] as const)('hold no sympathy that is none, in %s: %s', (language, text) => {
    expect(check(books, text, { customer: [], language }).moves).not.toContain('empathy');
  });
});

describe('what a draft makes good', () => {
  const loud = (language: 'zh-Hans' | 'en', text: string): string[] =>
    check(books, text, { customer: [], language }).flags.flatMap(({ category, severity }) =>
      severity === 'low' ? [] : [category],
    );

  it.each([
    ['zh-Hans', '拆了包装就不能退', '拆了包装就不能退，不过我给您换一件新的，今天寄出'],
    [
      'en',
      'Opened items cannot be returned.',
      'Opened items cannot be returned. I can send you a new one free of charge.',
    ],
  ] as const)('is no wall in %s: %s', (language, wall, wayOut) => {
    expect(loud(language, wall)).toContain('rule-wall');
    expect(loud(language, wayOut)).not.toContain('rule-wall');
  });

  it.each([
    ['You could have read the chart before ordering.', 'blame'],
    ['Nobody else has complained.', 'suspicion'],
  ] as const)('is said quietly where an English draft takes the blame: %s', (words, category) => {
    expect(loud('en', words)).toContain(category);
    expect(loud('en', `${words} That was our mistake.`)).not.toContain(category);
  });

  it('does not make the customer carry a slip that is owned', () => {
    expect(loud('en', 'Our mistake. Please post it back at your own cost.')).toContain('burden');
  });

  it('does not buy off what hurts by itself', () => {
    expect(loud('zh-Hans', '我给您换一件新的。爱买不买')).toContain('confront');
  });
});
