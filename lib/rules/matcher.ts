import { type Folded, Folder, isEdge, type Range } from '@/lib/text';
import type { Branch, Compiled, Exceptions, Wording } from './compile';
import { ItemIndex, isItemStart, previousItem } from './items';
import { Occurrences } from './occurrences';
import { type Candidate, strongest, tightest } from './overlaps';
import { type Entry, mayStart } from './program';
import { quotedRanges } from './quotes';
import { reachOf } from './reach';
import { Verifier } from './verify';
import { wordStart } from './word-start';

/** A place a rule points at; offsets are UTF-16 code units of the original text. */
export interface Hit {
  /** Index of the rule among those compiled. */
  readonly rule: number;
  readonly id: string;
  /** Index of the pattern in the rule's `flag`. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

export interface ScanOptions {
  /** Whether hits may overlap; otherwise the higher rank wins, then the longer, then the earlier. */
  readonly overlaps?: boolean | undefined;
  /** Most steps of work before the scan gives up. */
  readonly budget?: number | undefined;
}

export interface ScanResult {
  /** Sorted by start. */
  readonly hits: readonly Hit[];
  /** Work done: units read and instructions run. */
  readonly steps: number;
  /** Whether the budget ran out, so that hits may be missing. */
  readonly exhausted: boolean;
}

/** Some 5 ms of work: two hundred times what an ordinary message takes. */
const DEFAULT_BUDGET = 400_000;
/** How far from a hit an exception may stand, in folded units. */
const NEAR = 14;

const WARM_UP =
  '您好，这个真的没办法，规定就是这样的，您自己看一下说明书嘛，我们都已经说了三遍了，明天下午三点前给您回复。' +
  "Sorry, that isn't my department and there is nothing we can do about it; you should have read the policy. ";

/** Finds hits of compiled rules in texts. Not re-entrant; scanning allocates little. */
export class Matcher {
  private readonly folder = new Folder();
  private readonly occurrences = new Occurrences();
  private readonly items = new ItemIndex();
  /** For each branch: the scan it was last verified in, and the last item it was tried at there. */
  private readonly triedIn: Int32Array;
  private readonly triedTo: Int32Array;
  private scans = 0;
  private readonly verifier: Verifier;
  private candidates: Candidate[] = [];
  private text!: Folded;
  private quotes: Range[] | null = null;
  private reached: number | null = null;

  constructor(private readonly compiled: Compiled) {
    this.verifier = new Verifier(compiled.code);
    this.triedIn = new Int32Array(compiled.branches.length);
    this.triedTo = new Int32Array(compiled.branches.length);
  }

  /** Number of rules, including those left out for an error. */
  get ruleCount(): number {
    return this.compiled.rules.length;
  }

  /** Number of states of the automaton, the bulk of the memory. */
  get states(): number {
    return this.compiled.automaton.states;
  }

  /** Most items that a rule may see of sentences beside the one it flags in; 0 where no rule sees over a sentence end. */
  get reach(): number {
    this.reached ??= reachOf(this.compiled);
    return this.reached;
  }

  /** Looks for every rule in the text. */
  scan(text: string | Folded, { overlaps = false, budget = DEFAULT_BUDGET }: ScanOptions = {}): ScanResult {
    const folded = typeof text === 'string' ? this.folder.fold(text) : text;
    this.text = folded;
    this.quotes = null;
    this.candidates = [];
    this.items.clear();
    this.scans++;
    const { verifier } = this;
    verifier.begin(folded, budget);
    this.walk(folded);
    const { steps, exhausted } = verifier;
    if (this.candidates.length === 0) return { hits: [], steps, exhausted };
    const own = tightest(this.candidates);
    const kept = overlaps ? own : strongest(own);
    const hits = kept.map((it) => this.hitOf(it));
    hits.sort((a, b) => a.start - b.start || b.end - a.end || a.rule - b.rule || a.pattern - b.pattern);
    return { hits, steps, exhausted };
  }

  /** Runs dummy scans, so that the first real one is not interpreted code; for idle time after building. */
  warm(rounds = 100): void {
    for (let round = 0; round < rounds; round++) this.scan(WARM_UP);
  }

  private walk(folded: Folded): void {
    const { output, fail, keyAt, nextKey } = this.compiled.automaton;
    const { occurrences } = this;
    occurrences.find(this.compiled.automaton, folded);
    for (let index = 0; index < occurrences.count; index++) {
      const end = occurrences.ends[index]!;
      for (let state = occurrences.states[index]!; state !== 0; state = output[fail[state]!]!) {
        for (let key = keyAt[state]!; key >= 0; key = nextKey[key]!) this.found(key, end);
      }
      if (this.verifier.exhausted) return;
    }
    this.verifier.spend(folded.length);
  }

  /** A literal ends at `to`. */
  private found(key: number, to: number): void {
    const { literalBranch, literalLength, literalRule, literalPattern, literalAllow, rules } = this.compiled;
    const from = to - literalLength[key]!;
    const branch = literalBranch[key]!;
    if (branch >= 0) {
      this.verify(branch, from);
      return;
    }
    const { units, length } = this.text;
    if (from > 0 && !isEdge(units[from - 1]!, units[from]!)) return;
    if (to < length && !isEdge(units[to - 1]!, units[to]!)) return;
    const rule = rules[literalRule[key]!]!;
    const { verifier } = this;
    verifier.seeThrough(rule.tolerance);
    if (!verifier.spend(1)) return;
    const allow = literalAllow.size > 0 ? (literalAllow.get(key) ?? null) : null;
    if (!verifier.seenThrough(from, to - from, allow)) return;
    this.consider(literalRule[key]!, literalPattern[key]!, [{ start: from, end: to }], 0);
  }

