import { describe, expect, it } from 'vitest';
import { takeMarks } from '@/lib/phrasebook';
import { replacementFor } from '@/lib/phrasebook/runtime';

const after = (marked: string, instead: string): string => {
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
    expect(after(draft, instead)).toBe(result);
  });
});
