import type { MoveId } from '@/lib/phrasebook';
import type { HalfReport, Report } from './evaluate';
import { READERS, type ReaderFigures } from './readers';
import { percent, shareText, table } from './table';

type LanguageReport = HalfReport['languages'][number];

interface Line {
  half: HalfReport['half'];
  it: LanguageReport;
}

/** One line a language and half, languages together. */
const linesOf = ({ halves }: Report): Line[] => {
  const languages = [...new Set(halves.flatMap((half) => half.languages.map((it) => it.language)))];
  return languages.flatMap((language) =>
    halves.flatMap(({ half, languages: all }) =>
      all.filter((it) => it.language === language).map((it) => ({ half, it })),
    ),
  );
};

const name = ({ half, it }: Line): string => `${it.language} ${half}`;

const section = (title: string, head: string[], rows: string[][]): string[] =>
  rows.length === 0 ? [] : [title, ...table(head, rows), ''];

const hasDrafts = ({ it }: Line): boolean =>
  it.drafts.recall.of + it.drafts.clean.of + it.drafts.hardClean.of > 0;

/** The half that tables by category and move show: the largest that was measured. */
const widest = (report: Report): LanguageReport[] =>
  (report.halves.find((it) => it.half === 'all') ?? report.halves[0])?.languages ?? [];

const draftTables = (lines: readonly Line[]): string[] => [
  ...section(
    'Drafts: flagged at medium and above, and with low and notices',
    ['', 'taboo flagged', '+low', 'clean flagged', '+low', 'hard-clean flagged', '+low'],
    lines.filter(hasDrafts).map((line) => {
      const { recall, recallWithLow, clean, cleanWithLow, hardClean, hardCleanWithLow } = line.it.drafts;
      return [
        name(line),
        shareText(recall),
        percent(recallWithLow.share),
        shareText(clean),
        percent(cleanWithLow.share),
        shareText(hardClean),
        percent(hardCleanWithLow.share),
      ];
    }),
  ),
  ...section(
    'Labels: touched by a flag, its category, and how well the spans agree',
    ['', 'labels found', 'right category', 'span overlap'],
    lines.filter(hasDrafts).map((line) => {
      const { labelsFound, rightCategory, spanOverlap } = line.it.drafts;
      return [name(line), shareText(labelsFound), shareText(rightCategory), percent(spanOverlap)];
    }),
  ),
];

const categoryTable = (languages: readonly LanguageReport[]): string[] => {
  const shown = languages.filter((it) => it.drafts.recall.of > 0);
  const first = shown[0];
  if (first === undefined) return [];
  return section(
    'By category: labels found, right category of those, false alarms in clean drafts',
    ['', ...shown.flatMap((it) => [it.language, 'right', 'false'])],
    first.categories.map(({ category }, index) => [
      category,
      ...shown.flatMap((it) => {
        const of = it.categories[index];
        return of === undefined
          ? ['', '', '']
          : [shareText(of.found), percent(of.right.share), String(of.falseAlarms)];
      }),
    ]),
  );
};

const moveTable = (languages: readonly LanguageReport[], moves: readonly MoveId[]): string[] => {
  const shown = languages.filter((it) => moves.some((move) => it.moves[move].recall !== null));
  if (shown.length === 0) return [];
  return section(
    'Moves: precision, recall, F1',
    ['', ...shown.flatMap((it) => [`${it.language} P`, 'R', 'F1'])],
    moves.map((move) => [
      move,
      ...shown.flatMap((it) => [
        percent(it.moves[move].precision),
        percent(it.moves[move].recall),
        percent(it.moves[move].f1),
      ]),
    ]),
  );
};

const pairTable = (lines: readonly Line[]): string[] =>
  section(
    'Contrast pairs: offending lines, innocent twins, other innocent lines',
    ['', 'offending flagged', '+low', 'twins flagged', '+low', 'innocent flagged', '+low'],
    lines
      .filter(({ it }) => it.pairs.twins.innocent.of + it.pairs.plain.innocent.of > 0)
      .map((line) => {
        const { twins, plain } = line.it.pairs;
        return [
          name(line),
          shareText(twins.offending),
          percent(twins.offendingWithLow.share),
          shareText(twins.innocent),
          percent(twins.innocentWithLow.share),
          shareText(plain.innocent),
          percent(plain.innocentWithLow.share),
        ];
      }),
  );

const pairCategoryTable = (languages: readonly LanguageReport[]): string[] => {
  const shown = languages.filter((it) => it.pairs.twins.offending.of > 0);
  const first = shown[0];
  if (first === undefined) return [];
  return section(
    'Contrast pairs by category: offending flagged, twins flagged',
    ['', ...shown.flatMap((it) => [it.language, 'twins'])],
    first.pairs.categories.map(({ category }, index) => [
      category,
      ...shown.flatMap((it) => {
        const of = it.pairs.categories[index];
        return of === undefined ? ['', ''] : [shareText(of.offending), shareText(of.innocent)];
      }),
    ]),
  );
};

const READ: readonly (keyof ReaderFigures)[] = ['taboo', 'clean', 'hardClean', 'offending', 'twins', 'plain'];

const readerTables = (report: Report, lines: readonly Line[]): string[] => [
  ...section(
    'Rules (medium and above), trained model, and either: drafts, contrast pairs',
    ['', 'taboo', 'clean', 'hard-clean', 'pairs: offending', 'twins', 'plain'],
    lines.flatMap((line) => {
      const { readers } = line.it;
      if (readers === undefined) return [];
      return READERS.map((reader) => [
        `${name(line)} ${reader}`,
        ...READ.map((kind) => shareText(readers[kind][reader])),
      ]);
    }),
  ),
  ...section(
    'Unlabelled lines by rules, model, either',
    ['', ...READERS],
    report.corpora.flatMap(({ file, readers }) =>
      readers === undefined ? [] : [[file, ...READERS.map((reader) => shareText(readers[reader]))]],
    ),
  ),
];

/** The report as tables for a terminal. */
export const reportText = (report: Report, moves: readonly MoveId[]): string[] => {
  const lines = linesOf(report);
  const languages = widest(report);
  return [
    ...readerTables(report, lines),
    ...draftTables(lines),
    ...categoryTable(languages),
    ...section(
      'Scenario of customers’ messages',
      ['', 'top 1', 'top 3', 'no cue', 'scripts fit'],
      lines
        .filter(({ it }) => it.scenarios.top1.of > 0)
        .map((line) => [
          name(line),
          shareText(line.it.scenarios.top1),
          shareText(line.it.scenarios.top3),
          percent(line.it.scenarios.silent.share),
          shareText(line.it.scenarios.scriptsFit),
        ]),
    ),
    ...moveTable(languages, moves),
    ...pairTable(lines),
    ...pairCategoryTable(languages),
    ...section(
      'Unlabelled lines',
      ['', 'flagged', '+low'],
      report.corpora.map((it) => [it.file, shareText(it.flagged), percent(it.withLow.share)]),
    ),
  ];
};
