import { Folder } from '@/lib/text';
import { type BookLists, listsIn, trimOuter } from './book-lists';
import { type Anchor, bestAnchor, literalsOf, loneCharacter } from './expand';
import type { Literal } from './marked';
import { toLiteral } from './marked';
import { parseFlawed } from './parse';
import type { Pattern, Piece, Sequence } from './pattern';
import { markedText } from './pattern-text';
import { type Flaw, flaw } from './problems';
import { isPlain } from './syntax';

/** A sequence with at most this many wordings goes into the automaton whole and needs no verification. */
const MAX_WHOLE = 12;
/** Patterns of which no word is certain are split into at most this many that have one: (a…b|c…d). */
const MAX_SPLITS = 512;

/** What a flag pattern comes to: fixed words, or sequences to verify where their anchor is found. */
export interface Finding {
  readonly literals: readonly Literal[];
  readonly anchored: readonly {
    readonly sequence: Sequence;
    readonly anchor: Anchor;
    /** The other halves of `a & b`. */
    readonly others: readonly Sequence[];
  }[];
  readonly problems: readonly Flaw[];
}

const folder = new Folder();
const NOTHING: Finding = { literals: [], anchored: [], problems: [] };

/** Reads a flag pattern. */
export function analyseFlag(source: string, lists: BookLists): Finding {
  if (isPlain(source)) {
    const folded = folder.fold(source);
    if (folded.length === 0) {
      const code = source.trim() === '' ? 'empty-pattern' : 'no-fixed-word';
      return { ...NOTHING, problems: [flaw(code, 1)] };
    }
    const literal = toLiteral(markedText(folded))!;
    return { ...NOTHING, literals: [literal], problems: warnShort(literal.units) };
  }
  const { ast, problems: told } = parseFlawed(source, lists.names);
  const problems = [...told];
  if (problems.length === 0) problems.push(...emptyLists(ast, lists));
  if (problems.some((it) => it.level === 'error')) return { ...NOTHING, problems };
  const literals: Literal[] = [];
  const anchored: Finding['anchored'][number][] = [];
  const found: Flaw[] = [...problems];
  for (const { parts } of ast.alternatives) {
    const sequences = parts.map((it) => trimOuter(it));
    const [only] = sequences;
    const whole = sequences.length === 1 && only ? literalsOf(only, lists, MAX_WHOLE) : null;
    if (whole && whole.length > 0) {
      literals.push(...whole);
      found.push(...whole.flatMap((it) => warnShort(it.units)).slice(0, 1));
      continue;
    }
    const chosen = sequences.length === 1 && only ? anchorOne(only, lists) : anchorHalves(sequences, lists);
    if (chosen) anchored.push(...chosen);
    else found.push(flaw('no-fixed-word', only?.[0]?.at ?? 1));
    const risky = chosen?.find(
      (it) => it.others.length === 0 && !it.sequence.some((piece) => piece.kind === 'slot'),
    );
    const lone = risky && loneCharacter(risky.anchor);
    if (lone !== undefined) found.push(...warnShort(lone));
  }
  return { literals, anchored, problems: found };
}

function warnShort(units: string): Flaw[] {
  return units.length === 1 && units > '\u007f' ? [flaw('single-character', 1, units)] : [];
}

function anchorOne(sequence: Sequence, lists: BookLists): Finding['anchored'][number][] | null | undefined {
  const split = anchorsOf(sequence, lists, MAX_SPLITS);
  return split?.map((it) => ({ ...it, others: [] }));
}

/** For `a & b` the most telling half is looked for, the others are then sought in its sentence. */
function anchorHalves(halves: readonly Sequence[], lists: BookLists): Finding['anchored'][number][] | null {
  let best: { anchors: { sequence: Sequence; anchor: Anchor }[]; half: number; score: number } | null = null;
  halves.forEach((half, index) => {
    const anchors = isNullable(half, lists) ? null : anchorsOf(half, lists, MAX_SPLITS);
    if (!anchors) return;
    const score = Math.min(...anchors.map((it) => it.anchor.score));
    if (!best || score > best.score) best = { anchors, half: index, score };
  });
  if (!best || halves.some((half) => isNullable(half, lists))) return null;
  const { anchors, half } = best as { anchors: { sequence: Sequence; anchor: Anchor }[]; half: number };
  return anchors.map((it) => ({ ...it, others: halves.filter((_, index) => index !== half) }));
}

/** The anchors of a sequence; where none is certain, of the sequences its alternatives spell out, at most `limit`. */
function anchorsOf(
  sequence: Sequence,
  lists: BookLists,
  limit: number,
): { sequence: Sequence; anchor: Anchor }[] | null {
  const trimmed = trimOuter(sequence);
  const anchor = bestAnchor(trimmed, lists);
  if (anchor) return [{ sequence: trimmed, anchor }];
  const at = trimmed.findIndex((piece) => piece.kind === 'group' || piece.kind === 'list');
  const piece = trimmed[at];
  if (!piece) return null;
  const branches = branchesOf(piece, lists);
  if (branches.length > limit) return null;
  const all: { sequence: Sequence; anchor: Anchor }[] = [];
  for (const branch of branches) {
    const spelled = [...trimmed.slice(0, at), ...branch, ...trimmed.slice(at + 1)];
    const found = anchorsOf(spelled, lists, Math.floor(limit / branches.length));
    if (!found) return null;
    all.push(...found);
  }
  return all;
}

function branchesOf(piece: Piece, lists: BookLists): readonly Sequence[] {
  if (piece.kind === 'list') return lists.branches(piece.name);
  if (piece.kind !== 'group') return [[piece]];
  return piece.optional ? [...piece.branches, []] : piece.branches;
}

/** Reads a pattern of `not after`, `not before` or `unless part of`. */
export function analyseException(
  source: string,
  lists: BookLists,
): { sequences: readonly Sequence[]; problems: readonly Flaw[] } {
  const { ast, problems } = parseFlawed(source, lists.names);
  const found = problems.length > 0 ? [...problems] : emptyLists(ast, lists);
  const sequences: Sequence[] = [];
  for (const { parts } of ast.alternatives) {
    const sequence = trimOuter(parts[0] ?? [], true);
    if (parts.length > 1) found.push(flaw('ampersand-in-exception', parts[1]?.[0]?.at ?? 1));
    else if (found.length === 0 && isNullable(sequence, lists)) found.push(flaw('matches-nothing', 1));
    sequences.push(sequence);
  }
  return { sequences, problems: found };
}

/** A list all of whose items have a mistake can match nothing. */
function emptyLists({ alternatives }: Pattern, lists: BookLists): Flaw[] {
  const used = alternatives.flatMap(({ parts }) => parts.flatMap(listsIn));
  return used.filter((name) => lists.branches(name).length === 0).map((name) => flaw('empty-list', 1, name));
}

/** Whether a sequence may match without covering anything. */
function isNullable(sequence: Sequence, lists: BookLists): boolean {
  return sequence.every((piece) => {
    if (piece.kind === 'gap') return piece.min === 0;
    if (piece.kind === 'group') return piece.optional || piece.branches.some((it) => isNullable(it, lists));
    if (piece.kind === 'list') return lists.branches(piece.name).some((it) => isNullable(it, lists));
    return (
      piece.kind === 'space' ||
      piece.kind === 'punctuation' ||
      piece.kind === 'edge' ||
      piece.kind === 'ending'
    );
  });
}
