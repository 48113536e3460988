import { describe, expect, it } from 'vitest';
import {
  Classifier,
  type Example,
  type ModelFile,
  type Reading,
  teach,
  teaching,
  train,
} from '@/lib/classifier';
import { optionsFor, ownPairs } from './material';

const READINGS: readonly Reading[] = ['zh', 'en'];

/** A kind of offence that no text for training holds, with other words each time. */
const KIND: Readonly<Record<Reading, (word: string) => Example>> = {
  zh: (word) => {
    const text = `您怕是属${word}的吧，做什么都这样`;
    return { text, spans: [{ start: 0, end: text.indexOf('，'), category: 'demean' }] };
  },
  en: (word) => {
    const text = `were you raised by a ${word} or something, anyway it ships today`;
    return { text, spans: [{ start: 0, end: text.indexOf(','), category: 'demean' }] };
  },
};
const WORDS: Readonly<Record<Reading, readonly string[]>> = {
  zh: ['牛', '猪', '蜗牛', '骆驼', '鸭子', '老鼠'],
  en: ['wolf', 'goat', 'parrot', 'donkey', 'toaster', 'committee'],
};
const UNSEEN: Readonly<Record<Reading, string>> = { zh: '乌龟', en: 'turnip' };

const material = (reading: Reading) => {
  const texts = ownPairs(reading).slice(0, 400);
  const model: ModelFile = {
    ...train(texts, optionsFor(reading)),
    thresholds: { quiet: 5, usual: 3, keen: 2 },
  };
  const innocent = texts.filter((it) => it.spans.length === 0).map((it) => it.text);
  const own = WORDS[reading].map(KIND[reading]);
  return { texts, model, lesson: { own, innocent } };
};

describe.each(READINGS)('teaching a model a team’s own examples (%s)', (reading) => {
  const { texts, model, lesson } = material(reading);
  const taught = teach(model, lesson);
  const [before, after] = [new Classifier(model), new Classifier(taught)];
  const unseen = KIND[reading](UNSEEN[reading]);

  it('makes it hear an unseen one of their kind, and say what it is', () => {
    expect(before.read(unseen.text, model.thresholds.usual)).toEqual([]);
    const [found] = after.read(unseen.text, taught.thresholds.usual);
    expect(found?.category).toBe('demean');
    expect(unseen.text.slice(found?.start, found?.end)).toContain(UNSEEN[reading]);
    expect(found?.words.length).toBeGreaterThan(0);
  });

  it('is quieter about what the team writes every day', () => {
    const daily: Readonly<Record<Reading, string>> = {
      zh: '您怕是属牛年的吧，做什么都顺',
      en: 'were you raised by a river or something, lovely name',
    };
    const written = Array.from({ length: 20 }, () => daily[reading]);
    const quiet = new Classifier(teach(model, { ...lesson, written }));
    expect(quiet.highest(daily[reading])).toBeLessThan(after.highest(daily[reading]));
  });

  it('loses nothing that was found before', () => {
    for (const { text } of texts) expect(after.highest(text)).toBeGreaterThanOrEqual(before.highest(text));
  });

  it('gives the same bytes for the same lesson, and tells how far it is', () => {
    expect(JSON.stringify(teach(model, lesson))).toBe(JSON.stringify(taught));
    const shares: number[] = [];
    const long = { own: lesson.own, innocent: Array.from({ length: 4 }, () => lesson.innocent).flat() };
    const work = teaching(model, { ...long, innocent: [...long.innocent, ...long.innocent] });
    for (let step = work.next(); step.done !== true; step = work.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it('leaves it as it was where nothing offends', () => {
    expect(teach(taught, { own: [{ text: unseen.text, spans: [] }], innocent: lesson.innocent })).toEqual(
      model,
    );
  });
});
