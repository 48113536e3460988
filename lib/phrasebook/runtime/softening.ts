import { type Folded, type Range, sentences } from '@/lib/text';
import { type MoveId, SEVERITIES, type Severity } from '../vocabulary';
import type { RuntimeSoftening } from './book';
import type { CompiledBook } from './compile';
import { movesIn, type TabooHit } from './reading';

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;

const reaches = ({ categories }: RuntimeSoftening, { taboo, severity }: TabooHit): boolean =>
  (severity === 'medium' || severity === 'high') && categories.includes(taboo.category);

/** What is left of a severity: nothing loud up to `upTo`, above it words that are underlined but never hold a message. */
const leftOf = (severity: Severity, { upTo }: RuntimeSoftening): Severity =>
  SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(upTo) ? 'low' : 'medium';

const weaker = (a: Severity, b: Severity): Severity =>
  SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;

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

  private placesOf(move: MoveId): readonly Range[] {
    this.moves ??= movesIn(this.book, this.folded);
    return this.moves.get(move) ?? [];
  }

  /** The words that hurt are no move by themselves: "points only, no refund" offers nothing. */
  private standsBeside(move: MoveId, hit: Range): boolean {
    const places = this.placesOf(move);
    return places.length === 0 || places.some((it) => !overlap(it, hit));
  }

  says({ id, within, moves = [], when }: RuntimeSoftening, hit: Range): boolean {
    if (within === 'draft' && moves.some((it) => this.made.has(it) && this.standsBeside(it, hit)))
      return true;
    const places: Range[] = [];
    if (when !== undefined) {
      this.patterns ??= this.book.softenings.scan(this.folded, { overlaps: true }).hits;
      places.push(...this.patterns.filter((it) => it.id === id));
    }
    if (within === 'draft') return places.length > 0;
    for (const move of moves) places.push(...this.placesOf(move));
    if (places.length === 0) return false;
    if (within === 'after') return places.some((it) => it.start >= hit.end);
    this.lines ??= sentences(this.draft);
    return this.lines.some((line) => overlap(line, hit) && places.some((it) => overlap(line, it)));
  }
}

/**
 * The hits of a book in a draft, those that the draft itself makes good with a lower severity: they are still shown,
 * critical ones as they are. `made` are the moves the draft makes in any language; `by` asks for one softening alone.
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
  return hits.map((hit) => {
    let left = hit.severity;
    for (const it of by) {
      if (left === 'low') break;
      if (reaches(it, hit) && beside.says(it, hit)) left = weaker(left, leftOf(hit.severity, it));
    }
    return left === hit.severity ? hit : { ...hit, severity: left };
  });
};
