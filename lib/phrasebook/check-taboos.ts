import { compileRules } from '@/lib/rules';
import { exampleSituation, exampleText, takeMarks } from './example';
import type { Locate } from './locate';
import { type BookProblem, cited, type ToldProblem, told } from './problem';
import type { CompiledBook } from './runtime';
import { resolveOverlaps, type TabooHit, tabooHits } from './runtime';
import type { Book, Example, Taboo } from './schema';
import { variantsOf } from './variants';
import { SEVERITIES } from './vocabulary';

const MEDIUM = SEVERITIES.indexOf('medium');

/** Tries what a rule that misses its own example would do without its exceptions, to say which part is in the way. */
const whyMissed = (book: Book, taboo: Taboo, text: string, marked: string): ToldProblem => {
  const values = { text: cited(marked) };
  const bare = { id: taboo.id, flag: taboo.flag, ignore: taboo.ignore };
  const hits = (rule: Parameters<typeof compileRules>[0][number]): boolean =>
    compileRules([rule], book.lists).matcher.scan(text).hits.length > 0;
  if (!hits({ ...bare, quotes: 'flag' })) {
    if (taboo.ignore !== 'punctuation' && hits({ ...bare, quotes: 'flag', ignore: 'punctuation' })) {
      return told('not-flagged', 'comma-between', values);
    }
    return told('not-flagged', 'no-pattern-fits', values);
  }
  if (!hits(bare)) return told('not-flagged', 'in-quotes', values);
  for (const key of ['notAfter', 'notBefore', 'unlessPartOf'] as const) {
    if (taboo[key] !== undefined && !hits({ ...bare, quotes: taboo.quotes, [key]: taboo[key] })) {
      return told('not-flagged', 'exception-passes', { ...values, key });
    }
  }
  return told('not-flagged', 'context-passes', values);
};

class TabooCheck {
  readonly problems: BookProblem[] = [];

  constructor(
    private readonly book: Book,
    private readonly compiled: CompiledBook,
    private readonly locate: Locate,
  ) {}

  private say(
    taboo: Taboo,
    key: string,
    value: unknown,
    level: BookProblem['level'],
    kind: BookProblem['kind'],
    said: ToldProblem,
  ): void {
    const place = this.locate({ section: 'taboos', id: taboo.id, key, value });
    this.problems.push({ ...place, rule: taboo.id, level, kind, ...said });
  }

  check(taboo: Taboo): void {
    // A pattern that does not compile is reported by itself; its examples would only repeat it.
    const broken = this.compiled.problems.some(
      (it) => it.level === 'error' && it.section === 'taboos' && it.item === taboo.id,
    );
    if (broken) return;
    let shown = 0;
    let hitOwn = 0;
    let winner: TabooHit | undefined;
    const missedForms = new Set<string>();
    for (const example of taboo.examples.flag) {
      const hits = this.flagExample(taboo, example);
      if (hits === undefined) continue;
      hitOwn += 1;
      const resolved = resolveOverlaps(hits);
      if (resolved.some((it) => it.taboo.id === taboo.id)) shown += 1;
      else winner ??= resolved[0];
      this.variants(taboo, example, missedForms);
    }
    if (hitOwn > 0 && shown === 0 && winner !== undefined) {
      this.say(
        taboo,
        'id',
        undefined,
        'warning',
        'overlap',
        told('never-shows', 'unite-rules', { other: winner.taboo.id, severity: winner.severity }),
      );
    }
    for (const example of taboo.examples.pass) this.passExample(taboo, example);
  }

  /** All hits in the example, or `undefined` where the rule misses it. */
  private flagExample(taboo: Taboo, example: Example): TabooHit[] | undefined {
    const marked = exampleText(example);
    const { text, spans } = takeMarks(marked);
    const hits = tabooHits(this.compiled, text, exampleSituation(example, this.compiled));
    const own = resolveOverlaps(hits.filter((it) => it.taboo.id === taboo.id));
    if (own.length === 0) {
      this.say(taboo, 'examples.flag', marked, 'error', 'example', whyMissed(this.book, taboo, text, marked));
      return undefined;
    }
    for (const span of spans) {
      if (own.some((it) => it.start === span.start && it.end === span.end)) continue;
      const hits = cited(...own.map((it) => text.slice(it.start, it.end)));
      this.say(
        taboo,
        'examples.flag',
        marked,
        'error',
        'example',
        told('mark-elsewhere', 'move-marks', { marked: cited(text.slice(span.start, span.end)), hits }),
      );
    }
    return hits;
  }

  private variants(taboo: Taboo, example: Example, missed: Set<string>): void {
    const situation = exampleSituation(example, this.compiled);
    for (const form of variantsOf(takeMarks(exampleText(example)).text)) {
      if (missed.has(form.name) || (form.name === 'spaced' && taboo.ignore === 'nothing')) continue;
      if (tabooHits(this.compiled, form.text, situation).some((it) => it.taboo.id === taboo.id)) continue;
      missed.add(form.name);
      this.say(
        taboo,
        'examples.flag',
        exampleText(example),
        form.name === 'traditional' || form.name === 'simplified' ? 'error' : 'warning',
        'example',
        told('form-missed', 'fit-form', { form: { word: form.name }, text: cited(form.text) }),
      );
    }
  }

  private passExample(taboo: Taboo, example: Example): void {
    const text = takeMarks(exampleText(example)).text;
    const hits = tabooHits(this.compiled, text, exampleSituation(example, this.compiled));
    const own = hits.find((it) => it.taboo.id === taboo.id);
    if (own !== undefined) {
      this.say(
        taboo,
        'examples.pass',
        exampleText(example),
        'error',
        'example',
        told('pass-flagged', 'narrow-or-except', {
          hit: cited(text.slice(own.start, own.end)),
          pattern: cited(taboo.flag[own.pattern] ?? ''),
        }),
      );
    }
    const others = resolveOverlaps(
      hits.filter((it) => it.taboo.id !== taboo.id && SEVERITIES.indexOf(it.severity) >= MEDIUM),
    );
    for (const other of others) {
      const sameKind = other.taboo.category === taboo.category;
      this.say(
        taboo,
        'examples.pass',
        exampleText(example),
        sameKind ? 'error' : 'warning',
        'overlap',
        told('innocent-flagged', 'narrow-other', {
          other: other.taboo.id,
          hit: cited(text.slice(other.start, other.end)),
        }),
      );
    }
  }
}

/** Runs every taboo's examples, and each rule against every other's innocent examples. */
export const checkTaboos = (book: Book, compiled: CompiledBook, locate: Locate): BookProblem[] => {
  const check = new TabooCheck(book, compiled, locate);
  for (const taboo of book.taboos) check.check(taboo);
  return check.problems;
};
