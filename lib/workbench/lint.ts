import { type Book, exampleText, takeMarks } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { compileRules } from '@/lib/rules';
import { alikeTexts } from './alike';
import { PHONE, phoneLines } from './phone';

/** Something to look at that does not stand in the way of publishing. */
export type Remark = { id: string } & (
  | { kind: 'expired'; section: 'taboos' | 'absences'; day: string }
  | { kind: 'dead'; section: 'taboos'; pattern: string }
  | { kind: 'long'; section: 'scripts'; lines: number }
  | { kind: 'alike'; section: 'scripts'; other: string }
  | { kind: 'unused'; section: 'scripts'; days: number }
  | { kind: 'untold'; section: 'scripts'; languages: readonly Language[] }
);

/** What is known of a book besides what stands in it. */
export interface BookLore {
  now: number;
  /** When a script was last used, epoch ms; absent: never. */
  lastUsed: ReadonlyMap<string, number>;
  /** When agents first had a script; absent: not published yet. */
  since: ReadonlyMap<string, number>;
  /** One's own books in other languages, with the ids of their scripts. */
  others: readonly { language: Language; scripts: ReadonlySet<string> }[];
}

const DAY = 86_400_000;
/** A script that nobody reached for in so many days is probably not what agents need. */
const UNUSED_DAYS = 60;

/** Scripts of one's own that lie unused, and those that another language still lacks. */
export function remarksOnScripts(
  ids: readonly string[],
  { now, lastUsed, since, others }: BookLore,
): Remark[] {
  return ids.flatMap((id): Remark[] => {
    const first = since.get(id);
    const days = first === undefined ? 0 : Math.floor((now - Math.max(first, lastUsed.get(id) ?? 0)) / DAY);
    const languages = others.filter((it) => !it.scripts.has(id)).map((it) => it.language);
    return [
      ...(days >= UNUSED_DAYS ? [{ kind: 'unused', section: 'scripts', id, days } as const] : []),
      ...(languages.length > 0 ? [{ kind: 'untold', section: 'scripts', id, languages } as const] : []),
    ];
  });
}

/** Comparing each script with each: more than so many would take too long. */
const MOST_COMPARED = 600;

const deadPatterns = (book: Book): Remark[] => {
  const { matcher } = compileRules(
    book.taboos.map(({ id, flag, ignore }) => ({ id, flag, ignore, quotes: 'flag' as const })),
    book.lists,
  );
  const hit = new Set<string>();
  for (const { examples } of book.taboos) {
    for (const example of examples.flag) {
      const { text } = takeMarks(exampleText(example));
      for (const { id, pattern } of matcher.scan(text, { overlaps: true }).hits) hit.add(`${pattern}:${id}`);
    }
  }
  return book.taboos.flatMap(({ id, flag }) =>
    flag.some((_, index) => hit.has(`${index}:${id}`))
      ? []
      : [{ kind: 'dead', section: 'taboos', id, pattern: flag[0] ?? '' } as const],
  );
};

/** What a trainer should look at in a sound book; `today` is written 2026-12-31. */
export function remarksOn(book: Book, today: string): Remark[] {
  const exampleOf = new Map(book.variables.map((it) => [it.id, it.example]));
  const filled = book.scripts.map(({ id, text }) => ({
    id,
    text,
    shown: text.replace(/\{([a-z][a-zA-Z0-9]*)\}/g, (blank, name: string) => exampleOf.get(name) ?? blank),
  }));
  return [
    ...(['taboos', 'absences'] as const).flatMap((section) =>
      book[section].flatMap(({ id, reviewBy }): Remark[] =>
        reviewBy !== undefined && reviewBy < today ? [{ kind: 'expired', section, id, day: reviewBy }] : [],
      ),
    ),
    ...deadPatterns(book),
    ...filled.flatMap(({ id, shown }): Remark[] => {
      const lines = phoneLines(shown);
      return lines > PHONE.lines ? [{ kind: 'long', section: 'scripts', id, lines }] : [];
    }),
    ...filled.slice(0, MOST_COMPARED).flatMap(({ id, text }, index): Remark[] => {
      const [first] = alikeTexts(text, filled.slice(0, index), 0.85);
      return first ? [{ kind: 'alike', section: 'scripts', id, other: first.item.id }] : [];
    }),
  ];
}
