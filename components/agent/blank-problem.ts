import { script } from '@/lib/i18n';
import type { BlankProblem } from '@/lib/reply';

/** What is wrong with the value of a blank, in the agent's words. */
export const problemText = (problem: BlankProblem): string => script(`blanks.${problem}`);
