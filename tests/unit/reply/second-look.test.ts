import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Classifier, type ModelFile } from '@/lib/classifier';
import { compileBook, loadBook, toRuntime } from '@/lib/phrasebook';
import { type Models, secondLook } from '@/lib/reply';

const open = (reading: 'zh' | 'en'): Classifier =>
  new Classifier(JSON.parse(readFileSync(`phrasebooks/model/${reading}.json`, 'utf8')) as ModelFile);
const models: Models = { zh: open('zh'), en: open('en') };

const DRAFT = '新的明天寄出，您下单前怎么也不看清楚呢';
const LOW = -20;
const around = { books: [], language: 'zh-Hans' as const, threshold: LOW };

const BOOK = `id: shop
name: Shop
language: zh-Hans
version: 1
license: Apache-2.0
taboos:
${['any', 'late']
  .map(
    (id) => `  - id: blame/${id}
    category: blame
    severity: low
    flag: [甲乙丙丁${id}]
    ${id === 'late' ? 'onlyIn: [late-shipping]' : ''}
    why: 否则顾客难过。
    instead: [换一句${id}。]
    examples: { flag: ['甲乙丙丁${id}'], pass: [好的] }`,
  )
  .join('\n')}
`;

describe('the second look', () => {
  it('marks quietly and says that it is the model that speaks', () => {
    const found = secondLook(models, DRAFT, [], around);
    expect(found.length).toBeGreaterThan(0);
    for (const it of found) {
      expect(it).toMatchObject({ by: 'model', severity: 'low', text: DRAFT.slice(it.start, it.end) });
    }
  });

  it('leaves a clause to the rule that marks it', () => {
    const start = DRAFT.indexOf('怎么');
    const found = secondLook(models, DRAFT, [{ start, end: start + 2, severity: 'medium' }], around);
    expect(found.some((it) => it.start <= start && start < it.end)).toBe(false);
    const quietly = secondLook(models, DRAFT, [{ start, end: start + 2, severity: 'low' }], around);
    expect(quietly.some((it) => it.start <= start && start < it.end)).toBe(true);
  });

  it.each([
    ['a complaint and no way out', ['damaged'], [], 1],
    ['a complaint and a remedy', ['damaged'], ['remedy'], 0],
    ['a complaint and nothing but an apology', ['late-shipping', 'other'], ['apology'], 1],
    ['a question before buying', ['presale-advice'], [], 0],
    ['nothing that is known of the customer', [], [], 0],
  ] as const)('speaks sooner where there is a complaint and no way out: %s', (_, about, moves, times) => {
    const file = JSON.parse(readFileSync('phrasebooks/model/zh.json', 'utf8')) as ModelFile;
    const highest = models.zh!.highest(DRAFT);
    const usual = highest + 1;
    const eager = new Classifier({ ...file, thresholds: { ...file.thresholds, usual }, bareBy: 2 });
    const found = secondLook({ zh: eager }, DRAFT, [], {
      books: [],
      language: 'zh-Hans',
      around: { moves: [...moves], scenarios: about.map((id) => ({ id, score: 1, evidence: [] })) },
    });
    expect(Math.min(1, found.length)).toBe(times);
  });

  it.each([
    ['no model for the language', { en: models.en }, DRAFT],
    ['nothing to read', models, ''],
    ['a threshold nothing reaches', models, DRAFT],
  ])('is silent with %s', (_, these, draft) => {
    expect(secondLook(these, draft, [], { ...around, threshold: 1000 })).toEqual([]);
  });

  it('offers replacements of the category, those for the scenario first, others’ scenarios never', () => {
    const { book } = loadBook([{ path: 'shop.yaml', text: BOOK }]);
    if (book === undefined) throw new Error('the book does not load');
    const books = [compileBook(toRuntime(book))];
    const blamed = (scenario?: 'late-shipping'): readonly string[] | undefined =>
      secondLook(models, DRAFT, [], { ...around, books, scenario }).find((it) => it.category === 'blame')
        ?.instead;
    expect(blamed()).toEqual(['换一句any。']);
    expect(blamed('late-shipping')).toEqual(['换一句late。', '换一句any。']);
  });
});
