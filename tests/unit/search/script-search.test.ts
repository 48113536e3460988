import { describe, expect, it } from 'vitest';
import { ScriptSearch, type SearchHints, type SearchItem } from '@/lib/search';

const NOW = 1_800_000_000_000;

interface Item extends SearchItem {
  id: string;
}
const item = (id: string, text: string, more: Partial<Item> = {}): Item => ({ id, text, ...more });

const SHELF: Item[] = [
  item('refund', '我给您退款，原路退回。', { keys: ['退钱'] }),
  item('fast', '我痛快给您办，您别着急。'),
  item('resend', '我今天重新给您发一件。'),
  item('weight', '这款的重量是两公斤。'),
  item('hant', '運費由我們承擔，請您放心。', { names: ['補償', 'remedy'] }),
  item('apology', '图片是我们放错了。真抱歉。', { names: ['道歉', 'apology', 'not-as-pictured'] }),
  item('en', 'I will refund the difference right away.', { keys: ['money back'], names: ['Price dropped'] }),
  item('en2', 'Your parcel leaves the warehouse today.', { names: ['Late shipping'] }),
  item('across', '已经给您退。款项今天到。'),
];
const search = new ScriptSearch(SHELF);
const ids = (query: string, hints: Partial<SearchHints<Item>> = {}): string[] =>
  search.find(query, { now: NOW, ...hints }).map((it) => it.item.id);

describe('finding scripts', () => {
  it.each<[string, string, string[]]>([
    ['words', '退款', ['refund']],
    ['Traditional words in a Simplified script', '圖片', ['apology']],
    ['Simplified words in a Traditional script', '运费', ['hant']],
    ['a key', '退钱', ['refund']],
    ['what it is for', '道歉', ['apology']],
    ['initials', 'yf', ['hant']],
    ['full pinyin', 'tuikuan', ['refund']],
    ['pinyin that is being typed', 'tuiku', ['refund']],
    ['full pinyin with the right reading', 'chongxin', ['resend']],
    ['no wrong reading', 'zhongxin', []],
    ['the other reading of the same character', 'zhongliang', ['weight']],
    ['an English word', 'refund', ['en']],
    ['the beginning of one', 'ware', ['en2']],
    ['a typo', 'refnud', ['en']],
    ['another typo', 'warehose', ['en2']],
    ['capitals', 'REFUND', ['en']],
    ['a key of two words', 'money back', ['en']],
    ['all words of a query', 'refund difference', ['en']],
    ['not some of them', 'refund warehouse', []],
    ['words of two kinds', '图片 apology', ['apology']],
    ['a category by its id', 'pictured', ['apology']],
    ['nothing across a full stop', '退款项', []],
    ['nothing for nothing', '  ', []],
    ['nothing for signs', '！？', []],
    ['nothing that is not there', '发票', []],
  ])('%s: %s', (_, query, found) => {
    expect(ids(query)).toEqual(found);
  });

  it('puts the word of the shop before other words with its initials', () => {
    expect(ids('tk')).toEqual(['refund', 'fast']);
  });

  it('puts what was used often or lately first, and what fits the conversation', () => {
    expect(ids('给您')[0]).toBe('refund');
    expect(ids('给您', { uses: ({ id }) => (id === 'resend' ? 30 : 0) })[0]).toBe('resend');
    const lastUsedAt = ({ id }: Item): number | undefined => (id === 'fast' ? NOW - 1000 : undefined);
    expect(ids('给您', { lastUsedAt })[0]).toBe('fast');
    expect(ids('给您', { fits: ({ id }) => (id === 'across' ? 1 : 0) })[0]).toBe('across');
  });

  it('gives the same list for the same question', () => {
    expect(ids('给您')).toEqual(ids('给您'));
  });
});
