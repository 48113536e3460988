import type { z } from 'zod';
import type { Origin } from './locate';
import { isMerged, MERGED_SECTIONS, type OwnBook, SECTIONS } from './merge';
import { nearest } from './nearest';
import type { DataPath, Part, Place } from './place';
import { type BookProblem, type ToldProblem, told } from './problem';
import { type Book, bookSchema, itemSchemas, overrideSchemas, type Section } from './schema';
import { shapeProblems, unknownKey } from './shape';

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

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const placeText = (it: Place): string => `${it.file}:${it.line}`;

/** Collects what the files say, section by section, leaving out what is wrong and saying why. */
export class Collector {
  readonly problems: BookProblem[] = [];
  readonly origins = new Map<string, Origin[]>();
  readonly lists: Record<string, string[]> = {};
  private readonly headerValue: Record<string, unknown> = {};
  private readonly headerParts = new Map<string, Part>();
  private readonly items = new Map<Section, unknown[]>(SECTIONS.map((it) => [it, []]));

  private readonly inherited = new Set<string>();

  /** `base` is the book to build on, if any; `fallback` stands for what is nowhere in the files. */
  constructor(
    private readonly base: Book | undefined,
    private readonly fallback: Place,
  ) {
    if (base === undefined) return;
    for (const section of MERGED_SECTIONS)
      for (const it of base[section]) this.inherited.add(`${section}:${it.id}`);
  }

  private say(place: Place, kind: BookProblem['kind'], said: ToldProblem, rule?: string): void {
    this.problems.push({ ...place, ...(rule === undefined ? {} : { rule }), level: 'error', kind, ...said });
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
      this.say(part.place([]), 'shape', told('not-keys', 'start-with', { names: { names: TOP_KEYS } }));
      return;
    }
    for (const [key, content] of Object.entries(value)) {
      const section = SECTIONS.find((it) => it === key);
      if (HEADER_KEYS.includes(key)) this.addHeader(part, key, content);
      else if (key === 'lists') this.addLists(part, content);
      else if (section !== undefined) this.addSection(part, section, content);
      else {
        this.say(part.place([key], 'key'), 'shape', unknownKey(key, TOP_KEYS));
      }
    }
  }

  private addHeader(part: Part, key: string, content: unknown): void {
    const before = this.headerParts.get(key);
    if (before !== undefined) {
      const place = placeText(before.place([key], 'key'));
      this.say(part.place([key], 'key'), 'duplicate', told('header-twice', 'keep-in-header', { key, place }));
      return;
    }
    this.headerParts.set(key, part);
    this.headerValue[key] = content;
    this.addOrigin(`header:${key}`, { part, path: [key], value: content });
  }

  private addLists(part: Part, content: unknown): void {
    if (content === null) return;
    if (!isObject(content)) {
      this.say(part.place(['lists']), 'shape', told('lists-shape', 'lists-form', {}));
      return;
    }
    for (const [name, items] of Object.entries(content)) {
      const known = this.origins.get(`lists:${name}`)?.[0];
      if (known !== undefined) {
        const place = placeText(known.part.place(known.path, 'key'));
        const said = told('list-twice', 'one-place', { name, place });
        this.say(part.place(['lists', name], 'key'), 'duplicate', said, name);
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
      this.say(part.place([section]), 'shape', told('section-shape', 'section-form', { section }));
      return;
    }
    for (const [index, item] of content.entries()) this.addItem(part, section, item, [section, index]);
  }

  private addItem(part: Part, section: Section, item: unknown, path: DataPath): void {
    const id = isObject(item) && typeof item.id === 'string' ? item.id : undefined;
    const inherits = id !== undefined && this.inherited.has(`${section}:${id}`);
    const schema = inherits && isMerged(section) ? overrideSchemas[section] : itemSchemas[section];
    const parsed = schema.safeParse(item);
    if (!parsed.success) {
      const found = shapeProblems(parsed.error, schema, item, part, path, id);
      const { base } = this;
      const incomplete = base !== undefined && isMerged(section) && found.some((it) => it.code === 'missing');
      if (incomplete && id !== undefined) {
        const meant = nearest(
          id,
          base[section].map((it) => it.id),
        );
        const values = { id, base: base.id, near: meant ?? '' };
        const mend = meant === undefined ? 'all-keys' : 'near-or-all-keys';
        this.say(part.place([...path, 'id']), 'reference', told('not-in-base', mend, values), id);
      }
      this.problems.push(...found);
      return;
    }
    if (id === undefined) return;
    const known = this.origins.get(`${section}:${id}`)?.[0] ?? this.otherRule(section, id);
    if (known !== undefined) {
      const place = placeText(known.part.place([...known.path, 'id']));
      this.say(part.place([...path, 'id']), 'duplicate', told('id-twice', 'another-id', { id, place }), id);
      return;
    }
    this.addOrigin(`${section}:${id}`, { part, path, value: item });
    this.items.get(section)?.push(parsed.data);
  }

  /** Taboos, absences, softenings and commitments are named by their id alone, so they share one set of ids. */
  private otherRule(section: Section, id: string): Origin | undefined {
    const rules: Section[] = ['taboos', 'absences', 'softenings', 'commitments'];
    if (!rules.includes(section)) return undefined;
    return rules.filter((it) => it !== section).flatMap((it) => this.origins.get(`${it}:${id}`) ?? [])[0];
  }

  /** `certain`: every file could be read, so that what is missing is missing; `assumed` stands in for it. */
  header(certain: boolean, assumed: Partial<Header> = {}): Header | undefined {
    const value = { ...assumed, ...this.headerValue };
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
      this.problems.push(...found.filter((it) => certain || it.code !== 'missing'));
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
