import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFile, rewriteYaml } from '@/lib/exchange';
import type { OwnBook } from '@/lib/phrasebook';
import { applyEdit, type Edit, type Item } from '@/lib/workbench';

const SHOP = `# Our shop's words, kept by Mei.
id: own/shop
name: Shop   # as it stands on the door
language: en
version: 4
license: CC0

lists:
  # who we mean
  you: [you, "u"]
  us:
    - we   # us all
    # and the rest
    - 'the shop'

taboos:
  # --- blame ---
  - id: blame/read
    category: blame
    severity: high
    flag:
      - "@you should have read"   # seen in March
      # the other one
      - '@you did not read'
    why: >-
      It tells them that they
      are at fault.
    instead: ['I should have made that clearer.']
    examples: { flag: ['[[You should have read]] the page.'], pass: [I read it.] }

  # --- brush off ---
  - id: brush/wait
    category: brush-off
    severity: medium
    flag: [just wait]
    why: They wait already.   # say how long
    instead:
      - I will tell you by noon.
    examples:
      flag: ['[[Just wait]] for it.']
      pass: [Please wait.]

scripts:
  - id: thanks-1
    scenario: [other]
    move: [thanks]
    text: |
      Thank you for telling us.
      We look at it today.
    tone: warm
  # the end
`;

const lines = (text: string): string[] => text.split('\n');

/** Lines of each that the other does not have. */
const difference = (before: string, after: string): { gone: string[]; come: string[] } => ({
  gone: lines(before).filter((it) => !lines(after).includes(it)),
  come: lines(after).filter((it) => !lines(before).includes(it)),
});

const bookOf = async (text: string): Promise<OwnBook> => {
  const { own, problems } = await loadFile({ name: 'shop.yaml', bytes: new TextEncoder().encode(text) });
  expect(problems.filter((it) => it.level === 'error')).toEqual([]);
  return own!;
};

const rewritten = (text: string, own: OwnBook, refused: readonly string[] = []) =>
  rewriteYaml({ text, refused }, own, undefined);

const rule = (own: OwnBook, id: string): Item => own.taboos.find((it) => it.id === id) as unknown as Item;
const put = (item: Item): Edit => ({ kind: 'put', section: 'taboos', item });

