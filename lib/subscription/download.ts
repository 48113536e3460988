import { hostOf } from './address';
import type { SubscriptionProblem } from './problem';
import { MOST_BYTES } from './signed-book';

/** What an address gave: a file, nothing new since the tag, or why neither. */
export type Download =
  | { kind: 'file'; bytes: Uint8Array; etag: string | null }
  | { kind: 'unchanged' }
  | { kind: 'failed'; problem: SubscriptionProblem };

export interface DownloadOptions {
  url: string;
  /** Of the file that is here. */
  etag: string | null;
  /** Whether the browser lets us ask this host as we like; else it must be one that lets everybody read. */
  allowed: boolean;
  fetch: typeof fetch;
  /** ms until it is given up. */
  patience: number;
}

/** Reads a body no further than `most`; `null` where there is more. */
async function readAtMost(response: Response, most: number): Promise<Uint8Array | null> {
  const said = Number(response.headers.get('content-length') ?? 0);
  if (said > most) {
    await response.body?.cancel();
    return null;
  }
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/**
 * Fetches a signed file: no cookies, no referrer, no other origin (a redirect is not followed), at most `MOST_BYTES`
 * and `patience`. Never throws.
 */
export async function download(options: DownloadOptions): Promise<Download> {
  const { url, etag, allowed, patience } = options;
  const failed = (problem: SubscriptionProblem): Download => ({ kind: 'failed', problem });
  const signal = AbortSignal.timeout(patience);
  const host = hostOf(url);
  try {
    const response = await options.fetch(url, {
      // Without the permission a condition would cost a question beforehand that few hosts answer.
      headers: allowed && etag !== null ? { 'If-None-Match': etag } : {},
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal,
    });
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 304))
      return failed({ kind: 'redirected', host });
    if (response.status === 304) return { kind: 'unchanged' };
    if (!response.ok) return failed({ kind: 'status', status: response.status });
    const bytes = await readAtMost(response, MOST_BYTES);
    if (bytes === null) return failed({ kind: 'too-large', limit: MOST_BYTES / 1_000_000 });
    return { kind: 'file', bytes, etag: response.headers.get('etag') };
  } catch {
    if (signal.aborted) return failed({ kind: 'too-slow', seconds: Math.round(patience / 1000) });
    return failed({ kind: allowed ? 'unreachable' : 'no-permission', host });
  }
}
