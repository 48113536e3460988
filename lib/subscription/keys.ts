import { z } from 'zod';
import { fromText, sha256, toHex, toText, utf8 } from './bytes';

/** The two halves of a publisher: what signs, and what everybody may know. */
export interface SigningKey {
  /** Of the public key: 40 hex digits. */
  fingerprint: string;
  /** The point on P-256 as 65 bytes, in text. */
  publicKey: string;
  /** Signs; its bytes cannot be taken out again unless it was just made. */
  privateKey: CryptoKey;
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const POINT = 65;
/** OWASP's advice for PBKDF2 with SHA-256, 2023. */
export const ITERATIONS = 600_000;
/** A file that asks for more work than this is meant to stop the page. */
const MOST_ITERATIONS = 10_000_000;
export const SHORTEST_PASSPHRASE = 10;

/** A fingerprint as it is compared by eye: `3F2A 91C0 …`. */
export const spaced = (fingerprint: string): string =>
  (fingerprint.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

const pointOf = (publicKey: string): Uint8Array<ArrayBuffer> | null => {
  const bytes = fromText(publicKey);
  return bytes !== null && bytes.length === POINT && bytes[0] === 4 ? bytes : null;
};

/** The first 160 bits of a SHA-256 over the public key: enough that nobody makes another key to fit. */
export const fingerprintOf = async (publicKey: string): Promise<string | null> => {
  const point = pointOf(publicKey);
  return point && toHex((await sha256(point)).subarray(0, 20));
};

/** The fingerprint that somebody pasted, itself or as the whole public key; `null` where it is neither. */
export async function readTrust(text: string): Promise<string | null> {
  const plain = text.trim().replace(/[\s:]/g, '');
  if (/^[0-9a-f]{40}$/i.test(plain)) return plain.toLowerCase();
  return fingerprintOf(plain);
}

/** A key to check signatures with; `null` where the text is no point of the curve. */
export async function verifierOf(publicKey: string): Promise<CryptoKey | null> {
  const point = pointOf(publicKey);
  if (point === null) return null;
  return crypto.subtle.importKey('raw', point, ALGORITHM, false, ['verify']).catch(() => null);
}

/** Makes a pair whose private half may leave once, into a key file. */
export async function makeKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const publicKey = toText(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  return { fingerprint: (await fingerprintOf(publicKey))!, publicKey, privateKey: pair.privateKey };
}

const keyFileSchema = z.strictObject({
  format: z.literal('tactful-key/1'),
  fingerprint: z.string(),
  publicKey: z.string(),
  kdf: z.strictObject({
    name: z.literal('PBKDF2-SHA-256'),
    iterations: z.int().min(ITERATIONS).max(MOST_ITERATIONS),
    salt: z.string(),
  }),
  cipher: z.strictObject({ name: z.literal('AES-256-GCM'), iv: z.string() }),
  privateKey: z.string(),
});
/** A signing key behind a passphrase, as it is kept in a file. */
export type KeyFile = z.infer<typeof keyFileSchema>;

const lockOf = async (
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> => {
  const secret = utf8(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** Puts a key that was just made behind a passphrase. */
export async function lockKey(key: SigningKey, passphrase: string): Promise<KeyFile> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const lock = await lockOf(passphrase, salt, ITERATIONS);
  const bytes = await crypto.subtle.exportKey('pkcs8', key.privateKey);
  const sealed = await crypto.subtle.encrypt(
    // Bound to its public half: neither can be exchanged alone.
    { name: 'AES-GCM', iv, additionalData: utf8(key.publicKey) },
    lock,
    bytes,
  );
  return {
    format: 'tactful-key/1',
    fingerprint: key.fingerprint,
    publicKey: key.publicKey,
    kdf: { name: 'PBKDF2-SHA-256', iterations: ITERATIONS, salt: toText(salt) },
    cipher: { name: 'AES-256-GCM', iv: toText(iv) },
    privateKey: toText(new Uint8Array(sealed)),
  };
}

/** Why a key file gives no key. */
export type KeyProblem = 'not-a-key' | 'wrong-passphrase';

/** Takes a key out of its file, for signing only: from here on its bytes stay where they are. */
export async function unlockKey(text: string, passphrase: string): Promise<SigningKey | KeyProblem> {
  let file: KeyFile;
  try {
    file = keyFileSchema.parse(JSON.parse(text));
  } catch {
    return 'not-a-key';
  }
  const fingerprint = await fingerprintOf(file.publicKey);
  const salt = fromText(file.kdf.salt);
  const iv = fromText(file.cipher.iv);
  const sealed = fromText(file.privateKey);
  if (fingerprint === null || fingerprint !== file.fingerprint || !salt || !iv || !sealed) return 'not-a-key';
  let bytes: ArrayBuffer;
  try {
    const lock = await lockOf(passphrase, salt, file.kdf.iterations);
    bytes = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData: utf8(file.publicKey) },
      lock,
      sealed,
    );
  } catch {
    return 'wrong-passphrase';
  }
  try {
    const privateKey = await crypto.subtle.importKey('pkcs8', bytes, ALGORITHM, false, ['sign']);
    return { fingerprint, publicKey: file.publicKey, privateKey };
  } catch {
    return 'not-a-key';
  }
}
