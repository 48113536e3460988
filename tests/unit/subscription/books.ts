import { type BookPayload, makeKey, type SigningKey, signBook } from '@/lib/subscription';

/** A small book that passes everything; `words` are what it flags. */
export const bookOf = (words: string, version: number, more: Record<string, unknown> = {}) => ({
  id: 'team/shop',
  name: 'The shop’s words',
  language: 'en',
  version,
  license: 'CC0-1.0',
  taboos: [
    {
      id: 'blame/words',
      category: 'blame',
      severity: 'high',
      flag: [words],
      why: 'It hurts.',
      instead: ['Let me look that up for you.'],
      examples: { flag: [`Well, ${words} now.`], pass: ['Thank you.'] },
    },
  ],
  ...more,
});

export const payloadOf = (
  words: string,
  version: number,
  more: Record<string, unknown> = {},
): BookPayload => ({
  format: 'tactful-book/1',
  id: 'team/shop',
  version,
  publishedAt: Date.UTC(2027, 0, version),
  by: 'Mei',
  note: `Version ${version}`,
  book: bookOf(words, version, more),
});

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

let made: Promise<SigningKey> | undefined;
/** One key for all tests: making one takes its time. */
export const someKey = (): Promise<SigningKey> => {
  made ??= makeKey();
  return made;
};

export const fileOf = async (words: string, version: number, key?: SigningKey): Promise<string> =>
  signBook(payloadOf(words, version), key ?? (await someKey()));
