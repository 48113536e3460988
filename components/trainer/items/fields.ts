import { type Column, columnsOf } from '@/lib/exchange';
import { isAdded, isMerged, type Section } from '@/lib/phrasebook';
import {
  AUTHORITIES,
  CATEGORIES,
  FAULTS,
  MARKETS,
  MOVES,
  REMEDY_KINDS,
  SCENARIOS,
  SEVERITIES,
  SOFTENED_UP_TO,
  SOFTENED_WITHIN,
  TONES,
  VARIABLE_TYPES,
} from '@/lib/phrasebook/vocabulary';
import type { Path } from '@/lib/workbench';

/** The parts of a book that are lists of things with a name. */
export type Part = Section | 'lists';

/** How a field is edited. */
export type Control =
  | 'id'
  | 'line'
  | 'text'
  | 'number'
  | 'switch'
  | 'date'
  | 'patterns'
  | 'lines'
  /** One, or several, of `options`. */
  | 'one'
  | 'many'
  | 'examples';

export interface Field {
  key: string;
  path: Path;
  control: Control;
  required: boolean;
  /** What is written here stands beside the inherited, not in its place. */
  added: boolean;
  options: readonly string[];
}

const PATTERNS = new Set(['flag', 'notAfter', 'notBefore', 'unlessPartOf', 'when', 'unless', 'items']);
const LONG = new Set(['why', 'text']);

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  category: CATEGORIES,
  categories: CATEGORIES,
  severity: [...SEVERITIES].reverse(),
  ignore: ['nothing', 'spaces', 'punctuation'],
  quotes: ['pass', 'flag'],
  onlyIn: SCENARIOS,
  notIn: SCENARIOS,
  scenario: SCENARIOS,
  scenarios: SCENARIOS,
  markets: MARKETS,
  move: MOVES,
  'repeats.move': MOVES,
  lacks: MOVES,
  moves: MOVES,
  upTo: SOFTENED_UP_TO,
  within: SOFTENED_WITHIN,
  tone: TONES,
  fault: FAULTS,
  authority: AUTHORITIES,
  type: VARIABLE_TYPES,
  'commitments.kind': ['dated', 'vague'],
  'remedies.kind': REMEDY_KINDS,
  // Ids of the book: filled in where the form is made.
  remedy: [],
};

const controlOf = ({ key, kind }: Column, options: readonly string[] | undefined): Control => {
  if (key === 'id') return 'id';
  if (key.startsWith('examples.')) return 'examples';
  if (PATTERNS.has(key)) return 'patterns';
  if (options) return kind === 'list' ? 'many' : 'one';
  if (key === 'reviewBy') return 'date';
  if (LONG.has(key)) return 'text';
  if (kind === 'list') return 'lines';
  if (kind === 'number') return 'number';
  return kind === 'boolean' ? 'switch' : 'line';
};

const known = new Map<Part, readonly Field[]>();

const LIST_FIELDS: readonly Field[] = [
  { key: 'id', path: ['id'], control: 'id', required: true, added: false, options: [] },
  { key: 'items', path: ['items'], control: 'patterns', required: true, added: true, options: [] },
];

/** The fields of a part's items, as its table has columns. */
export function fieldsOf(part: Part): readonly Field[] {
  if (part === 'lists') return LIST_FIELDS;
  let fields = known.get(part);
  if (fields === undefined) {
    fields = columnsOf(part).map((column): Field => {
      const options = OPTIONS[`${part}.${column.key}`] ?? OPTIONS[column.key];
      return {
        key: column.key,
        path: column.path,
        control: controlOf(column, options),
        required: column.required,
        added: isMerged(part) && isAdded(column.key),
        options: options ?? [],
      };
    });
    known.set(part, fields);
  }
  return fields;
}
