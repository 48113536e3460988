import type { z } from 'zod';
import { bundleSchema, payloadSchema } from './bundle-schema';

/**
 * How records and verdicts travel without a server: one JSON file, its payload signed by the key of the browser that
 * made it. ECDSA P-256 with SHA-256, raw public key and signature in base64; the signature covers the payload's exact
 * characters.
 */
export type BundlePayload = z.infer<typeof payloadSchema>;

export const BUNDLE_VERSION = 1;
/** Characters of a bundle that is looked at at all; 20,000 records take about 14 million. */
export const MOST_CHARACTERS = 32_000_000;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** What a key is trusted for: to send what its owner wrote, or to say what others did. */
export type KeyRole = 'agent' | 'reviewer';

/** Why a bundle is not taken in; nothing of it is used then. */
export type BundleRefusal =
  | { kind: 'oversized'; limit: number }
  /** No bundle, or one that was cut off on its way. */
  | { kind: 'unreadable' }
  /** Made by a newer Tactful. */
  | { kind: 'newer'; version: number }
  /** The signature does not fit: something was changed after it was made. */
  | { kind: 'forged' }
  /** Signed rightly, but not of the shape a bundle has; `path` leads to the first fault. */
  | { kind: 'invalid'; path: string }
  /** Nobody said yet whose key this is. */
  | {
      kind: 'unknown-key';
      fingerprint: string;
      publicKey: string;
      role: KeyRole;
      agent: string;
      made: number;
      /** The name its signer goes by; empty where the file does not say. */
      signer: string;
    }
  /** Verdicts signed by a key that is trusted for records alone. */
  | { kind: 'not-a-reviewer'; known: string }
  /** The key is known as somebody else's. */
  | { kind: 'other-agent'; agent: string; known: string }
  | { kind: 'replayed'; at: number }
  /** Scores of a calibration that is not here, or not open any more. */
  | { kind: 'no-session' }
  | { kind: 'session-closed'; name: string };

const base64 = (bytes: ArrayBuffer): string =>
  btoa(Array.from(new Uint8Array(bytes), (it) => String.fromCharCode(it)).join(''));
const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (it) => it.charCodeAt(0));
const signedBytes = (payload: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`tactful-bundle\n${BUNDLE_VERSION}\n${payload}`);

/** A key whose private half never leaves this browser. */
export function newSigningKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);
}

/** How people compare keys: the start of the SHA-256 of the raw public key, in groups of four. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(publicKey)));
  const hex = [...hash.subarray(0, 10)].map((it) => it.toString(16).padStart(2, '0')).join('');
  return hex.match(/.{4}/g)!.join('-');
}

export async function publicKeyOf(pair: CryptoKeyPair): Promise<string> {
  return base64(await crypto.subtle.exportKey('raw', pair.publicKey));
}

/** The file of a bundle. */
export async function sealBundle(payload: BundlePayload, pair: CryptoKeyPair): Promise<string> {
  const text = JSON.stringify(payload);
  const signature = base64(await crypto.subtle.sign(SIGNING, pair.privateKey, signedBytes(text)));
  const key = await publicKeyOf(pair);
  return JSON.stringify({ format: 'tactful-bundle', version: BUNDLE_VERSION, payload: text, key, signature });
}

export interface OpenedBundle {
  payload: BundlePayload;
  publicKey: string;
  fingerprint: string;
}

async function isSigned(payload: string, publicKey: string, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), ALGORITHM, false, ['verify']);
    return await crypto.subtle.verify(SIGNING, key, bytesOf(signature), signedBytes(payload));
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Opens a bundle whose signature and shape are right. Who signed it, and whether it came before, is for the caller to say. */
export async function openBundle(
  file: string,
): Promise<{ ok: true; bundle: OpenedBundle } | { ok: false; why: BundleRefusal }> {
  const refused = (why: BundleRefusal) => ({ ok: false, why }) as const;
  if (file.length > MOST_CHARACTERS) return refused({ kind: 'oversized', limit: MOST_CHARACTERS });
  const sealed = bundleSchema.safeParse(parsed(file));
  if (!sealed.success) return refused({ kind: 'unreadable' });
  const { version, payload, key, signature } = sealed.data;
  if (version > BUNDLE_VERSION) return refused({ kind: 'newer', version });
  if (!(await isSigned(payload, key, signature))) return refused({ kind: 'forged' });
  const content = payloadSchema.safeParse(parsed(payload));
  if (!content.success) {
    const [issue] = content.error.issues;
    return refused({ kind: 'invalid', path: issue?.path.join('.') ?? '' });
  }
  return {
    ok: true,
    bundle: { payload: content.data, publicKey: key, fingerprint: await fingerprintOf(key) },
  };
}
