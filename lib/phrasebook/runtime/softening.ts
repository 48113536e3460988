import { type Folded, type Range, sentences } from '@/lib/text';
import { type MoveId, SEVERITIES } from '../vocabulary';
import type { RuntimeSoftening } from './book';
import type { CompiledBook } from './compile';
import { movesIn, type TabooHit } from './reading';

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

const reaches = ({ categories, upTo }: RuntimeSoftening, { taboo, severity }: TabooHit): boolean =>
  severity !== 'low' &&
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(upTo) &&
  categories.includes(taboo.category);

/** What a draft says beside the words that hurt, looked up once and only where it is asked for. */
class Beside {
  private moves: ReadonlyMap<MoveId, readonly Range[]> | undefined;
  private patterns: readonly (Range & { id: string })[] | undefined;
  private lines: readonly Range[] | undefined;

  constructor(
    private readonly book: CompiledBook,
    private readonly draft: string,
    private readonly folded: Folded,
    private readonly made: ReadonlySet<MoveId>,
  ) {}

  says({ id, within, moves = [], when }: RuntimeSoftening, hit: Range): boolean {
    if (within === 'draft' && moves.some((it) => this.made.has(it))) return true;
    const places: Range[] = [];
    if (when !== undefined) {
      this.patterns ??= this.book.softenings.scan(this.folded, { overlaps: true }).hits;
      places.push(...this.patterns.filter((it) => it.id === id));
    }
    if (within === 'draft') return places.length > 0;
    this.moves ??= movesIn(this.book, this.folded);
    for (const move of moves) places.push(...(this.moves.get(move) ?? []));
    if (places.length === 0) return false;
    if (within === 'after') return places.some((it) => it.start >= hit.end);
    this.lines ??= sentences(this.draft);
    return this.lines.some((line) => overlap(line, hit) && places.some((it) => overlap(line, it)));
  }
}

/**
 * The hits of a book in a draft, those that the draft itself makes good with severity `low`: they are still shown,
 * quietly. `made` are the moves the draft makes in any language; `by` asks for one softening alone.
 */
export const softened = (
  book: CompiledBook,
  draft: string,
  folded: Folded,
  hits: readonly TabooHit[],
  made: ReadonlySet<MoveId>,
  by: readonly RuntimeSoftening[] = book.book.softenings,
): TabooHit[] => {
  const beside = new Beside(book, draft, folded, made);
  return hits.map((hit) =>
    by.some((it) => reaches(it, hit) && beside.says(it, hit)) ? { ...hit, severity: 'low' } : hit,
  );
};
