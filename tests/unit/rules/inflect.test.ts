import { describe, expect, it } from 'vitest';
import { inflections } from '@/lib/rules';

describe('inflections', () => {
  it.each([
    ['get', 'get gets got gotten getting'],
    ['told', 'tell tells told telling'],
    ['be', 'be am is are was were been being'],
    ['read', 'read reads reading'],
    ['begin', 'begin begins began begun beginning'],
    ['refer', 'refer refers referred referring'],
    ['reply', 'reply replies replied replying'],
    ['delay', 'delay delays delayed delaying'],
    ['refuse', 'refuse refuses refused refusing'],
    ['agree', 'agree agrees agreed agreeing'],
    ['lie', 'lie lies lied lying'],
    ['stop', 'stop stops stopped stopping'],
    ['quit', 'quit quits quitting'],
    ['explain', 'explain explains explained explaining'],
    ['miss', 'miss misses missed missing'],
    ['go', 'go goes went gone going'],
    ['Woman', 'woman women'],
    ['i', 'i'],
  ])('of %s', (word, forms) => {
    expect(inflections(word)).toEqual(expect.arrayContaining(forms.split(' ')));
    expect(inflections(word).filter((form) => / |^$/.test(form))).toEqual([]);
  });

  it('of a regular word are nothing else', () => {
    expect([...inflections('refund')].sort()).toEqual(['refund', 'refunded', 'refunding', 'refunds']);
  });
});
