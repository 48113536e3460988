import {
  type CompiledBook,
  type CompiledWords,
  cueHits,
  FADING,
  READ_BACK,
  type Run,
  readWords,
  runsOf,
  type ScenarioGuess,
  tellingRuns,
  weighScenarios,
} from '@/lib/phrasebook/runtime';
import { SCENARIOS } from '@/lib/phrasebook/vocabulary';
import { fold } from '@/lib/text';
import { booksFor, type LanguageHints } from './languages';

export type { ScenarioGuess };

/** So much counts what words say; the rest what cues say. */
const SHARE = 0.6;
/** Without any cue, words alone must be as sure as this. */
const SURE_ALONE = 0.2;

/** The language of the last message that has one decides which book's words are asked; earlier ones in it are read along. */
const wordsOf = (
  books: readonly CompiledBook[],
  customer: readonly string[],
  hints: Pick<LanguageHints, 'language'>,
): {
  book: CompiledBook;
  words: CompiledWords;
  messages: { message: number; runs: readonly Run[] }[];
} | null => {
  const first = Math.max(0, customer.length - READ_BACK);
  let book: CompiledBook | undefined;
  const messages: { message: number; runs: readonly Run[] }[] = [];
  for (let message = customer.length - 1; message >= first; message--) {
    const text = customer[message] ?? '';
    const [reader] = booksFor(books, text, { ...hints, customer });
    if (reader === undefined) continue;
    book ??= reader;
    if ((reader.language === 'en') === (book.language === 'en')) {
      messages.unshift({ message, runs: runsOf(text, book.language) });
    }
  }
  return book === undefined || book.words === null ? null : { book, words: book.words, messages };
};

/**
 * What the customer's messages (oldest first) are about, best guess first, with the words that speak for each: partly by
 * the cues that people wrote, partly by what words say that labelled messages used. Later messages weigh more. Empty
 * where nothing tells.
 */
const guess = (
  books: readonly CompiledBook[],
  customer: readonly string[],
  hints: Pick<LanguageHints, 'language'>,
): ScenarioGuess[] => {
  const byCues = weighScenarios(customer, (message) => {
    const folded = fold(message);
    return booksFor(books, message, { ...hints, customer }).flatMap((book) => cueHits(book, folded));
  });
  const asked = wordsOf(books, customer, hints);
  const reading = asked && readWords(asked.words, asked.messages, FADING);
  if (!asked || !reading) return byCues;
  const { classes } = asked.words;
  if (byCues.length === 0 && Math.max(...reading.shares) < SURE_ALONE) return byCues;
  const evidence = new Map(byCues.map((it) => [it.id, it]));
  return classes
    .map((id, place): ScenarioGuess => {
      const cues = evidence.get(id);
      const score = (1 - SHARE) * (cues?.score ?? 0) + SHARE * reading.shares[place]!;
      return { id, score, evidence: cues?.evidence ?? [] };
    })
    .filter((it) => it.score >= FAINT)
    .sort((a, b) => b.score - a.score || SCENARIOS.indexOf(a.id) - SCENARIOS.indexOf(b.id))
    .map((it) =>
      it.evidence.length > 0
        ? it
        : {
            ...it,
            evidence: tellingRuns(asked.words, reading, it.id).map(({ message, start, end }) => ({
              message,
              start,
              end,
              text: (customer[message] ?? '').slice(start, end),
            })),
          },
    );
};

/** What is less likely than this is no guess. */
const FAINT = 0.03;

/** A conversation is the same at every key of a draft: it is understood once. */
const understood = new WeakMap<
  readonly string[],
  { books: readonly CompiledBook[]; language: LanguageHints['language']; guesses: ScenarioGuess[] }
>();

/** What `guess` says, remembered for as long as the same messages are asked about; the answer is not to be changed. */
export const guessScenarios = (
  books: readonly CompiledBook[],
  customer: readonly string[],
  hints: Pick<LanguageHints, 'language'> = {},
): ScenarioGuess[] => {
  const { language } = hints;
  const known = understood.get(customer);
  if (known !== undefined && known.books === books && known.language === language) return known.guesses;
  const guesses = guess(books, customer, hints);
  understood.set(customer, { books, language, guesses });
  return guesses;
};
