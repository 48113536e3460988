import { fold } from '@/lib/text';
import { type ListSource, textsOfBranches } from './expand';
import { parseFlawed } from './parse';
import type { Lists, Piece, Sequence } from './pattern';
import { markedText } from './pattern-text';
import { type Flaw, flaw, type RuleFlaw } from './problems';
import { itemsOf } from './shape';
import { SLOT_LISTS } from './slots';
import { isPlain } from './syntax';

/** The lists of a book, parsed once; items with an error are left out and reported. */
export class BookLists implements ListSource {
  readonly problems: RuleFlaw[] = [];
  readonly names: Lists;
  private readonly parsed = new Map<string, Sequence[]>();
  private readonly textsByName = new Map<string, readonly string[] | null>();
  private readonly itemsByName = new Map<string, number>();

  constructor(private readonly lists: Lists) {
    this.names = { ...lists, ...SLOT_LISTS };
  }

  /** Parses every list; a generator, so that the caller may pause. */
  *parse(): Generator<void, void> {
    for (const name of Object.keys(this.lists)) {
      this.parseList(name);
      yield;
    }
    const finished = new Set<string>();
    for (const name of [...this.parsed.keys()]) this.cutCycles(name, new Set(), finished);
  }

  private parseList(name: string): Sequence[] {
    const branches: Sequence[] = [];
    this.names[name]?.forEach((item, index) => {
      branches.push(...this.parseItem(name, item, index));
    });
    this.parsed.set(name, branches);
    return branches;
  }

  private parseItem(list: string, item: string, index: number): readonly Sequence[] {
    if (isPlain(item)) {
      const folded = fold(item);
      if (folded.length > 0) return [[{ kind: 'text', marked: markedText(folded), at: 1 }]];
    }
    const { ast, problems } = parseFlawed(item, this.names);
    this.report(list, index, problems);
    if (problems.some((it) => it.level === 'error')) return [];
    if (ast.alternatives.some((it) => it.parts.length > 1)) {
      this.report(list, index, [flaw('ampersand-inside', 1)]);
      return [];
    }
    return ast.alternatives.map((it) => trimOuter(it.parts[0] ?? []));
  }

  private report(list: string, index: number, problems: readonly Flaw[]): void {
    for (const it of problems) this.problems.push({ rule: list, key: 'list', index, ...it });
  }

  private cutCycles(name: string, open: Set<string>, finished: Set<string>): void {
    if (finished.has(name)) return;
    open.add(name);
    const branches = this.branches(name);
    const sound = branches.filter((branch) => {
      for (const inner of listsIn(branch)) {
        if (open.has(inner)) {
          this.report(name, this.itemNaming(name, inner), [flaw('cyclic-list', 1, inner)]);
          return false;
        }
        this.cutCycles(inner, open, finished);
      }
      return true;
    });
    this.parsed.set(name, sound);
    open.delete(name);
    finished.add(name);
  }

  private itemNaming(name: string, inner: string): number {
    return Math.max(
      0,
      (this.names[name] ?? []).findIndex((item) => item.includes(inner)),
    );
  }

  branches(name: string): readonly Sequence[] {
    // The lists behind {money} and {time} are parsed when first used.
    return this.parsed.get(name) ?? this.parseList(name);
  }

  texts(name: string): readonly string[] | null {
    let texts = this.textsByName.get(name);
    if (texts === undefined) {
      texts = textsOfBranches(this.branches(name), this);
      this.textsByName.set(name, texts);
    }
    return texts;
  }

  items(name: string): number {
    let items = this.itemsByName.get(name);
    if (items === undefined) {
      items = Math.max(0, ...this.branches(name).map((branch) => itemsOf(branch, this)));
      this.itemsByName.set(name, items);
    }
    return items;
  }
}

/** Names of the lists a sequence uses directly. */
export function listsIn(sequence: Sequence): string[] {
  return sequence.flatMap((piece) => {
    if (piece.kind === 'list') return [piece.name];
    return piece.kind === 'group' ? piece.branches.flatMap(listsIn) : [];
  });
}

/**
 * A sequence without what decides nothing at its ends: spaces, punctuation, and gaps that may be empty. `keepGaps` is for
 * exceptions: how far the harmless phrase reaches past its last word decides whether it covers a hit.
 */
export function trimOuter(sequence: Sequence, keepGaps = false): Sequence {
  const idle = (piece: Piece | undefined) =>
    piece?.kind === 'space' ||
    piece?.kind === 'punctuation' ||
    (!keepGaps && piece?.kind === 'gap' && piece.min === 0);
  let from = 0;
  let to = sequence.length;
  while (from < to && idle(sequence[from])) from++;
  while (to > from && idle(sequence[to - 1])) to--;
  return sequence.slice(from, to);
}
