import type { Locate } from './locate';
import { nearest } from './nearest';
import { type BookProblem, cited, type ToldProblem, told } from './problem';
import { blanksIn, formulaVariables, parseFormula, strayBracket } from './runtime';
import type { Book, Section } from './schema';

interface Reference {
  section: Section;
  id: string;
  key: string;
  value?: string;
  said: ToldProblem;
}

const unknown = (what: 'variable' | 'remedy', id: string, known: readonly string[]): ToldProblem => {
  const near = nearest(id, known);
  return told(`no-${what}`, near === undefined ? `add-${what}` : 'near', { id, near: near ?? '' });
};

const scriptReferences = (book: Book): Reference[] => {
  const variables = book.variables.map((it) => it.id);
  const known = new Set(variables);
  const remedies = new Set(book.remedies.map((it) => it.id));
  return book.scripts.flatMap((script) => {
    const at = { section: 'scripts' as const, id: script.id };
    const found: Reference[] = [];
    for (const id of new Set(blanksIn(script.text).map((it) => it.id))) {
      if (!known.has(id)) found.push({ ...at, key: 'text', said: unknown('variable', id, variables) });
    }
    const stray = strayBracket(script.text);
    if (stray !== undefined) {
      found.push({
        ...at,
        key: 'text',
        said: told('stray-bracket', 'blank-form', { text: stray, form: '{name}' }),
      });
    }
    if (script.remedy !== undefined && !remedies.has(script.remedy)) {
      found.push({ ...at, key: 'remedy', said: unknown('remedy', script.remedy, [...remedies]) });
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
      found.push({ ...at, key: 'type', said: told('no-choices', 'add-choices', {}) });
    }
    if (variable.derive === undefined) return found;
    const parsed = parseFormula(variable.derive);
    if ('problem' in parsed) {
      found.push({
        ...at,
        key: 'derive',
        said: told('formula', 'formula-form', { formula: cited(variable.derive), reason: parsed.problem }),
      });
      return found;
    }
    for (const id of formulaVariables(parsed.formula)) {
      const read = byId.get(id);
      if (read === undefined)
        found.push({ ...at, key: 'derive', said: unknown('variable', id, [...byId.keys()]) });
      else if (read.type !== 'money' && read.type !== 'number' && read.type !== variable.type) {
        found.push({
          ...at,
          key: 'derive',
          said: told('formula-type', 'formula-numbers', { id, type: read.type }),
        });
      } else if (read.derive !== undefined) {
        found.push({ ...at, key: 'derive', said: told('formula-derived', 'formula-whole', { id }) });
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
                said: told('instead-blank', 'plain-words', { text: stray }),
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
    problems: found.map(({ section, id, key, value, said }) => ({
      ...locate({ section, id, key, value }),
      rule: id,
      level: 'error',
      kind: 'reference',
      ...said,
    })),
  };
};
