import path from 'node:path';
import { CATEGORIES, LANGUAGES, type Language, MOVES } from '@/lib/phrasebook';
import { type Models, secondLook, secondOpinion } from '@/lib/reply';
import { choice, type ReadArguments, readArguments, UsageError, wholeNumber } from './arguments';
import {
  type CustomerMessage,
  type Draft,
  type Half,
  inHalf,
  type PairLine,
  readLabelled,
  readPairs,
} from './labelled';
import * as listing from './listing';
import {
  allMoveFigures,
  categoryFigures,
  draftFigures,
  type Guessed,
  guess,
  isLoud,
  type Judged,
  judgeDraft,
  judgeText,
  pairFigures,
  scenarioFigures,
  share,
} from './measure';
import { type Engine, engineFromArguments } from './open-engine';
import { modelsFromArguments } from './open-models';
import { readerFigures, shareByReader } from './readers';
import { reportText } from './report';
import { filesOf, formatRowProblem, type RowProblem, readInput, readRows } from './rows';

export const EVALUATE_USAGE = `evaluate FILE… [--pairs FILE…] [--corpus FILE…] [--half even|odd|all] [--json] [--book PATH…] [--strict]
  [--with-model | --model FOLDER]
  Figures on labelled drafts and customers' messages (FILE, JSONL), contrast pairs (TSV) and unlabelled lines (JSONL).
  Lists for tuning, of the even half only: --misses --false-alarms --scenarios --moves, narrowed by --lang L,
  --category C and --limit N (default 200); --show N prints N flagged lines of each corpus. With a list, --figures
  prints the tables too.`;

type LanguagePair = PairLine & { language: Language };

interface Texts {
  drafts: Judged<Draft>[];
  guessed: Guessed[];
  pairs: Judged<LanguagePair>[];
  corpora: { file: string; lines: Judged<{ text: string }>[] }[];
}

const languageOfFile = (file: string): Language =>
  /hant/i.test(path.basename(file)) ? 'zh-Hant' : /zh/i.test(path.basename(file)) ? 'zh-Hans' : 'en';

const readTexts = async (
  read: ReadArguments,
  engine: Engine,
): Promise<{ texts: Texts; problems: RowProblem[] }> => {
  const problems: RowProblem[] = [];
  const texts: Texts = { drafts: [], guessed: [], pairs: [], corpora: [] };
  const customers: CustomerMessage[] = [];
  for (const file of read.words.flatMap((it) => (it === '-' ? [it] : filesOf(it, '.jsonl')))) {
    const labelled = readLabelled(file, await readInput(file));
    problems.push(...labelled.problems);
    customers.push(...labelled.customers);
    for (const draft of labelled.drafts) texts.drafts.push(judgeDraft(engine.compiled, draft));
  }
  texts.guessed = customers.map((it) => guess(engine, it));
  for (const file of (read.many.get('pairs') ?? []).flatMap((it) => filesOf(it, '.tsv'))) {
    const pairs = readPairs(file, await readInput(file));
    problems.push(...pairs.problems);
    const language = languageOfFile(file);
    texts.pairs.push(
      ...pairs.lines.map((it) =>
        judgeText(engine.compiled, { ...it, file: path.basename(file), language }, language),
      ),
    );
  }
  for (const file of (read.many.get('corpus') ?? []).flatMap((it) => filesOf(it, '.jsonl'))) {
    const { rows, problems: wrong } = readRows(file, await readInput(file));
    problems.push(...wrong);
    const lines = rows.flatMap(({ value }) => (typeof value.text === 'string' ? [{ text: value.text }] : []));
    texts.corpora.push({
      file,
      lines: lines.map((it) => judgeText(engine.compiled, it, languageOfFile(file))),
    });
  }
  return { texts, problems };
};

const isCleanFile = (it: Judged<PairLine>): boolean => it.of.file.startsWith('clean');

/** Asks the trained model about every text. */
const suspect = (texts: Texts, models: Models): void => {
  const ask = (it: Judged<{ text: string }>): void => {
    it.confirmed = secondOpinion(models, it.of.text, it.loud, it.result.moves).filter(isLoud);
    it.suspected =
      secondLook(models, it.of.text, [], { books: [], language: null, around: it.result }).length > 0;
  };
  for (const it of [...texts.drafts, ...texts.pairs, ...texts.corpora.flatMap(({ lines }) => lines)]) ask(it);
};

