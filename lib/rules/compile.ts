import { analyseException, analyseFlag, type Finding } from './analyse';
import { type Automaton, AutomatonBuilder } from './automaton';
import { BookLists } from './book-lists';
import type { Anchor } from './expand';
import { explain } from './explain';
import { type Hints, type PatternHint, readLiterals } from './hints';
import { later } from './later';
import type { Literal } from './marked';
import { Matcher } from './matcher';
import type { Lists, PatternRule, Sequence } from './pattern';
import type { Flaw, RuleFlaw, RuleKey, RuleProblem } from './problems';
import { Code, type Entry } from './program';
import { itemsOf } from './shape';

const PATTERNS_PER_SLICE = 16;

/** A rule as the matcher needs it. */
export interface CompiledRule {
  readonly id: string;
  readonly rank: number;
  /** Separator strength seen through: 0 nothing, 1 spaces, 2 punctuation. */
  readonly tolerance: number;
  readonly passQuotes: boolean;
  /** Read when the rule is first met. */
  readonly exceptions: () => Exceptions | null;
}

export interface Exceptions {
  readonly notAfter: readonly Entry[];
  readonly notBefore: readonly Entry[];
  readonly unlessPartOf: readonly Entry[];
}

/** A wording of a pattern that is verified where its anchor is found. */
export interface Branch {
  readonly rule: number;
  readonly pattern: number;
  /** Most items between the start of a match and its anchor; 0 if the anchor begins the match. */
  readonly before: number;
  /** Compiled when the anchor is first met: most patterns of a book are not in most conversations. */
  readonly wording: () => Wording;
}

export interface Wording {
  readonly entry: Entry;
  /** The other halves of `a & b`. */
  readonly others: readonly Entry[];
}

/** Everything a scan reads; arrays are indexed by the number of the literal in the automaton. */
export interface Compiled {
  readonly rules: readonly CompiledRule[];
  readonly branches: readonly Branch[];
  readonly automaton: Automaton;
  readonly code: Code;
  /** Rule and pattern of a literal that is a whole match. */
  readonly literalRule: Int32Array;
  readonly literalPattern: Int32Array;
  /** Branch to verify, or −1 if the literal is a whole match. */
  readonly literalBranch: Int32Array;
  readonly literalLength: Uint16Array;
  readonly literalAllow: ReadonlyMap<number, Uint8Array>;
  /** Reach of the rules that came with hints, worked out ahead; 0 where none did. */
  readonly reach: number;
  /** Whether a rule came with hints. */
  readonly isHinted: (rule: number) => boolean;
}

export interface CompileResult {
  readonly matcher: Matcher;
  readonly problems: readonly RuleProblem[];
}

/** Compiles rules to a matcher; a rule with an error is left out and reported. Never throws for what a person wrote. */
export function compileRules(
  rules: readonly PatternRule[],
  lists: Lists = {},
  hints: Hints | null = null,
): CompileResult {
  const steps = new Compiler(rules, lists, hints).run();
  for (;;) {
    const step = steps.next();
    if (step.done) return told(step.value, (flaw) => explain(flaw, lists));
  }
}

export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  /** Waits until the page may be kept busy again. */
  readonly yieldControl: () => Promise<void>;
  /** Puts problems into words. Without it their message is their code: a page that only matches needs no sentences. */
  readonly explain?: typeof explain | undefined;
  /** Longest stretch of work in milliseconds; 8 by default. */
  readonly sliceMs?: number | undefined;
  /** What `hintsOf` gave for these rules and lists. */
  readonly hints?: Hints | null | undefined;
}

/** As compileRules, in slices; rejects with the signal's reason if aborted. */
export async function compileRulesSliced(
  rules: readonly PatternRule[],
  lists: Lists,
  { signal, yieldControl, explain: inWords, sliceMs = 8, hints = null }: SliceOptions,
): Promise<CompileResult> {
  const steps = new Compiler(rules, lists, hints).run();
  let since = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) {
      return told(step.value, (it) => inWords?.(it, lists) ?? { ...it, message: it.code, fix: '' });
    }
    if (performance.now() - since < sliceMs) continue;
    await yieldControl();
    since = performance.now();
  }
}

interface Outcome {
  readonly matcher: Matcher;
  readonly flaws: readonly RuleFlaw[];
}

function told({ matcher, flaws }: Outcome, tell: (flaw: RuleFlaw) => RuleProblem): CompileResult {
  return { matcher, problems: flaws.map(tell) };
}

const TOLERANCE = { nothing: 0, spaces: 1, punctuation: 2 } as const;

class Compiler {
  private readonly lists: BookLists;
  private readonly code: Code;
  private readonly keys = new AutomatonBuilder();
  private readonly problems: RuleFlaw[] = [];
  private readonly compiled: CompiledRule[] = [];
  private readonly branches: Branch[] = [];
  private readonly literalRule: number[] = [];
  private readonly literalPattern: number[] = [];
  private readonly literalBranch: number[] = [];
  private readonly literalLength: number[] = [];
  private readonly literalAllow = new Map<number, Uint8Array>();

  constructor(
    private readonly rules: readonly PatternRule[],
    lists: Lists,
    private readonly hints: Hints | null,
  ) {
    this.lists = new BookLists(lists);
    this.code = new Code(this.lists);
  }

