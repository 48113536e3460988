import type { z } from 'zod';
import { type Locate, locator, type Origin } from './locate';
import { isMerged, mergeBooks, type OwnBook, SECTIONS } from './merge';
import { nearest } from './nearest';
import { type BookProblem, byPlace, hasErrors } from './problem';
import { referenceProblems } from './references';
import { type Book, bookSchema, itemSchemas, overrideSchemas, type Section } from './schema';
import { shapeProblems } from './shape';
import { type DataPath, type Part, type Place, readPart, type SourceFile } from './source';

export interface LoadedBook {
  /** The book, with everything it inherits. Missing where there are errors, unless loaded leniently. */
  book?: Book;
  /** What these files write themselves. */
  own?: OwnBook;
  problems: BookProblem[];
  locate: Locate;
}

export interface LoadOptions {
  /** The book that `extends` names. */
  base?: { book: Book; locate?: Locate };
  /** Give the book also when it has errors, without the broken items: for working on it, never for using it. */
  lenient?: boolean;
  /** Stands in for what no file says in the header (lenient only). */
  header?: Partial<Header>;
}

const headerSchema = bookSchema.pick({
  id: true,
  name: true,
  language: true,
  version: true,
  license: true,
  extends: true,
  off: true,
});
export type Header = z.infer<typeof headerSchema>;

const HEADER_KEYS: readonly string[] = Object.keys(headerSchema.shape);
const listSchema = bookSchema.shape.lists;
const TOP_KEYS = [...HEADER_KEYS, 'lists', ...SECTIONS];

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeText = (it: Place): string => `${it.file}:${it.line}`;

/** The file of a book that holds its header: book.yaml, else the first. */
const headerFile = (files: readonly SourceFile[]): SourceFile | undefined =>
  files.find((it) => /(^|[\\/])book\.(ya?ml|json)$/i.test(it.path)) ?? files[0];

/** Looks up who a book is and what it builds on, before it is loaded; silent about mistakes. */
export const headerOf = (files: readonly SourceFile[]): { id?: string; extends?: string } => {
  const file = headerFile(files);
  const value = file && readPart(file).part?.value;
  if (!isObject(value)) return {};
  return {
    ...(typeof value.id === 'string' ? { id: value.id } : {}),
    ...(typeof value.extends === 'string' ? { extends: value.extends } : {}),
  };
};

/** Collects what the files say, section by section, leaving out what is wrong and saying why. */
class Collector {
  readonly problems: BookProblem[] = [];
  readonly origins = new Map<string, Origin[]>();
  readonly lists: Record<string, string[]> = {};
  private readonly headerValue: Record<string, unknown> = {};
  private readonly headerParts = new Map<string, Part>();
  private readonly items = new Map<Section, unknown[]>(SECTIONS.map((it) => [it, []]));

  constructor(
    private readonly options: LoadOptions,
    private readonly fallback: Place,
  ) {}

  private say(place: Place, kind: BookProblem['kind'], message: string, fix: string, rule?: string): void {
    this.problems.push({
      ...place,
      ...(rule === undefined ? {} : { rule }),
      level: 'error',
      kind,
      message,
      fix,
    });
  }

  private addOrigin(key: string, origin: Origin): void {
    const known = this.origins.get(key);
    if (known === undefined) this.origins.set(key, [origin]);
    else known.push(origin);
  }

  addPart(part: Part): void {
    const { value } = part;
    if (value === null || value === undefined) return;
    if (!isObject(value)) {
      this.say(
        part.place([]),
        'shape',
        'A phrasebook file holds keys such as "taboos:" or "scripts:".',
        `start with one of: ${TOP_KEYS.join(', ')}`,
      );
      return;
    }
    for (const [key, content] of Object.entries(value)) {
      const section = SECTIONS.find((it) => it === key);
      if (HEADER_KEYS.includes(key)) this.addHeader(part, key, content);
      else if (key === 'lists') this.addLists(part, content);
      else if (section !== undefined) this.addSection(part, section, content);
      else {
        const meant = nearest(key, TOP_KEYS);
        this.say(
          part.place([key], 'key'),
          'shape',
          `Unknown key "${key}".`,
          meant === undefined ? `known here: ${TOP_KEYS.join(', ')}` : `did you mean "${meant}"?`,
        );
      }
    }
  }

  private addHeader(part: Part, key: string, content: unknown): void {
    const before = this.headerParts.get(key);
    if (before !== undefined) {
      this.say(
        part.place([key], 'key'),
        'duplicate',
        `"${key}" is already written at ${placeText(before.place([key], 'key'))}.`,
        'keep it in book.yaml only',
      );
      return;
    }
    this.headerParts.set(key, part);
    this.headerValue[key] = content;
    this.addOrigin(`header:${key}`, { part, path: [key], value: content });
  }