/** Figures of one half, by language. */
const halfReport = (texts: Texts, half: Half) => {
  const drafts = texts.drafts.filter((it) => inHalf(it.of.number, half));
  const guessed = texts.guessed.filter((it) => inHalf(it.of.number, half));
  const pairs = texts.pairs.filter((it) => inHalf(it.of.number, half));
  const languages = LANGUAGES.flatMap((language) => {
    const own = drafts.filter((it) => it.of.language === language);
    const asked = guessed.filter((it) => it.of.language === language);
    const contrast = pairs.filter((it) => it.of.language === language);
    if (own.length + asked.length + contrast.length === 0) return [];
    return [
      {
        language,
        drafts: draftFigures(own),
        readers: readerFigures(own, contrast),
        categories: CATEGORIES.map((category) => ({ category, ...categoryFigures(own, category) })),
        scenarios: scenarioFigures(asked),
        moves: allMoveFigures(own),
        pairs: {
          twins: pairFigures(contrast.filter((it) => !isCleanFile(it))),
          plain: pairFigures(contrast.filter(isCleanFile)),
          categories: CATEGORIES.map((category) => ({
            category,
            ...pairFigures(contrast.filter((it) => !isCleanFile(it) && it.of.category === category)),
          })),
        },
      },
    ];
  });
  return { half, languages };
};
export type HalfReport = ReturnType<typeof halfReport>;

const corpusReport = ({ file, lines }: Texts['corpora'][number]) => ({
  file: path.basename(file),
  flagged: share(lines, (it) => it.loud.length > 0),
  withLow: share(lines, (it) => it.noticed),
  readers: shareByReader(lines),
});

export interface Report {
  halves: HalfReport[];
  corpora: ReturnType<typeof corpusReport>[];
}

const lists = (read: ReadArguments, texts: Texts): string[] => {
  const language = read.one.get('lang');
  const category = read.one.get('category');
  if (language !== undefined && !LANGUAGES.some((it) => it === language))
    throw new UsageError(`--lang is one of: ${LANGUAGES.join(', ')}`);
  if (category !== undefined && !CATEGORIES.some((it) => it === category))
    throw new UsageError(`--category is one of: ${CATEGORIES.join(', ')}`);
  const filter = { language, category, limit: wholeNumber(read, 'limit', 200) };
  const { flags } = read;
  const show = wholeNumber(read, 'show', 0);
  return [
    ...(flags.has('misses')
      ? [
          ...listing.missedDrafts(texts.drafts, filter),
          ...listing.missedLabels(texts.drafts, filter),
          ...listing.missedPairs(texts.pairs, filter),
        ]
      : []),
    ...(flags.has('false-alarms')
      ? [...listing.falseDrafts(texts.drafts, filter), ...listing.falsePairs(texts.pairs, filter)]
      : []),
    ...(flags.has('scenarios') ? listing.wrongScenarios(texts.guessed, filter) : []),
    ...(flags.has('moves') ? listing.wrongMoves(texts.drafts, filter) : []),
    ...(show > 0
      ? texts.corpora.flatMap((it) => listing.corpusSample(path.basename(it.file), it.lines, show))
      : []),
  ];
};

/** Runs the command; the exit code: 0, or 1 where books or data are wrong. */
export const evaluateCommand = async (given: readonly string[]): Promise<number> => {
  const read = readArguments(given, {
    book: 'many',
    pairs: 'many',
    corpus: 'many',
    half: 'one',
    json: 'flag',
    strict: 'flag',
    'with-model': 'flag',
    model: 'one',
    misses: 'flag',
    'false-alarms': 'flag',
    scenarios: 'flag',
    moves: 'flag',
    figures: 'flag',
    lang: 'one',
    category: 'one',
    limit: 'one',
    show: 'one',
  });
  if (
    read.words.length + (read.many.get('pairs')?.length ?? 0) + (read.many.get('corpus')?.length ?? 0) ===
    0
  ) {
    throw new UsageError('evaluate needs a file of labelled messages, --pairs or --corpus');
  }
  const half = choice(read, 'half', ['even', 'odd', 'all'] as const, 'all');
  const engine = engineFromArguments(read, read.many.get('book') ?? []);
  if (engine === undefined) return 1;
  const { texts, problems } = await readTexts(read, engine);
  for (const it of problems) console.error(formatRowProblem(it));
  const models = modelsFromArguments(read);
  if (models !== undefined) suspect(texts, models);
  const listed = lists(read, texts);
  const halves: Half[] = half === 'all' ? ['even', 'odd', 'all'] : [half];
  const report: Report = {
    halves: halves.map((it) => halfReport(texts, it)),
    corpora: texts.corpora.map(corpusReport),
  };
  if (read.flags.has('json')) console.log(JSON.stringify(report));
  else {
    const text = listed.length === 0 || read.flags.has('figures') ? reportText(report, MOVES) : [];
    console.log([...listed, ...text].join('\n'));
  }
  return problems.length > 0 ? 1 : 0;
};