  /**
   * An anchor of the branch stands at `anchor`: tries every item before it at which a match may begin. Items before an
   * earlier anchor of the same branch have been tried already, so a branch looks at each item about once a scan.
   */
  private verify(branchIndex: number, anchor: number): void {
    const { verifier, text, items } = this;
    const branch = this.compiled.branches[branchIndex]!;
    const { before } = branch;
    const { entry, others } = branch.wording();
    items.fill(text);
    const item = items.itemAt[anchor]!;
    const triedTo = this.triedIn[branchIndex] === this.scans ? this.triedTo[branchIndex]! : -1;
    if (item === triedTo) return;
    this.triedIn[branchIndex] = this.scans;
    this.triedTo[branchIndex] = Math.max(item, triedTo);
    const first = Math.max(item - before, item > triedTo ? triedTo + 1 : 0);
    verifier.seeThrough(this.compiled.rules[branch.rule]!.tolerance);
    if (!verifier.spend(item - first + 1)) return;
    for (let index = item; index >= first; index--) {
      const at = items.starts[index]!;
      if (mayStart(entry, text.units[at]!) && verifier.match(entry, at)) this.matched(branch, others, at);
      if (text.sep[at]! >= 3 && !entry.crosses) return;
    }
  }

  private matched(branch: Branch, others: Wording['others'], from: number): void {
    const { verifier } = this;
    const main = { start: from, end: verifier.end };
    if (others.length === 0) {
      this.consider(branch.rule, branch.pattern, [main], verifier.cost);
      return;
    }
    const parts: Range[] = [main];
    const sentence = this.sentenceAround(main);
    for (const other of others) {
      const range = this.nearest(other, sentence, parts);
      if (!range) return;
      parts.push(range);
    }
    let covered = 0;
    for (const part of parts) covered += part.end - part.start;
    const whole = cover(parts);
    this.consider(branch.rule, branch.pattern, parts, Math.min(255, whole.end - whole.start - covered));
  }

  private sentenceAround({ start, end }: Range): Range {
    const { sep, length } = this.text;
    let from = start;
    while (from > 0 && sep[from]! < 3) from--;
    let to = end;
    while (to < length && sep[to]! < 3) to++;
    return { start: from, end: to };
  }

  /** The match of another half of `a & b` in the sentence that keeps the whole shortest, apart from the parts found. */
  private nearest(entry: Entry, sentence: Range, parts: readonly Range[]): Range | null {
    const { verifier, text } = this;
    let best: Range | null = null;
    let least = Infinity;
    for (let at = sentence.start; at < sentence.end; at++) {
      if (!isItemStart(text, at) || !mayStart(entry, text.units[at]!)) continue;
      if (!verifier.spend(1)) return null;
      if (!verifier.matchAgain(entry, at)) continue;
      const range = { start: at, end: verifier.end };
      if (parts.some((part) => part.start < range.end && range.start < part.end)) continue;
      const whole = cover([...parts, range]);
      if (whole.end - whole.start >= least) continue;
      least = whole.end - whole.start;
      best = range;
    }
    return best;
  }

  /** Keeps a match unless an exception or quotation marks speak for it. */
  private consider(ruleIndex: number, pattern: number, parts: readonly Range[], cost: number): void {
    const rule = this.compiled.rules[ruleIndex]!;
    const { start: from, end: to } = cover(parts);
    const exceptions = rule.exceptions();
    if (exceptions && this.isExcepted(exceptions, parts, from, to)) return;
    if (rule.passQuotes && this.isQuoted(from, to)) return;
    this.candidates.push({ rule: ruleIndex, pattern, from, to, cost, rank: rule.rank });
  }

  private isExcepted(
    { notAfter, notBefore, unlessPartOf }: Exceptions,
    parts: readonly Range[],
    from: number,
    to: number,
  ): boolean {
    const { verifier } = this;
    const { sep, length } = this.text;
    for (const entry of notAfter) {
      if (
        verifier.reaches(entry, this.stepsBack(from, entry.items + NEAR, false), from - 1, from - NEAR, from)
      ) {
        return true;
      }
    }
    if (notBefore.length > 0) {
      let last = to - 1;
      while (last + 1 < length && last < to + NEAR && sep[last + 1]! < 3) last++;
      for (const entry of notBefore) if (verifier.reaches(entry, to, last, to, length)) return true;
    }
    for (const entry of unlessPartOf) {
      for (const { start, end } of parts) {
        const back = this.stepsBack(start, entry.items, entry.crosses);
        if (verifier.reaches(entry, back, start, end, length)) return true;
      }
    }
    return false;
  }

  /** The place `items` items before `from`, not leaving the sentence unless it may. */
  private stepsBack(from: number, items: number, crosses: boolean): number {
    const { text } = this;
    let at = from;
    for (let back = 0; back < items && at > 0; back++) {
      if (text.sep[at]! >= 3 && !crosses) break;
      at = Math.max(0, previousItem(text, at));
    }
    return at;
  }

  private isQuoted(from: number, to: number): boolean {
    const { text, start, end } = this.text;
    this.quotes ??= quotedRanges(text);
    const first = start[from]!;
    const last = end[to - 1]!;
    return this.quotes.some((quote) => quote.start <= first && last <= quote.end);
  }

  private hitOf({ rule, pattern, from, to }: Candidate): Hit {
    const { text, start, end } = this.text;
    const first = wordStart(text, start[from]!);
    return { rule, id: this.compiled.rules[rule]!.id, pattern, start: first, end: end[to - 1]! };
  }
}

function cover(parts: readonly Range[]): Range {
  let start = parts[0]!.start;
  let end = parts[0]!.end;
  for (const part of parts) {
    start = Math.min(start, part.start);
    end = Math.max(end, part.end);
  }
  return { start, end };
}
