import { type Book, exampleText, takeMarks } from '@/lib/phrasebook';
import { compileRules } from '@/lib/rules';
import { alikeTexts } from './alike';
import { PHONE, phoneLines } from './phone';

/** Something to look at that does not stand in the way of publishing. */
export type Remark = { id: string } & (
  | { kind: 'expired'; section: 'taboos' | 'absences'; day: string }
  | { kind: 'dead'; section: 'taboos'; pattern: string }
  | { kind: 'long'; section: 'scripts'; lines: number }
  | { kind: 'alike'; section: 'scripts'; other: string }
);

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
