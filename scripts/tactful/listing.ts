import type { Flag } from '@/lib/reply';
import type { Draft, PairLine } from './labelled';
import type { Guessed, Judged } from './measure';

/** Lists are for reading and tuning, so they hold the even half only, whatever half is measured. */
export const readable = (it: { number: number }): boolean => it.number % 2 === 0;

export interface Filter {
  language?: string;
  category?: string;
  limit: number;
}

const marked = (text: string, spans: readonly { start: number; end: number }[]): string => {
  let result = '';
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    if (span.start < at) continue;
    result += `${text.slice(at, span.start)}[[${text.slice(span.start, span.end)}]]`;
    at = span.end;
  }
  return (result + text.slice(at)).replace(/\s*\n\s*/g, ' ⏎ ');
};

const flagText = (it: Flag): string => `${it.rule} (${it.category}, ${it.severity}) "${it.text}"`;

const cut = <T>(title: string, items: readonly T[], limit: number, line: (it: T) => string[]): string[] => [
  `${title}: ${items.length}${items.length > limit ? `, first ${limit} shown` : ''}`,
  ...items.slice(0, limit).flatMap(line),
  '',
];

const said = (it: Judged<unknown>): string => {
  const low = it.result.flags.filter((one) => !it.loud.includes(one)).map(flagText);
  const notices = it.result.notices.map((one) => `${one.rule} (notice)`);
  return [...low, ...notices].join('; ');
};

const fitsDraft = (it: Draft, { language, category }: Filter): boolean =>
  readable(it) &&
  (language === undefined || it.language === language) &&
  (category === undefined || it.labels.length === 0 || it.labels.some((one) => one.category === category));

/** Offending drafts that no flag of medium or above marks; below it what was noticed at `low`. */
export const missedDrafts = (drafts: readonly Judged<Draft>[], filter: Filter): string[] => {
  const missed = drafts.filter(
    (it) => it.of.kind === 'taboo' && it.loud.length === 0 && fitsDraft(it.of, filter),
  );
  return cut('Missed drafts (even half)', missed, filter.limit, (it) => [
    `${it.of.id} ${it.of.scenario ?? ''} ${it.of.labels.map((one) => one.category).join(', ')}`,
    `    < ${it.of.customer.join(' / ')}`,
    `    > ${marked(it.of.text, it.of.labels)}`,
    ...(it.noticed ? [`    low: ${said(it)}`] : []),
  ]);
};

/** Labels that no flag touches, in drafts that are flagged elsewhere. */
export const missedLabels = (drafts: readonly Judged<Draft>[], filter: Filter): string[] => {
  const items = drafts
    .filter((it) => it.loud.length > 0 && fitsDraft(it.of, filter))
    .flatMap((it) =>
      it.of.labels
        .filter((label) => !it.loud.some((flag) => flag.start < label.end && label.start < flag.end))
        .map((label) => ({ it, label })),
    );
  return cut('Labels missed in flagged drafts (even half)', items, filter.limit, ({ it, label }) => [
    `${it.of.id} ${label.category}: ${marked(it.of.text, [label])}`,
    `    flagged: ${it.loud.map(flagText).join('; ')}`,
  ]);
};

/** Innocent drafts that are flagged. */
export const falseDrafts = (drafts: readonly Judged<Draft>[], filter: Filter): string[] => {
  const wrong = drafts.filter(
    (it) =>
      it.of.kind !== 'taboo' &&
      fitsDraft(it.of, filter) &&
      it.loud.some((flag) => filter.category === undefined || flag.category === filter.category),
  );
  return cut('Innocent drafts flagged (even half)', wrong, filter.limit, (it) => [
    `${it.of.id} ${it.of.kind} ${it.of.scenario ?? ''}`,
    `    < ${it.of.customer.join(' / ')}`,
    `    > ${marked(it.of.text, it.loud)}`,
    `    ${it.loud.map(flagText).join('; ')}`,
  ]);
};

const fitsPair = (it: PairLine & { language?: string }, { language, category }: Filter): boolean =>
  readable(it) &&
  (language === undefined || it.language === language) &&
  (category === undefined || it.category === category);

export const missedPairs = (
  lines: readonly Judged<PairLine & { language: string }>[],
  filter: Filter,
): string[] => {
  const missed = lines.filter((it) => it.of.offends && it.loud.length === 0 && fitsPair(it.of, filter));
  return cut('Missed offending pair lines (even numbers)', missed, filter.limit, (it) => [
    `${it.of.file} ${it.of.number} ${it.of.category}: ${marked(it.of.text, it.of.spans)}`,
    ...(it.noticed ? [`    low: ${said(it)}`] : []),
  ]);
};

export const falsePairs = (
  lines: readonly Judged<PairLine & { language: string }>[],
  filter: Filter,
): string[] => {
  const wrong = lines.filter(
    (it) =>
      !it.of.offends &&
      it.loud.length > 0 &&
      readable(it.of) &&
      (filter.language === undefined || it.of.language === filter.language) &&
      it.loud.some((flag) => filter.category === undefined || flag.category === filter.category),
  );
  return cut('Innocent pair lines flagged (even numbers)', wrong, filter.limit, (it) => [
    `${it.of.file} ${it.of.number} ${it.of.category}: ${marked(it.of.text, it.loud)}`,
    `    ${it.loud.map(flagText).join('; ')}`,
  ]);
};

export const wrongScenarios = (guessed: readonly Guessed[], filter: Filter): string[] => {
  const wrong = guessed.filter(
    (it) =>
      readable(it.of) &&
      (filter.language === undefined || it.of.language === filter.language) &&
      it.guesses[0]?.id !== it.of.scenario,
  );
  return cut('Scenario guessed wrongly (even half)', wrong, filter.limit, (it) => [
    `${it.of.id} ${it.of.scenario}: ${marked(it.of.text, [])}`,
    `    ${
      it.guesses
        .slice(0, 3)
        .map((one) => `${one.id} (${one.words.join(', ')})`)
        .join('; ') || 'no cue'
    }`,
  ]);
};

export const wrongMoves = (drafts: readonly Judged<Draft>[], filter: Filter): string[] => {
  const wrong = drafts.filter(
    (it) =>
      it.of.moves !== undefined &&
      readable(it.of) &&
      (filter.language === undefined || it.of.language === filter.language) &&
      it.of.moves.join() !== it.result.moves.join(),
  );
  return cut('Moves read wrongly (even half)', wrong, filter.limit, (it) => {
    const missing = it.of.moves?.filter((one) => !it.result.moves.includes(one)) ?? [];
    const extra = it.result.moves.filter((one) => it.of.moves?.includes(one) !== true);
    return [
      `${it.of.id} ${missing.map((one) => `-${one}`).join(' ')} ${extra.map((one) => `+${one}`).join(' ')}`.trimEnd(),
      `    > ${marked(it.of.text, [])}`,
    ];
  });
};

/** Flagged lines of a corpus, spread evenly over it, for reading by hand. */
export const corpusSample = (
  title: string,
  lines: readonly Judged<{ text: string }>[],
  count: number,
): string[] => {
  const flagged = lines.filter((it) => it.loud.length > 0);
  const step = Math.max(1, flagged.length / Math.max(1, count));
  const sample = Array.from(
    { length: Math.min(count, flagged.length) },
    (_, i) => flagged[Math.floor(i * step)]!,
  );
  return cut(`${title}: flagged lines`, sample, count, (it) => [
    `> ${marked(it.of.text, it.loud)}`,
    `    ${it.loud.map(flagText).join('; ')}`,
  ]);
};
