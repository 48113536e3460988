import type { Locate } from './locate';
import { nearest } from './nearest';
import type { BookProblem } from './problem';
import { blanksIn, formulaVariables, parseFormula, strayBracket } from './runtime';
import type { Book, Section } from './schema';

interface Reference {
  section: Section;
  id: string;
  key: string;
  value?: string;
  message: string;
  fix: string;
}

const unknown = (what: string, name: string, known: readonly string[]): { message: string; fix: string } => {
  const meant = nearest(name, known);
  return {
    message: `There is no ${what} "${name}".`,
    fix:
      meant === undefined
        ? `add it under ${what === 'variable' ? 'variables' : 'remedies'}`
        : `did you mean "${meant}"?`,
  };
};

const scriptReferences = (book: Book): Reference[] => {
  const variables = book.variables.map((it) => it.id);
  const known = new Set(variables);
  const remedies = new Set(book.remedies.map((it) => it.id));
  return book.scripts.flatMap((script) => {
    const at = { section: 'scripts' as const, id: script.id };
    const found: Reference[] = [];
    for (const id of new Set(blanksIn(script.text).map((it) => it.id))) {
      if (!known.has(id)) found.push({ ...at, key: 'text', ...unknown('variable', id, variables) });
    }
    const stray = strayBracket(script.text);
    if (stray !== undefined) {
      found.push({
        ...at,
        key: 'text',
        message: `The bracket at "${stray}" is not a blank; the customer would see it as it stands.`,
        fix: 'write blanks as {name}, small letters first, without spaces',
      });
    }
    if (script.remedy !== undefined && !remedies.has(script.remedy)) {
      found.push({ ...at, key: 'remedy', ...unknown('remedy', script.remedy, [...remedies]) });
    }
    return found;
  });
};

const variableReferences = (book: Book): Reference[] => {
  const byId = new Map(book.variables.map((it) => [it.id, it]));
  return book.variables.flatMap((variable) => {
    const at = { section: 'variables' as const, id: variable.id };
    const found: Reference[] = [];
    if (variable.type === 'choice' && variable.choices === undefined) {
      found.push({
        ...at,
        key: 'type',
        message: 'A choice needs its choices.',
        fix: 'add choices: with two or more items',
      });
    }
    if (variable.derive === undefined) return found;
    const parsed = parseFormula(variable.derive);
    if ('problem' in parsed) {
      found.push({
        ...at,
        key: 'derive',
        message: `The formula cannot be read: ${parsed.problem}.`,
        fix: 'numbers, variables, + - * / and brackets, such as paid - now * count',
      });
      return found;
    }
    for (const id of formulaVariables(parsed.formula)) {
      const read = byId.get(id);
      if (read === undefined)
        found.push({ ...at, key: 'derive', ...unknown('variable', id, [...byId.keys()]) });
      else if (read.type !== 'money' && read.type !== 'number' && read.type !== variable.type) {
        found.push({
          ...at,
          key: 'derive',
          message: `The formula reads "${id}", which is a ${read.type}, not a number or money.`,
          fix: 'calculate with variables of type number or money; a date is a date and days',
        });
      } else if (read.derive !== undefined) {
        found.push({
          ...at,
          key: 'derive',
          message: `The formula reads "${id}", which is derived itself.`,
          fix: 'write the whole calculation here',
        });
      }
    }
    return found;
  });
};

/** A replacement goes in by one click, so it has no blanks to fill. */
const replacementReferences = (book: Book): Reference[] =>
  (['taboos', 'absences'] as const).flatMap((section) =>
    book[section].flatMap((rule) =>
      rule.instead.flatMap((text) => {
        const stray = strayBracket(text) ?? blanksIn(text).map((it) => `{${it.id}}`)[0];
        return stray === undefined
          ? []
          : [
              {
                section,
                id: rule.id,
                key: 'instead',
                value: text,
                message: `A replacement goes in by one click and has no blanks, but this one has "${stray}".`,
                fix: 'write words that can stand as they are, or make it a script',
              },
            ];
      }),
    ),
  );

/** References between parts of a book that lead nowhere; `broken` are the items concerned, as `section:id`. */
export const referenceProblems = (
  book: Book,
  locate: Locate,
): { problems: BookProblem[]; broken: Set<string> } => {
  const found = [...scriptReferences(book), ...variableReferences(book), ...replacementReferences(book)];
  return {
    broken: new Set(found.filter((it) => it.key !== 'instead').map((it) => `${it.section}:${it.id}`)),
    problems: found.map(({ section, id, key, value, message, fix }) => ({
      ...locate({ section, id, key, value }),
      rule: id,
      level: 'error',
      kind: 'reference',
      message,
      fix,
    })),
  };
};
