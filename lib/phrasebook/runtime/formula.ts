import jsep, { type CoreExpression, type Expression } from 'jsep';

/**
 * Formulas of derived blanks, such as `paid - now * count`: numbers, variable ids, + - * / and brackets.
 * The parser is a library that only reads; nothing a book says is ever run as code. Of what it can read we take these
 * three kinds of node and refuse the rest (calls, members, strings, comparisons).
 */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; id: string }
  | { kind: 'operation'; sign: Sign; left: Formula; right: Formula };

type Sign = '+' | '-' | '*' | '/';

export type ParsedFormula = { formula: Formula } | { problem: string };

const SIGNS: Record<string, string> = { '×': '*', '÷': '/', '−': '-', '（': '(', '）': ')' };
const VARIABLE = /^[a-z][a-zA-Z0-9]*$/;

class Unfit extends Error {}

const isSign = (operator: string): operator is Sign => /^[-+*/]$/.test(operator);

function formulaOf(node: Expression): Formula {
  const it = node as CoreExpression;
  if (it.type === 'Literal' && typeof it.value === 'number' && Number.isFinite(it.value)) {
    return { kind: 'number', value: it.value };
  }
  if (it.type === 'Identifier' && VARIABLE.test(it.name)) return { kind: 'variable', id: it.name };
  if (it.type === 'UnaryExpression' && it.operator === '-') {
    const right = formulaOf(it.argument);
    return { kind: 'operation', sign: '-', left: { kind: 'number', value: 0 }, right };
  }
  if (it.type === 'BinaryExpression' && isSign(it.operator)) {
    return { kind: 'operation', sign: it.operator, left: formulaOf(it.left), right: formulaOf(it.right) };
  }
  if (it.type === 'Compound') {
    throw new Unfit(it.body.length === 0 ? 'it is empty' : 'a sign is missing between two of its parts');
  }
  throw new Unfit(`${nameOf(it)} has no place in it`);
}

const nameOf = (node: CoreExpression): string => {
  if (node.type === 'Identifier') return `"${node.name}"`;
  if (node.type === 'BinaryExpression' || node.type === 'UnaryExpression') return `"${node.operator}"`;
  if (node.type === 'Literal') return node.raw;
  if (node.type === 'CallExpression') return 'a call';
  return 'one of its parts';
};

export const parseFormula = (source: string): ParsedFormula => {
  try {
    return { formula: formulaOf(jsep(source.replace(/[×÷−（）]/g, (it) => SIGNS[it] ?? it))) };
  } catch (error) {
    if (error instanceof Unfit) return { problem: error.message };
    const { description, index } = error as { description?: string; index?: number };
    if (description === undefined || index === undefined) throw error;
    return { problem: `${description.toLowerCase()} at character ${index + 1}` };
  }
};

/** Ids of the variables that a formula reads, each once, in order. */
export const formulaVariables = (formula: Formula): string[] => {
  if (formula.kind === 'variable') return [formula.id];
  if (formula.kind === 'number') return [];
  return [...new Set([...formulaVariables(formula.left), ...formulaVariables(formula.right)])];
};

/** The value, or `undefined` where a variable has none or a division is by zero. */
export const evaluateFormula = (
  formula: Formula,
  numberOf: (id: string) => number | undefined,
): number | undefined => {
  if (formula.kind === 'number') return formula.value;
  if (formula.kind === 'variable') return numberOf(formula.id);
  const left = evaluateFormula(formula.left, numberOf);
  const right = evaluateFormula(formula.right, numberOf);
  if (left === undefined || right === undefined) return undefined;
  switch (formula.sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : left / right;
  }
};
