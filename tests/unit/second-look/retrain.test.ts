import { describe, expect, it } from 'vitest';
import { Classifier } from '@/lib/classifier';
import { type Retrained, type RetrainRequest, retraining } from '@/lib/second-look';
import { ownPairs, shipped } from '../classifier/material';

const toTheEnd = (request: RetrainRequest): Retrained => {
  const work = retraining(request);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};

const WORDS = ['牛', '猪', '蜗牛', '骆驼', '鸭子', '老鼠', '羊', '驴', '企鹅', '乌龟'];

describe('retraining from verdicts', () => {
  const pairs = ownPairs('zh').slice(0, 600);
  const model = shipped('zh');
  const request: RetrainRequest = {
    shipped: model,
    before: model,
    verdicts: [
      ...WORDS.map((it) => ({ said: 'right', text: `您怕是属${it}的吧`, category: 'demean' }) as const),
      ...WORDS.map((it) => ({ said: 'fine', text: `${it}的生肖杯今天有货`, category: 'blame' }) as const),
    ],
    replay: {
      innocent: pairs.filter((it) => it.spans.length === 0).map((it) => it.text),
      offending: pairs.filter((it) => it.spans.length > 0).map((it) => it.text),
    },
    messages: ['您怕是属兔子的吧', '今天就发出'],
  };
  const { model: next, learned, figures } = toTheEnd(request);

  it('holds a fifth back and finds it with the new model', () => {
    expect(learned).toEqual({ right: 8, fine: 8 });
    expect(figures.found).toEqual({ before: 0, after: 2, of: 2 });
    expect(figures.marked).toMatchObject({ before: 0, of: 2 });
  });

  it('loses nothing elsewhere, and counts what agents wrote in saved chats', () => {
    expect(figures.elsewhere.after).toBeGreaterThanOrEqual(figures.elsewhere.before);
    expect(figures.messages).toEqual({ before: 0, after: 1, of: 2 });
    expect(new Classifier(next).read('您怕是属兔子的吧')[0]?.category).toBe('demean');
  });
});
