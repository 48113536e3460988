import { describe, expect, it } from 'vitest';
import { givenText, phrasesIn, readParts, saveFile } from '@/lib/exchange';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { applyEdit, type ImportPlan, planImport, readPhrases } from '@/lib/workbench';
import { phraseSheet } from '../../fixtures/phrases-xlsx';
import { smallBook } from './fixtures';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function plan(
  own: OwnBook,
  name: string,
  content: Uint8Array | string,
  base?: Book,
): Promise<ImportPlan> {
  const file = { name, bytes: typeof content === 'string' ? bytes(content) : content };
  return planImport(own, base && { book: base }, { file: name, ...(await readParts(file)) });
}

const ids = (changes: ImportPlan['added']): string[] => changes.map((it) => it.id);

describe('an import', () => {
  it('takes 1,970 of 2,000 phrases and names the 30 broken rows with their reasons', async () => {
    const own = smallBook({ language: 'zh-Hans' });
    const sheet = await phraseSheet(2000, 30);
    const { added, refused, edit } = await plan(own, 'phrases.xlsx', sheet.bytes);
    expect(refused.map((it) => it.place.line)).toEqual(sheet.broken);
    for (const { reasons } of refused) expect(reasons[0]?.message).toBeTruthy();
    expect(added).toHaveLength(1970);
    expect(applyEdit(own, edit).scripts).toHaveLength(1971);
  });

  it('says what it would add, change and leave as it is, and changes nothing itself', async () => {
    const own = smallBook();
    const rows = [
      'id,scenario,move,text,tone',
      'thanks-1,other,thanks,Thank you for writing to us.,warm',
      'sorry-1,other,apology,I am sorry about that.,warm',
    ].join('\n');
    const { added, changed, same, refused, edit } = await plan(own, 'scripts.csv', rows);
    expect([ids(added), ids(changed), same, refused]).toEqual([['sorry-1'], ['thanks-1'], 0, []]);
    expect(own.scripts).toHaveLength(1);
    const after = applyEdit(own, edit);
    expect(after.scripts.map((it) => it.text)).toEqual([
      'Thank you for writing to us.',
      'I am sorry about that.',
    ]);
    const again = await plan(after, 'scripts.csv', rows);
    expect([again.added, again.changed, again.same]).toEqual([[], [], 2]);
  });

  it.each(['yaml', 'json', 'csv', 'xlsx'] as const)(
    'of its own export as %s changes nothing',
    async (format) => {
      const own = smallBook();
      const { added, changed, refused } = await plan(own, `book.${format}`, await saveFile(own, format));
      expect([added, changed, refused]).toEqual([[], [], []]);
    },
  );

  it('keeps out a rule with a wrong pattern or a failing example, and keeps the others', async () => {
    const rule = (id: string, flag: string, example: string): string =>
      JSON.stringify({
        ...smallBook().taboos[0],
        id,
        flag: [flag],
        examples: { flag: [example], pass: ['All is well.'] },
      });
    const { added, refused } = await plan(
      smallBook(),
      'rules.json',
      `{"taboos":[${[
        rule('own/wrong', '(late again', 'You are late again.'),
        rule('own/failing', 'never late', 'You are early.'),
        rule('own/sound', 'late again', 'You are [[late again]].'),
      ].join(',')}]}`,
    );
    expect(ids(added)).toEqual(['own/sound']);
    expect(refused.map((it) => it.id).sort()).toEqual(['own/failing', 'own/wrong']);
  });

  it('gives a phrase without an id a new one, and the one of the same phrase when it comes again', async () => {
    const rows = 'scenario,move,text,tone\nother,thanks,Thanks a lot.,warm\nother,thanks,Much obliged.,warm';
    const own = smallBook();
    const first = await plan(own, 'scripts.csv', rows);
    expect(ids(first.added)).toEqual(['import/1', 'import/2']);
    const again = await plan(applyEdit(own, first.edit), 'scripts.csv', rows);
    expect([again.added, again.changed, again.same]).toEqual([[], [], 2]);
  });

  it('lets a row leave out what the item has already', async () => {
    const { changed, refused } = await plan(smallBook(), 'scripts.csv', 'id,text\nthanks-1,Thanks!');
    expect([ids(changed), refused]).toEqual([['thanks-1'], []]);
  });

  it('refers to what stands in the book, and writes over what is inherited', async () => {
    const base = smallBook({ id: 'base' }) as Book;
    const own = smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [] });
    const { changed, added, refused } = await plan(
      own,
      'rules.csv',
      'section,id,why\ntaboos,blame/read,It blames.',
      base,
    );
    expect([[...ids(changed), ...ids(added)], refused]).toEqual([['blame/read'], []]);
  });

  it('takes a plain list of words into a list, beside what stands there', () => {
    const own = smallBook();
    const words = phrasesIn('you\n y’all \r\n\n you \nye');
    const { edit, refused } = planImport(
      own,
      undefined,
      readPhrases('words', words, { kind: 'list', name: 'you' }, own),
    );
    expect(refused).toEqual([]);
    expect(applyEdit(own, edit).lists.you).toEqual(['you', 'u', 'y’all', 'ye']);
  });

  it('takes a plain list of phrases as scripts', () => {
    const own = smallBook();
    const read = readPhrases(
      'phrases',
      ['Thanks!', 'Bless you.'],
      { kind: 'scripts', scenario: 'other', move: 'thanks' },
      own,
    );
    expect(planImport(own, undefined, read).added).toHaveLength(2);
  });

  it.each([
    ['cells with headings we know', 'id\ttext\nthanks-1\tThanks!', true],
    ['headings in Chinese', '编号\t话术\nthanks-1\t谢谢', true],
    ['a plain list', 'you\nye', false],
    ['sentences with a tab in them', 'so\tthere\nand\tso on', false],
  ])('tells what was pasted: %s', (_, text, cells) => {
    expect(givenText('pasted', text) !== null).toBe(cells);
  });

  it.each([
    ['empty.csv', ''],
    ['broken.json', '{"scripts": ['],
    ['proto.json', '{"__proto__": {"polluted": 1}, "scripts": [{"__proto__": null}]}'],
    ['picture.csv', '\x89PNG\r\n'],
    ['zip.xlsx', 'no workbook'],
    ['nothing.json', '[]'],
    ['list.json', '"text"'],
    ['cycle.json', '{"lists": {"a": ["@b"], "b": ["@a"]}}'],
  ])('of a bad file changes nothing and says why: %s', async (name, content) => {
    const own = smallBook();
    const { added, changed, refused } = await plan(own, name, content);
    expect([added, changed]).toEqual([[], []]);
    expect(refused.length).toBeGreaterThan(0);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