describe('a YAML file that is written back', () => {
  it('unchanged is the same to the byte', async () => {
    expect(rewritten(SHOP, await bookOf(SHOP))).toBe(SHOP);
  });

  it.each<[string, (own: OwnBook) => Edit, string[], string[]]>([
    [
      'a text in quotes',
      (own) => put({ ...rule(own, 'blame/read'), instead: ['I was not clear.'] }),
      ["    instead: ['I should have made that clearer.']"],
      ['    instead: [ I was not clear. ]'],
    ],
    [
      'a plain text keeps the word beside it',
      (own) => put({ ...rule(own, 'brush/wait'), why: 'They have waited: long.' }),
      ['    why: They wait already.   # say how long'],
      ['    why: "They have waited: long."   # say how long'],
    ],
    [
      'a folded text',
      (own) => put({ ...rule(own, 'blame/read'), why: 'It hurts.' }),
      ['    why: >-', '      It tells them that they', '      are at fault.'],
      ['    why: It hurts.'],
    ],
    [
      'a pattern more',
      (own) =>
        put({
          ...rule(own, 'blame/read'),
          flag: ['@you should have read', '@you must read', '@you did not read'],
        }),
      [],
      ['      - "@you must read"'],
    ],
    [
      'a pattern less',
      (own) => put({ ...rule(own, 'blame/read'), flag: ['@you should have read'] }),
      ["      - '@you did not read'"],
      [],
    ],
    [
      'a field more',
      (own) => put({ ...rule(own, 'brush/wait'), onlyIn: ['other'] }),
      [],
      ['    onlyIn:', '      - other'],
    ],
    [
      'a rule less',
      () => ({ kind: 'remove', section: 'taboos', id: 'blame/read' }),
      lines(SHOP)
        .slice(lines(SHOP).indexOf('  - id: blame/read'), lines(SHOP).indexOf('  # --- brush off ---') - 1)
        .filter((it) => !it.includes('# the other one')),
      [],
    ],
    ['a list more', () => ({ kind: 'list', name: 'them', items: ['they'] }), [], ['  them:', '    - they']],
    ['a list less', () => ({ kind: 'list', name: 'you', items: null }), ['  you: [you, "u"]'], []],
  ])('changes only its lines: %s', async (_, edit, gone, come) => {
    const own = await bookOf(SHOP);
    // Rules name the list: without it the book would be another.
    const book = applyEdit(own, edit(own));
    const text = rewritten(SHOP, book);
    const found = difference(SHOP, text ?? '');
    expect(found.come).toEqual(come);
    expect(found.gone.filter((it) => !it.trim().startsWith('#'))).toEqual(gone);
  });

  it('puts a new rule after the others and keeps every comment', async () => {
    const own = await bookOf(SHOP);
    const fresh = { ...rule(own, 'brush/wait'), id: 'brush/hold', why: 'New.' };
    const text = rewritten(SHOP, applyEdit(own, put(fresh)))!;
    expect(text.indexOf('brush/hold')).toBeGreaterThan(text.indexOf('[Please wait.]'));
    expect(text.indexOf('brush/hold')).toBeLessThan(text.indexOf('scripts:'));
    for (const comment of SHOP.match(/#.*/g) ?? []) expect(text).toContain(comment);
    expect((await bookOf(text)).taboos).toHaveLength(3);
  });

  it('keeps the name and version that the file gives itself, and adds what it lacks', async () => {
    const own = { ...(await bookOf(SHOP)), id: 'own/import', name: 'Import', version: 1 };
    expect(rewritten(SHOP, own)).toBe(SHOP);
    const part = SHOP.replace(/^(id|name|language|version|license):.*\n/gm, '');
    const whole = rewritten(part, own)!;
    expect(await bookOf(whole)).toEqual(own);
    expect(difference(part, whole).gone).toEqual([]);
  });

  it('leaves a refused row where it is', async () => {
    const bad = SHOP.replace('scripts:\n', 'scripts:\n  - id: broken # mend me\n    text: 5\n');
    expect(rewritten(bad, await bookOf(SHOP), ['broken'])).toBe(bad);
  });

  it('gives a row without an id the one that it has in the book', async () => {
    const own = await bookOf(SHOP);
    const bare = SHOP.replace('  - id: thanks-1\n    scenario', '  - scenario');
    const text = rewritten(bare, own)!;
    expect(difference(bare, text)).toEqual({ gone: [], come: ['    id: thanks-1', '    fault: any'] });
    expect(await bookOf(text)).toEqual(own);
  });

  it('keeps the line ends of Windows', async () => {
    const own = await bookOf(SHOP);
    const crlf = SHOP.replaceAll('\n', '\r\n');
    expect(rewritten(crlf, own)).toBe(crlf);
    const text = rewritten(crlf, applyEdit(own, put({ ...rule(own, 'brush/wait'), why: 'Else.' })))!;
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('gives up on what it cannot keep rather than writing something else', async () => {
    const own = await bookOf(SHOP);
    expect(rewritten('[1, 2]', own)).toBeNull();
    const anchored = SHOP.replace('why: They wait', 'why: &w They wait').replace(
      '- I will tell you by noon.',
      '- *w',
    );
    const shared = await bookOf(anchored);
    const edit = put({ ...rule(shared, 'brush/wait'), why: 'Only the first.' });
    const text = rewritten(anchored, applyEdit(shared, edit));
    if (text !== null) expect((await bookOf(text)).taboos).toEqual(applyEdit(shared, edit).taboos);
  });
});

describe('files of the built-in book', () => {
  const part = (name: string): string => readFileSync(path.join('phrasebooks/zh-Hans', name), 'utf8');

  it('moves.yaml changes in one line only', async () => {
    const name = 'moves.yaml';
    const text = `${part('book.yaml')}${part(name)}`;
    const { own } = await loadFile({ name, bytes: new TextEncoder().encode(text) }, { lenient: true });
    expect(rewritten(text, own!)).toBe(text);
    const section = 'moves';
    const item = { ...(own![section][3] as unknown as Item), title: '改过的名字' };
    const found = difference(text, rewritten(text, applyEdit(own!, { kind: 'put', section, item }))!);
    expect([found.gone.length, found.come.length]).toEqual([1, 1]);
  });
});
