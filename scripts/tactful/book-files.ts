import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type Book,
  type BookProblem,
  headerOf,
  type LoadedBook,
  type LoadOptions,
  loadBook,
  type SourceFile,
} from '@/lib/phrasebook';
import { UsageError } from './arguments';

const BUILT_IN_FOLDER = fileURLToPath(new URL('../../phrasebooks', import.meta.url));
/** A book comes after the one it builds on. */
const BUILT_IN = ['zh-Hans', 'zh-Hant', 'en'] as const;

const builtInPath = (language: string): string => {
  const relative = path.relative(process.cwd(), path.join(BUILT_IN_FOLDER, language));
  return relative.startsWith('..') ? path.join(BUILT_IN_FOLDER, language) : relative;
};

export const builtInPaths = (): string[] => BUILT_IN.map(builtInPath).filter((it) => existsSync(it));

const BOOK_FILE = /\.(ya?ml|json)$/i;
const HEADER_FILE = /^book\.(ya?ml|json)$/i;

const hasHeader = (folder: string): boolean => readdirSync(folder).some((it) => HEADER_FILE.test(it));

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((it) => BOOK_FILE.test(it))
    .sort()
    .map((it) => path.join(folder, it));

/** The books that a path names: a file, a folder with its parts, or a folder of such folders. */
const expand = (given: string): string[] => {
  if (!existsSync(given)) throw new UsageError(`There is no file or folder ${given}`);
  if (!statSync(given).isDirectory() || hasHeader(given)) return [given];
  const inner = readdirSync(given, { withFileTypes: true })
    .filter((it) => it.isDirectory() && hasHeader(path.join(given, it.name)))
    .map((it) => path.join(given, it.name));
  return inner.length > 0 ? inner : [given];
};

const readFiles = (at: string): SourceFile[] =>
  (statSync(at).isDirectory() ? filesBelow(at) : [at]).map((it) => ({
    path: it,
    text: readFileSync(it, 'utf8'),
  }));

/** What to assume of a built-in book that is not finished yet and has no header. */
const assumedHeader = (at: string): LoadOptions['header'] => {
  const language = BUILT_IN.find((it) => path.resolve(at) === path.resolve(builtInPath(it)));
  if (language === undefined) return undefined;
  return {
    id: `builtin-${language.toLowerCase()}`,
    name: language,
    language,
    version: 1,
    license: 'Apache-2.0',
  };
};

export interface OpenedBook extends LoadedBook {
  path: string;
}

/** Opens books by path, each on top of the one it builds on: one of those given before it, else a built-in one. */
export class BookOpener {
  private readonly opened = new Map<string, OpenedBook>();

  constructor(private readonly lenient: boolean) {}

  open(paths: readonly string[]): OpenedBook[] {
    const wanted = paths.flatMap(expand).map((at) => ({ at, files: readFiles(at) }));
    const idOf = new Map(wanted.map((it) => [headerOf(it.files).id ?? it.at, it]));
    return wanted.map((it) => this.openOne(it.at, it.files, idOf, []));
  }

  /** A built-in book by its id, for one that builds on it. */
  base(id: string): LoadOptions['base'] {
    const source = this.builtIn(id);
    const opened = source && this.openOne(source.at, source.files, new Map(), [id]);
    return opened?.book && { book: opened.book, locate: opened.locate };
  }

  private openOne(
    at: string,
    files: readonly SourceFile[],
    given: ReadonlyMap<string, { at: string; files: readonly SourceFile[] }>,
    below: readonly string[],
  ): OpenedBook {
    const known = this.opened.get(path.resolve(at));
    if (known !== undefined) return known;
    const baseId = headerOf(files).extends;
    let base: { book: Book; locate: LoadedBook['locate'] } | undefined;
    if (baseId !== undefined && !below.includes(baseId)) {
      const source = given.get(baseId) ?? this.builtIn(baseId);
      const opened = source && this.openOne(source.at, source.files, given, [...below, baseId]);
      if (opened?.book !== undefined) base = { book: opened.book, locate: opened.locate };
    }
    const loaded = loadBook(files, { base, lenient: this.lenient, header: assumedHeader(at) });
    const book = { ...loaded, path: at };
    this.opened.set(path.resolve(at), book);
    return book;
  }

  private builtIn(id: string): { at: string; files: readonly SourceFile[] } | undefined {
    for (const at of builtInPaths()) {
      const files = readFiles(at);
      if ((headerOf(files).id ?? assumedHeader(at)?.id) === id) return { at, files };
    }
    return undefined;
  }
}

/** Keeps each problem once: a book that builds on another has the other's problems too. */
export const distinct = (problems: readonly BookProblem[]): BookProblem[] => [
  ...new Map(problems.map((it) => [`${it.file}:${it.line}:${it.column ?? 0}:${it.message}`, it])).values(),
];
