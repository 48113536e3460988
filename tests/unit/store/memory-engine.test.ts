import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareKeys } from '@/lib/store/memory-engine';

describe('compareKeys', () => {
  it('orders as IndexedDB does', () => {
    const factory = new IDBFactory();
    const part = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'b', 'ab', '\uffff'));
    const key = fc.oneof(part, fc.array(part, { maxLength: 3 }));
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(factory.cmp(a, b));
      }),
    );
  });
});
