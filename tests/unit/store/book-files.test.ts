// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { ENGINES } from './support';

describe.each(ENGINES)('the files that a book came from, on %s', (_, open) => {
  it('are kept as they are now, the first that was taken first', async () => {
    const { bookFiles } = open();
    const file = { id: 'own/shop', file: 'shop', takenAt: 1, text: 'name: Shop\n', refused: [] };
    await bookFiles.keep(file);
    await bookFiles.keep({ ...file, file: 'more', takenAt: 2, text: 'scripts: []\n' });
    await bookFiles.keep({ ...file, takenAt: 3, text: 'name: Shop # ours\n' });
    await bookFiles.keep({ ...file, id: 'own/shop-2', takenAt: 4 });
    expect((await bookFiles.list('own/shop')).map((it) => [it.file, it.text])).toEqual([
      ['shop', 'name: Shop # ours\n'],
      ['more', 'scripts: []\n'],
    ]);
    expect(await bookFiles.list('own/other')).toEqual([]);
  });
});
