import type { Variable } from '@/lib/phrasebook';
import { blanksIn, strayBracket } from '@/lib/phrasebook/runtime';
import { type Language, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import type { CheckResult } from '@/lib/reply';
import { LONGEST_TEXT } from './scripts';

/** Why a sentence cannot be kept, for a view to put in words. */
export type SentenceProblem =
  | { kind: 'empty' }
  | { kind: 'too-long'; most: number }
  /** A bracket a customer would see as it stands. */
  | { kind: 'bracket'; text: string }
  /** A blank that no book of this language knows. */
  | { kind: 'blank'; id: string }
  /** Words the rules flag; hints for coaching do not count. */
  | { kind: 'flag'; text: string; why: string };

/** Whether an agent's own sentence may be kept: it passes the same rules as every draft and every script. */
export function checkSentence(
  text: string,
  language: Language,
  variables: readonly Variable[],
  check: (
    draft: string,
    context: { customer: readonly string[]; language: Language },
  ) => Pick<CheckResult, 'flags'>,
): SentenceProblem[] {
  const trimmed = text.trim();
  if (trimmed === '') return [{ kind: 'empty' }];
  if (trimmed.length > LONGEST_TEXT) return [{ kind: 'too-long', most: LONGEST_TEXT }];
  const stray = strayBracket(trimmed);
  const known = new Set(variables.map((it) => it.id));
  const unknown = new Set(blanksIn(trimmed).flatMap(({ id }) => (known.has(id) ? [] : [id])));
  const { flags } = check(trimmed, { customer: [], language });
  const least = SEVERITIES.indexOf('medium');
  return [
    ...(stray === undefined ? [] : [{ kind: 'bracket' as const, text: stray }]),
    ...[...unknown].map((id) => ({ kind: 'blank' as const, id })),
    ...flags
      .filter((it) => SEVERITIES.indexOf(it.severity) >= least)
      .map((it) => ({ kind: 'flag' as const, text: it.text, why: it.why })),
  ];
}