  *run(): Generator<void, Outcome> {
    // With hints for every rule lists are read when they are first used.
    const { hints } = this;
    if (!hints || hints.rules.includes(null)) yield* this.lists.parse();
    let patterns = 0;
    for (let index = 0; index < this.rules.length; index++) {
      const rule = this.rules[index]!;
      const hint = hints?.rules[index];
      if (hint && hint.length === rule.flag.length) {
        yield* this.hinted(rule, index, hint);
        continue;
      }
      const known = this.problems.length;
      const read = this.exceptions(rule);
      const findings: Finding[] = [];
      for (let pattern = 0; pattern < rule.flag.length; pattern++) {
        const finding = analyseFlag(rule.flag[pattern]!, this.lists);
        this.report(rule, 'flag', pattern, finding.problems);
        findings.push(finding);
        if (++patterns % PATTERNS_PER_SLICE === 0) yield;
      }
      this.rule(rule, () => read);
      if (this.hasError(known)) continue;
      for (let pattern = 0; pattern < findings.length; pattern++) {
        this.emit(findings[pattern]!, index, pattern);
        if (pattern % PATTERNS_PER_SLICE === PATTERNS_PER_SLICE - 1) yield;
      }
    }
    yield;
    const automaton = yield* this.keys.build();
    const matcher = new Matcher({
      rules: this.compiled,
      branches: this.branches,
      automaton,
      code: this.code,
      literalRule: Int32Array.from(this.literalRule),
      literalPattern: Int32Array.from(this.literalPattern),
      literalBranch: Int32Array.from(this.literalBranch),
      literalLength: Uint16Array.from(this.literalLength),
      literalAllow: this.literalAllow,
      reach: hints?.reach ?? 0,
      isHinted: (rule) => Boolean(hints?.rules[rule]),
    });
    return { matcher, flaws: [...this.lists.problems, ...this.problems] };
  }

  /** A rule whose patterns are read when their words are first met. */
  private *hinted(rule: PatternRule, index: number, hints: readonly PatternHint[]): Generator<void, void> {
    this.rule(
      rule,
      later(() => this.exceptions(rule)),
    );
    for (let pattern = 0; pattern < hints.length; pattern++) {
      const [whole, ...anchors] = hints[pattern]!;
      for (const literal of readLiterals(whole)) this.whole(literal, index, pattern);
      const finding = later(() => analyseFlag(rule.flag[pattern]!, this.lists));
      anchors.forEach(([before, words, midWord], which) => {
        const branch = this.branches.length;
        const wording = later(() => this.wording(finding().anchored[which]!));
        this.branches.push({ rule: index, pattern, before, wording });
        if (midWord) this.keys.anywhere = true;
        for (const units of words.split('\n')) this.key(units, -1, -1, branch);
      });
      if (pattern % PATTERNS_PER_SLICE === PATTERNS_PER_SLICE - 1) yield;
    }
  }

  private rule(rule: PatternRule, exceptions: CompiledRule['exceptions']): void {
    this.compiled.push({
      id: rule.id,
      rank: rule.rank ?? 0,
      tolerance: TOLERANCE[rule.ignore ?? 'spaces'],
      passQuotes: rule.quotes !== 'flag',
      exceptions,
    });
  }

  private report(rule: PatternRule, key: RuleKey, index: number, found: readonly Flaw[]): void {
    for (const it of found) this.problems.push({ rule: rule.id, key, index, ...it });
  }

  private hasError(known: number): boolean {
    for (let at = known; at < this.problems.length; at++)
      if (this.problems[at]!.level === 'error') return true;
    return false;
  }

  private exceptions(rule: PatternRule): Exceptions | null {
    if (!rule.notAfter && !rule.notBefore && !rule.unlessPartOf) return null;
    return {
      notAfter: this.exception(rule, 'notAfter'),
      notBefore: this.exception(rule, 'notBefore'),
      unlessPartOf: this.exception(rule, 'unlessPartOf'),
    };
  }

  private exception(rule: PatternRule, key: 'notAfter' | 'notBefore' | 'unlessPartOf'): Entry[] {
    const entries: Entry[] = [];
    rule[key]?.forEach((source, index) => {
      const { sequences, problems } = analyseException(source, this.lists);
      this.report(rule, key, index, problems);
      if (problems.length === 0) for (const sequence of sequences) entries.push(this.code.program(sequence));
    });
    return entries;
  }

  private emit({ literals, anchored }: Finding, rule: number, pattern: number): void {
    for (const literal of literals) this.whole(literal, rule, pattern);
    for (const found of anchored) {
      const { sequence, anchor } = found;
      const branch = this.branches.length;
      const before = itemsBefore(sequence, anchor, this.lists);
      this.branches.push({ rule, pattern, before, wording: later(() => this.wording(found)) });
      if (anchor.midWord) this.keys.anywhere = true;
      for (const words of anchor.words) this.key(words, -1, -1, branch);
    }
  }

  private wording({ sequence, others }: Finding['anchored'][number]): Wording {
    const entry = this.code.program(sequence);
    return { entry, others: others.map((other) => this.code.program(other)) };
  }

  private whole(literal: Literal, rule: number, pattern: number): void {
    const id = this.key(literal.units, rule, pattern, -1);
    if (literal.allow) this.literalAllow.set(id, literal.allow);
  }

  private key(units: string, rule: number, pattern: number, branch: number): number {
    this.literalRule.push(rule);
    this.literalPattern.push(pattern);
    this.literalBranch.push(branch);
    this.literalLength.push(units.length);
    return this.keys.add(units);
  }
}

/** Most items that may stand between the start of a match and its anchor. */
export function itemsBefore(sequence: Sequence, anchor: Anchor, lists: BookLists): number {
  return itemsOf(sequence.slice(0, anchor.from), lists);
}
