import { pattern } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { describePattern, type Lists, type PatternProblem, type Phrase } from '@/lib/rules';

type Unit = 'characters' | 'words';

const orOf = (texts: readonly string[]): string => {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : pattern('or', { a: texts.slice(0, -1).join(pattern('comma')), b: last });
};

const phraseText = (phrase: Phrase, unit: Unit): string => {
  switch (phrase.kind) {
    case 'words':
      return pattern('quoted', { text: phrase.text });
    case 'stem':
      return pattern('stem', { text: phrase.text });
    case 'ending':
      return pattern('ending');
    case 'forms':
      return pattern('forms', { text: phrase.word });
    case 'list':
      return phrase.some.length === 0
        ? pattern('list', { name: phrase.name })
        : pattern('listSome', { name: phrase.name, some: `${phrase.some.join(pattern('comma'))}…` });
    case 'slot':
      return pattern(`slot.${phrase.name}`);
    case 'edge':
      return pattern(`edge.${phrase.side}`);
    case 'choice': {
      const options = orOf(phrase.options.map((it) => sequenceText(it, unit)));
      return phrase.optional ? pattern('perhaps', { text: options }) : options;
    }
    case 'gap':
      return pattern('anything');
  }
};

const sequenceText = (phrases: readonly Phrase[], unit: Unit): string => {
  let told = '';
  let min = 0;
  let max = 0;
  for (const phrase of phrases) {
    if (phrase.kind === 'gap') {
      min += phrase.min;
      max += phrase.max;
      continue;
    }
    const next = phraseText(phrase, unit);
    const a = told === '' && max > 0 ? pattern('anything') : told;
    if (a === '') told = next;
    else if (max === 0) told = pattern('next', { a, b: next });
    else if (min === 0) told = pattern(`within.${unit}`, { a, max, b: next });
    else if (min === max) told = pattern(`exactly.${unit}`, { a, min, b: next });
    else told = pattern(`after.${unit}`, { a, min, max, b: next });
    min = 0;
    max = 0;
  }
  return told;
};

/** A pattern in plain words of the interface's language; empty where it cannot be read. */
export function readsAs(source: string, lists: Lists, language: Language): string {
  const { alternatives, problems } = describePattern(source, lists);
  if (problems.some((it) => it.level === 'error')) return '';
  const unit: Unit = language === 'en' ? 'words' : 'characters';
  return alternatives
    .map((parts) => {
      const told = parts.map((it) => sequenceText(it, unit));
      return told.length === 1 ? (told[0] ?? '') : pattern('together', { parts: told.join(pattern('and')) });
    })
    .reduce((a, b) => pattern('alternatives', { a, b }));
}

/** A problem of a pattern in the interface's language. */
export function problemText({
  code,
  subject = '',
  fix,
}: Pick<PatternProblem, 'code' | 'subject' | 'fix'>): string {
  const near = code === 'unknown-list' ? /^Did you mean @([^?]+)\?/.exec(fix)?.[1] : undefined;
  const mend = tell(`mend.${code}`, subject);
  return pattern('fix', {
    message: tell(`problem.${code}`, subject),
    fix: near === undefined ? mend : `${pattern('near', { name: near })} ${mend}`,
  });
}

type Told = `problem.${PatternProblem['code']}` | `mend.${PatternProblem['code']}`;

/** Not every sentence names the word it is about; a blank that is not there is not filled. */
const tell = (key: Told, subject: string): string =>
  (pattern as (key: Told, values: { subject: string }) => string)(key, { subject });
