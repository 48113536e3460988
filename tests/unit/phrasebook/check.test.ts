import { describe, expect, it } from 'vitest';
import { type BookProblem, checkBook, formatProblem, loadBook } from '@/lib/phrasebook';

const BOOK = `id: shop
name: 店
language: zh-Hans
version: 1
license: Apache-2.0
lists:
  you: [你, 您]
taboos:
  - id: brush-off/look
    category: brush-off
    severity: high
    flag:
      - '@you自己看'
    unlessPartOf:
      - '@you自己看的话'
    why: 把顾客推开了。
    instead:
      - 我帮您看一下。
    examples:
      flag:
        - '[[您自己看]]说明书'
      pass:
        - 您自己看的话也行
  - id: burden/reorder
    category: burden
    severity: medium
    flag:
      - 重新拍
    onlyIn: [price-drop]
    why: 顾客白跑一趟。
    instead:
      - 差价我退给您。
    examples:
      flag:
        - { text: '您[[重新拍]]吧', scenario: price-drop }
        - { text: '您[[重新拍]]吧', customer: 昨天买的今天降价了 }
      pass:
        - { text: 您重新拍吧, scenario: presale-advice }
        - { text: 您重新拍吧, customer: 收到碎了 }
absences:
  - id: brush-off/no-apology
    category: brush-off
    when: ['发不了']
    lacks: [apology, empathy]
    why: 坏消息里少一句抱歉。
    instead: ['抱歉，让您久等了。']
    examples:
      flag: [今天发不了]
      pass: ['抱歉，今天发不了']
  - id: brush-off/third-apology
    category: brush-off
    repeats: { move: apology, times: 3 }
    lacks: [remedy]
    why: 第三次道歉不如给个办法。
    instead: [我给您补发一件。]
    examples:
      flag: [{ text: 抱歉, agent: [抱歉, '真的抱歉，实在抱歉'] }]
      pass: [{ text: 抱歉, agent: [抱歉] }, { text: 抱歉，我补发一件, agent: [抱歉, 抱歉] }, { text: 好的, agent: [抱歉, 抱歉, 抱歉] }]
softenings:
  - id: soften/mended
    title: 说了办法
    categories: [brush-off]
    within: draft
    moves: [remedy]
    examples:
      flag: [您自己看，我补发]
      pass: [您自己看吧]
scenarios:
  - { id: price-drop, title: 降价, cues: [降价], steps: [], ask: [], examples: { flag: [昨天买的今天降价了], pass: [收到碎了] } }
  - { id: damaged, title: 破损, cues: [碎了], steps: [], ask: [] }
moves:
  - { id: apology, title: 道歉, flag: [抱歉], examples: { flag: ['真的[[抱歉]]'], pass: [谢谢] } }
  - { id: remedy, title: 办法, flag: [补发], examples: { flag: [给您补发], pass: [谢谢] } }
commitments:
  - { id: today, kind: dated, flag: [今天发], examples: { flag: [今天发货], pass: [昨天到的] } }
variables:
  - { id: item, label: 商品, type: text, example: 自己看书灯 }
scripts:
  - { id: damaged/apology, scenario: [damaged], move: [apology], tone: warm, text: '抱歉，您的{item}碎了。' }
`;

const problemsOf = (text: string): BookProblem[] => {
  const { book, problems, locate } = loadBook([{ path: 'shop.yaml', text }]);
  expect(problems.map(formatProblem)).toEqual([]);
  if (book === undefined) throw new Error('the book does not load');
  return checkBook(book, { locate });
};

const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

interface Change {
  what: string;
  from: string;
  to: string;
  /** Words in the changed line that the problem must point at. */
  at: string;
  rule: string;
  level?: 'error' | 'warning';
  says: RegExp;
  fix?: RegExp;
}

const EXTRA = `  - id: ID
    category: CATEGORY
    severity: medium
    flag: [FLAG]
    why: x
    instead: [好的。]
    examples: { flag: [EXAMPLE], pass: [好的] }
`;
const extra = (id: string, category: string, flag: string, example: string): string =>
  EXTRA.replace('ID', id).replace('CATEGORY', category).replace('FLAG', flag).replace('EXAMPLE', example);

