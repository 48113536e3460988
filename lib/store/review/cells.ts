import { CATEGORIES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import {
  type CodeOf,
  type NamesByCode,
  type ScenarioFlags,
  type SentFlag,
  type SentRecord,
  STANDINGS,
  type TallyCell,
} from '@/lib/review';

/**
 * Flags by rule and book, and flags by scenario, as numbers. The two are counted apart, because together they would be a
 * cell for nearly every record of an agent's day, and ten thousand a week of a team.
 */

/** Numbers a cell takes: rule, book, vocabulary, flags, six standings, three ways to send. */
const WIDTH = 13;
const FLAGS = 3;
const FIRST_STANDING = 4;
const FIRST_HOW = 10;
/** In place of a category and severity: the cell counts a scenario. */
const OF_SCENARIO = 1 << 24;
const HOWS = ['confirmed', 'reasoned', 'elsewhere'] as const;

/** A list of cells that grows in place; found again by what it counts. */
export class Cells {
  #data: Uint32Array;
  #length: number;
  readonly #places = new Map<string, number>();

  constructor(data: Uint32Array = new Uint32Array(0)) {
    this.#data = data;
    this.#length = data.length;
    for (let at = 0; at < this.#length; at += WIDTH) {
      this.#places.set(`${data[at]} ${data[at + 1]} ${data[at + 2]}`, at);
    }
  }

  /** Counts a flag of a record, or takes one back from its standing. */
  count(record: SentRecord, flag: SentFlag, codeOf: CodeOf, change: Readonly<Record<string, number>>): void {
    const places = [this.#place(flag, codeOf)];
    if (change.flags !== undefined) places.push(this.#scenarioPlace(record));
    for (const at of places) {
      const add = (offset: number, by: number): void => {
        this.#data[at + offset] = Math.max(0, this.#data[at + offset]! + by);
      };
      for (const [name, by] of Object.entries(change)) {
        if (name === 'flags') add(FLAGS, by);
        const standing = (STANDINGS as readonly string[]).indexOf(name);
        if (standing > 0) add(FIRST_STANDING + standing - 1, by);
        const how = name.startsWith('how:') ? HOWS.findIndex((it) => name === `how:${it}`) : -1;
        if (how >= 0) add(FIRST_HOW + how, by);
      }
    }
  }

  get data(): Uint32Array {
    return this.#data.slice(0, this.#length);
  }

  /** Adds what other cells count, or takes it away. */
  merge(data: Uint32Array, sign: 1 | -1): void {
    for (let from = 0; from < data.length; from += WIDTH) {
      const at = this.#placeOf(data[from]!, data[from + 1]!, data[from + 2]!);
      for (let i = FLAGS; i < WIDTH; i++)
        this.#data[at + i] = Math.max(0, this.#data[at + i]! + sign * data[from + i]!);
    }
  }

  #place(flag: SentFlag, codeOf: CodeOf): number {
    const rule = codeOf('rule', flag.rule);
    const book = flag.book === null ? 0 : codeOf('book', flag.book);
    const words = (CATEGORIES.indexOf(flag.category) << 16) | (SEVERITIES.indexOf(flag.severity) << 8);
    return this.#placeOf(rule, book, words);
  }

  #scenarioPlace({ scenario }: SentRecord): number {
    return this.#placeOf(0, 0, OF_SCENARIO | (scenario === null ? 0 : SCENARIOS.indexOf(scenario) + 1));
  }

  #placeOf(rule: number, book: number, words: number): number {
    const key = `${rule} ${book} ${words}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    if (this.#length + WIDTH > this.#data.length) {
      const wider = new Uint32Array(Math.max(WIDTH * 16, this.#data.length * 2));
      wider.set(this.#data);
      this.#data = wider;
    }
    const at = this.#length;
    this.#data.set([rule, book, words], at);
    this.#length += WIDTH;
    this.#places.set(key, at);
    return at;
  }
}

/** Whether data is whole cells. */
export const isOfCells = (data: unknown): boolean => data instanceof Uint32Array && data.length % WIDTH === 0;

/** Cells in words. */
export function inWords(
  data: Uint32Array,
  names: NamesByCode,
): { cells: TallyCell[]; scenarios: ScenarioFlags[] } {
  const cells: TallyCell[] = [];
  const scenarios: ScenarioFlags[] = [];
  for (let at = 0; at < data.length; at += WIDTH) {
    if (data[at + FLAGS] === 0) continue;
    const words = data[at + 2]!;
    if ((words & OF_SCENARIO) !== 0) {
      scenarios.push({ scenario: SCENARIOS[(words & 0xff) - 1] ?? null, flags: data[at + FLAGS]! });
      continue;
    }
    const cell: TallyCell = {
      rule: names.rule[data[at]!] ?? '',
      category: CATEGORIES[words >>> 16]!,
      severity: SEVERITIES[(words >>> 8) & 0xff]!,
      book: data[at + 1] === 0 ? null : (names.book[data[at + 1]!] ?? null),
      flags: data[at + FLAGS]!,
      standings: {},
      hows: {},
    };
    for (let i = 1; i < STANDINGS.length; i++) {
      const count = data[at + FIRST_STANDING + i - 1]!;
      const standing = STANDINGS[i]!;
      if (count > 0 && standing !== 'open') cell.standings[standing] = count;
    }
    for (const [i, how] of HOWS.entries()) {
      const count = data[at + FIRST_HOW + i]!;
      if (count > 0) cell.hows[how] = count;
    }
    cells.push(cell);
  }
  return { cells, scenarios };
}
