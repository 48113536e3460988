import { type CompiledBook, compileBook, type RuntimeBook } from '@/lib/phrasebook';
import { changedLists, listsNamed } from './changed-lists';

/** What a backtest needs of a book. */
export type Version = Pick<RuntimeBook, 'id' | 'version' | 'language' | 'lists' | 'taboos' | 'commitments'>;

type Rule = Version['taboos'][number];

/** Two versions in three parts: most rules are the same in both and are looked for once. */
export interface Sides {
  both: CompiledBook | null;
  before: CompiledBook | null;
  after: CompiledBook | null;
  /** Promises that are not written the same: a promise is no flag, so the others are not looked for. */
  promises: { before: CompiledBook | null; after: CompiledBook | null };
}

const compiled = (book: Version, taboos: readonly Rule[]): CompiledBook | null =>
  taboos.length === 0
    ? null
    : compileBook({
        ...book,
        taboos,
        absences: [],
        softenings: [],
        scenarios: [],
        moves: [],
        commitments: [],
      });

const compiledPromises = (book: Version | null, commitments: Version['commitments']): CompiledBook | null =>
  book === null || commitments.length === 0
    ? null
    : compileBook({
        ...book,
        commitments,
        taboos: [],
        absences: [],
        softenings: [],
        scenarios: [],
        moves: [],
      });

/** Tells what two versions share from what they do not, and compiles each once. */
export function sidesOf(before: Version | null, after: Version | null): Sides {
  const otherLists = before && after ? changedLists(before.lists, after.lists) : new Set<string>();
  const written = new Map(before?.taboos.map((it) => [it.id, JSON.stringify(matching(it))]));
  const readsAlike = ({ flag, notAfter = [], notBefore = [], unlessPartOf = [] }: Matching): boolean =>
    !listsNamed([...flag, ...notAfter, ...notBefore, ...unlessPartOf]).some((it) => otherLists.has(it));
  const same = new Set(
    after?.taboos
      .filter((it) => written.get(it.id) === JSON.stringify(matching(it)) && readsAlike(it))
      .map((it) => it.id),
  );
  const promised = new Map(before?.commitments.map((it) => [it.id, JSON.stringify(it)]));
  const samePromises = new Set(
    after?.commitments
      .filter((it) => promised.get(it.id) === JSON.stringify(it) && readsAlike(it))
      .map((it) => it.id),
  );
  const otherPromises = (book: Version | null): CompiledBook | null =>
    compiledPromises(book, book?.commitments.filter((it) => !samePromises.has(it.id)) ?? []);
  const others = (book: Version | null): CompiledBook | null =>
    book &&
    compiled(
      book,
      book.taboos.filter((it) => !same.has(it.id)),
    );
  return {
    both:
      after &&
      compiled(
        after,
        after.taboos.filter((it) => same.has(it.id)),
      ),
    before: others(before),
    after: others(after),
    promises: { before: otherPromises(before), after: otherPromises(after) },
  };
}

/** The patterns of a rule. */
type Matching = Pick<Rule, 'flag' | 'notAfter' | 'notBefore' | 'unlessPartOf'>;

/** What decides whether and how hard a rule hits. */
const matching = ({ id, severity, flag, notAfter, notBefore, unlessPartOf, ...rest }: Rule): unknown[] => {
  const { ignore, quotes, onlyIn, notIn, markets } = rest;
  return [id, severity, flag, notAfter, notBefore, unlessPartOf, ignore, quotes, onlyIn, notIn, markets];
};
