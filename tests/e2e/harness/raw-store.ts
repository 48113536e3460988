import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * What a browser left on disk of an extension's storage, as bytes: every file as it lies there and, where the browser
 * packed it, unpacked as well. LevelDB (Chromium): blocks of tables and records of logs, which are cut in pieces of
 * 32 KB; values that Chromium itself packed. SQLite (Firefox, newer Chromium): the blobs of all tables. Both pack with
 * Snappy, whose format is simple enough to be read here.
 */
export interface RawBytes {
  file: string;
  /** `file`: as it lies on disk; else what was unpacked. */
  as: 'file' | 'log' | 'block' | 'blob' | 'value';
  bytes: Buffer;
}

/** Every file below a folder whose path holds one of the names. */
export function filesOf(folder: string, names: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => path.join(it.parentPath, it.name))
    .filter((it) => names.some((name) => path.relative(folder, it).includes(name)));
}

export function* rawBytes(files: readonly string[]): Generator<RawBytes> {
  for (const found of filesThenParts(files)) {
    yield found;
    for (const value of packedValues(found.bytes)) yield { file: found.file, as: 'value', bytes: value };
  }
}

/** Files first: a database that was opened and closed has put its own house in order. */
function* filesThenParts(files: readonly string[]): Generator<RawBytes> {
  const read = files.map((file): RawBytes => ({ file, as: 'file', bytes: readFileSync(file) }));
  yield* read;
  for (const { file, bytes } of read) {
    if (bytes.length > 48 && bytes.readBigUInt64LE(bytes.length - 8) === TABLE_MAGIC)
      for (const block of blocksOf(bytes)) yield { file, as: 'block', bytes: block };
    else if (file.endsWith('.log')) yield { file, as: 'log', bytes: joinedLog(bytes) };
    else if (bytes.subarray(0, 15).toString('latin1') === 'SQLite format 3')
      for (const blob of blobsOf(file)) yield { file, as: 'blob', bytes: blob };
  }
}

const TABLE_MAGIC = 0xdb4775248b80fb57n;

/** Reads a number of seven bits a byte; gives it with the place behind it. */
function varint(bytes: Buffer, at: number): [value: number, next: number] {
  let value = 0;
  let scale = 1;
  for (let place = at; place < Math.min(bytes.length, at + 10); place++) {
    const byte = bytes[place]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return [value, place + 1];
    scale *= 128;
  }
  throw new RangeError('This is no number.');
}

/** The data blocks of a LevelDB table: footer → index block → blocks, each followed by how it is packed. */
function* blocksOf(table: Buffer): Generator<Buffer> {
  const footer = table.length - 48;
  const [, afterOffset] = varint(table, footer);
  const [, afterMeta] = varint(table, afterOffset);
  const [offset, next] = varint(table, afterMeta);
  const [size] = varint(table, next);
  const index = blockAt(table, offset, size);
  yield index;
  const restarts = index.readUInt32LE(index.length - 4);
  const end = index.length - 4 * (restarts + 1);
  for (let at = 0; at < end; ) {
    const [, afterShared] = varint(index, at);
    const [unshared, afterUnshared] = varint(index, afterShared);
    const [length, afterLength] = varint(index, afterUnshared);
    const value = afterLength + unshared;
    const [start, afterStart] = varint(index, value);
    const [bytes] = varint(index, afterStart);
    yield blockAt(table, start, bytes);
    at = value + length;
  }
}

function blockAt(table: Buffer, offset: number, size: number): Buffer {
  const block = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnapped(block, true) : block;
}

const LOG_BLOCK = 32_768;

/** The records of a LevelDB log without the seven bytes before each piece: what was cut in two is whole again. */
function joinedLog(log: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (let at = 0; at + 7 <= log.length; ) {
    const left = LOG_BLOCK - (at % LOG_BLOCK);
    const length = log.readUInt16LE(at + 4);
    const kind = log[at + 6]!;
    if (left < 7 || kind === 0 || kind > 4 || length > left - 7) {
      at += left;
      continue;
    }
    pieces.push(log.subarray(at + 7, at + 7 + length));
    at += 7 + length;
  }
  return Buffer.concat(pieces);
}

/** Every blob of every table of a database, unpacked where it is packed, and every text. */
function* blobsOf(file: string): Generator<Buffer> {
  const db = new DatabaseSync(file);
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
  for (const { name } of tables) {
    for (const row of db.prepare(`SELECT * FROM "${String(name)}"`).iterate()) {
      for (const value of Object.values(row)) {
        if (typeof value === 'string') yield Buffer.from(value);
        if (!(value instanceof Uint8Array) || value.length === 0) continue;
        const blob = Buffer.from(value);
        yield blob;
        try {
          yield unsnapped(blob, true);
        } catch {
          // A key, or a value that was not packed.
        }
      }
    }
  }
  db.close();
}

/** How Chromium begins a value that it packed by itself: of a version that needs work, packed with Snappy. */
const PACKED = Buffer.from([0xff, 0x11, 0x02]);

function* packedValues(bytes: Buffer): Generator<Buffer> {
  for (let at = bytes.indexOf(PACKED); at !== -1; at = bytes.indexOf(PACKED, at + 1)) {
    let value: Buffer;
    try {
      value = unsnapped(bytes.subarray(at + PACKED.length), false);
    } catch {
      continue; // Three bytes that only happen to stand together: no size that Snappy could have packed follows.
    }
    yield value;
  }
}

/** Unpacks Snappy; `whole`: fails on anything that is not, else gives what could be read. */
function unsnapped(packed: Buffer, whole: boolean): Buffer {
  const [size, first] = varint(packed, 0);
  if (size > packed.length * 64 + 1024) throw new RangeError('This is not packed.');
  const out = Buffer.alloc(size);
  let to = 0;
  let at = first;
  while (at < packed.length && to < size) {
    const tag = packed[at]!;
    at += 1;
    if ((tag & 3) === 0) {
      let length = (tag >> 2) + 1;
      if (length > 60) {
        const wide = length - 60;
        if (at + wide > packed.length) break;
        length = packed.readUIntLE(at, wide) + 1;
        at += wide;
      }
      if (at + length > packed.length || to + length > size) break;
      packed.copy(out, to, at, at + length);
      at += length;
      to += length;
      continue;
    }
    const wide = [0, 1, 2, 4][tag & 3]!;
    if (at + wide > packed.length) break;
    const low = packed.readUIntLE(at, wide);
    at += wide;
    const length = (tag & 3) === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = (tag & 3) === 1 ? low + ((tag >> 5) << 8) : low;
    if (back === 0 || back > to || to + length > size) break;
    // Byte by byte: a copy may reach into what it writes.
    for (let end = to + length; to < end; to++) out[to] = out[to - back]!;
  }
  if (to < size && whole) throw new RangeError('This is not packed.');
  return out.subarray(0, to);
}

const ENCODINGS: readonly ((text: string) => Buffer | null)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => Buffer.from(text, 'utf16le'),
  // Keys of Chromium's database.
  (text) => Buffer.from(text, 'utf16le').swap16(),
  // Keys of Firefox's: each character one higher.
  (text) => (/^[\x20-\x7d]+$/.test(text) ? Buffer.from([...Buffer.from(text)].map((it) => it + 1)) : null),
];

/** A text in every way a database may write it. */
export const waysToWrite = (text: string): Buffer[] => ENCODINGS.flatMap((encode) => encode(text) ?? []);
