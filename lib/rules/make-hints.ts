import { analyseException, analyseFlag, type Finding } from './analyse';
import { BookLists } from './book-lists';
import { compileRules, itemsBefore } from './compile';
import type { AnchorHint, Hints, PatternHint } from './hints';
import type { Literal } from './marked';
import type { Lists, PatternRule } from './pattern';

/** Works out the hints of rules; for when a book is made, not for the page. */
export function hintsOf(rules: readonly PatternRule[], lists: Lists): Hints {
  const known = new BookLists(lists);
  for (const _step of known.parse());
  const sound = !known.problems.some((it) => it.level === 'error');
  return {
    reach: compileRules(rules, lists).matcher.reach,
    rules: rules.map((rule) => (sound ? hintsOfRule(rule, known) : null)),
  };
}

function hintsOfRule(rule: PatternRule, lists: BookLists): PatternHint[] | null {
  const exceptions = [rule.notAfter, rule.notBefore, rule.unlessPartOf].flatMap((it) => it ?? []);
  if (exceptions.some((it) => analyseException(it, lists).problems.length > 0)) return null;
  const findings = rule.flag.map((it) => analyseFlag(it, lists));
  return findings.every(isSound) ? findings.map((it) => hintOf(it, lists)) : null;
}

function isSound({ problems }: Finding): boolean {
  return problems.every((it) => it.level !== 'error');
}

function written({ units, allow }: Literal): string {
  return allow ? `${units}\t${allow.join('')}` : units;
}

function hintOf({ literals, anchored }: Finding, lists: BookLists): PatternHint {
  const anchors = anchored.map(({ sequence, anchor }): AnchorHint => {
    const before = itemsBefore(sequence, anchor, lists);
    const words = anchor.words.join('\n');
    return anchor.midWord ? [before, words, 1] : [before, words];
  });
  return [literals.map(written).join('\n'), ...anchors];
}
