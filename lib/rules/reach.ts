import type { Compiled } from './compile';
import type { Entry } from './program';

/** Most items that a rule may see of sentences beside the one it flags in; 0 where no rule sees over a sentence end. */
export function reachOf({ branches, rules, isHinted, ...compiled }: Compiled): number {
  const { literalRule, literalLength, literalAllow } = compiled;
  let { reach } = compiled;
  const see = ({ crosses, items }: Entry): void => {
    if (crosses) reach = Math.max(reach, items);
  };
  for (const { rule, wording } of branches) {
    if (isHinted(rule)) continue;
    see(wording().entry);
    wording().others.forEach(see);
  }
  for (const [index, rule] of rules.entries()) {
    if (isHinted(index)) continue;
    const exceptions = rule.exceptions();
    if (exceptions === null) continue;
    for (const it of [...exceptions.notAfter, ...exceptions.notBefore, ...exceptions.unlessPartOf]) see(it);
  }
  for (const [key, allow] of literalAllow) {
    if (isHinted(literalRule[key]!)) continue;
    if (allow.some((strength) => strength >= 3)) reach = Math.max(reach, literalLength[key]!);
  }
  return reach;
}
