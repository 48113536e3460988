import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeMarks } from '@/lib/phrasebook';
import { replacementFor } from '@/lib/phrasebook/runtime';

const mended = (marked: string, instead: string): string => {
  const { text, spans } = takeMarks(marked);
  const { start, end, text: put } = replacementFor(text, spans[0] ?? { start: 0, end: 0 }, instead);
  return text.slice(0, start) + put + text.slice(end);
};

describe('putting a replacement into a draft', () => {
  it.each<{ what: string; draft: string; instead: string; result: string }>([
    { what: 'words for words', draft: '亲，[[保证]]明天到', instead: '争取', result: '亲，争取明天到' },
    {
      what: 'words for words in English',
      draft: 'It will [[definitely]] arrive.',
      instead: 'should',
      result: 'It will should arrive.',
    },
    {
      what: 'a sentence for the clause',
      draft: '亲，这个[[没办法]]的',
      instead: '我帮您想想办法。',
      result: '亲，我帮您想想办法。',
    },
    {
      what: 'its full stop gives way to a comma',
      draft: '亲，[[您自己看]]说明书，谢谢',
      instead: '我帮您看一下。',
      result: '亲，我帮您看一下，谢谢',
    },
    {
      what: 'its full stop gives way to a comma in English',
      draft: 'Please [[calm down]], thanks',
      instead: 'You decide.',
      result: 'You decide, thanks',
    },
    {
      what: 'it ends the sentence its own way',
      draft: '[[您自己不会看]]吗？谢谢',
      instead: '我帮您看一下。',
      result: '我帮您看一下。谢谢',
    },
    {
      what: 'a space parts clauses in Chinese',
      draft: '谁知道呢 [[看情况]]吧 回头说',
      instead: '我下午三点前告诉您。',
      result: '谁知道呢 我下午三点前告诉您。 回头说',
    },
    {
      what: 'but not in English',
      draft: 'Well, that is [[not my department]] mate',
      instead: 'I will find out for you.',
      result: 'Well, I will find out for you.',
    },
    {
      what: 'with a small letter after a comma',
      draft: 'Odd, [[nobody else]] said so.',
      instead: 'That should not have happened.',
      result: 'Odd, that should not have happened.',
    },
    {
      what: 'but I stays I',
      draft: 'Odd, [[nobody else]] said so.',
      instead: 'I will look.',
      result: 'Odd, I will look.',
    },
    {
      what: 'over several clauses',
      draft: '好的，[[原来三样，现在五样]]了，行吧',
      instead: '少的那样我补发给您。',
      result: '好的，少的那样我补发给您，行吧',
    },
    {
      what: 'up to the end of the sentence',
      draft: "I see. That's [[not my job]]! Bye.",
      instead: 'Let me ask them.',
      result: 'I see. Let me ask them. Bye.',
    },
    { what: 'the whole draft', draft: '[[爱买不买]]', instead: '您慢慢看。', result: '您慢慢看。' },
    {
      what: 'emoji around it stay',
      draft: '😀[[爱买不买]]😀',
      instead: '您慢慢看。',
      result: '😀您慢慢看。😀',
    },
    { what: 'nothing for nothing', draft: '', instead: '您好。', result: '您好。' },
  ])('$what', ({ draft, instead, result }) => {
    expect(mended(draft, instead)).toBe(result);
  });
});

