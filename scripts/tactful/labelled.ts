import {
  CATEGORIES,
  type Category,
  LANGUAGES,
  type Language,
  MOVES,
  type MoveId,
  SCENARIOS,
  type ScenarioId,
  takeMarks,
} from '@/lib/phrasebook';
import { type Row, type RowProblem, readRows } from './rows';

export type Half = 'even' | 'odd' | 'all';
export type Kind = 'taboo' | 'clean' | 'hard-clean';
const KINDS: readonly Kind[] = ['taboo', 'clean', 'hard-clean'];

export interface Draft {
  id: string;
  number: number;
  language: Language;
  customer: string[];
  scenario?: ScenarioId;
  text: string;
  kind: Kind;
  labels: { category: Category; start: number; end: number }[];
  /** Missing where the file does not label moves. */
  moves?: MoveId[];
}

export interface CustomerMessage {
  id: string;
  number: number;
  language: Language;
  text: string;
  scenario: ScenarioId;
}

export interface PairLine {
  file: string;
  number: number;
  offends: boolean;
  /** A category, or for innocent lines the author's kind. */
  category: string;
  text: string;
  spans: { start: number; end: number }[];
}

/** Ids end in a number; its parity says which half a text belongs to. */
export const inHalf = (number: number, half: Half): boolean =>
  half === 'all' || (number % 2 === 0) === (half === 'even');

const numberOf = (id: unknown): number | undefined => {
  const digits = /(\d+)\D*$/.exec(String(id))?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const among = <T extends string>(known: readonly T[], value: unknown): T | undefined =>
  known.find((it) => it === value);

class Wrong extends Error {}

const need = <T>(value: T | undefined, message: string): T => {
  if (value === undefined) throw new Wrong(message);
  return value;
};

const readCustomer = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];
};

const readLabels = (value: unknown, text: string): Draft['labels'] => {
  if (!Array.isArray(value)) throw new Wrong('"labels" is not a list');
  return value.map((label: { category?: unknown; span?: unknown }) => {
    const category = need(
      among(CATEGORIES, label.category),
      `unknown category ${JSON.stringify(label.category)}`,
    );
    const span = need(
      typeof label.span === 'string' && label.span !== '' ? label.span : undefined,
      'a label without a span',
    );
    const start = text.indexOf(span);
    if (start < 0) throw new Wrong(`the span ${JSON.stringify(span)} does not stand in the text`);
    return { category, start, end: start + span.length };
  });
};

const readRow = ({ value }: Row, drafts: Draft[], customers: CustomerMessage[]): void => {
  const number = need(numberOf(value.id), '"id" has no number');
  const id = String(value.id);
  const language = need(among(LANGUAGES, value.lang), `"lang" is one of: ${LANGUAGES.join(', ')}`);
  const text = need(typeof value.text === 'string' ? value.text : undefined, '"text" is missing');
  const scenario = among(SCENARIOS, value.scenario);
  if (value.labels === undefined && value.kind === undefined) {
    customers.push({
      id,
      number,
      language,
      text,
      scenario: need(scenario, `"scenario" is one of: ${SCENARIOS.join(', ')}`),
    });
    return;
  }
  const labels = readLabels(value.labels ?? [], text);
  const moves = Array.isArray(value.moves)
    ? MOVES.filter((it) => (value.moves as unknown[]).includes(it))
    : undefined;
  const kind = among(KINDS, value.kind) ?? (labels.length > 0 ? 'taboo' : 'clean');
  drafts.push({
    id,
    number,
    language,
    customer: readCustomer(value.customer),
    scenario,
    text,
    kind,
    labels,
    moves,
  });
};

/** Reads labelled drafts and customers' messages (one JSON object a line), told apart by whether they have labels. */
export const readLabelled = (
  file: string,
  text: string,
): { drafts: Draft[]; customers: CustomerMessage[]; problems: RowProblem[] } => {
  const { rows, problems } = readRows(file, text);
  const drafts: Draft[] = [];
  const customers: CustomerMessage[] = [];
  for (const row of rows) {
    try {
      readRow(row, drafts, customers);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push({ file: row.file, line: row.line, message: error.message });
    }
  }
  return { drafts, customers, problems };
};

/** Reads contrast pairs: `T|N`, number, category, text, separated by tabs; `[[ ]]` marks the offending words. */
export const readPairs = (file: string, text: string): { lines: PairLine[]; problems: RowProblem[] } => {
  const lines: PairLine[] = [];
  const problems: RowProblem[] = [];
  text.split(/\r?\n/).forEach((source, index) => {
    if (source.trim() === '') return;
    const [side, number, category, ...rest] = source.split('\t');
    if (
      (side !== 'T' && side !== 'N') ||
      number === undefined ||
      !/^\d+$/.test(number) ||
      category === undefined ||
      rest.length === 0
    ) {
      problems.push({
        file,
        line: index + 1,
        message: 'this is not T or N, number, category and text, separated by tabs',
      });
      return;
    }
    lines.push({
      file,
      number: Number(number),
      offends: side === 'T',
      category,
      ...takeMarks(rest.join('\t')),
    });
  });
  return { lines, problems };
};
