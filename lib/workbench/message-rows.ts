import { SCENARIOS, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import { type Mapping, rowsOf, type Sheet } from './message-columns';
import type { SavedMessage } from './messages';

export interface TakeOptions {
  /** Takes personal data out of a text. */
  mask: (text: string) => string;
  /** Scenarios by other names than their ids. */
  scenarioNames?: ReadonlyMap<string, ScenarioId>;
  /** Reads only so many messages. */
  most?: number;
}

/** What a sheet comes to. */
export interface Taken {
  messages: SavedMessage[];
  /** Rows without a message in them. */
  empty: number;
}

const scenarioIn = (cell: string, names: TakeOptions['scenarioNames']): ScenarioId | null =>
  SCENARIOS.find((it) => it === cell.toLowerCase()) ?? names?.get(cell) ?? null;

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[ T]*(?:(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** A time as exports write it, epoch ms on the clock of this computer; `null` where it is none. */
export function timeIn(cell: string): number | null {
  const text = cell.trim();
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  const day = DAY.exec(text);
  const [, year, month, date, hours = 0, minutes = 0, seconds = 0] = (day ?? []).map(Number);
  const time =
    day === null
      ? /\d{4}/.test(text)
        ? Date.parse(text)
        : Number.NaN
      : new Date(year!, month! - 1, date, hours || 0, minutes || 0, seconds || 0).getTime();
  return Number.isNaN(time) ? null : time;
}

/** The messages of a sheet, masked before anything else is done with them. */
export function messagesFrom(
  sheet: Sheet,
  { headed, columns, agents, offence, fine }: Mapping,
  { mask, scenarioNames, most = Number.POSITIVE_INFINITY }: TakeOptions,
): Taken {
  const isAgent = new Set(agents);
  const isOffence = new Set(offence);
  const isFine = new Set(fine);
  const messages: SavedMessage[] = [];
  /** Conversations by number: what they are called may be somebody's name. */
  const talks = new Map<string, number>();
  let empty = 0;
  for (const row of rowsOf(sheet, headed)) {
    if (messages.length >= most) break;
    const cell = (column: number | undefined): string =>
      column === undefined ? '' : (row[column] ?? '').trim();
    const text = cell(columns.text);
    if (text === '') {
      empty++;
      continue;
    }
    const verdict = cell(columns.verdict);
    const talk = cell(columns.talk);
    if (talk !== '' && !talks.has(talk)) talks.set(talk, talks.size);
    messages.push({
      text: mask(text),
      who: columns.who === undefined || isAgent.has(cell(columns.who)) ? 'agent' : 'customer',
      at: timeIn(cell(columns.at)),
      verdict: isOffence.has(verdict) ? 'offence' : isFine.has(verdict) ? 'fine' : null,
      scenario: scenarioIn(cell(columns.scenario), scenarioNames),
      ...(talk === '' ? {} : { talk: talks.get(talk) ?? 0 }),
    });
  }
  return { messages, empty };
}
