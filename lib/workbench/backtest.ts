import { type CompiledBook, resolveOverlaps, type TabooHit, tabooHits } from '@/lib/phrasebook';
import { type Language, SEVERITIES, type Severity } from '@/lib/phrasebook/vocabulary';
import { type Folded, fold, hasHan, hasLatin } from '@/lib/text';
import { type Sides, type Version as SidesVersion, sidesOf } from './backtest-sides';
import { prepareTalks, type TalkVersion } from './backtest-talks';
import type { SavedMessage } from './messages';
import { saidBefore } from './talk';
import type { Span } from './try-examples';

/** What a backtest needs of a book. */
export type Version = SidesVersion & TalkVersion;

/** What became of a rule's hit in a message between two versions of a book. */
export type HitChange = 'gained' | 'lost' | 'severity';

/** A message in which a rule does something else than before. */
export interface ChangedHit {
  kind: HitChange;
  text: string;
  /** Where the rule hits, after where it still does; UTF-16 units. */
  spans: readonly Span[];
  before: Severity | null;
  after: Severity | null;
  /** Other rules that flag the message in the version in which this one does not; for a guess, the other scenario. */
  still: readonly string[];
}

/** What changes for one rule. */
export interface RuleChange {
  id: string;
  /** Words that hurt and promises can be told from a message alone; the others hang on the conversation. */
  part: 'taboos' | 'commitments' | 'absences' | 'moves' | 'scenarios';
  gained: number;
  lost: number;
  severity: number;
  /** The first different messages of each kind. */
  samples: readonly ChangedHit[];
}

/** How flags agree with what people said of the messages. */
export interface Agreement {
  /** Offences that are flagged, fine messages that are flagged, offences that are not. */
  right: number;
  falseAlarms: number;
  missed: number;
}

/** What two versions of a book do with the same messages; sums of several stretches can be put together. */
export interface Backtest {
  /** Agents' messages in the book's language that were read. */
  read: number;
  /** Customers' messages that were read; 0 where nothing hangs on them. */
  heard: number;
  /** Messages flagged by each version. */
  flagged: { before: number; after: number };
  /** Messages that people judged. */
  judged: number;
  before: Agreement;
  after: Agreement;
  rules: readonly RuleChange[];
}

/** Sentences kept of each rule and kind. */
export const SAMPLES = 30;

/** Where the promises of each kind stand in a message. */
function promisesIn(book: CompiledBook | null, folded: Folded): ReadonlyMap<string, Span[]> {
  const found = new Map<string, Span[]>();
  for (const { id, start, end } of book?.commitments.scan(folded).hits ?? []) {
    found.set(id, [...(found.get(id) ?? []), { start, end }]);
  }
  return found;
}

interface RuleHit {
  severity: Severity;
  spans: Span[];
}

const severer = (a: Severity, b: Severity): Severity =>
  SEVERITIES.indexOf(a) >= SEVERITIES.indexOf(b) ? a : b;

const nothing: readonly TabooHit[] = [];

const foundIn = (
  book: CompiledBook | null,
  folded: Folded,
  scenario: SavedMessage['scenario'],
): readonly TabooHit[] =>
  book === null ? nothing : tabooHits(book, folded, { scenarios: scenario === null ? [] : [scenario] });

/** The hits that stand, by rule. */
function standing(hits: readonly TabooHit[]): ReadonlyMap<string, RuleHit> {
  const found = new Map<string, RuleHit>();
  for (const { taboo, severity, start, end } of resolveOverlaps(hits)) {
    const hit = found.get(taboo.id);
    if (hit === undefined) found.set(taboo.id, { severity, spans: [{ start, end }] });
    else {
      hit.spans.push({ start, end });
      hit.severity = severer(hit.severity, severity);
    }
  }
  return found;
}

/** Says of each hit whether it is worth showing: the same words once, and not too many of a kind. */
function freshSamples(): (hit: ChangedHit) => boolean {
  const seen = { gained: new Set<string>(), lost: new Set<string>(), severity: new Set<string>() };
  return ({ kind, text, before, after, still }) => {
    const known = seen[kind];
    return known.size < SAMPLES && known.size < known.add([text, before, after, ...still].join('\n')).size;
  };
}

class RuleSum implements RuleChange {
  gained = 0;
  lost = 0;
  severity = 0;
  readonly samples: ChangedHit[] = [];

  constructor(
    readonly id: string,
    readonly part: RuleChange['part'],
  ) {}

  readonly #fresh = freshSamples();

