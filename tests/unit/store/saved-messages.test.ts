// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { amountsOf, type MessageSet, type SavedMessage } from '@/lib/workbench';
import { ENGINES } from './support';

const messages = (count: number, word = 'message'): SavedMessage[] =>
  Array.from({ length: count }, (_, index) => ({
    text: `${word} ${index}`,
    who: 'agent',
    at: null,
    verdict: null,
    scenario: null,
  }));

const set = (id: string, of: readonly SavedMessage[], savedAt = 1): MessageSet => ({
  id,
  name: id,
  savedAt,
  ...amountsOf(of),
});

describe.each(ENGINES)('saved messages on %s', (_, open) => {
  it('come back whole and in order', async () => {
    const { savedMessages } = open();
    const many = messages(5001);
    await savedMessages.save(set('march', many), many);
    expect(await savedMessages.read('march')).toEqual(many);
    expect(await savedMessages.sets()).toEqual([set('march', many)]);
  });

  it('of one set are not those of another', async () => {
    const { savedMessages } = open();
    const a = messages(3);
    const b = messages(2, 'other');
    await savedMessages.save(set('a', a, 1), a);
    await savedMessages.save(set('a/b', b, 2), b);
    await savedMessages.remove('a');
    expect(await savedMessages.read('a')).toEqual([]);
    expect(await savedMessages.read('a/b')).toEqual(b);
    expect((await savedMessages.sets()).map((it) => it.id)).toEqual(['a/b']);
  });

  it('leave nothing behind when a smaller set takes their place', async () => {
    const { savedMessages } = open();
    const many = messages(4500);
    const few = messages(10);
    await savedMessages.save(set('march', many), many);
    await savedMessages.save(set('march', few), few);
    expect(await savedMessages.read('march')).toEqual(few);
  });

  it('are listed newest first and announced by name only', async () => {
    const { savedMessages, changes } = open();
    const heard: unknown[] = [];
    const listening = new AbortController();
    changes.listen((keys) => heard.push(keys), listening.signal);
    const some = messages(1, 'secret');
    await savedMessages.save(set('old', some, 1), some);
    await savedMessages.save(set('new', some, 2), some);
    expect((await savedMessages.sets()).map((it) => it.id)).toEqual(['new', 'old']);
    expect(new Set(heard.map((it) => JSON.stringify(it)))).toEqual(new Set(['[["messageSets"]]']));
    listening.abort();
  });
});
