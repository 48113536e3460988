import { describe, expect, it } from 'vitest';
import { checkSentence, type SentenceProblem } from '@/lib/personal';
import { compileBook, toRuntime } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { check } from '@/lib/reply';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';

const { books } = openEngine(builtInPaths(), false);
const compiled = books.map((it) => compileBook(toRuntime(it)));

describe('a sentence of one’s own', () => {
  it.each<[Language, string, SentenceProblem['kind'][]]>([
    ['zh-Hans', '我是小林，您慢慢说，我都记着。', []],
    ['zh-Hans', '订单 {order} 我看到了，今天给您办好。', []],
    ['zh-Hant', '我是小林，您慢慢說，我都記著。', []],
    ['en', 'I have order {order} open in front of me.', []],
    ['zh-Hans', '  ', ['empty']],
    ['zh-Hans', '好'.repeat(601), ['too-long']],
    ['zh-Hans', '您的{订单}在路上', ['bracket']],
    ['en', 'I refund {everything}.', ['blank']],
    ['zh-Hans', '这不归我管。', ['flag']],
    ['zh-Hant', '這不歸我管。', ['flag']],
    ['en', 'You got extra anyway.', ['flag']],
  ])('%s: %s', (language, text, kinds) => {
    const variables = books.find((it) => it.language === language)?.variables ?? [];
    const problems = checkSentence(text, language, variables, (draft, context) =>
      check(compiled, draft, context),
    );
    expect(problems.map((it) => it.kind)).toEqual(kinds);
  });
});