describe('what else stands in the clause', () => {
  it.each<{ what: string; draft: string; instead: string; result: string }>([
    {
      what: 'a refund before "and" is not lost',
      draft: 'I refunded $20 and [[you got extra]] anyway',
      instead: "What was missing I'll send today.",
      result: "I refunded $20. What was missing I'll send today.",
    },
    {
      what: 'nor one after it',
      draft: '[[you got extra]] anyway and I refunded $20',
      instead: "What was missing I'll send today.",
      result: "What was missing I'll send today, and I refunded $20",
    },
    {
      what: 'a question keeps its mark, and what follows becomes a sentence',
      draft: "[[you never told us]] but we'll swap it by Friday",
      instead: 'Could you give me the number?',
      result: "Could you give me the number? We'll swap it by Friday",
    },
    {
      what: 'a cause joins nothing any more',
      draft: 'It came back because [[you failed to]] open the door.',
      instead: 'One detail was missing.',
      result: 'It came back. One detail was missing.',
    },
    {
      what: 'a cause that follows stands alone',
      draft: '[[No idea]] why because the depot holds it until 5 pm.',
      instead: "I'll find out.",
      result: "I'll find out. The depot holds it until 5 pm.",
    },
    {
      what: 'two things under one verb are one clause',
      draft: 'Please [[pack and label it]] yourself.',
      instead: "We'll collect it.",
      result: "We'll collect it.",
    },
    {
      what: 'an if-clause goes with what hangs on it',
      draft: 'If it is used and we [[smell it you pay]].',
      instead: "We'll look at it together.",
      result: "We'll look at it together.",
    },
    {
      what: 'a number without a verb stays too',
      draft: 'After 60 days [[the site does not]] let anyone edit.',
      instead: "I'll ask them.",
      result: "After 60 days. I'll ask them.",
    },
    {
      what: 'a date behind the words stays, parted off',
      draft: 'We [[already told the team]] last Tuesday, no news yet.',
      instead: "I'll write today.",
      result: "I'll write today. Last Tuesday, no news yet.",
    },
    {
      what: 'a link stays',
      draft: '[[look it up yourself]] at shop.example.com/help now.',
      instead: 'Here is the part you need.',
      result: 'Here is the part you need. At shop.example.com/help now.',
    },
    {
      what: 'a number that the flag cuts goes whole, as it is shown',
      draft: 'Sure! [[message me on 07700 900]] 142, quicker there.',
      instead: "Let's stay in this chat.",
      result: "Sure! Let's stay in this chat, quicker there.",
    },
    {
      what: 'and what is joined to it stays',
      draft: "[[Text me on 0491]] 570 156 and we'll post it today",
      instead: "Let's stay in this chat.",
      result: "Let's stay in this chat, and we'll post it today",
    },
    {
      what: 'an emoji ends a clause in English too',
      draft: '[[not a tragedy]] lol 😅 a new one comes tomorrow',
      instead: "I can see that's annoying.",
      result: "I can see that's annoying. 😅 a new one comes tomorrow",
    },
    {
      what: 'a lead-in keeps its colon and what it leads to',
      draft: '[[the answer is no]] every time, we can swap it.',
      instead: "Here's what I can do:",
      result: "Here's what I can do: we can swap it.",
    },
    {
      what: 'a joining word after a comma stays',
      draft: "I'm sorry, but [[that's our policy]].",
      instead: 'I can offer you credit.',
      result: "I'm sorry, but I can offer you credit.",
    },
    {
      what: 'a refund before 但是',
      draft: '已经给您退了20元但是[[您已经多拿了两]]样了',
      instead: '少的那样我补发给您。',
      result: '已经给您退了20元，少的那样我补发给您。',
    },
    {
      what: 'in Traditional too',
      draft: '已經退您20元不過[[您已經多拿了]]呀',
      instead: '少的那樣我補給您。',
      result: '已經退您20元，少的那樣我補給您。',
    },
    {
      what: '不但 joins nothing',
      draft: '这个不但[[您弄坏]]了还没法修',
      instead: '我帮您看看。',
      result: '我帮您看看。',
    },
    {
      what: 'an amount in words',
      draft: '我们五斤[[都给您装到]]六斤了',
      instead: '少的我补给您。',
      result: '我们五斤，少的我补给您，六斤了',
    },
    {
      what: 'a date before the words',
      draft: '到13号24点您现在才[[想起来]]呀。',
      instead: '现在说也不晚。',
      result: '到13号24点，现在说也不晚。',
    },
    {
      what: 'a form of address stays',
      draft: '亲[[您已经多拿了]]呀',
      instead: '少的我补给您。',
      result: '亲，少的我补给您。',
    },
    {
      what: 'a clause without its full stop is a clause',
      draft: '[[您已经多拿了两]]样了',
      instead: '少的那样我补发给您',
      result: '少的那样我补发给您',
    },
    {
      what: 'a condition before somebody acts',
      draft: '要是还不行[[那我也没办法]]了',
      instead: '我再问一个办法。',
      result: '要是还不行，我再问一个办法。',
    },
    {
      what: 'but 让您 is one',
      draft: '师傅上门让[[您自己看着办]]的',
      instead: '我来联系师傅。',
      result: '我来联系师傅。',
    },
    {
      what: 'a labelled name stays',
      draft: '收件人：张三[[填得乱七八糟]]',
      instead: '我帮您核对一下。',
      result: '收件人：张三，我帮您核对一下。',
    },
  ])('$what', ({ draft, instead, result }) => {
    expect(mended(draft, instead)).toBe(result);
  });

  it.each<{ what: string; draft: string; result: string }>([
    { what: 'a word', draft: 'It will [[definitely]] arrive.', result: 'It will arrive.' },
    { what: 'a word at the end', draft: '明天到，[[保证]]', result: '明天到' },
    {
      what: 'a clause joined to another',
      draft: 'I refunded $20 and [[you got extra]] anyway, bye',
      result: 'I refunded $20, bye',
    },
    {
      what: 'and in Chinese',
      draft: '已经退了20元但是[[您已经多拿了两]]样了，谢谢',
      result: '已经退了20元，谢谢',
    },
    { what: 'a clause between commas', draft: '亲，[[爱买不买]]哈，谢谢', result: '亲，谢谢' },
    { what: 'the first clause', draft: '[[爱买不买]]哈，谢谢', result: '谢谢' },
    { what: 'the last clause', draft: '亲，[[爱买不买]]哈。谢谢', result: '亲。谢谢' },
    { what: 'a sentence', draft: 'Hello. [[That is not my job]]! Bye.', result: 'Hello. Bye.' },
    { what: 'but no number', draft: '[[you should have asked]] before 5 May.', result: ' before 5 May.' },
    { what: 'what was joined', draft: '[[you should have asked]] and I sent it', result: 'I sent it' },
    { what: 'everything', draft: '[[爱买不买]]哈。', result: '' },
  ])('is left standing when the words are left out: $what', ({ draft, result }) => {
    expect(mended(draft, '').trim()).toBe(result.trim());
  });

  const wide = (marked: string, instead: string): boolean => {
    const { text, spans } = takeMarks(marked);
    return replacementFor(text, spans[0]!, instead).wider;
  };
  it('says when more than the flagged words goes', () => {
    expect(wide('亲，[[保证]]明天到', '争取')).toBe(false);
    expect(wide('亲，[[爱买不买]]。', '您慢慢看。')).toBe(false);
    expect(wide('亲，[[您自己看]]说明书', '我帮您看。')).toBe(true);
    expect(wide('[[爱买不买]]哦', '您慢慢看。')).toBe(true);
  });

  const PIECES = [
    'I refunded $20',
    'you got extra',
    'and',
    'but',
    'because',
    'so',
    'we',
    'sent it on 3 May',
    'SF1234567890',
    ',',
    '.',
    '?',
    ' ',
    '😀',
    'https://a.example/b?c=1',
    'anyway',
    'call 0491 570 156',
    'if',
    '12:30',
    '50%',
    '3-5 days',
    '已经退了20元',
    '但是',
    '您多拿了两',
    '样了',
    '，',
    '。',
    '我们',
    '所以',
    '单号SF998',
    '不过',
    '您自己看',
    '8折',
    '了',
    '￥9.9',
    '１２号',
    '收件人：张三',
  ];
  /** Written without a space: a number with what is glued to it; the flag may cut it. */
  const GLUED = /[!-~￥]*\p{N}[!-~￥\p{N}]*/gu;
  it('loses no number that was not among the flagged words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }),
        fc.boolean(),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(
          'I will look.',
          "Here's what I can do:",
          'Shall I?',
          '我帮您看一下。',
          '少的那样我补给您',
          '争取',
          'should',
        ),
        (pieces, spaced, a, b, instead) => {
          // Glued to a link everything is part of it.
          const draft = spaced ? pieces.join(' ') : pieces.filter((it) => !it.includes('://')).join('');
          const [start, end] = [a % (draft.length + 1), b % (draft.length + 1)].sort((x, y) => x - y) as [
            number,
            number,
          ];
          fc.pre(start < end);
          const put = replacementFor(draft, { start, end }, instead);
          const result = draft.slice(0, put.start) + put.text + draft.slice(put.end);
          expect(put.start).toBeLessThanOrEqual(start);
          expect(put.end).toBeGreaterThanOrEqual(end);
          expect(
            put.wider || !/[\p{L}\p{N}]/u.test(draft.slice(put.start, start) + draft.slice(end, put.end)),
          ).toBe(true);
          for (const { 0: token, index } of draft.matchAll(GLUED)) {
            const beside = index + token.length <= start || index >= end;
            // Groups of one phone number belong together: the flag may cut it.
            if (!beside || /570|156|0491/.test(token)) continue;
            for (const [number] of token.matchAll(/\p{N}+(?:[.:-]\p{N}+)*/gu))
              expect(result).toContain(number);
          }
        },
      ),
      { numRuns: 5000 },
    );
  });
});
