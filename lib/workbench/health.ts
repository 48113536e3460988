import { type LoadOptions, type OwnBook, SECTIONS } from '@/lib/phrasebook';
import { remarksOn } from './lint';
import { proofOf } from './proof';

/** How a book stands, as its check pane would say. */
export interface BookHealth extends Omit<Checkup, 'reviews'> {
  /** Rules whose day of review has passed; they are among what is worth a look. */
  expired: number;
}

/** What of a book's health is the same on every day. */
export interface Checkup {
  /** What stands in the way of publishing. */
  errors: number;
  /** What is worth a look, the next included; of a book on top of another, only what it wrote itself. */
  warnings: number;
  /** Rules none of whose examples is found by any of their patterns. */
  dead: number;
  /** Days of review of its rules, written 2026-12-31. */
  reviews: readonly string[];
}

/** Whether a book writes something about an id itself, not only inherits it. */
function writes(own: OwnBook): (id: string) => boolean {
  const ids = new Set([
    ...Object.keys(own.lists),
    ...SECTIONS.flatMap((section) => own[section].map(({ id }) => id)),
  ]);
  return (id) => ids.has(id);
}

/** A day before every other: nothing is past its review on it. */
const NO_DAY = '';

/** What a look-over found, on a day, written 2026-12-31. */
export function healthOn({ reviews, warnings, ...rest }: Checkup, today: string): BookHealth {
  const expired = reviews.filter((it) => it < today).length;
  return { ...rest, warnings: warnings + expired, expired };
}

/** Tries a whole book and counts what is found; a matter of a second for a big one. */
export function checkUp(own: OwnBook, base: LoadOptions['base']): Checkup {
  const { book, problems } = proofOf(own, base);
  const ours = writes(own);
  const isOurs = (id: string | undefined): boolean =>
    base === undefined || id === undefined || ours(id.replace(/^@/, ''));
  const remarks = book === undefined ? [] : remarksOn(book, NO_DAY).filter(({ id }) => isOurs(id));
  const warned = problems.filter(({ level, rule }) => level === 'warning' && isOurs(rule));
  return {
    errors: problems.filter(({ level }) => level === 'error').length,
    warnings: warned.length + remarks.length,
    dead: remarks.filter((it) => it.kind === 'dead').length,
    reviews: [...(book?.taboos ?? []), ...(book?.absences ?? [])].flatMap(({ id, reviewBy }) =>
      reviewBy !== undefined && isOurs(id) ? [reviewBy] : [],
    ),
  };
}