  private addLists(part: Part, content: unknown): void {
    if (content === null) return;
    if (!isObject(content)) {
      this.say(
        part.place(['lists']),
        'shape',
        '"lists" should hold names with patterns below them.',
        'write "name:" and its items below it, each with "- "',
      );
      return;
    }
    for (const [name, items] of Object.entries(content)) {
      const known = this.origins.get(`lists:${name}`)?.[0];
      if (known !== undefined) {
        this.say(
          part.place(['lists', name], 'key'),
          'duplicate',
          `The list "${name}" is already written at ${placeText(known.part.place(known.path, 'key'))}.`,
          'put all its items in one place, or give this one another name',
          name,
        );
      }
      const parsed = listSchema.safeParse({ [name]: items });
      if (!parsed.success) {
        this.problems.push(
          ...shapeProblems(parsed.error, listSchema, { [name]: items }, part, ['lists'], name),
        );
        continue;
      }
      this.addOrigin(`lists:${name}`, { part, path: ['lists', name], value: items });
      const clean = parsed.data[name] ?? [];
      this.lists[name] = Object.hasOwn(this.lists, name)
        ? [...new Set([...(this.lists[name] ?? []), ...clean])]
        : clean;
    }
  }

  private addSection(part: Part, section: Section, content: unknown): void {
    if (content === null) return;
    if (!Array.isArray(content)) {
      this.say(
        part.place([section]),
        'shape',
        `"${section}" should be a list.`,
        'start each item on its own line with "- id: …"',
      );
      return;
    }
    for (const [index, item] of content.entries()) this.addItem(part, section, item, [section, index]);
  }

  private addItem(part: Part, section: Section, item: unknown, path: DataPath): void {
    const id = isObject(item) && typeof item.id === 'string' ? item.id : undefined;
    const inherits = id !== undefined && this.inherits(section, id);
    const schema = inherits && isMerged(section) ? overrideSchemas[section] : itemSchemas[section];
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      const found = shapeProblems(parsed.error, schema, item, part, path, id);
      const base = this.options.base?.book;
      const incomplete =
        base !== undefined && isMerged(section) && found.some((it) => it.message.endsWith('is missing.'));
      if (incomplete && id !== undefined) {
        const meant = nearest(
          id,
          base[section].map((it) => it.id),
        );
        this.say(
          part.place([...path, 'id']),
          'reference',
          `"${id}" is not in ${base.id}, so there is nothing to build on and it must be complete.`,
          meant === undefined ? 'write all its keys' : `did you mean "${meant}"? Else write all its keys`,
          id,
        );
      }
      this.problems.push(...found);
      return;
    }
    if (id === undefined) return;
    const known = this.origins.get(`${section}:${id}`)?.[0] ?? this.otherRule(section, id);
    if (known !== undefined) {
      this.say(
        part.place([...path, 'id']),
        'duplicate',
        `The id "${id}" is already used at ${placeText(known.part.place([...known.path, 'id']))}.`,
        'give one of them another id, or put both together',
        id,
      );
      return;
    }
    this.addOrigin(`${section}:${id}`, { part, path, value: item });
    this.items.get(section)?.push(parsed.data);
  }

  /** Taboos, absences and commitments are named by their id in flags, so they share one set of ids. */
  private otherRule(section: Section, id: string): Origin | undefined {
    const rules: Section[] = ['taboos', 'absences', 'commitments'];
    if (!rules.includes(section)) return undefined;
    return rules.filter((it) => it !== section).flatMap((it) => this.origins.get(`${it}:${id}`) ?? [])[0];
  }

  private inherits(section: Section, id: string): boolean {
    return isMerged(section) && this.options.base?.book[section].some((it) => it.id === id) === true;
  }

  /** `certain`: every file could be read, so that what is missing is missing. */
  header(certain: boolean): Header | undefined {
    const value =
      this.options.lenient === true ? { ...this.options.header, ...this.headerValue } : this.headerValue;
    const parsed = headerSchema.safeParse(value);
    if (!parsed.success) {
      const part: Part = {
        file: this.fallback.file,
        value,
        place: (path, of, inside) =>
          this.headerParts.get(String(path[0]))?.place(path, of, inside) ?? {
            ...this.fallback,
            path: String(path[0]),
          },
      };
      const found = shapeProblems(parsed.error, headerSchema, value, part, []);
      this.problems.push(...found.filter((it) => certain || !it.message.endsWith('is missing.')));
      return undefined;
    }
    return parsed.data;
  }

  own(header: Header): OwnBook {
    const section = (name: Section): unknown => this.items.get(name);
    return {
      ...header,
      lists: this.lists,
      ...Object.fromEntries(SECTIONS.map((name) => [name, section(name)])),
    } as OwnBook;
  }
}

const isOverrideOf = (base: Book, section: Target, id: string): boolean => {
  if (section === 'header') return false;
  if (section === 'lists') return Object.hasOwn(base.lists, id);
  return base[section].some((it) => it.id === id);
};
type Target = Parameters<Locate>[0]['section'];

