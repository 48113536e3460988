import { type ToldProblem, told } from '@/lib/phrasebook';

/** Encodings that phrase lists come in, by the names that `TextDecoder` knows. */
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file as text, or why it is none. */
export type Decoded = { ok: true; text: string; encoding: Encoding } | { ok: false; said: ToldProblem };

const UNREADABLE: Decoded = {
  ok: false,
  said: told('not-text', 'save-utf8', {}),
};

const tryDecode = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Starts of files that are no text, so that nobody reads a picture as Big5. */
const BINARY: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // zip, xlsx
  [0xd0, 0xcf, 0x11, 0xe0], // xls, doc
  [0x25, 0x50, 0x44, 0x46], // pdf
  [0x89, 0x50, 0x4e, 0x47], // png
  [0xff, 0xd8, 0xff], // jpeg
  [0x1f, 0x8b], // gzip
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** UTF-16 without a mark: in Latin text every other byte is zero, in Chinese text the high bytes crowd together. */
const unmarkedUtf16 = (bytes: Uint8Array): Encoding | undefined => {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++;
  if (even + odd < looked / 20) return undefined;
  return odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined;
};

/** Characters that every Chinese text has, in both scripts; a wrong decoding turns them into rare ones. */
const COMMON = new Set('的一是不了我你在有人这這个個上来來到大为為们們和您请請货貨退换換，。？！、');

const share = (text: string): number => {
  let common = 0;
  let han = 0;
  for (const character of text.slice(0, 20_000)) {
    if (/\p{Script=Han}|[，。？！、]/u.test(character)) han++;
    if (COMMON.has(character)) common++;
  }
  return han === 0 ? 0 : common / han;
};

/**
 * Reads bytes as text: UTF-8, UTF-16 (with or without a mark), GBK (as GB18030) or Big5. Never guesses silently: what
 * is none of them is refused with a sentence.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (BINARY.some((start) => startsWith(bytes, start))) return UNREADABLE;
  const marked: Encoding | undefined = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : unmarkedUtf16(bytes);
  if (marked !== undefined) {
    const text = tryDecode(bytes, marked);
    return text === undefined ? UNREADABLE : { ok: true, text, encoding: marked };
  }
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) {
    return utf8.includes('\0') ? UNREADABLE : { ok: true, text: utf8, encoding: 'utf-8' };
  }
  const [best] = (['gb18030', 'big5'] as const)
    .flatMap((encoding) => {
      const text = tryDecode(bytes, encoding);
      return text === undefined || text.includes('\0') ? [] : [{ encoding, text, share: share(text) }];
    })
    .sort((a, b) => b.share - a.share);
  return best === undefined || best.share === 0
    ? UNREADABLE
    : { ok: true, text: best.text, encoding: best.encoding };
}
