import type { Book } from '@/lib/phrasebook/schema';

/** A book on its way to where it runs. */
export interface BookParcel {
  id: string;
  version: number;
  /** Changes whenever `book` does. */
  tag: string;
  book: Book;
}

type Prunable = { source?: string; reviewBy?: string; examples?: unknown };

function pruned<T extends Prunable>(items: readonly T[]): T[] {
  return items.map(({ source: _, reviewBy: __, ...it }) =>
    'examples' in it ? { ...it, examples: { flag: [], pass: [] } } : it,
  ) as T[];
}

/** What runs of a checked book: everything but examples, sources and review dates, which only trainers need. */
export function runtimeBook(book: Book): Book {
  return {
    ...book,
    taboos: pruned(book.taboos),
    absences: pruned(book.absences),
    scenarios: pruned(book.scenarios),
    moves: pruned(book.moves),
    commitments: pruned(book.commitments),
  };
}

/** What a frame needs of a runtime book to mark a draft and read a conversation: no scripts, remedies, steps. */
export function consoleBook(book: Book): Book {
  return {
    ...book,
    scenarios: book.scenarios.map((it) => ({ ...it, steps: [], ask: [], causes: undefined })),
    scripts: [],
    remedies: [],
    variables: [],
  };
}

/** Whether an enabled book of the store stands in for a built-in one: the same book, or one built on it in its language. */
export function replaces(own: Book, builtIn: Book): boolean {
  return own.language === builtIn.language && (own.id === builtIn.id || own.extends === builtIn.id);
}

/** The tag of a runtime book: its version and the start of a SHA-256 over its JSON. */
export async function tagOf(runtime: Book): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(runtime));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `${runtime.version}.${[...hash.subarray(0, 6)].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}
