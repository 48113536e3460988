import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { admitPublished, readTrust } from '@/lib/subscription';
import { buildProgram, type Outcome } from './program';

const PASSPHRASE = 'correct horse battery';

// Each test starts programs of its own, which take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder = '';
const at = (name: string): string => path.join(folder, name);
const write = (name: string, text: string): void => writeFileSync(at(name), text);

let program: Awaited<ReturnType<typeof buildProgram>>;

const tactful = (args: string[], passphrase: string | null = PASSPHRASE): Promise<Outcome> =>
  program(args, { cwd: folder, env: { TACTFUL_PASSPHRASE: passphrase ?? undefined } });

const BOOK = `id: team/shop
name: Shop
language: en
version: 1
license: CC0-1.0
taboos:
  - id: blame/gadget
    category: blame
    severity: medium
    flag: [purple gadget]
    why: It hurts.
    instead: [Let me look that up for you.]
    examples: { flag: ['a [[purple gadget]]'], pass: [fine] }
`;

let publicKey = '';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tactful-publish-'));
  program = await buildProgram(folder);
  write('book.yaml', BOOK);
  write('wrong.yaml', BOOK.replace('pass: [fine]', 'pass: [my purple gadget]'));
  write('above.yaml', BOOK.replace('license', 'extends: team/other\nlicense'));
  const { code, out, err } = await tactful(['keygen', 'key.json']);
  expect(err).toBe('');
  expect(code).toBe(0);
  publicKey = /^public key +(\S+)$/m.exec(out)![1]!;
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('keygen', () => {
  it('leaves a file that only its owner reads and nobody can write over', async () => {
    expect(statSync(at('key.json')).mode & 0o077).toBe(0);
    expect(readFileSync(at('key.json'), 'utf8')).not.toContain(PASSPHRASE);
    const again = await tactful(['keygen', 'key.json']);
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('a key is not written over') });
  });

  it.each([
    ['a short passphrase', 'short', 1, /10 or more/],
    ['none', null, 2, /A passphrase is needed/],
  ])('refuses %s', async (_what, passphrase, code, says) => {
    const outcome = await tactful(['keygen', 'another.json'], passphrase);
    expect(outcome).toMatchObject({ code, err: expect.stringMatching(says) });
  });
});

describe('publish', () => {
  const publish = (book: string, ...more: string[]): Promise<Outcome> =>
    tactful(['publish', book, '--key', 'key.json', ...more]);

  it('makes a file that who trusts the key takes, and only higher versions after it', async () => {
    const first = await publish('book.yaml', '--by', 'Mei', '--note', 'first');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(
      /^team-shop\.tactful\.json: team\/shop version 1, signed by ([0-9A-F]{4} ?){10}$/m,
    );
    const trust = (await readTrust(publicKey))!;
    const taken = await admitPublished(readFileSync(at('team-shop.tactful.json')), {
      trust,
      known: null,
      baseOf: async () => undefined,
    });
    expect(taken).toMatchObject({ kind: 'new', by: 'Mei', note: 'first', book: { version: 1 } });

    const again = await publish('book.yaml');
    expect(again.code).toBe(1);
    expect(again.err).toMatch(
      /team-shop\.tactful\.json:1: error: The file holds version 1.*\(write version: 2/,
    );
    write('second.yaml', BOOK.replace('version: 1', 'version: 2'));
    expect((await publish('second.yaml')).code).toBe(0);
  });

  it.each([
    [
      'a book with a failing example',
      ['wrong.yaml'],
      1,
      /wrong\.yaml:\d+:\d+: error: .*Should pass but is flagged/,
    ],
    ['a book on top of one that others lack', ['above.yaml'], 1, /was not given/],
    [
      'a file that is no signed book',
      ['book.yaml', '--out', 'key.json'],
      1,
      /is there already and is no signed book/,
    ],
    ['a book that is not there', ['nothing.yaml'], 2, /There is no file or folder nothing\.yaml/],
    ['two books', ['book.yaml', 'wrong.yaml'], 2, /publish needs one BOOK/],
  ])('refuses %s', async (_what, [book, ...more], code, says) => {
    expect(await publish(book!, ...more)).toMatchObject({ code, err: expect.stringMatching(says) });
  });

  it('refuses a wrong passphrase and a file that is no key', async () => {
    const wrong = await tactful(
      ['publish', 'book.yaml', '--key', 'key.json', '--out', 'x.json'],
      'wrong horse battery',
    );
    expect(wrong).toMatchObject({
      code: 1,
      err: expect.stringMatching(/key\.json:1: error: The passphrase does not fit/),
    });
    const none = await tactful(['publish', 'book.yaml', '--key', 'book.yaml', '--out', 'x.json']);
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('This is no key file') });
  });
});
