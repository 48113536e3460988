import { z } from 'zod';
import { fromText, sha256, toHex, toText, utf8 } from './bytes';
import { canonicalJson } from './canonical';
import { fingerprintOf, type SigningKey, verifierOf } from './keys';
import type { SubscriptionProblem } from './problem';

/** Most bytes of a signed file: four times the largest book that is known. */
export const MOST_BYTES = 16_000_000;

const payloadSchema = z.strictObject({
  format: z.literal('tactful-book/1'),
  id: z.string().min(1).max(80),
  version: z.int().min(1),
  /** Epoch ms. */
  publishedAt: z.int().min(0),
  by: z.string().max(200),
  note: z.string().max(2000),
  /** What the book writes itself; what it builds on is in every installation. */
  book: z.record(z.string(), z.unknown()),
});
export type BookPayload = z.infer<typeof payloadSchema>;

const signedSchema = z.strictObject({
  payload: payloadSchema,
  publicKey: z.string().max(200),
  signature: z.string().max(200),
});
/** A published book with who answers for it. */
export type SignedBook = z.infer<typeof signedSchema>;

const HASHED = { name: 'ECDSA', hash: 'SHA-256' } as const;
/** Says what is signed, so that a signature made for something else proves nothing here. */
const signedBytes = (payload: unknown): Uint8Array<ArrayBuffer> =>
  utf8(`tactful-book/1\n${canonicalJson(payload)}`);

/** Signs a book; the text is the file for any static host. Throws `NotCanonical` for what is no JSON. */
export async function signBook(payload: BookPayload, key: SigningKey): Promise<string> {
  const signature = await crypto.subtle.sign(HASHED, key.privateKey, signedBytes(payload));
  const signed = { payload, publicKey: key.publicKey, signature: toText(new Uint8Array(signature)) };
  return `${canonicalJson(signed)}\n`;
}

/** A signed file whose signature fits, by a key that is trusted. */
export interface Verified {
  payload: BookPayload;
  fingerprint: string;
  /** Of everything that was signed: tells one content from another. */
  digest: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a signed file and checks who signed it. `trust`: the fingerprint it must come from; without it, every key is good. */
export async function verifyBook(
  bytes: Uint8Array,
  trust?: string,
): Promise<{ verified: Verified } | { problem: SubscriptionProblem }> {
  if (bytes.length > MOST_BYTES) return { problem: { kind: 'too-large', limit: MOST_BYTES / 1_000_000 } };
  let value: unknown;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return { problem: { kind: /^\s*\{/.test(text) || bytes.length === 0 ? 'cut-short' : 'not-a-book' } };
  }
  if (!isObject(value) || !isObject(value.payload)) return { problem: { kind: 'not-a-book' } };
  if (value.signature === undefined || value.publicKey === undefined)
    return { problem: { kind: 'unsigned' } };
  const read = signedSchema.safeParse(value);
  if (!read.success) return { problem: { kind: 'not-a-book' } };
  const { publicKey, signature } = read.data;
  const found = await fingerprintOf(publicKey);
  const verifier = await verifierOf(publicKey);
  const proof = fromText(signature);
  if (found === null || verifier === null || proof === null) return { problem: { kind: 'forged' } };
  if (trust !== undefined && found !== trust) {
    return { problem: { kind: 'wrong-key', found, wanted: trust } };
  }
  let signed: Uint8Array<ArrayBuffer>;
  try {
    // What was written, not what the schema made of it.
    signed = signedBytes(value.payload);
  } catch {
    return { problem: { kind: 'not-a-book' } };
  }
  if (!(await crypto.subtle.verify(HASHED, verifier, proof, signed))) return { problem: { kind: 'forged' } };
  const digest = toHex(await sha256(signed));
  return { verified: { payload: read.data.payload, fingerprint: found, digest } };
}
