import { hashOf, keysOf, SEGMENT, type SentRecord } from '@/lib/review';
import type { LogWords, Transaction } from '../tables';

/**
 * Where words stand in the masked texts. Each full segment has 64 lists of 32-bit postings: 20 bits of the hash of a
 * key and 12 bits of the row. A search reads one list a key and segment, 6 KB each; what two keys share a hash with is
 * sorted out when the texts themselves are read.
 */
const GROUPS = 64;

const groupOf = (hash: number): number => hash >>> 26;
const postingOf = (hash: number, row: number): number => (((hash << 6) & ~(SEGMENT - 1)) | row) >>> 0;

/** Writes the lists of a full segment. */
export async function writeWords(
  tx: Transaction,
  segment: number,
  records: readonly (SentRecord & { row?: number })[],
): Promise<void> {
  const groups = Array.from({ length: GROUPS }, (): number[] => []);
  for (const { row, text } of records) {
    if (row === undefined) continue;
    for (const key of keysOf(text)) {
      const hash = hashOf(key);
      groups[groupOf(hash)]!.push(postingOf(hash, row % SEGMENT));
    }
  }
  for (const [group, postings] of groups.entries()) {
    await tx.put('logWords', { group, segment, postings: Uint32Array.from(postings).sort() });
  }
}

/** Takes rows out of a segment's lists; `null`: all of them. */
export async function forgetWords(
  tx: Transaction,
  segment: number,
  rows: readonly number[] | null,
): Promise<void> {
  const gone = new Set(rows ?? []);
  for (let group = 0; group < GROUPS; group++) {
    if (rows === null) {
      await tx.delete('logWords', [group, segment]);
      continue;
    }
    const list = await tx.get('logWords', [group, segment]);
    if (list === undefined) continue;
    const postings = list.postings.filter((it) => !gone.has(it & (SEGMENT - 1)));
    if (postings.length < list.postings.length) await tx.put('logWords', { ...list, postings });
  }
}

/** Rows that may hold all the keys, ascending, over all segments that have lists; a list is read once for all its keys. */
export async function rowsWithAll(tx: Transaction, keys: readonly string[]): Promise<Uint32Array> {
  const hashes = keys.map(hashOf);
  const groups = [...new Set(hashes.map(groupOf))];
  const lists = await Promise.all(
    groups.map((group) => tx.list('logWords', { from: [group, 0], to: [group, Number.MAX_SAFE_INTEGER] })),
  );
  return hashes
    .map((hash) => rowsWith(lists[groups.indexOf(groupOf(hash))]!, hash))
    .reduce((a, b) => inBoth(a, b));
}

function rowsWith(lists: readonly LogWords[], hash: number): Uint32Array {
  const from = postingOf(hash, 0);
  const to = from + SEGMENT;
  const rows: number[] = [];
  for (const { segment, postings } of lists) {
    for (let at = lowerBound(postings, from); at < postings.length && postings[at]! < to; at++) {
      rows.push(segment * SEGMENT + (postings[at]! & (SEGMENT - 1)));
    }
  }
  return Uint32Array.from(rows);
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands in both; both ascending. */
function inBoth(a: Uint32Array, b: Uint32Array): Uint32Array {
  const both: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      both.push(a[i]!);
      i += 1;
      j += 1;
    } else if (a[i]! < b[j]!) i += 1;
    else j += 1;
  }
  return Uint32Array.from(both);
}
