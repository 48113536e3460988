import type { Book, Script } from '@/lib/phrasebook';

const shares = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a?.some((it) => b?.includes(it)) ?? false;

/** Whether two scripts do the same in the same situation. */
export const isVariant = (a: Script, b: Script): boolean =>
  a.move?.[0] === b.move?.[0] && shares(a.scenario, b.scenario);

/** What a book of another language has for a script: the one of the same id first, then its variants. */
export function counterparts(book: Pick<Book, 'scripts'>, script: Script): Script[] {
  return [
    ...book.scripts.filter((it) => it.id === script.id),
    ...book.scripts.filter((it) => it.id !== script.id && isVariant(it, script)),
  ];
}
