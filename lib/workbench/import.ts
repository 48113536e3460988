import {
  type BookProblem,
  type DataPath,
  itemSchemas,
  type LoadOptions,
  loadParts,
  type OwnBook,
  type Part,
  type Place,
  SECTIONS,
  type Section,
} from '@/lib/phrasebook';
import { type Change, compareBooks } from './compare';
import { applyEdit, type Edit, type Item } from './edit';
import { proofOf } from './proof';

/** What was read out of a file, whatever kind it was. */
export interface ReadImport {
  file: string;
  parts: readonly Part[];
  unread: readonly BookProblem[];
}

/** A row that is not taken, with every reason. */
export interface RefusedRow {
  place: Pick<Place, 'file' | 'line' | 'path'>;
  /** `null`: no item could be made out in it. */
  id: string | null;
  reasons: readonly BookProblem[];
}

/** What an import would do. */
export interface ImportPlan {
  /** Takes in everything that is sound, in one step. */
  edit: Edit;
  added: readonly Change[];
  changed: readonly Change[];
  /** Ids that stand in the book just so. */
  same: number;
  refused: readonly RefusedRow[];
  /** Language that the file says it is in, where it is another than the book's. */
  otherLanguage: string | null;
  /** The file itself, where it is YAML: its comments are kept for writing it back. */
  yaml?: string;
}

type Data = Record<string, unknown>;
type Kind = Section | 'lists';

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts whose items others name. */
const REFERRED: ReadonlySet<string> = new Set(['lists', 'variables', 'remedies']);

const HEADER = new Set(['id', 'name', 'language', 'version', 'license', 'extends']);

/** Fields that an item of a part cannot be without, besides its id. */
const requiredIn = (section: Section): string[] => {
  const { shape } = itemSchemas[section] as unknown as {
    shape: Record<string, { safeParse(value: unknown): { success: boolean } }>;
  };
  return Object.keys(shape).filter((key) => key !== 'id' && !shape[key]!.safeParse(undefined).success);
};

const itemsIn = (own: OwnBook, section: Section): readonly Item[] =>
  own[section] as unknown as readonly Item[];

/**
 * Rows as items of this book: a row without an id gets the one of the item with the same text, else a new one; a row
 * about an item that is there may leave out what the item has already.
 */
function fitted(value: Data, own: OwnBook, base: LoadOptions['base']): Data {
  const fit: Data = Object.fromEntries(Object.entries(value).filter(([key]) => !HEADER.has(key)));
  for (const section of SECTIONS) {
    const rows = fit[section];
    if (!Array.isArray(rows)) continue;
    const mine = itemsIn(own, section);
    const byId = new Map(mine.map((it) => [it.id, it]));
    const byText = new Map(
      mine.flatMap((it) => (typeof it.text === 'string' ? [[it.text, it.id]] : [])) as [string, string][],
    );
    const taken = new Set([
      ...byId.keys(),
      ...((base?.book[section] ?? []) as readonly { id: string }[]).map((it) => it.id),
      ...rows.flatMap((it: unknown) => (isObject(it) && typeof it.id === 'string' ? [it.id] : [])),
    ]);
    const required = requiredIn(section);
    let number = 0;
    const named = (row: Data): Data => {
      if (row.id !== undefined || section === 'variables') return row;
      const known = typeof row.text === 'string' ? byText.get(row.text) : undefined;
      if (known !== undefined) return { id: known, ...row };
      let id: string;
      do id = `import/${++number}`;
      while (taken.has(id));
      taken.add(id);
      if (typeof row.text === 'string') byText.set(row.text, id);
      return { id, ...row };
    };
    fit[section] = rows.map((row: unknown) => {
      if (!isObject(row)) return row;
      const item = named(row);
      const before = byId.get(String(item.id));
      if (before === undefined) return item;
      const kept = required.filter((key) => item[key] === undefined && before[key] !== undefined);
      return { ...item, ...Object.fromEntries(kept.map((key) => [key, before[key]])) };
    });
  }
  return fit;
}

/** A file may stand on one line: the id tells its items apart. */
const rowKey = ({ file, line }: Pick<Place, 'file' | 'line'>, id: string | null): string =>
  `${file}:${line}:${id}`;

const partOf = (path: string | undefined): string | undefined => /^[a-z]+/.exec(path ?? '')?.[0];

/** Errors that a proof finds in the items named. */
const wrongItems = (
  problems: readonly BookProblem[],
  taken: ReadonlyMap<string, unknown>,
): Map<string, BookProblem[]> => {
  const wrong = new Map<string, BookProblem[]>();
  for (const problem of problems) {
    if (problem.level !== 'error' || problem.rule === undefined) continue;
    const part = partOf(problem.path);
    const id = problem.rule.replace(/^@/, '');
    const key = [...(part === undefined ? [] : [part]), ...SECTIONS, 'lists']
      .map((it) => `${it}:${id}`)
      .find((it) => taken.has(it));
    if (key !== undefined) wrong.set(key, [...(wrong.get(key) ?? []), problem]);
  }
  return wrong;
};