const CHANGES: Change[] = [
  {
    what: 'a pattern without a fixed word',
    from: "- '@you自己看'\n    unless",
    to: "- '@you自己看'\n      - '[也]…'\n    unless",
    at: "'[也]…'",
    rule: 'brush-off/look',
    says: /no fixed word.*"\[也\]…"/,
    fix: /at least one word that is always there/,
  },
  {
    what: 'an unknown list',
    from: "- '@you自己看'\n    unless",
    to: "- '@yuo自己看'\n    unless",
    at: "'@yuo自己看'",
    rule: 'brush-off/look',
    says: /no list called @yuo/,
    fix: /lists of the book/,
  },
  {
    what: 'a list that every object has',
    from: "- '@you自己看'\n    unless",
    to: "- '@constructor自己看'\n    unless",
    at: '@constructor',
    rule: 'brush-off/look',
    says: /no list called @constructor/,
  },
  {
    what: 'an example that no pattern fits',
    from: "- '[[您自己看]]说明书'",
    to: "- '[[您自个儿看]]说明书'",
    at: '您自个儿看',
    rule: 'brush-off/look',
    says: /Should be flagged but is not: "\[\[您自个儿看\]\]说明书"/,
    fix: /no pattern fits these words/,
  },
  {
    what: 'an example that an exception lets pass',
    from: "- '[[您自己看]]说明书'",
    to: "- '[[您自己看]]的话'",
    at: '[[您自己看]]的话',
    rule: 'brush-off/look',
    says: /Should be flagged but is not/,
    fix: /an exception under "unlessPartOf" lets it pass/,
  },
  {
    what: 'an example in quotes',
    from: "- '[[您自己看]]说明书'",
    to: "- '您说“[[您自己看]]”这句'",
    at: '您说“',
    rule: 'brush-off/look',
    says: /Should be flagged but is not/,
    fix: /quotes: flag/,
  },
  {
    what: 'a mark around other words than those that are hit',
    from: "- '[[您自己看]]说明书'",
    to: "- '您[[自己看]]说明书'",
    at: '您[[自己看]]',
    rule: 'brush-off/look',
    says: /Marked is "自己看", but the rule hits "您自己看"/,
    fix: /move the \[\[ \]\]/,
  },
  {
    what: 'an innocent example that is flagged',
    from: '- 您自己看的话也行',
    to: '- 您自己看也行',
    at: '您自己看也行',
    rule: 'brush-off/look',
    says: /Should pass but is flagged at "您自己看" by the pattern "@you自己看"/,
    fix: /add an exception/,
  },
  {
    what: 'an innocent example in a scenario where the rule holds',
    from: '{ text: 您重新拍吧, scenario: presale-advice }',
    to: '{ text: 您重新拍一下吧, scenario: price-drop }',
    at: '您重新拍一下吧',
    rule: 'burden/reorder',
    says: /Should pass but is flagged/,
  },
  {
    what: "another rule that flags a rule's innocent example, in the same category",
    from: 'absences:',
    to: `${extra('brush-off/also', 'brush-off', '也行', "'[[也行]]'")}absences:`,
    at: '您自己看的话也行',
    rule: 'brush-off/look',
    says: /Innocent here, but "brush-off\/also" flags "也行" in it/,
    fix: /narrow "brush-off\/also"/,
  },
  {
    what: "another rule that flags a rule's innocent example, in another category",
    from: 'absences:',
    to: `${extra('blame/also', 'blame', '也行', "'[[也行]]'")}absences:`,
    at: '您自己看的话也行',
    rule: 'brush-off/look',
    level: 'warning',
    says: /Innocent here, but "blame\/also" flags "也行" in it/,
  },
  {
    what: 'a rule that is always covered by another',
    from: 'absences:',
    to: `${extra('brush-off/alone', 'brush-off', '自己看', '您自己看说明书')}absences:`,
    at: 'brush-off/alone',
    rule: 'brush-off/alone',
    level: 'warning',
    says: /never shows: in each of its examples "brush-off\/look" \(high\) covers it/,
  },
  {
    what: 'a replacement that is taboo itself',
    from: '- 我帮您看一下。',
    to: '- 您自己看吧。',
    at: '您自己看吧。',
    rule: 'brush-off/look',
    says: /A suggestion may not be taboo itself, but "brush-off\/look" flags "您自己看" in it/,
  },
  {
    what: 'a script that is taboo itself',
    from: '抱歉，您的{item}碎了。',
    to: '您自己看{item}。',
    at: '您自己看{item}。',
    rule: 'damaged/apology',
    says: /A suggestion may not be taboo itself/,
  },
  {
    what: 'a replacement that is taboo in some conversations only',
    from: '- 我帮您看一下。',
    to: '- 我帮您重新拍。',
    at: '我帮您重新拍。',
    rule: 'brush-off/look',
    level: 'warning',
    says: /"burden\/reorder" flags "重新拍"/,
  },
  {
    what: 'a replacement that hurts together with the words around it',
    from: 'absences:',
    to: `${extra('deflect/alone', 'deflect', '找快递', "'您[[找快递]]自己看'").replace('好的。', '好的，您')}absences:`,
    at: '好的，您',
    rule: 'deflect/alone',
    level: 'warning',
    says: /Put into its example it gives "您好的，您自己看", in which "brush-off\/look" still flags "您自己看"/,
  },
  {
    what: 'an absence that is not noticed',
    from: 'flag: [今天发不了]',
    to: 'flag: [今天发得了]',
    at: '今天发得了',
    rule: 'brush-off/no-apology',
    says: /Should be noticed but is not: "今天发得了"; no moves are seen in it/,
  },
  {
    what: 'an absence noticed where it should pass',
    from: "pass: ['抱歉，今天发不了']",
    to: 'pass: [不好意思今天发不了]',
    at: '不好意思今天发不了',
    rule: 'brush-off/no-apology',
    says: /Should pass but is noticed/,
  },
  {
    what: 'a second apology taken for the third',
    from: 'text: 抱歉, agent: [抱歉] }',
    to: 'text: 抱歉, agent: [抱歉。抱歉。] }',
    at: '抱歉。抱歉。',
    rule: 'brush-off/third-apology',
    says: /Should pass but is noticed: "抱歉"; the moves seen in it are: apology/,
  },
  {
    what: 'words that nothing beside them quietens',
    from: 'flag: [您自己看，我补发]',
    to: 'flag: [您自己看，抱歉]',
    at: '您自己看，抱歉',
    rule: 'soften/mended',
    says: /Should be made quiet but is not: "您自己看，抱歉"; the moves seen in it are: apology/,
    fix: /check "categories"/,
  },
  {
    what: 'words that should stay loud and are quietened',
    from: 'pass: [您自己看吧]',
    to: 'pass: [您自己看看补发]',
    at: '您自己看看补发',
    rule: 'soften/mended',
    says: /Should stay loud but is made quiet: "您自己看看补发"/,
  },
  {
    what: 'a move that is not seen',
    from: 'flag: [给您补发]',
    to: 'flag: [给您寄一个]',
    at: '给您寄一个',
    rule: 'remedy',
    says: /Should count as this move but does not/,
  },
  {
    what: 'a move seen where there is none',
    from: '补发], examples: { flag: [给您补发], pass: [谢谢] }',
    to: '补发], examples: { flag: [给您补发], pass: [不能补发] }',
    at: '不能补发',
    rule: 'remedy',
    says: /Should not count as this move, but "补发" does/,
  },
  {
    what: 'a move found in other words than those marked',
    from: "flag: ['真的[[抱歉]]']",
    to: "flag: ['[[真的]]抱歉']",
    at: '[[真的]]抱歉',
    rule: 'apology',
    says: /Marked is "真的", but other words are hit/,
  },
  {
    what: 'a promise that is not seen',
    from: 'flag: [今天发货]',
    to: 'flag: [明天发货]',
    at: '明天发货',
    rule: 'today',
    says: /Should count as this promise but does not/,
  },
  {
    what: 'a customer whose scenario no cue tells',
    from: 'flag: [昨天买的今天降价了]',
    to: 'flag: [昨天买的今天便宜了]',
    at: '昨天买的今天便宜了',
    rule: 'price-drop',
    says: /No cue fits this message/,
  },
  {
    what: 'a customer taken for another scenario',
    from: 'pass: [收到碎了]',
    to: 'pass: [收到降价了的]',
    at: '收到降价了的',
    rule: 'price-drop',
    says: /Should be another scenario, but is read as this one by "降价"/,
  },
  {
    what: 'words in the other Chinese script',
    from: 'why: 把顾客推开了。',
    to: 'why: 把顧客推開了。',
    at: '把顧客推開了。',
    rule: 'brush-off/look',
    level: 'warning',
    says: /This is written in zh-Hant, but the book is in zh-Hans/,
  },
];

describe('trying a book', () => {
  it('finds nothing wrong with a good one', () => {
    expect(problemsOf(BOOK).map(formatProblem)).toEqual([]);
  });

  it.each(CHANGES)('reports $what', ({ from, to, at, rule, level = 'error', says, fix }) => {
    expect(BOOK).toContain(from);
    const text = BOOK.replace(from, () => to);
    const problems = problemsOf(text);
    const found = problems.find((it) => says.test(it.message));
    expect(found, problems.map(formatProblem).join('\n')).toMatchObject({
      file: 'shop.yaml',
      line: lineOf(text, at),
      rule,
      level,
    });
    if (fix !== undefined) expect(found?.fix).toMatch(fix);
  });

  it('does not space out the words of a rule to which spacing matters', () => {
    expect(problemsOf(BOOK.replace("看'\n    unless", "看'\n    ignore: nothing\n    unless"))).toEqual([]);
  });

  it('names the book where it was not loaded from files', () => {
    const { book } = loadBook([{ path: 'shop.yaml', text: BOOK.replace('[[您自己看]]', '[[自己]]看') }]);
    expect(book && checkBook(book).map((it) => `${it.file}:${it.line}`)).toEqual(['shop:1']);
  });
});
