/**
 * Formulas of derived blanks, such as `paid - now * count`: numbers, variable ids, + - * / and brackets.
 * A small parser of its own, because an extension may not evaluate code and a book is not code.
 */
export type Formula =
  | { kind: 'number'; value: number }
  | { kind: 'variable'; id: string }
  | { kind: 'operation'; sign: '+' | '-' | '*' | '/'; left: Formula; right: Formula };

export type ParsedFormula = { formula: Formula } | { problem: string };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([a-z][a-zA-Z0-9]*)|([-+*/()×÷−]))/y;
const SIGNS: Record<string, string> = { '×': '*', '÷': '/', '−': '-' };

class Reader {
  private at = 0;
  constructor(private readonly tokens: readonly string[]) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  private take(...wanted: string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.at += 1;
    return token;
  }

  private level(signs: ('+' | '-' | '*' | '/')[], below: () => Formula): Formula {
    let left = below();
    for (;;) {
      const sign = signs.find((it) => this.take(it) !== undefined);
      if (sign === undefined) return left;
      left = { kind: 'operation', sign, left, right: below() };
    }
  }

  sum(): Formula {
    return this.level(['+', '-'], () => this.product());
  }

  private product(): Formula {
    return this.level(['*', '/'], () => this.value());
  }

  private value(): Formula {
    if (this.take('-') !== undefined) {
      return { kind: 'operation', sign: '-', left: { kind: 'number', value: 0 }, right: this.value() };
    }
    if (this.take('(') !== undefined) {
      const inner = this.sum();
      if (this.take(')') === undefined) throw new SyntaxError('a bracket is not closed');
      return inner;
    }
    const token = this.tokens[this.at];
    if (token === undefined) throw new SyntaxError('it ends too early');
    if (/^[-+*/()]$/.test(token))
      throw new SyntaxError(`"${token}" stands where a number or a variable belongs`);
    this.at += 1;
    return /^\d/.test(token) ? { kind: 'number', value: Number(token) } : { kind: 'variable', id: token };
  }

  rest(): string {
    return this.tokens[this.at] ?? '';
  }
}

export const parseFormula = (source: string): ParsedFormula => {
  const tokens: string[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) return { problem: `"${text.slice(from).trim().slice(0, 12)}" cannot be read` };
    const token = match[1] ?? match[2] ?? match[3] ?? '';
    tokens.push(SIGNS[token] ?? token);
  }
  try {
    const reader = new Reader(tokens);
    const formula = reader.sum();
    return reader.done ? { formula } : { problem: `a sign is missing before "${reader.rest()}"` };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
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
