import { describe, expect, it } from 'vitest';
import type { Book } from '@/lib/phrasebook';
import {
  type Admitted,
  admitPublished,
  type KnownBook,
  MOST_BYTES,
  makeKey,
  type SubscriptionProblem,
  signBook,
} from '@/lib/subscription';
import { smallBook } from '../workbench/fixtures';
import { bytesOf, fileOf, payloadOf, someKey } from './books';

const noBase = async (): Promise<undefined> => undefined;

async function admit(text: string | Uint8Array, known: KnownBook | null = null): Promise<Admitted> {
  const { fingerprint } = await someKey();
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  return admitPublished(bytes, { trust: fingerprint, known, baseOf: noBase });
}

/** Version 2, as it is here already. */
async function here(): Promise<KnownBook> {
  const admitted = await admit(await fileOf('you should know', 2));
  if (admitted.kind !== 'new') throw new Error('version 2 does not pass');
  return admitted.known;
}

const changed = async (change: (signed: Record<string, object>) => unknown): Promise<string> => {
  const signed = JSON.parse(await fileOf('you should know', 3)) as Record<string, object>;
  return JSON.stringify(change(signed));
};

describe('a published book', () => {
  it('that is signed, newer and sound is taken', async () => {
    const admitted = await admit(await fileOf('it is your own fault', 3), await here());
    expect(admitted).toMatchObject({
      kind: 'new',
      book: { id: 'team/shop', version: 3, taboos: [{ id: 'blame/words' }] },
      known: { id: 'team/shop', version: 3, name: 'The shop’s words' },
      by: 'Mei',
      note: 'Version 3',
    });
  });

  it('is the same however its JSON is spelt', async () => {
    const { payload, ...rest } = JSON.parse(await fileOf('you should know', 2));
    const turned = Object.fromEntries(Object.entries(payload as object).reverse());
    const spelt = JSON.stringify({ ...rest, payload: turned }, null, 4);
    expect(await admit(spelt, await here())).toEqual({ kind: 'same' });
  });

  const REFUSED: [
    what: string,
    text: () => Promise<string | Uint8Array>,
    problem: SubscriptionProblem | object,
  ][] = [
    ['older', () => fileOf('you should know', 1), { kind: 'older', version: 1, current: 2 }],
    [
      'the same version with other content',
      () => fileOf('something else', 2),
      { kind: 'replaced', version: 2 },
    ],
    [
      'without a signature',
      () => changed(({ payload, publicKey }) => ({ payload, publicKey })),
      { kind: 'unsigned' },
    ],
    ['without any envelope', async () => JSON.stringify(payloadOf('x', 3).book), { kind: 'not-a-book' }],
    [
      'changed after it was signed',
      () => changed(({ payload, ...rest }) => ({ ...rest, payload: { ...payload, version: 4 } })),
      { kind: 'forged' },
    ],
    [
      'with the signature of another file',
      async () => {
        const other = JSON.parse(await fileOf('you should know', 4));
        return changed((signed) => ({ ...signed, signature: other.signature }));
      },
      { kind: 'forged' },
    ],
    [
      'with a key that is none',
      async () => changed((signed) => ({ ...signed, publicKey: 'AAAA' })),
      { kind: 'forged' },
    ],
    ['by another key', async () => fileOf('you should know', 3, await makeKey()), { kind: 'wrong-key' }],
    ['cut short', async () => (await fileOf('you should know', 3)).slice(0, -40), { kind: 'cut-short' }],
    ['empty', async () => '', { kind: 'cut-short' }],
    ['a page of HTML', async () => '<!doctype html><h1>Not found</h1>', { kind: 'not-a-book' }],
    ['no text', async () => Uint8Array.from([0xff, 0xfe, 0x00, 0x9d]), { kind: 'not-a-book' }],
    ['too large', async () => new Uint8Array(MOST_BYTES + 1), { kind: 'too-large', limit: 16 }],
    [
      'nested without end',
      async () => {
        const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
        const text = await fileOf('you should know', 3);
        return text.replace('"taboos":', `"x":${deep},"taboos":`);
      },
      { kind: 'not-a-book' },
    ],
    [
      'with a key that reaches for the prototype',
      async () =>
        (await fileOf('you should know', 3)).replace('"taboos":', '"__proto__":{"polluted":1},"taboos":'),
      { kind: 'not-a-book' },
    ],
    [
      'another book',
      async () => {
        const payload = payloadOf('you should know', 3, { id: 'team/other' });
        return signBook({ ...payload, id: 'team/other' }, await someKey());
      },
      { kind: 'other-book', found: 'team/other', wanted: 'team/shop' },
    ],
    [
      'with another version inside than outside',
      async () => signBook({ ...payloadOf('you should know', 3), version: 9 }, await someKey()),
      { kind: 'not-a-book' },
    ],
    [
      'with an example that fails',
      async () => {
        const payload = payloadOf('you should know', 3);
        const [taboo] = (payload.book as { taboos: { examples: { pass: string[] } }[] }).taboos;
        taboo!.examples.pass = ['well you should know better'];
        return signBook(payload, await someKey());
      },
      { kind: 'fails-checks', count: 1, rule: 'blame/words', first: { code: 'pass-flagged' } },
    ],
    [
      'with a pattern that is none',
      async () => signBook(payloadOf('(you', 3), await someKey()),
      { kind: 'fails-checks', rule: 'blame/words', first: { code: 'pattern' } },
    ],
    [
      'with a key that no book has',
      async () => signBook(payloadOf('you', 3, { run: 'alert(1)' }), await someKey()),
      { kind: 'fails-checks', first: { code: 'unknown-key' } },
    ],
  ];

  it.each(REFUSED)('%s is refused', async (_what, text, problem) => {
    const admitted = await admit(await text(), await here());
    expect(admitted).toMatchObject({ kind: 'refused', problem });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('that builds on a book of this installation is united with it', async () => {
    const base: Book = { ...smallBook({}), id: 'base', language: 'en' } as Book;
    const text = await signBook(payloadOf('you should know', 1, { extends: 'base' }), await someKey());
    const { fingerprint } = await someKey();
    const asked: string[] = [];
    const admitted = await admitPublished(bytesOf(text), {
      trust: fingerprint,
      known: null,
      baseOf: async (id) => {
        asked.push(id);
        return base;
      },
    });
    expect(asked).toEqual(['base']);
    expect(admitted).toMatchObject({ kind: 'new', book: { extends: 'base' }, own: { taboos: [{}] } });
    const missing = await admit(text);
    expect(missing).toMatchObject({ problem: { kind: 'fails-checks', first: { code: 'base-missing' } } });
  });
});
