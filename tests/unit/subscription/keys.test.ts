import { describe, expect, it } from 'vitest';
import {
  fingerprintOf,
  lockKey,
  makeKey,
  readTrust,
  signBook,
  spaced,
  unlockKey,
  verifyBook,
} from '@/lib/subscription';
import { bytesOf, payloadOf, someKey } from './books';

describe('a key', () => {
  it('leaves behind a passphrase and comes back for signing only', async () => {
    const key = await makeKey();
    const file = await lockKey(key, 'correct horse battery');
    expect(file.kdf.iterations).toBeGreaterThanOrEqual(600_000);
    expect(JSON.stringify(file)).not.toContain('"d"');
    const back = await unlockKey(JSON.stringify(file), 'correct horse battery');
    if (typeof back === 'string') throw new Error(back);
    expect(back).toMatchObject({ fingerprint: key.fingerprint, publicKey: key.publicKey });
    expect(back.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', back.privateKey)).rejects.toThrow();
    const signed = await signBook(payloadOf('you should know', 1), back);
    expect(await verifyBook(bytesOf(signed), key.fingerprint)).toHaveProperty('verified');
  });

  it('stays behind a wrong passphrase, and behind a file that was changed', async () => {
    const key = await someKey();
    const file = await lockKey(key, 'correct horse battery');
    const unlock = (change: object, passphrase = 'correct horse battery') =>
      unlockKey(JSON.stringify({ ...file, ...change }), passphrase);
    const other = await makeKey();
    expect(await unlock({}, 'wrong horse battery')).toBe('wrong-passphrase');
    expect(await unlock({ publicKey: other.publicKey })).toBe('not-a-key');
    // The public half that somebody puts beside the sealed one does not open it.
    const { publicKey, fingerprint } = other;
    expect(await unlock({ publicKey, fingerprint })).toBe('wrong-passphrase');
    expect(await unlock({ kdf: { ...file.kdf, iterations: 1000 } })).toBe('not-a-key');
    expect(await unlock({ kdf: { ...file.kdf, iterations: 2_000_000_000 } })).toBe('not-a-key');
    expect(await unlock({ privateKey: '!' })).toBe('not-a-key');
    expect(await unlockKey('hello', 'x')).toBe('not-a-key');
  });
});

describe('what somebody trusts', () => {
  it('is read from a fingerprint in any spelling, or from the key itself', async () => {
    const { fingerprint, publicKey } = await someKey();
    expect(spaced(fingerprint)).toMatch(/^([0-9A-F]{4} ){9}[0-9A-F]{4}$/);
    for (const text of [
      fingerprint,
      spaced(fingerprint),
      ` ${spaced(fingerprint).replaceAll(' ', ':')}\n`,
      publicKey,
    ]) {
      expect(await readTrust(text)).toBe(fingerprint);
    }
  });

  it.each(['', 'abc', 'zz'.repeat(20), 'A'.repeat(87)])('%j is neither', async (text) => {
    expect(await readTrust(text)).toBeNull();
    expect(await fingerprintOf(text)).toBeNull();
  });
});
