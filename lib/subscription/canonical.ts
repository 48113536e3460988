/** Deeper than any book; what is nested further is not read. */
const DEPTH = 40;

/** A value that cannot be written in one way only. */
export class NotCanonical extends Error {}

/**
 * JSON in one spelling (after RFC 8785): keys in the order of their UTF-16 units, no spaces, so that everybody signs and
 * checks the same bytes whatever wrote the file. Keys that every JavaScript object answers to are refused.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > DEPTH) throw new NotCanonical('nested too deep');
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical('not a number of JSON');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((it) => canonicalJson(it, depth + 1)).join(',')}]`;
  if (typeof value !== 'object') throw new NotCanonical('not JSON');
  const written = Object.entries(value)
    .filter(([, it]) => it !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, it]) => {
      if (key in Object.prototype) throw new NotCanonical(`the key "${key}"`);
      return `${JSON.stringify(key)}:${canonicalJson(it, depth + 1)}`;
    });
  return `{${written.join(',')}}`;
}
