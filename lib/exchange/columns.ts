import { z } from 'zod';
import { itemSchemas, type Section } from '@/lib/phrasebook';

/** How the text of a cell becomes a value. */
export type ColumnKind = 'text' | 'number' | 'boolean' | 'list' | 'json';

export interface Column {
  /** Path into the item, joined by dots: `examples.flag`. */
  key: string;
  path: readonly string[];
  kind: ColumnKind;
  required: boolean;
}

interface Json {
  type?: string | string[];
  anyOf?: Json[];
  properties?: Record<string, Json>;
  required?: string[];
}

const kindOf = ({ type, anyOf }: Json): ColumnKind => {
  const types = [type ?? anyOf?.map((it) => it.type) ?? []].flat(2);
  if (types.includes('array')) return 'list';
  if (types.includes('number') || types.includes('integer')) return 'number';
  if (types.includes('boolean')) return 'boolean';
  return types.includes('object') ? 'json' : 'text';
};

const columnsBelow = (schema: Json, path: readonly string[], required: boolean): Column[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, below]) => {
    const at = [...path, name];
    const needed = required && (schema.required ?? []).includes(name);
    return below.properties === undefined
      ? [{ key: at.join('.'), path: at, kind: kindOf(below), required: needed }]
      : columnsBelow(below, at, needed);
  });

const known = new Map<Section, readonly Column[]>();

/** The columns of a section's table, in the order of its schema: what can be written in a book can stand in a table. */
export function columnsOf(section: Section): readonly Column[] {
  let columns = known.get(section);
  if (columns === undefined) {
    columns = columnsBelow(z.toJSONSchema(itemSchemas[section], { io: 'input' }) as Json, [], true);
    known.set(section, columns);
  }
  return columns;
}
