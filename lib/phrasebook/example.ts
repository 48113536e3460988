import type { CompiledBook } from './runtime';
import { cueHits, likelyScenarios, type Surroundings, weighScenarios } from './runtime';
import type { Example } from './schema';

/** An example without its marks: the plain text, and the spans that `[[ ]]` stood around (UTF-16 units). */
export interface PlainExample {
  text: string;
  spans: { start: number; end: number }[];
}

/** Takes the `[[ ]]` marks out of a text. An unclosed mark stays as it is. */
export const takeMarks = (marked: string): PlainExample => {
  const spans: PlainExample['spans'] = [];
  let text = '';
  let at = 0;
  for (const match of marked.matchAll(/\[\[(.*?)\]\]/gs)) {
    text += marked.slice(at, match.index);
    const start = text.length;
    text += match[1] ?? '';
    spans.push({ start, end: text.length });
    at = match.index + match[0].length;
  }
  return { text: text + marked.slice(at), spans };
};

export const exampleText = (example: Example): string =>
  typeof example === 'string' ? example : example.text;

/** The conversation an example stands in: its own scenario, else what the customer's words suggest, else nothing. */
export const exampleSituation = (example: Example, book: CompiledBook): Surroundings => {
  if (typeof example === 'string') return { scenarios: [], agent: [] };
  const { scenario, customer, market, agent = [] } = example;
  if (scenario !== undefined) return { scenarios: [scenario], market, agent };
  if (customer === undefined) return { scenarios: [], market, agent };
  const guesses = weighScenarios([customer], (message) => cueHits(book, message));
  return { scenarios: likelyScenarios(guesses), market, agent };
};
