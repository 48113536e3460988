import { Collector, type Header, isObject } from './collect';
import { type Locate, locator, type Target } from './locate';
import { mergeBooks, type OwnBook, SECTIONS } from './merge';
import { nearest } from './nearest';
import { type Part, type Place, pathText } from './place';
import { type BookProblem, byPlace, hasErrors, type ToldProblem, told } from './problem';
import { referenceProblems } from './references';
import { type Book, bookSchema, type Section } from './schema';
import { shapeProblems } from './shape';

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

const isInherited = (base: Book, section: Target['section'], id: string): boolean => {
  if (section === 'header') return false;
  if (section === 'lists') return Object.hasOwn(base.lists, id);
  return base[section].some((it) => it.id === id);
};

/** What stands in another language than the book because it was inherited and not written anew. */
const untranslated = (base: Book, own: OwnBook, locate: Locate): BookProblem[] => {
  if (base.language === own.language) return [];
  const off = new Set(own.off ?? []);
  const shown = {
    taboos: ['why', 'instead'],
    absences: ['why', 'instead'],
    softenings: ['title'],
    scenarios: ['title', 'steps', 'ask'],
    moves: ['title'],
  } as const;
  return (['taboos', 'absences', 'softenings', 'scenarios', 'moves'] as const).flatMap((section) => {
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
          ...told(missing.length > 1 ? 'untranslated' : 'untranslated-one', 'translate', {
            base: base.id,
            keys: { names: missing },
            language: { word: base.language },
            own: { word: own.language },
            book: own.id,
          }),
        },
      ];
    });
  });
};

/** Complaints about `extends` and `off`. */
const baseProblems = (own: OwnBook, base: Book | undefined, locate: Locate): BookProblem[] => {
  const say = (id: string, value: string | undefined, said: ToldProblem): BookProblem => ({
    ...locate({ section: 'header', id, value }),
    ...(value === undefined ? {} : { rule: value }),
    level: 'error',
    kind: 'reference',
    ...said,
  });
  if (own.extends === undefined) return [];
  if (base === undefined) {
    return [say('extends', undefined, told('base-missing', 'give-base', { id: own.extends }))];
  }
  if (own.extends !== base.id) {
    const values = { id: own.extends, given: base.id };
    return [say('extends', undefined, told('other-base', 'base-id', values))];
  }
  const ids = new Set(SECTIONS.flatMap((it) => base[it].map((item): string => item.id)));
  return (own.off ?? [])
    .filter((it) => !ids.has(it))
    .map((id) => {
      const meant = nearest(id, [...ids]);
      const values = { id, base: base.id, near: meant ?? '' };
      return say('off', id, told('off-unknown', meant === undefined ? 'remove' : 'near', values));
    });
};

export interface LoadPartsOptions extends LoadOptions {
  /** What could not be read at all. */
  unread?: readonly BookProblem[];
  /** Stands for what is nowhere in the parts. */
  fallback: Place;
}

/** The same for parts that were read from something else than YAML or JSON, such as the sheets of a workbook. */
export const loadParts = (parts: readonly Part[], options: LoadPartsOptions): LoadedBook => {
  const { fallback, unread = [] } = options;
  const builds = parts.some((it) => isObject(it.value) && it.value.extends !== undefined);
  const base = builds ? options.base : undefined;

  const collector = new Collector(base?.book, fallback);
  for (const part of parts) collector.addPart(part);
  const header = collector.header(!hasErrors(unread), options.lenient === true ? options.header : {});
  const problems = [...unread, ...collector.problems];
  const inBase = base && ((section: Target['section'], id: string) => isInherited(base.book, section, id));
  const locate = locator(collector.origins, fallback, base?.locate, inBase);
  if (header === undefined) return { problems: problems.sort(byPlace), locate };

  const own = collector.own(header);
  const book = base === undefined ? (own as Book) : mergeBooks(base.book, own);
  problems.push(...baseProblems(own, base?.book, locate));
  if (base !== undefined) problems.push(...untranslated(base.book, own, locate));
  const references = referenceProblems(book, locate);
  problems.push(...references.problems);
  const whole = bookSchema.safeParse(book);
  if (!whole.success && !hasErrors(problems)) {
    // Each item passed by itself, so this is about the whole, such as too many of something.
    const part: Part = {
      file: fallback.file,
      value: book,
      place: (path) => ({ ...fallback, path: pathText(path) }),
    };
    problems.push(...shapeProblems(whole.error, bookSchema, book, part, []));
  }
  problems.sort(byPlace);
  if (!hasErrors(problems) && whole.success) return { book: whole.data, own, problems, locate };
  if (options.lenient !== true) return { problems, locate };
  const sound = <T extends { id: string }>(section: Section, items: readonly T[]): T[] =>
    items.filter((it) => !references.broken.has(`${section}:${it.id}`));
  const { scripts, variables } = book;
  const mended = { ...book, scripts: sound('scripts', scripts), variables: sound('variables', variables) };
  return { book: mended, own, problems, locate };
};
