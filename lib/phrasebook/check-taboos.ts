import { compileRules } from '@/lib/rules';
import { exampleSituation, exampleText, takeMarks } from './example';
import type { Locate } from './locate';
import { type BookProblem, cited } from './problem';
import type { CompiledBook } from './runtime';
import { resolveOverlaps, type TabooHit, tabooHits } from './runtime';
import type { Book, Example, Taboo } from './schema';
import { variantsOf } from './variants';
import { SEVERITIES } from './vocabulary';

const MEDIUM = SEVERITIES.indexOf('medium');

/** Tries what a rule that misses its own example would do without its exceptions, to say which part is in the way. */
const whyMissed = (book: Book, taboo: Taboo, text: string): string => {
  const bare = { id: taboo.id, flag: taboo.flag, ignore: taboo.ignore };
  const hits = (rule: Parameters<typeof compileRules>[0][number]): boolean =>
    compileRules([rule], book.lists).matcher.scan(text).hits.length > 0;
  if (!hits({ ...bare, quotes: 'flag' })) {
    if (taboo.ignore !== 'punctuation' && hits({ ...bare, quotes: 'flag', ignore: 'punctuation' })) {
      return 'punctuation stands between the words: put a comma into the pattern where it may be, or "ignore: punctuation"';
    }
    return 'no pattern fits these words: add a pattern for them, or correct the example';
  }
  if (!hits(bare)) return 'the words stand in quotes, which pass: write "quotes: flag" if they should not';
  for (const key of ['notAfter', 'notBefore', 'unlessPartOf'] as const) {
    if (taboo[key] !== undefined && !hits({ ...bare, quotes: taboo.quotes, [key]: taboo[key] })) {
      return `an exception under "${key}" lets it pass: narrow the exception, or correct the example`;
    }
  }
  return 'the exceptions or "onlyIn"/"notIn"/"markets" let it pass: compare them with the example';
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
    message: string,
    fix: string,
  ): void {
    const place = this.locate({ section: 'taboos', id: taboo.id, key, value });
    this.problems.push({ ...place, rule: taboo.id, level, kind, message, fix });
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
        `This rule never shows: in each of its examples "${winner.taboo.id}" (${winner.severity}) covers it.`,
        'put both rules together, or make this one hit more or weigh more',
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
      this.say(
        taboo,
        'examples.flag',
        marked,
        'error',
        'example',
        `Should be flagged but is not: ${cited(marked)}.`,
        whyMissed(this.book, taboo, text),
      );
      return undefined;
    }
    for (const span of spans) {
      if (own.some((it) => it.start === span.start && it.end === span.end)) continue;
      const words = own.map((it) => cited(text.slice(it.start, it.end))).join(', ');
      this.say(
        taboo,
        'examples.flag',
        marked,
        'error',
        'example',
        `Marked is ${cited(text.slice(span.start, span.end))}, but the rule hits ${words}.`,
        'move the [[ ]] to the words that are hit, or make the pattern cover what is marked',
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
        `Not flagged when written ${form.name}: ${cited(form.text)}.`,
        'write the pattern so that it also fits this form, or "ignore: nothing" if spacing matters',
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
        `Should pass but is flagged at ${cited(text.slice(own.start, own.end))} by the pattern ${cited(taboo.flag[own.pattern] ?? '')}.`,
        'narrow that pattern, or add an exception: notAfter, notBefore, unlessPartOf',
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
        `Innocent here, but "${other.taboo.id}" flags ${cited(text.slice(other.start, other.end))} in it.`,
        `narrow "${other.taboo.id}", or change the example so that it is innocent for every rule`,
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
