import { LANGUAGES, type Language, MARKETS, type Market } from '@/lib/phrasebook';
import { check, draftLanguage, type Models, secondLook, secondOpinion, suggestScripts } from '@/lib/reply';
import { readArguments, UsageError } from './arguments';
import { type Engine, engineFromArguments } from './open-engine';
import { modelsFromArguments } from './open-models';
import { formatRowProblem, type Row, type RowProblem, readInput, readRows } from './rows';

export const FLAG_USAGE = `flag [FILE…] [--book PATH…] [--strict] [--with-model | --model FOLDER]
  Reads {id?, text, customer?, lang?} a line from FILE (or stdin, or "-") and writes
  {id, flags, notices, moves, scenarios, suggestions} a line. "customer" is a text or a list of texts, oldest first.
  After --book, words that end in .jsonl or .ndjson (and "-") are input, all others are books.
  --with-model adds what the trained model doubts, as flags with by: "model", and makes flags of severity medium low
  that it contradicts.`;

interface FlagRow {
  id: string | number;
  text: string;
  customer: string[];
  agent: string[];
  language?: Language;
  market?: Market;
}

const texts = (value: unknown): string[] | undefined => {
  if (value === undefined || value === null) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  return Array.isArray(value) && value.every((it) => typeof it === 'string') ? value : undefined;
};

const readRow = ({ file, line, value }: Row): FlagRow | RowProblem => {
  const wrong = (message: string): RowProblem => ({ file, line, message });
  const { id, text, customer, agent, lang, market } = value;
  if (typeof text !== 'string') return wrong('"text" is missing or not a text');
  if (id !== undefined && typeof id !== 'string' && typeof id !== 'number') {
    return wrong('"id" is neither a text nor a number');
  }
  const messages = texts(customer);
  if (messages === undefined) return wrong('"customer" is neither a text nor a list of texts');
  const earlier = texts(agent);
  if (earlier === undefined) return wrong('"agent" is neither a text nor a list of texts');
  const language = LANGUAGES.find((it) => it === lang);
  if (lang !== undefined && lang !== null && language === undefined) {
    return wrong(`"lang" is one of: ${LANGUAGES.join(', ')}`);
  }
  const place = MARKETS.find((it) => it === market);
  return { id: id ?? line, text, customer: messages, agent: earlier, language, market: place };
};

/** What the command says about one draft. */
export const flagRow = ({ books, compiled }: Engine, row: FlagRow, models?: Models) => {
  const { customer, agent, language, market } = row;
  const result = check(compiled, row.text, { customer, agent, language, market });
  const answerIn = result.language ?? language ?? draftLanguage(customer.at(-1) ?? '') ?? 'zh-Hans';
  const suggestions = suggestScripts(books, {
    scenarios: result.scenarios,
    moves: result.moves,
    language: answerIn,
    market,
  });
  const flags =
    models === undefined ? result.flags : secondOpinion(models, row.text, result.flags, result.moves);
  const doubts =
    models === undefined
      ? []
      : secondLook(models, row.text, result.flags, {
          books: compiled,
          language: result.language,
          scenario: result.scenarios[0]?.id,
          around: result,
        });
  return {
    id: row.id,
    flags: [
      ...flags.map(({ rule, category, severity, start, end, text, by }) => ({
        rule,
        category,
        severity,
        start,
        end,
        text,
        by,
      })),
      ...doubts.map(({ category, severity, start, end, text, by, probability }) => ({
        category,
        severity,
        start,
        end,
        text,
        by,
        probability: Number(probability.toFixed(3)),
      })),
    ],
    notices: result.notices.map(({ rule, category, severity }) => ({ rule, category, severity })),
    moves: result.moves,
    scenarios: result.scenarios.map((it) => it.id),
    suggestions: suggestions.map(({ script, move, text }) => ({ script: script.id, move, text })),
  };
};

const isInput = (word: string): boolean => word === '-' || /\.(jsonl|ndjson)$/i.test(word);

/** Runs the command; the exit code: 0, or 1 where books or data are wrong. */
export const flagCommand = async (given: readonly string[]): Promise<number> => {
  const read = readArguments(given, { book: 'many', strict: 'flag', 'with-model': 'flag', model: 'one' });
  const afterBook = read.many.get('book') ?? [];
  const paths = afterBook.filter((it) => !isInput(it));
  const inputs = [...read.words, ...afterBook.filter(isInput)];
  if (read.many.has('book') && paths.length === 0) throw new UsageError('--book needs at least one book');
  const engine = engineFromArguments(read, paths);
  if (engine === undefined) return 1;
  const models = modelsFromArguments(read);
  let wrong = false;
  for (const input of inputs.length > 0 ? inputs : ['-']) {
    const file = input === '-' ? '(stdin)' : input;
    const { rows, problems } = readRows(file, await readInput(input));
    const output: string[] = [];
    for (const row of rows) {
      const ready = readRow(row);
      if ('message' in ready) problems.push(ready);
      else output.push(JSON.stringify(flagRow(engine, ready, models)));
    }
    if (output.length > 0) process.stdout.write(`${output.join('\n')}\n`);
    for (const it of problems.sort((a, b) => a.line - b.line)) console.error(formatRowProblem(it));
    wrong ||= problems.length > 0;
  }
  return wrong ? 1 : 0;
};
