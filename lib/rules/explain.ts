import { parseFlawed } from './parse';
import type { Lists, Pattern } from './pattern';
import type { Flaw, PatternProblem, ProblemCode } from './problems';

/** The sentences for people, apart from the engine: a page that only matches does not carry them. */

type Words = (subject: string) => readonly [message: string, fix: string];

const SENTENCES: Readonly<Record<ProblemCode, Words>> = {
  'empty-pattern': () => ['The pattern is empty.', 'Write the words to look for, or remove the line.'],
  'too-long': () => [
    'The pattern is longer than 2,000 characters.',
    'Split it into several patterns, or name its parts as lists.',
  ],
  'empty-alternative': () => [
    'One of the alternatives beside "|" is empty.',
    'Remove the extra "|". To say that words may be missing, write them in square brackets: [也].',
  ],
  'unclosed-bracket': (b) => [
    `"${b}" is never closed.`,
    `Add the closing bracket, or write "\\${b}" for the character itself.`,
  ],
  'stray-bracket': (b) => [
    `"${b}" closes nothing.`,
    `Remove it, or write "\\${b}" for the character itself.`,
  ],
  'nested-too-deep': () => [
    'Brackets are nested too deep.',
    'Name the inner words as a list and write @name instead.',
  ],
  'unknown-slot': (s) => [
    `"{${s}}" is not known.`,
    'Use {n} for a number, {money}, {time}, {any} for one word or character, or {0-3} for a gap.',
  ],
  'gap-too-wide': (s) => [
    `The gap {${s}} is wider than 20.`,
    'Write at most {0-20}; for words anywhere in a sentence write: a & b.',
  ],
  'gap-reversed': (s) => [
    `The gap {${s}} ends before it begins.`,
    'Write the smaller number first, as in {0-3}.',
  ],
  'list-without-name': () => [
    '"@" is not followed by the name of a list.',
    'Write @name, or "\\@" for the character itself.',
  ],
  'unknown-list': (s) => [
    `There is no list called @${s}.`,
    'Add it to the lists of the book, or correct the name.',
  ],
  'cyclic-list': (s) => [`The list @${s} contains itself.`, 'Take @name out of its own items.'],
  'empty-list': (s) => [`The list @${s} has no item that can be used.`, 'Correct its items first.'],
  'tilde-not-english': (s) => [
    `"~" does not work with "${s}": it stands for the forms of an English word.`,
    'Write ~get, or list the words: (看|看看|看一下).',
  ],
  'star-without-word': () => [
    '"*" must stand right after an English word.',
    'Write refund* for refund, refunds, refunded; for any words write "…".',
  ],
  'ampersand-inside': () => [
    '"&" cannot stand inside brackets or lists.',
    'Write the two halves side by side: (a|b) & c. For the character itself write "\\&".',
  ],
  'ampersand-in-exception': () => [
    '"&" does not work in an exception.',
    'Write each half as an exception of its own.',
  ],
  'dangling-escape': () => ['"\\" stands at the end, with nothing after it.', 'Remove it, or write "\\\\".'],
  'no-fixed-word': () => [
    'The pattern has no fixed word to look for: everything in it may be missing or may be anything.',
    'Add at least one word that is always there, outside square brackets.',
  ],
  'matches-nothing': () => [
    'The exception would match even where nothing stands.',
    'Add at least one word outside square brackets.',
  ],
  'single-character': (s) => [
    `The longest certain word of this pattern is the single character "${s}", so it may fire where it should not.`,
    'Add a longer word that is always there, if there is one.',
  ],
};

/** Tells a flaw in plain words; for an unknown list, the nearest name of those known is suggested. */
export function explain<T extends Flaw>(flaw: T, lists: Lists): T & PatternProblem {
  const { code, subject = '' } = flaw;
  const [message, fix] = SENTENCES[code](subject);
  const near = code === 'unknown-list' ? nearestName(subject, Object.keys(lists)) : undefined;
  return { ...flaw, message, fix: near === undefined ? fix : `Did you mean @${near}? ${fix}` };
}

/** The outcome of parsing: a pattern, and what is wrong with it. With an error among the problems it must not be used. */
export interface Parsed {
  readonly ast: Pattern;
  readonly problems: readonly PatternProblem[];
}

/** Parses a pattern; with `lists`, names are checked and cut where Chinese words follow a name directly. */
export function parsePattern(source: string, lists?: Lists): Parsed {
  const { ast, problems } = parseFlawed(source, lists);
  return { ast, problems: problems.map((it) => explain(it, lists ?? {})) };
}

/** The candidate closest to a misspelt name, if any is close enough to be meant. */
function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(name.length / 2)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}