  add(hit: ChangedHit): void {
    this[hit.kind]++;
    if (this.#fresh(hit)) this.samples.push(hit);
  }
}

const inLanguage = (language: Language, text: string): boolean =>
  language === 'en' ? hasLatin(text) : hasHan(text);

/**
 * Compares two versions on messages; `null` stands for no book: every hit of the other is new, or lost. `lead` are the
 * messages before the first: they are not compared, but said. Without `talks` what hangs on the conversation is left out.
 */
export function prepareBacktest(
  before: Version | null,
  after: Version | null,
  { talks: wanted = true }: { talks?: boolean } = {},
): (messages: readonly SavedMessage[], lead?: readonly SavedMessage[]) => Backtest {
  const sides = sidesOf(before, after);
  const language = (after ?? before)?.language ?? 'zh-Hans';
  const talks = wanted ? prepareTalks(before, after, (text) => inLanguage(language, text)) : null;
  return (messages, lead) => run(sides, talks, language, messages, lead);
}

function run(
  sides: Sides,
  talks: ReturnType<typeof prepareTalks>,
  language: Language,
  messages: readonly SavedMessage[],
  lead: readonly SavedMessage[] = [],
): Backtest {
  const rules = new Map<string, RuleSum>();
  const sums = {
    read: 0,
    heard: 0,
    flagged: { before: 0, after: 0 },
    judged: 0,
    before: { right: 0, falseAlarms: 0, missed: 0 },
    after: { right: 0, falseAlarms: 0, missed: 0 },
  };
  const changed = (id: string, hit: ChangedHit, part: RuleChange['part'] = 'taboos'): void => {
    const key = `${part} ${id}`;
    const sum = rules.get(key) ?? new RuleSum(id, part);
    rules.set(key, sum);
    sum.add(hit);
  };
  const comparePromises = (text: string, folded: Folded): void => {
    const was = promisesIn(sides.promises.before, folded);
    const is = promisesIn(sides.promises.after, folded);
    const tell = (kind: HitChange, id: string, spans: readonly Span[]): void =>
      changed(id, { kind, text, spans, before: null, after: null, still: [] }, 'commitments');
    for (const [id, spans] of is) if (!was.has(id)) tell('gained', id, spans);
    for (const [id, spans] of was) if (!is.has(id)) tell('lost', id, spans);
  };
  const compare = (
    text: string,
    was: ReadonlyMap<string, RuleHit>,
    is: ReadonlyMap<string, RuleHit>,
  ): void => {
    for (const [id, hit] of is) {
      const known = was.get(id);
      if (known !== undefined && known.severity === hit.severity) continue;
      changed(id, {
        kind: known === undefined ? 'gained' : 'severity',
        text,
        spans: hit.spans,
        before: known?.severity ?? null,
        after: hit.severity,
        still: known === undefined ? [...was.keys()] : [],
      });
    }
    for (const [id, hit] of was) {
      if (is.has(id)) continue;
      const { severity, spans } = hit;
      changed(id, { kind: 'lost', text, spans, before: severity, after: null, still: [...is.keys()] });
    }
  };
  const judge = (verdict: SavedMessage['verdict'], flagged: boolean, sum: Agreement): void => {
    if (verdict === 'offence') flagged ? sum.right++ : sum.missed++;
    else if (verdict === 'fine' && flagged) sum.falseAlarms++;
  };
  for (const { text, who, verdict, scenario } of messages) {
    if (who !== 'agent' || !inLanguage(language, text)) continue;
    sums.read++;
    const folded = fold(text);
    const shared = foundIn(sides.both, folded, scenario);
    const old = foundIn(sides.before, folded, scenario);
    const now = foundIn(sides.after, folded, scenario);
    if (verdict !== null) sums.judged++;
    const was = standing([...shared, ...old]);
    const is = old.length === 0 && now.length === 0 ? was : standing([...shared, ...now]);
    if (was.size > 0) sums.flagged.before++;
    if (is.size > 0) sums.flagged.after++;
    judge(verdict, was.size > 0, sums.before);
    judge(verdict, is.size > 0, sums.after);
    if (is !== was) compare(text, was, is);
    comparePromises(text, folded);
  }
  if (talks) {
    for (const said of saidBefore(messages, lead)) {
      const { text, who } = said.message;
      if (who === 'customer' && inLanguage(language, text)) sums.heard++;
      for (const { part, id, kind, spans, other } of talks(said)) {
        const still = other === null ? [] : [other];
        changed(id, { kind, text, spans, before: null, after: null, still }, part);
      }
    }
  }
  return { ...sums, rules: [...rules.values()].sort(byChange) };
}

const changesIn = ({ gained, lost, severity }: RuleChange): number => gained + lost + severity;

const byChange = (a: RuleChange, b: RuleChange): number =>
  changesIn(b) - changesIn(a) || (a.id < b.id ? -1 : 1);

const together = (a: Agreement, b: Agreement): Agreement => ({
  right: a.right + b.right,
  falseAlarms: a.falseAlarms + b.falseAlarms,
  missed: a.missed + b.missed,
});

/** The sums of two stretches. */
export function addBacktests(a: Backtest, b: Backtest): Backtest {
  const keyOf = ({ part, id }: RuleChange): string => `${part} ${id}`;
  const rules = new Map(a.rules.map((it) => [keyOf(it), it]));
  for (const it of b.rules) {
    const known = rules.get(keyOf(it));
    rules.set(keyOf(it), known === undefined ? it : addRules(known, it));
  }
  return {
    read: a.read + b.read,
    heard: a.heard + b.heard,
    flagged: {
      before: a.flagged.before + b.flagged.before,
      after: a.flagged.after + b.flagged.after,
    },
    judged: a.judged + b.judged,
    before: together(a.before, b.before),
    after: together(a.after, b.after),
    rules: [...rules.values()].sort(byChange),
  };
}

function addRules(a: RuleChange, b: RuleChange): RuleChange {
  return {
    id: a.id,
    part: a.part,
    gained: a.gained + b.gained,
    lost: a.lost + b.lost,
    severity: a.severity + b.severity,
    samples: [...a.samples, ...b.samples].filter(freshSamples()),
  };
}