/**
 * Works out what taking a file into a book would do, changing nothing: sound rows are taken, merged by id, and each row
 * that is not is named with its reasons.
 */
export function planImport(own: OwnBook, base: LoadOptions['base'], read: ReadImport): ImportPlan {
  const values = read.parts.map((it) => (isObject(it.value) ? it.value : {}));
  const header: Part = {
    file: read.file,
    value: Object.fromEntries(
      [...HEADER].flatMap((key) =>
        own[key as keyof OwnBook] === undefined ? [] : [[key, own[key as keyof OwnBook]]],
      ),
    ),
    place: () => ({ file: read.file, line: 1 }),
  };
  const parts = read.parts.map(
    (part): Part => (isObject(part.value) ? { ...part, value: fitted(part.value, own, base) } : part),
  );
  const loaded = loadParts([header, ...parts], {
    ...(base ? { base } : {}),
    lenient: true,
    unread: read.unread,
    fallback: { file: read.file, line: 1 },
  });
  const given = loaded.own;

  const refused = new Map<
    string,
    { place: RefusedRow['place']; id: string | null; reasons: BookProblem[] }
  >();
  const refuse = (place: RefusedRow['place'], id: string | null, reason: BookProblem): void => {
    const row = refused.get(rowKey(place, id)) ?? { place, id, reasons: [] };
    // Two things of one id in a row are said once.
    if (!row.reasons.some((it) => it.message === reason.message)) row.reasons.push(reason);
    refused.set(rowKey(place, id), row);
  };
  // What a row only refers to may stand in the book: that is tried with both together.
  const unfit = loaded.problems.filter(
    (it) => it.level === 'error' && (it.kind !== 'reference' || it.code === 'not-in-base'),
  );
  for (const it of unfit) refuse(it, it.rule ?? null, it);

  const taken = new Map<string, Edit>();
  for (const section of SECTIONS) {
    for (const item of given ? itemsIn(given, section) : []) {
      taken.set(`${section}:${item.id}`, { kind: 'put', section, item });
    }
  }
  for (const [name, items] of Object.entries(given?.lists ?? {})) {
    taken.set(`lists:${name}`, { kind: 'list', name, items });
  }
  const placeOf = (key: string): Place => {
    const at = key.indexOf(':');
    return loaded.locate({ section: key.slice(0, at) as Kind, id: key.slice(at + 1) });
  };
  const switches: Edit[] = given?.off?.length ? [{ kind: 'switch', ids: given.off, on: false }] : [];
  const whole = (): Edit => ({ kind: 'all', edits: [...taken.values(), ...switches] });
  // What others refer to takes them along where it is refused; trying the book is what takes long.
  for (let again = true; again && taken.size > 0; ) {
    again = false;
    const wrong = wrongItems(proofOf(applyEdit(own, whole()), base).problems, taken);
    for (const [key, reasons] of wrong) {
      const place = placeOf(key);
      const at = key.indexOf(':');
      for (const reason of reasons) refuse(place, key.slice(at + 1), reason);
      taken.delete(key);
      again ||= REFERRED.has(key.slice(0, at));
    }
  }

  const changes = compareBooks(own, applyEdit(own, whole())).filter((it) => it.section !== 'book');
  const language = values
    .map((it) => it.language)
    .find((it) => typeof it === 'string' && it !== own.language);
  return {
    edit: whole(),
    added: changes.filter((it) => it.kind === 'added'),
    changed: changes.filter((it) => it.kind !== 'added'),
    same: taken.size - changes.length,
    refused: [...refused.values()].sort((a, b) =>
      a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line,
    ),
    otherLanguage: typeof language === 'string' ? language : null,
  };
}

/** What a plain list of phrases becomes. */
export type PhrasesAs = { kind: 'list'; name: string } | { kind: 'scripts'; scenario: string; move: string };

/** A plain list of phrases as something that can be imported; the line is the row. */
export function readPhrases(
  file: string,
  phrases: readonly string[],
  as: PhrasesAs,
  own: OwnBook,
): ReadImport {
  const place = (path: DataPath): Place => {
    const index = path.find((it) => typeof it === 'number');
    return { file, line: typeof index === 'number' ? index + 1 : 1 };
  };
  const known = as.kind === 'list' && Object.hasOwn(own.lists, as.name) ? own.lists[as.name] : undefined;
  const value =
    as.kind === 'list'
      ? { lists: { [as.name]: [...new Set([...(known ?? []), ...phrases])] } }
      : {
          scripts: phrases.map((text) => ({ scenario: [as.scenario], move: [as.move], text, tone: 'warm' })),
        };
  return { file, parts: [{ file, value, place }], unread: [] };
}
