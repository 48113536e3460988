import { type LoadOptions, type OwnBook, SECTIONS } from '@/lib/phrasebook';
import { remarksOn } from './lint';
import { proofOf } from './proof';

/** How a book stands, as its check pane would say. */
export interface BookHealth {
  /** What stands in the way of publishing. */
  errors: number;
  /** What is worth a look, the next two included; of a book on top of another, only what it wrote itself. */
  warnings: number;
  /** Rules none of whose examples is found by any of their patterns. */
  dead: number;
  /** Rules whose day of review has passed. */
  expired: number;
}

/** Whether a book writes something about an id itself, not only inherits it. */
function writes(own: OwnBook): (id: string) => boolean {
  const ids = new Set([
    ...Object.keys(own.lists),
    ...SECTIONS.flatMap((section) => own[section].map(({ id }) => id)),
  ]);
  return (id) => ids.has(id);
}

/** Tries a whole book and counts what is found; a matter of a second for a big one. `today` is written 2026-12-31. */
export function healthOf(own: OwnBook, base: LoadOptions['base'], today: string): BookHealth {
  const { book, problems } = proofOf(own, base);
  const ours = writes(own);
  const isOurs = (id: string | undefined): boolean =>
    base === undefined || id === undefined || ours(id.replace(/^@/, ''));
  const remarks = book === undefined ? [] : remarksOn(book, today).filter(({ id }) => isOurs(id));
  const warned = problems.filter(({ level, rule }) => level === 'warning' && isOurs(rule));
  const count = (kind: string): number => remarks.filter((it) => it.kind === kind).length;
  return {
    errors: problems.filter(({ level }) => level === 'error').length,
    warnings: warned.length + remarks.length,
    dead: count('dead'),
    expired: count('expired'),
  };
}
