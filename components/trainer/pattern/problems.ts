import { compileRules, type Lists, type RuleKey, type RuleProblem } from '@/lib/rules';

/** What the patterns of a field are for: a rule's own words, or an exception of it. */
export type PatternUse = Exclude<RuleKey, 'list'> | 'list';

/** Stands for the words of a rule when only its exceptions are tried. */
const SOME_WORDS = ['tactful'];

/** What is wrong with the lines of a field, as the engine sees it; `index` is the line, from 0. */
export function patternProblems(lines: readonly string[], use: PatternUse, lists: Lists): RuleProblem[] {
  const written = lines.flatMap((text, line) => (text.trim() === '' ? [] : [{ text, line }]));
  if (written.length === 0) return [];
  const patterns = written.map((it) => it.text);
  const exception = use !== 'flag' && use !== 'list';
  const rule = exception ? { id: 'this', flag: SOME_WORDS, [use]: patterns } : { id: 'this', flag: patterns };
  const key = exception ? use : 'flag';
  return compileRules([rule], lists)
    .problems.filter((it) => it.key === key && it.rule === 'this')
    .map((it) => ({ ...it, index: written[it.index]?.line ?? 0 }));
}
