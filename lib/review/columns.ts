import {
  CATEGORIES,
  LANGUAGES,
  type Language,
  MOVES,
  SCENARIOS,
  type ScenarioId,
  SEVERITIES,
} from '@/lib/phrasebook/vocabulary';
import { gravest } from './fits';
import { SENT_HOWS, type SentRecord, STANDINGS, type Standing } from './record';

/** Records of one segment. */
export const SEGMENT = 4096;
/** Flags of different rules that are found by their rule; the gravest come first. */
export const RULES_A_ROW = 4;

/** Kinds of names that stand in columns as numbers; 0 is no name. */
export const NAME_KINDS = ['rule', 'agent', 'site', 'book'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
export type CodeOf = (kind: NameKind, name: string) => number;

/** Risks are whole numbers from 0 to this. */
export const MOST_RISK = 1000;

/** One array per property, one place per record (four for rules and books). 33 bytes a record. */
export interface Columns {
  /** Seconds since 1970. */
  at: Uint32Array;
  risk: Uint16Array;
  severity: Uint8Array;
  rules: Uint16Array;
  books: Uint16Array;
  /** Bits of the categories and moves, by their place in the vocabulary. */
  categories: Uint16Array;
  moves: Uint16Array;
  /** Place in the vocabulary plus one; 0: none. */
  scenario: Uint8Array;
  language: Uint8Array;
  agent: Uint16Array;
  site: Uint16Array;
  how: Uint8Array;
  standing: Uint8Array;
  marks: Uint8Array;
  /** A hash; 0: none. */
  conversation: Uint32Array;
}

/** Bits of `marks`. */
export const BY_RULE = 1;
export const BY_MODEL = 2;
/** Sent in this browser. */
export const OWN = 4;
export const ALIVE = 128;

export function newColumns(capacity: number): Columns {
  return {
    at: new Uint32Array(capacity),
    risk: new Uint16Array(capacity),
    severity: new Uint8Array(capacity),
    rules: new Uint16Array(capacity * RULES_A_ROW),
    books: new Uint16Array(capacity),
    categories: new Uint16Array(capacity),
    moves: new Uint16Array(capacity),
    scenario: new Uint8Array(capacity),
    language: new Uint8Array(capacity),
    agent: new Uint16Array(capacity),
    site: new Uint16Array(capacity),
    how: new Uint8Array(capacity),
    standing: new Uint8Array(capacity),
    marks: new Uint8Array(capacity),
    conversation: new Uint32Array(capacity),
  };
}

/** The same rows with room for more: small logs stay small on disk. */
export function grown(columns: Columns, capacity: number): Columns {
  const wider = newColumns(capacity);
  for (const name of Object.keys(wider) as (keyof Columns)[]) wider[name].set(columns[name]);
  return wider;
}

const placeOf = <T>(vocabulary: readonly T[], it: T | null): number =>
  it === null ? 0 : vocabulary.indexOf(it) + 1;
/** What the codes of `language` mean. */
export const LANGUAGE_NAMES = ['', ...LANGUAGES] as const;
export const scenarioCode = (it: ScenarioId | null): number => placeOf(SCENARIOS, it);
export const languageCode = (it: Language | null): number => placeOf(LANGUAGES, it);
export const standingCode = (it: Standing): number => STANDINGS.indexOf(it);

export function bitsOf<T>(vocabulary: readonly T[], has: readonly T[]): number {
  return has.reduce((bits, it) => {
    const place = vocabulary.indexOf(it);
    return place === -1 ? bits : bits | (1 << place);
  }, 0);
}

/** FNV-1a; never 0. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}

/** The rules of a record that its columns hold, gravest first. */
export function rulesOf(record: Pick<SentRecord, 'flags'>): string[] {
  const byGravity = record.flags.toSorted(
    (a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || a.start - b.start,
  );
  return [...new Set(byGravity.map((it) => it.rule))].slice(0, RULES_A_ROW);
}

/**
 * Where an open record stands in the queue by risk: lowest first, the riskiest and of these the newest. Together with
 * its row it is a key of the store, so that the first page is read without the columns.
 */
export function queuePlace({ risk, sentAt }: Pick<SentRecord, 'risk' | 'sentAt'>): number {
  const seconds = Math.min(Math.max(0, Math.floor(sentAt / 1000)), 0xffff_ffff);
  return (MOST_RISK - risk) * 0x1_0000_0000 + (0xffff_ffff - seconds);
}

/** Writes a record's row. */
export function writeRow(columns: Columns, row: number, record: SentRecord, codeOf: CodeOf): void {
  const { flags } = record;
  columns.at[row] = Math.floor(record.sentAt / 1000);
  columns.risk[row] = record.risk;
  columns.severity[row] = SEVERITIES.indexOf(gravest(flags));
  const rules = rulesOf(record);
  for (const [at, rule] of rules.entries()) columns.rules[row * RULES_A_ROW + at] = codeOf('rule', rule);
  const book = flags.find((it) => it.rule === rules[0])?.book ?? null;
  columns.books[row] = book === null ? 0 : codeOf('book', book);
  columns.categories[row] = bitsOf(
    CATEGORIES,
    flags.map((it) => it.category),
  );
  columns.moves[row] = bitsOf(MOVES, record.moves);
  columns.scenario[row] = scenarioCode(record.scenario);
  columns.language[row] = languageCode(record.language);
  columns.agent[row] = codeOf('agent', record.agent);
  columns.site[row] = record.site === null ? 0 : codeOf('site', record.site);
  columns.how[row] = SENT_HOWS.indexOf(record.how);
  columns.standing[row] = standingCode(record.standing);
  columns.marks[row] =
    ALIVE |
    (flags.some((it) => it.by === 'rule') ? BY_RULE : 0) |
    (flags.some((it) => it.by === 'model') ? BY_MODEL : 0) |
    (record.origin === 'own' ? OWN : 0);
  columns.conversation[row] = record.conversation === null ? 0 : hashOf(record.conversation);
}

/** Whether every column is there with room for the same rows. */
export function areWhole(columns: Columns, count: number): boolean {
  const room = columns?.at?.length ?? -1;
  if (room < 0 || room > SEGMENT || count > room || count < 0) return false;
  return (Object.keys(ONE_ROW) as (keyof Columns)[]).every(
    (name) =>
      columns[name]?.constructor === ONE_ROW[name].constructor &&
      columns[name].length === ONE_ROW[name].length * room,
  );
}

/** What kinds of columns there are, and how wide each is. */
const ONE_ROW = newColumns(1);

/** A sum over all columns (FNV-1a over words of four bytes): another one means that something was changed on disk. */
export function sumOf(columns: Columns): number {
  let sum = 0x811c9dc5;
  for (const name of (Object.keys(columns) as (keyof Columns)[]).sort()) {
    const { buffer, byteOffset, byteLength } = columns[name];
    // Rooms are multiples of four rows, and a column taken from the database has a buffer of its own.
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const whole = byteLength >>> 2;
    const words =
      byteOffset % 4 === 0
        ? new Uint32Array(buffer, byteOffset, whole)
        : new Uint32Array(bytes.slice().buffer, 0, whole);
    for (let at = 0; at < words.length; at++) sum = Math.imul(sum ^ words[at]!, 0x01000193);
    for (let at = whole * 4; at < byteLength; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  }
  return sum >>> 0;
}
