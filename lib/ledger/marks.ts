/**
 * Marks: how a conversation or an order is known again without its words or its number. A mark is the start of a
 * SHA-256 over a salt of this browser and the text; the salt never leaves, so nothing can be looked up from outside.
 */

/** Shorter messages ("ok", "你好") are said in every conversation. */
const TELLING = 6;
/** The newest messages that are marked: what is still on the screen when the agent comes back. */
const MARKED = 8;
const LETTERS = 12;

export function newSalt(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((it) => it.toString(16).padStart(2, '0'))
    .join('');
}

async function mark(salt: string, kind: 'said' | 'order', text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt}\n${kind}\n${text}`);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash.subarray(0, LETTERS / 2)].map((it) => it.toString(16).padStart(2, '0')).join('');
}

/** Marks of what the customer said last, newest last; none where nothing telling was said. */
export function conversationMarks(salt: string, customer: readonly string[]): Promise<string[]> {
  const telling = customer
    .map((text) => text.normalize('NFKC').replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= TELLING);
  return Promise.all([...new Set(telling)].slice(-MARKED).map((text) => mark(salt, 'said', text)));
}

/** The mark of an order number as typed; `null` where there is none. */
export async function orderMark(salt: string, typed: string): Promise<string | null> {
  const order = typed
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();
  return order === '' ? null : mark(salt, 'order', order);
}
