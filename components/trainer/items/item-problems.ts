import { tellProblem } from '@/lib/i18n';
import type { BookProblem } from '@/lib/phrasebook';
import type { Proof } from '@/lib/workbench';
import { problemText } from '../pattern';
import type { Part } from './fields';

/** `taboos[3].examples.flag[0]` leads to the part, the item's place in it and the field. */
const PLACE = /^(?<part>[a-z]+)(?:\[(?<index>\d+)\]|\.(?<name>[^.[]+))?(?:\.(?<field>[a-zA-Z.]+))?/;

/** Which part and field of the book a problem speaks of. */
export function placeOf({ path }: BookProblem): { part: string; field: string | null } | null {
  const groups = path === undefined ? undefined : PLACE.exec(path)?.groups;
  if (!groups?.part) return null;
  return { part: groups.part, field: groups.field ?? null };
}

/** Whether a problem belongs to a part of the book. */
const inPart = (problem: BookProblem, part: Part): boolean => {
  const place = placeOf(problem);
  return place === null || place.part === part;
};

/** Ids of a part with errors, for the list. */
export function wrongIn(proof: Proof | null, part: Part): ReadonlySet<string> {
  return new Set(
    (proof?.problems ?? [])
      .filter((it) => it.level === 'error' && it.rule !== undefined && inPart(it, part))
      .map((it) => it.rule!.replace(/^@/, '')),
  );
}

/** What is wrong with one item. */
export const problemsOf = (proof: Proof | null, part: Part, id: string): BookProblem[] =>
  (proof?.problems ?? []).filter((it) => it.rule?.replace(/^@/, '') === id && inPart(it, part));

/** A problem in words of the interface's language. */
export const toldProblem = (problem: BookProblem): { text: string; fix: string } =>
  problem.flaw ? { text: problemText(problem.flaw), fix: '' } : tellProblem(problem);
