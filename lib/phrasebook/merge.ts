import type { Book, Example, MergedSection, Override, Section } from './schema';

/** A book as written on top of another: complete items, and overrides of inherited ones. */
export interface OwnBook extends Omit<Book, MergedSection> {
  taboos: Override<'taboos'>[];
  absences: Override<'absences'>[];
  softenings: Override<'softenings'>[];
  scenarios: Override<'scenarios'>[];
  moves: Override<'moves'>[];
  commitments: Override<'commitments'>[];
}

/** Keys whose items are added to the inherited ones; every other key replaces. */
const ADDED: ReadonlySet<string> = new Set([
  'flag',
  'when',
  'unless',
  'notAfter',
  'notBefore',
  'unlessPartOf',
  'cues',
]);

/** Whether what an override writes at a key (`flag`, `examples.pass` …) stands beside the inherited, not in its place. */
export const isAdded = (key: string): boolean => ADDED.has(key) || key.startsWith('examples.');

const union = (below: readonly unknown[], above: readonly unknown[]): unknown[] => {
  const items = new Map<string, unknown>();
  for (const it of [...below, ...above]) {
    const key = JSON.stringify(it);
    if (!items.has(key)) items.set(key, it);
  }
  return [...items.values()];
};

interface Examples {
  flag?: readonly Example[];
  pass?: readonly Example[];
}

const addExamples = (below: Examples | undefined, above: Examples | undefined): Examples => ({
  flag: union(below?.flag ?? [], above?.flag ?? []) as Example[],
  pass: union(below?.pass ?? [], above?.pass ?? []) as Example[],
});

/** An inherited item with what is written over it. */
export const mergeItem = <T extends object>(below: T, above: Partial<T>): T => {
  const merged = { ...below } as Record<string, unknown>;
  for (const [key, value] of Object.entries(above)) {
    if (value === undefined) continue;
    const inherited = merged[key];
    if (key === 'examples') merged[key] = addExamples(inherited as Examples | undefined, value as Examples);
    else if (ADDED.has(key) && Array.isArray(inherited) && Array.isArray(value))
      merged[key] = union(inherited, value);
    else merged[key] = value;
  }
  return merged as T;
};

/** `above` must be complete wherever its id is not in `below`; the loader sees to that. */
const mergeItems = <T extends { id: string }>(
  below: readonly T[],
  above: readonly (Partial<T> & { id: string })[],
  off: ReadonlySet<string>,
): T[] => {
  const items = new Map<string, T>();
  for (const it of below) if (!off.has(it.id)) items.set(it.id, it);
  for (const it of above) {
    const inherited = items.get(it.id);
    items.set(it.id, inherited === undefined ? (it as T) : mergeItem(inherited, it as Partial<T>));
  }
  return [...items.values()];
};

/** Items that are taken over whole: one with the same id replaces the inherited one. */
const replaceItems = <T extends { id: string }>(
  below: readonly T[],
  above: readonly T[],
  off: ReadonlySet<string>,
): T[] => {
  const items = new Map<string, T>();
  for (const it of [...below.filter((one) => !off.has(one.id)), ...above]) items.set(it.id, it);
  return [...items.values()];
};

export const MERGED_SECTIONS = [
  'taboos',
  'absences',
  'softenings',
  'scenarios',
  'moves',
  'commitments',
] as const;
export const SECTIONS = [
  ...MERGED_SECTIONS,
  'scripts',
  'remedies',
  'variables',
] as const satisfies readonly Section[];
export const isMerged = (section: Section): section is MergedSection =>
  (MERGED_SECTIONS as readonly Section[]).includes(section);

/**
 * The book that results from writing `own` on top of `base`: lists are united by name; taboos, absences,
 * softenings, scenarios, moves and commitments are merged by id (patterns and examples added, words replaced); ids in `off` are dropped.
 * Scripts, remedies and variables are inherited only within one language. Neither argument is changed.
 */
export const mergeBooks = (base: Book, own: OwnBook): Book => {
  const off = new Set(own.off ?? []);
  const sameLanguage = base.language === own.language;
  const lists: Record<string, string[]> = { ...base.lists };
  for (const [name, items] of Object.entries(own.lists)) {
    const inherited = Object.hasOwn(base.lists, name) ? (base.lists[name] ?? []) : [];
    lists[name] = [...new Set([...inherited, ...items])];
  }
  return {
    ...own,
    lists,
    taboos: mergeItems(base.taboos, own.taboos as (Partial<Book['taboos'][number]> & { id: string })[], off),
    absences: mergeItems(
      base.absences,
      own.absences as (Partial<Book['absences'][number]> & { id: string })[],
      off,
    ),
    softenings: mergeItems(
      base.softenings,
      own.softenings as (Partial<Book['softenings'][number]> & { id: string })[],
      off,
    ),
    scenarios: mergeItems(
      base.scenarios,
      own.scenarios as (Partial<Book['scenarios'][number]> & { id: Book['scenarios'][number]['id'] })[],
      off,
    ),
    moves: mergeItems(
      base.moves,
      own.moves as (Partial<Book['moves'][number]> & { id: Book['moves'][number]['id'] })[],
      off,
    ),
    commitments: mergeItems(
      base.commitments,
      own.commitments as (Partial<Book['commitments'][number]> & { id: string })[],
      off,
    ),
    scripts: replaceItems(sameLanguage ? base.scripts : [], own.scripts, off),
    remedies: replaceItems(sameLanguage ? base.remedies : [], own.remedies, off),
    variables: replaceItems(sameLanguage ? base.variables : [], own.variables, off),
  };
};
