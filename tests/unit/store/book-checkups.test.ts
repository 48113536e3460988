// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { ENGINES } from './support';

const FOUND = { errors: 0, warnings: 2, dead: 1, reviews: ['2026-03-01'] };

describe.each(ENGINES)('look-overs on %s', (_, open) => {
  it('are known again for the same state of a book, and for no other', async () => {
    const { bookCheckups } = open();
    await bookCheckups.keep({ id: 'own/shop', of: '1 2', found: FOUND });
    expect(await bookCheckups.get('own/shop', '1 2')).toEqual(FOUND);
    expect(await bookCheckups.get('own/shop', '1 3')).toBeUndefined();
    expect(await bookCheckups.get('own/other', '1 2')).toBeUndefined();
    await bookCheckups.keep({ id: 'own/shop', of: '1 3', found: { ...FOUND, errors: 1 } });
    expect(await bookCheckups.get('own/shop', '1 2')).toBeUndefined();
  });
});
