import { describe, expect, it } from 'vitest';
import { loadFile, readParts, rewriteYamls } from '@/lib/exchange';
import type { OwnBook } from '@/lib/phrasebook';
import { applyEdit, type Edit, planImport } from '@/lib/workbench';

const SHOP = `# Kept by Mei.
id: own/shop
name: Shop
language: en
version: 4
license: CC0

lists:
  you: [you, "u"]   # whom we mean

taboos:
  # --- blame ---
  - id: blame/read
    category: blame
    severity: high
    flag: ["@you should have read"]   # seen in March
    why: It tells them that they are at fault.
    instead: ['I should have made that clearer.']
    examples: { flag: ['[[You should have read]] it.'], pass: [I read it.] }
`;

const WINTER = `# Winter sale, by Bo.
lists:
    sale: [sale]      # what Bo calls it
# --- taboos of the winter ---
taboos:
    # about waiting
    - id: brush/wait
      category: brush-off
      severity: medium
      flag: [just wait for the @sale]   # in December
      why: They wait already.
      instead: [I will tell you by noon.]
      examples: { flag: ['[[Just wait for the sale]].'], pass: [Please wait.] }
    # the end of the taboos
scripts:
    # for whoever says thanks
    - id: thanks-1
      scenario: [other]
      move: [thanks]
      text: |
        Thank you.

        We look at it today.
      tone: warm
`;

/** The book after both files were taken into it. */
async function taken(texts: readonly string[]): Promise<OwnBook> {
  const { own: start } = await loadFile({ name: 'shop.yaml', bytes: new TextEncoder().encode(texts[0]!) });
  let own = start!;
  for (const text of texts.slice(1)) {
    const read = await readParts({ name: 'more.yaml', bytes: new TextEncoder().encode(text) });
    own = applyEdit(own, planImport(own, undefined, { file: 'more.yaml', ...read }).edit);
  }
  return own;
}
const files = (...texts: string[]) => texts.map((text) => ({ text, refused: [] }));
const commentsOf = (text: string): string[] => [...text.matchAll(/#.*/g)].map(([it]) => it);

describe('a book of several YAML files', () => {
  it('is written as one, with the comments and the order of each', async () => {
    const own = await taken([SHOP, WINTER]);
    expect(own.taboos.map((it) => it.id)).toEqual(['blame/read', 'brush/wait']);
    const text = rewriteYamls(files(SHOP, WINTER), own, undefined)!;
    expect(commentsOf(text).sort()).toEqual([...commentsOf(SHOP), ...commentsOf(WINTER)].sort());
    expect(text.startsWith(SHOP.slice(0, SHOP.indexOf('taboos:')).trimEnd())).toBe(true);
    const again = await loadFile({ name: 'shop.yaml', bytes: new TextEncoder().encode(text) });
    expect(again.own).toEqual(own);
    const order = [
      'Kept by Mei',
      'whom we mean',
      'what Bo calls it',
      '--- blame',
      'about waiting',
      'in December',
      'for whoever',
    ];
    const places = order.map((it) => text.indexOf(it));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it.each<[string, (own: OwnBook) => Edit, { gone: string[]; come: string[] }]>([
    [
      'a change of the second file stands where it stood',
      (own) => ({
        kind: 'put',
        section: 'taboos',
        item: { ...own.taboos[1]!, why: 'They have waited.' } as never,
      }),
      { gone: ['why: They wait already.'], come: ['why: They have waited.'] },
    ],
    [
      'what is new follows the first',
      (own) => ({ kind: 'put', section: 'taboos', item: { ...own.taboos[1]!, id: 'brush/new' } as never }),
      { gone: [], come: ['- id: brush/new'] },
    ],
    [
      'what is gone is gone',
      () => ({ kind: 'remove', section: 'scripts', id: 'thanks-1' }) as never,
      { gone: ['- id: thanks-1', 'We look at it today.'], come: [] },
    ],
  ])('%s', async (_, edit, { gone, come }) => {
    const own = await taken([SHOP, WINTER]);
    const before = rewriteYamls(files(SHOP, WINTER), own, undefined)!;
    const changed = applyEdit(own, edit(own));
    const after = rewriteYamls(files(SHOP, WINTER), changed, undefined)!;
    expect(after).toContain('# about waiting');
    for (const it of gone) expect([before.includes(it), after.includes(it)]).toEqual([true, false]);
    for (const it of come) expect([before.includes(it), after.includes(it)]).toEqual([false, true]);
    const again = await loadFile({ name: 'shop.yaml', bytes: new TextEncoder().encode(after) });
    expect(again.own?.taboos).toHaveLength(changed.taboos.length);
    expect(again.own?.scripts).toHaveLength(changed.scripts.length);
  });

  it('says once what stands in two files', async () => {
    const own = await taken([SHOP, WINTER]);
    const text = rewriteYamls(files(SHOP, WINTER, WINTER), own, undefined)!;
    expect(text).toBe(rewriteYamls(files(SHOP, WINTER), own, undefined));
  });

  it('is what it was of one file, and nothing of none', async () => {
    const own = await taken([SHOP]);
    expect(rewriteYamls(files(SHOP), own, undefined)).toBe(SHOP);
    expect(rewriteYamls([], own, undefined)).toBeNull();
  });
});
