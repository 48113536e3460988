import { type CompiledBook, cueHits, type ScenarioGuess, weighScenarios } from '@/lib/phrasebook/runtime';
import { fold } from '@/lib/text';
import { booksFor, type LanguageHints } from './languages';

export type { ScenarioGuess };

/**
 * What the customer's messages (oldest first) are about, best guess first, with the words that speak for each. Later
 * messages weigh more. Empty where no cue is found.
 */
export const guessScenarios = (
  books: readonly CompiledBook[],
  customer: readonly string[],
  hints: Pick<LanguageHints, 'language'> = {},
): ScenarioGuess[] =>
  weighScenarios(customer, (message) => {
    const folded = fold(message);
    return booksFor(books, message, { ...hints, customer }).flatMap((book) => cueHits(book, folded));
  });
