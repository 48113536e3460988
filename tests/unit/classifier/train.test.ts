import { describe, expect, it } from 'vitest';
import { Classifier, calibrate, type Example, type Reading, train, training } from '@/lib/classifier';
import { optionsFor, ownPairs } from './material';

const READINGS: readonly Reading[] = ['zh', 'en'];
const slice = (reading: Reading) => ownPairs(reading).slice(0, 200);

describe('training', () => {
  it.each(READINGS)('%s: the same texts give the same bytes', (reading) => {
    const first = JSON.stringify(train(slice(reading), optionsFor(reading)));
    expect(JSON.stringify(train(slice(reading), optionsFor(reading)))).toBe(first);
  });

  it.each(READINGS)('%s: tells the offending from the innocent among what it learned', (reading) => {
    const texts = slice(reading);
    const model = new Classifier(train(texts, optionsFor(reading)));
    const right = texts.filter((it) => model.highest(it.text) > 0 === it.spans.length > 0);
    expect(right.length).toBeGreaterThan(texts.length * 0.95);
  });

  it('says how far it is and can be stopped', () => {
    const work = training([...ownPairs('zh'), ...ownPairs('zh')], { ...optionsFor('zh'), epochs: 12 });
    const shares: number[] = [];
    for (let step = work.next(); step.done !== true; step = work.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('hears an expression it was taught with other words in it', () => {
    const insult = (animal: string): Example => {
      const text = `您怕是属${animal}的吧，做什么都这样`;
      return { text, spans: [{ start: 0, end: text.indexOf('，'), category: 'demean' }] };
    };
    const taught = ['牛', '猪', '蜗牛', '骆驼', '鸭子'].flatMap((animal): Example[] => [
      insult(animal),
      { text: `属${animal}的生肖杯有货，今天能发`, spans: [] },
    ]);
    const doubt = (texts: readonly Example[]): number =>
      new Classifier(train(texts, optionsFor('zh'))).highest(insult('乌龟').text);
    const before = slice('zh');
    expect(doubt([...before, ...taught])).toBeGreaterThan(Math.max(0, doubt(before)));
  });
});

describe('calibration', () => {
  it('gives back the chances it was made from', () => {
    const scored = [-2, -1, 0, 1, 2].flatMap((score) => {
      const chance = 1 / (1 + Math.exp(-(0.8 * score - 0.5)));
      return Array.from({ length: 1000 }, (_, at) => ({ score, offends: at < Math.round(chance * 1000) }));
    });
    const { slope, offset } = calibrate(scored);
    expect(slope).toBeCloseTo(0.8, 1);
    expect(offset).toBeCloseTo(-0.5, 1);
  });

  it('is not upset by texts in which there was nothing to judge', () => {
    const { slope, offset } = calibrate([
      { score: Number.NEGATIVE_INFINITY, offends: false },
      { score: 1, offends: true },
      { score: -1, offends: false },
      { score: 0.5, offends: false },
      { score: -0.5, offends: true },
    ]);
    expect(Number.isFinite(slope) && Number.isFinite(offset)).toBe(true);
  });
});
