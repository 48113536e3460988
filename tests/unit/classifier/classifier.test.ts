import { describe, expect, it } from 'vitest';
import { Classifier, type ModelFile, type Reading, train } from '@/lib/classifier';
import { CATEGORIES } from '@/lib/phrasebook';
import { fold } from '@/lib/text';
import { optionsFor, ownPairs, shipped } from './material';

const taught = new Map<Reading, Classifier>();
const classifier = (reading: Reading): Classifier => {
  const known = taught.get(reading) ?? new Classifier(train(ownPairs(reading), optionsFor(reading)));
  taught.set(reading, known);
  return known;
};

/** Learned from few texts into a small table: quick, and enough to tell those texts apart. */
const smallFile = () => {
  small ??= train(ownPairs('zh').slice(0, 200), { ...optionsFor('zh'), detectorBits: 15 });
  return small;
};
let small: ModelFile | undefined;

describe('reading a draft', () => {
  it.each<[Reading, string, string]>([
    ['zh', '新螺丝明天寄，您这手也太重了，一拧就过头', '您这手也太重了'],
    ['en', 'A new screw is on its way. You have overtightened it, clearly', 'overtightened'],
  ])('%s: marks the clause, not the draft', (reading, text, words) => {
    const found = classifier(reading).read(text, 0);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((it) => text.slice(it.start, it.end)).join('|')).toContain(words);
    expect(found[0]?.start).toBeGreaterThan(0);
  });

  it.each<[Reading, string]>([
    ['zh', '您这手也太重了，一拧就过头'],
    ['en', 'did you even plug it in, things last if you look after them'],
  ])('%s: marks lie inside the text, in order, without overlap; so do their words', (reading, text) => {
    let last = 0;
    for (const it of classifier(reading).read(text, -5)) {
      expect(it.start).toBeGreaterThanOrEqual(last);
      expect(it.end).toBeGreaterThan(it.start);
      expect(it.end).toBeLessThanOrEqual(text.length);
      for (const word of it.words) {
        expect(word.start).toBeGreaterThanOrEqual(it.start);
        expect(word.end).toBeLessThanOrEqual(it.end);
      }
      expect(CATEGORIES).toContain(it.category);
      last = it.end;
    }
  });

  it('takes a category’s margin off its scores, and no other’s', () => {
    const file = smallFile();
    const text = '您这手也太重了，一拧就过头';
    const [plain] = new Classifier(file).read(text, -5);
    const marginOf = (of: string) => CATEGORIES.map((it) => (it === of ? 0.5 : 0));
    const strict = new Classifier({ ...file, margins: marginOf(plain!.category) });
    const other = new Classifier({
      ...file,
      margins: marginOf(CATEGORIES.find((it) => it !== plain!.category)!),
    });
    expect(strict.read(text, -5)[0]?.score).toBeCloseTo(plain!.score - 0.5, 9);
    expect(other.read(text, -5)[0]?.score).toBeCloseTo(plain!.score, 9);
  });

  it('contradicts a rule only about a clause that it finds innocent', () => {
    const file = smallFile();
    const model = new Classifier({ ...file, innocentBelow: { mended: 0, other: -20 } });
    const text = '煮面时间我们写得含糊，三分钟就好。您这手也太重了，一拧就过头。ok';
    const at = (words: string) => ({
      start: text.indexOf(words),
      end: text.indexOf(words) + words.length,
    });
    expect(model.innocent(text, [at('写得含糊'), at('手也太重'), at('ok')], true)).toEqual([
      true,
      false,
      false,
    ]);
    // Where no way out is offered the model must be surer.
    expect(model.innocent(text, [at('写得含糊')], false)).toEqual([false]);
    expect(new Classifier(file).innocent(text, [at('写得含糊')], true)).toEqual([false]);
  });

  it('names the category it learned', () => {
    const model = classifier('zh');
    const kinds = ['您要闹，我陪您闹到底', '纯天然零添加，比药还灵'].map(
      (it) => model.read(it, -5)[0]?.category,
    );
    expect(kinds).toEqual(['confront', 'compliance']);
  });

  it('reads Traditional like Simplified', () => {
    const model = classifier('zh');
    expect(model.highest('照片裡那道口子，邊緣怎麼這麼齊整')).toBeCloseTo(
      model.highest('照片里那道口子，边缘怎么这么齐整'),
      9,
    );
  });

  it.each<[Reading, string]>([
    ['zh', ''],
    ['zh', '好'],
    ['zh', 'You should have read it'],
    ['en', '您怎么不看清楚'],
    ['en', '👍'],
  ])('%s: has no opinion on %j', (reading, text) => {
    expect(classifier(reading).read(text, Number.NEGATIVE_INFINITY)).toEqual([]);
    expect(classifier(reading).highest(text)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('reads a folded text as it reads the text', () => {
    const text = '您这手也太重了，一拧就过头';
    expect(classifier('zh').read(fold(text), 0)).toEqual(classifier('zh').read(text, 0));
  });

  it('reads very many clauses, again and again', () => {
    const long = '您这手也太重了，'.repeat(400);
    const found = classifier('zh').read(long, 0);
    expect(found.length).toBe(400);
    expect(classifier('zh').read('好的，马上给您改', 5)).toEqual([]);
  });
});

describe('shipped weights', () => {
  it.each<[Reading, string, string]>([
    ['zh', '您下单前怎么也不看一下说明呢', '好的，已经给您登记，明天发出'],
    ['en', 'You should have read the description before ordering', 'Thanks, I have booked it for Tuesday'],
  ])('%s: doubt what hurts more than what does not', (reading, hurts, fine) => {
    const model = new Classifier(shipped(reading));
    expect(model.highest(hurts)).toBeGreaterThan(model.highest(fine));
    expect(model.read(fine)).toEqual([]);
    expect(model.probability(model.highest(hurts))).toBeGreaterThan(model.probability(model.highest(fine)));
  });

  it.each<[Reading]>([['zh'], ['en']])('%s: quieter asks for more', (reading) => {
    const { quiet, usual, keen } = shipped(reading).thresholds;
    expect(quiet).toBeGreaterThan(usual);
    expect(usual).toBeGreaterThan(keen);
  });
});
