import { describe, expect, it } from 'vitest';
import { conversationOf, isSwitch, lastOf, type Message } from '@/lib/console';

const said = (speaker: Message['speaker'], ...texts: string[]): Message[] =>
  texts.map((text) => ({ speaker, text }));

describe('the last messages of one side', () => {
  it('keeps 20, oldest first', () => {
    const texts = Array.from({ length: 25 }, (_, index) => `m${index}`);
    expect(lastOf(said('customer', ...texts), 'customer')).toEqual(texts.slice(5));
  });

  it('keeps 4,000 units together, newest before older', () => {
    const kept = lastOf(said('customer', 'a'.repeat(2500), 'b'.repeat(1500), 'c'.repeat(1500)), 'customer');
    expect(kept.map((text) => text[0])).toEqual(['b', 'c']);
  });

  it('cuts a newest message that is too long instead of losing it', () => {
    const [text] = lastOf(said('customer', `x${'a'.repeat(4000)}`), 'customer');
    expect([text?.length, text?.[0]]).toEqual([4000, 'a']);
  });

  it('leaves out notices and the other side', () => {
    const messages = [...said('customer', '在吗'), ...said(null, '会话已开始'), ...said('agent', '在的')];
    expect(conversationOf(messages)).toEqual({ customer: ['在吗'], agent: ['在的'] });
  });
});

describe('another conversation', () => {
  const before = { customer: ['在吗', '降价了'], agent: ['在的'] };
  it.each([
    ['a message more', { customer: ['在吗', '降价了', '喂'], agent: ['在的'] }, false],
    ['old ones scrolled away', { customer: ['降价了', '喂'], agent: [] }, false],
    ['nothing in common', { customer: ['发错货了'], agent: ['您好'] }, true],
    ['an empty log', { customer: [], agent: [] }, true],
  ])('%s: %s', (_name, now, switched) => {
    expect(isSwitch(before, now)).toBe(switched);
  });

  it('is none when there was nothing before', () => {
    expect(isSwitch({ customer: [], agent: [] }, before)).toBe(false);
  });
});
