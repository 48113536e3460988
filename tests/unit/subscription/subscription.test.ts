import { describe, expect, it } from 'vitest';
import { afterLook, newSubscription, refused } from '@/lib/subscription';

const looked = newSubscription('https://books.example/shop.json', 'key', 'person', 1);
const after = refused(looked, 50, { kind: 'unreachable', host: 'books.example' });

describe('a look at a subscription that was changed meanwhile', () => {
  it.each([
    ['nothing changed', looked, after],
    ['switched off', { ...looked, on: false }, { ...after, on: false }],
    ['accepted', { ...looked, accepted: true }, { ...after, accepted: true }],
    ['another key is trusted', { ...looked, trust: 'other' }, { ...looked, trust: 'other' }],
    ['given up and made anew', { ...looked, since: 40 }, { ...looked, since: 40 }],
  ])('%s', (_, now, expected) => expect(afterLook(now, looked, after)).toEqual(expected));
});
