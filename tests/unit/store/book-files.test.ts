// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { ENGINES } from './support';

describe.each(ENGINES)('the file that a book came from, on %s', (_, open) => {
  it('is kept as it is now; another file leaves the first', async () => {
    const { bookFiles } = open();
    const file = { id: 'own/shop', file: 'shop', text: 'name: Shop\n', refused: [] };
    await bookFiles.keep(file);
    await bookFiles.keep({ ...file, text: 'name: Shop # ours\n' });
    await bookFiles.keep({ ...file, file: 'more', text: 'scripts: []\n' });
    expect(await bookFiles.get('own/shop')).toMatchObject({ file: 'shop', text: 'name: Shop # ours\n' });
    expect(await bookFiles.get('own/other')).toBeUndefined();
  });
});
