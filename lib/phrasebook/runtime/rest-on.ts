import type { Lists, PatternRule } from '@/lib/rules';
import { MATCHERS, type RuntimeBook } from './book';
import { plan } from './compile';

type Hints = NonNullable<RuntimeBook['hints']>;

/** What a rule finds depends on this alone; its rank only decides between overlapping hits. */
const written = ({ rank: _, ...matching }: PatternRule): string => JSON.stringify(matching);

/** Names of lists that differ, and of those that name one of them. A name that begins like one of them counts, too. */
function changedLists(own: Lists, below: Lists): Set<string> {
  const names = new Set([...Object.keys(own), ...Object.keys(below)]);
  const changed = new Set([...names].filter((it) => JSON.stringify(own[it]) !== JSON.stringify(below[it])));
  for (let before = -1; before < changed.size; ) {
    before = changed.size;
    for (const name of names) {
      if (own[name]?.some((item) => namesOne(item, changed))) changed.add(name);
    }
  }
  return changed;
}

const namesOne = (pattern: string, lists: ReadonlySet<string>): boolean => {
  if (!pattern.includes('@')) return false;
  for (const name of lists) if (pattern.includes(`@${name}`)) return true;
  return false;
};

/**
 * A book with what was worked out and learned for the one below it: hints for the rules that are the same in both, and
 * the words of the same language. It finds what it found without; only the rules of its own must be read in full.
 */
export function restOn(book: RuntimeBook, below: RuntimeBook): RuntimeBook {
  const { words, moveWords } = below;
  const learned = {
    ...(words === undefined ? {} : { words }),
    ...(moveWords === undefined ? {} : { moveWords }),
  };
  const { hints } = below;
  if (hints === undefined) return { ...learned, ...book };
  const own = plan(book);
  const base = plan(below);
  const changed = changedLists(own.lists, base.lists);
  const shared = Object.fromEntries(
    MATCHERS.map((name) => {
      const known = new Map(base.rules[name].map((rule, index) => [rule.id, { rule, index }]));
      const rules = own.rules[name].map((rule) => {
        const it = known.get(rule.id);
        const mine = written(rule);
        if (!it || mine !== written(it.rule) || namesOne(mine, changed)) return null;
        return hints[name].rules[it.index] ?? null;
      });
      return [name, { reach: hints[name].reach, rules }];
    }),
  ) as unknown as Hints;
  return { ...learned, ...book, hints: shared };
}
