import { describe, expect, it } from 'vitest';
import { type CheckContext, check } from '@/lib/reply';
import { BOOKS, EN_BOOK, HANS_BOOK } from './books';

const NOTHING: CheckContext = { customer: [] };

const flags = (draft: string, ctx: Partial<CheckContext> = {}): string[] =>
  check(BOOKS, draft, { ...NOTHING, ...ctx }).flags.map((it) => `${it.rule} ${it.severity} ${it.text}`);

const notices = (draft: string, ctx: Partial<CheckContext> = {}): string[] =>
  check(BOOKS, draft, { ...NOTHING, ...ctx }).notices.map((it) => it.rule);

describe('checking a draft', () => {
  it('says what hurts, where, why and what to say instead', () => {
    expect(check(BOOKS, '亲，您自己看吧', NOTHING).flags).toEqual([
      {
        rule: 'brush-off/look',
        category: 'brush-off',
        severity: 'medium',
        start: 2,
        end: 6,
        text: '您自己看',
        why: '把顾客推开了。',
        instead: ['我帮您看一下。'],
        language: 'zh-Hans',
        by: 'rule',
      },
    ]);
  });

  it.each<{ what: string; draft: string; ctx?: Partial<CheckContext>; expected: string[] }>([
    {
      what: 'the severer of two overlapping rules wins',
      draft: '自己看一下清楚',
      expected: ['blame/see-clearly high 看一下清楚'],
    },
    {
      what: 'the longer of two hits of equal severity wins',
      draft: '您自己看一下',
      expected: ['brush-off/look medium 自己看一下'],
    },
    {
      what: 'hits come in the order of the draft, over both languages',
      draft: 'That is not my department, 您自己看',
      expected: ['brush-off/busy high not my department', 'brush-off/look medium 您自己看'],
    },
    {
      what: 'words are quiet beside the blame taken in the same sentence',
      draft: '您自己看，是我们漏了',
      expected: ['brush-off/look low 您自己看'],
    },
    {
      what: 'blame taken in another sentence does not quieten them',
      draft: '是我们漏了。您自己看',
      expected: ['brush-off/look medium 您自己看'],
    },
    {
      what: 'words above what is softened are underlined, no more',
      draft: '看一下清楚，是我们漏了',
      expected: ['blame/see-clearly medium 看一下清楚'],
    },
    {
      what: 'a remedy anywhere quietens what it is named for, up to its severity',
      draft: '补发。加我微信',
      expected: ['compliance/wechat low 加我微信'],
    },
    {
      what: 'a remedy that is part of the words that hurt makes nothing good',
      draft: '白送的补发',
      expected: ['got-extra/free medium 白送的补发'],
    },
    {
      what: 'words behind those that hurt quieten them',
      draft: '您自己看。我陪您',
      expected: ['brush-off/look low 您自己看'],
    },
    {
      what: 'the same words before them do not',
      draft: '我陪您。您自己看',
      expected: ['brush-off/look medium 您自己看'],
    },
    {
      what: 'what stays quiet by itself is left as it is',
      draft: '您重新拍吧，我陪您',
      expected: ['burden/reorder low 重新拍'],
    },
    { what: 'a draft without words has none', draft: '😀 123', expected: [] },
    { what: 'an empty draft has none', draft: '', expected: [] },

    {
      what: '`onlyIn` holds in its scenario',
      draft: '您重新拍吧',
      ctx: { scenario: 'price-drop' },
      expected: ['burden/reorder high 重新拍'],
    },
    {
      what: '`onlyIn` holds where the customer speaks of it',
      draft: '您重新拍吧',
      ctx: { customer: ['今天降价了'] },
      expected: ['burden/reorder high 重新拍'],
    },
    {
      what: '`onlyIn` is silent in another scenario',
      draft: '您重新拍吧',
      ctx: { scenario: 'damaged' },
      expected: [],
    },
    {
      what: '`onlyIn` is silent where the customer speaks of another',
      draft: '您重新拍吧',
      ctx: { customer: ['收到碎了'] },
      expected: [],
    },
    {
      what: '`onlyIn` drops to low where nothing is known',
      draft: '您重新拍吧',
      expected: ['burden/reorder low 重新拍'],
    },
    {
      what: '`onlyIn` drops to low where no cue is found',
      draft: '您重新拍吧',
      ctx: { customer: ['在吗'] },
      expected: ['burden/reorder low 重新拍'],
    },
    {
      what: 'the agent knows better than the guess',
      draft: '您重新拍吧',
      ctx: { customer: ['今天降价了'], scenario: 'damaged' },
      expected: [],
    },

    {
      what: '`notIn` is silent in its scenario',
      draft: '白送的',
      ctx: { customer: ['有货吗'] },
      expected: [],
    },
    {
      what: '`notIn` holds elsewhere',
      draft: '白送的',
      ctx: { customer: ['碎了'] },
      expected: ['got-extra/free medium 白送的'],
    },
    {
      what: '`notIn` holds where nothing is known',
      draft: '白送的',
      expected: ['got-extra/free medium 白送的'],
    },

    {
      what: '`markets` holds in its market',
      draft: '加我微信',
      ctx: { market: 'cn' },
      expected: ['compliance/wechat high 加我微信'],
    },
    { what: '`markets` is silent in another', draft: '加我微信', ctx: { market: 'tw' }, expected: [] },
    {
      what: '`markets` holds where the market is unknown',
      draft: '加我微信',
      expected: ['compliance/wechat high 加我微信'],
    },
  ])('$what', ({ draft, ctx, expected }) => {
    expect(flags(draft, ctx)).toEqual(expected);
  });

  it.each<{ what: string; draft: string; ctx?: Partial<CheckContext>; why: string; language: string }>([
    { what: 'its own script', draft: '這個您自己看', why: '這樣像在趕客人。', language: 'zh-Hant' },
    {
      what: 'the language that is set, where the script does not show',
      draft: '您自己看',
      ctx: { language: 'zh-Hant' },
      why: '這樣像在趕客人。',
      language: 'zh-Hant',
    },
    {
      what: "the customer's script",
      draft: '您自己看',
      ctx: { customer: ['東西壞了', '?'] },
      why: '這樣像在趕客人。',
      language: 'zh-Hant',
    },
    {
      what: 'Simplified, where nothing is known',
      draft: '您自己看',
      why: '把顾客推开了。',
      language: 'zh-Hans',
    },
  ])('reads Chinese by $what', ({ draft, ctx, why, language }) => {
    const result = check(BOOKS, draft, { ...NOTHING, ...ctx });
    expect(result.language).toBe(language);
    expect(result.flags.map((it) => it.why)).toEqual([why]);
  });

  it('reads Traditional with the Simplified book where there is no other', () => {
    expect(check([HANS_BOOK, EN_BOOK], '這個您自己看', NOTHING).flags.map((it) => it.text)).toEqual([
      '您自己看',
    ]);
  });

  it('tells the moves of the draft in the order of a good reply', () => {
    expect(check(BOOKS, '补发一件给您，抱歉', NOTHING).moves).toEqual(['apology', 'remedy']);
    expect(check(BOOKS, '好的', NOTHING).moves).toEqual([]);
  });

  it.each<{ what: string; draft: string; ctx?: Partial<CheckContext>; expected: string[] }>([
    { what: 'bad news without an apology', draft: '今天发不了', expected: ['brush-off/no-apology'] },
    { what: 'not with one', draft: '抱歉，今天发不了', expected: [] },
    { what: 'not with one in the other language', draft: 'sorry，今天发不了', expected: [] },
    { what: 'not where an `unless` excuses it', draft: '不是发不了', expected: [] },
    {
      what: 'the third apology, counting earlier messages',
      draft: '抱歉',
      ctx: { agent: ['抱歉', '抱歉'] },
      expected: ['brush-off/third-apology'],
    },
    { what: 'not the second', draft: '抱歉', ctx: { agent: ['抱歉', '好的'] }, expected: [] },
    {
      what: 'two in one sentence are one apology',
      draft: '抱歉',
      ctx: { agent: ['真的抱歉，实在抱歉'] },
      expected: [],
    },
    {
      what: 'two in two sentences are two',
      draft: '抱歉',
      ctx: { agent: ['真的抱歉。实在抱歉。'] },
      expected: ['brush-off/third-apology'],
    },
    { what: 'not with a remedy', draft: '抱歉，给您补发', ctx: { agent: ['抱歉', '抱歉'] }, expected: [] },
    {
      what: 'not a draft that does not apologise',
      draft: '好的',
      ctx: { agent: ['抱歉', '抱歉', '抱歉'] },
      expected: [],
    },
    { what: 'English ones in an English draft', draft: 'please wait', expected: ['brush-off/wait'] },
    {
      what: 'what is missing only in some conversations, where it is one of them',
      draft: '正常的',
      ctx: { customer: ['碎了'] },
      expected: ['brush-off/bare-answer'],
    },
    {
      what: 'nothing of that kind in another conversation',
      draft: '正常的',
      ctx: { customer: ['有货吗'] },
      expected: [],
    },
    {
      what: 'nothing of that kind where the conversation is not known',
      draft: '正常的',
      ctx: {},
      expected: [],
    },
  ])('notices $what', ({ draft, ctx, expected }) => {
    expect(notices(draft, ctx)).toEqual(expected);
  });

  it('puts the scenario the agent chose before every guess', () => {
    const { scenarios } = check(BOOKS, '好的', { customer: ['降价了，还碎了'], scenario: 'damaged' });
    expect(scenarios.map((it) => it.id)).toEqual(['damaged', 'price-drop']);
    expect(scenarios[0]).toMatchObject({ score: 1, evidence: [{ text: '碎了' }] });
  });

  it('gives the same answer to the same question', () => {
    const ask = () => check(BOOKS, '您自己看，重新拍', { customer: ['降价', '碎了'] });
    expect(ask()).toEqual(ask());
  });
});