/** What stands in another language than the book because it was inherited and not written anew. */
const untranslated = (base: Book, own: OwnBook, locate: Locate): BookProblem[] => {
  if (base.language === own.language) return [];
  const off = new Set(own.off ?? []);
  const shown = {
    taboos: ['why', 'instead'],
    absences: ['why', 'instead'],
    scenarios: ['title', 'steps', 'ask'],
    moves: ['title'],
  } as const;
  return (['taboos', 'absences', 'scenarios', 'moves'] as const).flatMap((section) => {
    const written = new Map<string, object>(own[section].map((it) => [it.id, it]));
    return base[section].flatMap((item): BookProblem[] => {
      if (off.has(item.id)) return [];
      const missing = shown[section].filter((key) => !Object.hasOwn(written.get(item.id) ?? {}, key));
      if (missing.length === 0) return [];
      return [
        {
          ...locate({ section, id: item.id }),
          rule: item.id,
          level: 'warning',
          kind: 'language',
          message: `Inherited from ${base.id}; ${missing.join(', ')} still ${missing.length > 1 ? 'stand' : 'stands'} in ${base.language}.`,
          fix: `write ${missing.join(', ')} in ${own.language} in ${own.id}, or list the id under "off"`,
        },
      ];
    });
  });
};

/**
 * Reads the files of one book, YAML or JSON, into a checked value, and never throws: whatever is wrong comes back as a
 * problem with its file and line. Patterns and examples are tried by `checkBook`.
 */
export const loadBook = (files: readonly SourceFile[], options: LoadOptions = {}): LoadedBook => {
  const first = headerFile(files);
  const fallback: Place = { file: first?.path ?? '(no file)', line: 1 };
  const collector = new Collector(options, fallback);
  const { problems } = collector;
  const base = options.base;
  const locate = locator(
    collector.origins,
    fallback,
    base?.locate,
    base && ((section, id) => isOverrideOf(base.book, section, id)),
  );
  if (files.length === 0) {
    problems.push({
      ...fallback,
      level: 'error',
      kind: 'shape',
      message: 'There is no file to read.',
      fix: 'name a .yaml or .json file, or a folder that holds some',
    });
  }
  const unread: BookProblem[] = [];
  for (const file of files) {
    const read = readPart(file);
    unread.push(...read.problems);
    if (read.part !== undefined) collector.addPart(read.part);
  }
  problems.push(...unread);
  const header = collector.header(files.length > 0 && !hasErrors(unread));
  if (header === undefined) return { problems: problems.sort(byPlace), locate };
  const own = collector.own(header);

  if (own.extends !== undefined && base === undefined) {
    problems.push({
      ...locate({ section: 'header', id: 'extends' }),
      level: 'error',
      kind: 'reference',
      message: `The book "${own.extends}", on which this one builds, was not given.`,
      fix: 'give its folder too, or remove "extends"',
    });
  } else if (own.extends !== undefined && own.extends !== base?.book.id) {
    problems.push({
      ...locate({ section: 'header', id: 'extends' }),
      level: 'error',
      kind: 'reference',
      message: `This book builds on "${own.extends}", but "${base?.book.id}" was given.`,
      fix: 'write the id of the book to build on',
    });
  }
  let book = own.extends !== undefined && base !== undefined ? mergeBooks(base.book, own) : (own as Book);
  if (base !== undefined && own.extends !== undefined) {
    const ids = new Set(SECTIONS.flatMap((it) => base.book[it].map((item): string => item.id)));
    for (const id of own.off ?? []) {
      if (ids.has(id)) continue;
      const meant = nearest(id, [...ids]);
      problems.push({
        ...locate({ section: 'header', id: 'off', value: id }),
        rule: id,
        level: 'error',
        kind: 'reference',
        message: `"off" names "${id}", which is not in ${base.book.id}.`,
        fix: meant === undefined ? 'remove it' : `did you mean "${meant}"?`,
      });
    }
    problems.push(...untranslated(base.book, own, locate));
  }
  const references = referenceProblems(book, locate);
  problems.push(...references.problems);
  const whole = bookSchema.safeParse(book);
  if (!whole.success && !hasErrors(problems)) {
    const part: Part = {
      file: fallback.file,
      value: book,
      place: (path) => ({ ...fallback, path: path.join('.') }),
    };
    problems.push(...shapeProblems(whole.error, bookSchema, book, part, []));
  }
  problems.sort(byPlace);
  if (!hasErrors(problems)) return { book: whole.success ? whole.data : book, own, problems, locate };
  if (options.lenient !== true) return { problems, locate };
  const sound = <T extends { id: string }>(section: Section, items: readonly T[]): T[] =>
    items.filter((it) => !references.broken.has(`${section}:${it.id}`));
  book = { ...book, scripts: sound('scripts', book.scripts), variables: sound('variables', book.variables) };
  return { book, own, problems, locate };
};
