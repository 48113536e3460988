import { type Folded, fold, languageOf } from '@/lib/text';
import { checkSuggestions } from './check-suggestions';
import { checkTaboos } from './check-taboos';
import { exampleSituation, exampleText, takeMarks } from './example';
import type { Locate } from './locate';
import { type BookProblem, byPlace, cited, type ToldProblem, told } from './problem';
import {
  absencesIn,
  type CompiledBook,
  type CompileProblem,
  compileBook,
  cueHits,
  inMoveOrder,
  movesIn,
  softened,
  tabooHits,
  toRuntime,
  weighScenarios,
} from './runtime';
import type { Book } from './schema';

export interface CheckOptions {
  /** From `loadBook`; without it problems name the book instead of a file. */
  locate?: Locate;
  /** The same book, compiled already. */
  compiled?: CompiledBook;
}

/** Which key and text of the book a compile problem speaks of. */
const patternTarget = (book: Book, it: CompileProblem): Parameters<Locate>[0] => {
  const { section, item, key, index, column: inside } = it;
  if (key === 'list') {
    const name = it.rule.replace(/^@/, '');
    return { section: 'lists', id: name, value: book.lists[name]?.[index], inside };
  }
  if (section === 'scenarios') {
    const cue = book.scenarios.find((one) => one.id === item)?.cues[index];
    return { section, id: item, key: 'cues', value: typeof cue === 'string' ? cue : cue?.flag, inside };
  }
  if (section === 'absences') {
    const name = key !== 'flag' ? key : it.rule.endsWith('?unless') ? 'unless' : 'when';
    return {
      section,
      id: item,
      key: name,
      value: book.absences.find((one) => one.id === item)?.[name]?.[index],
      inside,
    };
  }
  if (section === 'softenings') {
    const value = book.softenings.find((one) => one.id === item)?.when?.[index];
    return { section, id: item, key: 'when', value, inside };
  }
  const rule = book[section].find((one) => one.id === item);
  return { section, id: item, key, value: rule?.[key]?.[index], inside };
};

const patternProblems = (book: Book, compiled: CompiledBook, locate: Locate): BookProblem[] => {
  const seen = new Set<string>();
  return compiled.problems.flatMap((it): BookProblem[] => {
    const target = patternTarget(book, it);
    const place = locate(target);
    // Lists are compiled with every kind of rule, so their problems come several times. A book that is written on a
    // page has one line for everything: two rules with the same mistake are told apart by their path.
    const key = `${place.file}:${place.line}:${place.column ?? 0}:${place.path ?? it.item}:${it.message}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const named = typeof target.value === 'string';
    const values = { reason: it.message, cure: it.fix, pattern: cited(named ? String(target.value) : '') };
    return [
      {
        ...place,
        rule: it.item,
        level: it.level,
        kind: 'pattern',
        flaw: { code: it.code, subject: it.subject, fix: it.fix },
        ...told(named ? 'pattern' : 'pattern-alone', 'pattern', values),
      },
    ];
  });
};

type Say = (
  section: 'moves' | 'commitments' | 'absences' | 'softenings' | 'scenarios',
  id: string,
  key: 'examples.flag' | 'examples.pass',
  value: string,
  said: ToldProblem,
  level?: BookProblem['level'],
) => void;

/** Moves and commitments: hit or not, and where. */
const checkPlain = (book: Book, compiled: CompiledBook, say: Say): void => {
  for (const section of ['moves', 'commitments'] as const) {
    const kind = { word: section === 'moves' ? 'move' : 'promise' } as const;
    for (const rule of book[section]) {
      const hitsIn = (text: string | Folded) =>
        compiled[section].scan(text, { overlaps: true }).hits.filter((hit) => hit.id === rule.id);
      for (const example of rule.examples.flag) {
        const marked = exampleText(example);
        const { text, spans } = takeMarks(marked);
        const hits = hitsIn(text);
        if (hits.length === 0) {
          say(
            section,
            rule.id,
            'examples.flag',
            marked,
            told('kind-missed', 'add-pattern', { kind, text: cited(marked) }),
          );
        }
        for (const span of hits.length === 0 ? [] : spans) {
          if (hits.some((it) => it.start < span.end && span.start < it.end)) continue;
          say(
            section,
            rule.id,
            'examples.flag',
            marked,
            told('kind-elsewhere', 'move-or-correct', { marked: cited(text.slice(span.start, span.end)) }),
          );
        }
      }
      for (const example of rule.examples.pass) {
        const text = takeMarks(exampleText(example)).text;
        const hit = hitsIn(text)[0];
        if (hit === undefined) continue;
        say(
          section,
          rule.id,
          'examples.pass',
          exampleText(example),
          told('kind-hit', 'narrow-pattern', {
            kind,
            hit: cited(text.slice(hit.start, hit.end)),
            pattern: cited(rule.flag[hit.pattern] ?? ''),
          }),
        );
      }
    }
  }
};

const checkAbsences = (book: Book, compiled: CompiledBook, say: Say): void => {
  for (const rule of book.absences) {
    for (const key of ['flag', 'pass'] as const) {
      for (const example of rule.examples[key]) {
        const { text } = takeMarks(exampleText(example));
        const folded = fold(text);
        const made = new Set(movesIn(compiled, folded).keys());
        const noticed = absencesIn(compiled, text, folded, made, exampleSituation(example, compiled)).some(
          (it) => it.id === rule.id,
        );
        if (noticed === (key === 'flag')) continue;
        const values = { text: cited(text), moves: { names: inMoveOrder(made) } };
        const some = made.size > 0;
        say(
          'absences',
          rule.id,
          `examples.${key}`,
          exampleText(example),
          key === 'flag'
            ? told(some ? 'notice-missed-moves' : 'notice-missed', 'check-when', values)
            : told(some ? 'notice-made-moves' : 'notice-made', 'narrow-when', values),
        );
      }
    }
  }
};

const checkSoftenings = (book: Book, compiled: CompiledBook, say: Say): void => {
  for (const rule of book.softenings) {
    for (const key of ['flag', 'pass'] as const) {
      for (const example of rule.examples[key]) {
        const { text } = takeMarks(exampleText(example));
        const folded = fold(text);
        const made = new Set(movesIn(compiled, folded).keys());
        const hits = tabooHits(compiled, folded, exampleSituation(example, compiled));
        const quiet = softened(compiled, text, folded, hits, made, [rule]).some(
          (it, at) => it.severity !== hits[at]?.severity,
        );
        if (quiet === (key === 'flag')) continue;
        const values = { text: cited(text), moves: { names: inMoveOrder(made) } };
        say(
          'softenings',
          rule.id,
          `examples.${key}`,
          exampleText(example),
          key === 'flag' ? told('not-softened', 'soften', values) : told('softened', 'soften-less', values),
        );
      }
    }
  }
};

const checkScenarios = (book: Book, compiled: CompiledBook, say: Say): void => {
  for (const scenario of book.scenarios) {
    for (const text of scenario.examples?.flag ?? []) {
      const guesses = weighScenarios([takeMarks(text).text], (message) => cueHits(compiled, message));
      if (guesses[0]?.id === scenario.id) continue;
      const among = guesses.slice(0, 3).some((it) => it.id === scenario.id);
      const seen = guesses
        .slice(0, 3)
        .map((it) => `${it.id} (${it.evidence.map((one) => one.text).join(', ')})`);
      say(
        'scenarios',
        scenario.id,
        'examples.flag',
        text,
        told(seen.length === 0 ? 'no-cue' : 'other-scenario', 'add-cue', {
          seen: { names: seen },
          text: cited(text),
        }),
        among ? 'warning' : 'error',
      );
    }
    for (const text of scenario.examples?.pass ?? []) {
      const best = weighScenarios([takeMarks(text).text], (message) => cueHits(compiled, message))[0];
      if (best?.id !== scenario.id) continue;
      say(
        'scenarios',
        scenario.id,
        'examples.pass',
        text,
        told('scenario-hit', 'narrow-cue', { hits: cited(...best.evidence.map((it) => it.text)) }),
      );
    }
  }
};

/** Words of a Chinese book that are written in the other script. */
const scriptProblems = (book: Book, locate: Locate): BookProblem[] => {
  if (book.language === 'en') return [];
  const other = book.language === 'zh-Hans' ? 'zh-Hant' : 'zh-Hans';
  const texts = [
    ...(['taboos', 'absences'] as const).flatMap((section) =>
      book[section].flatMap((it) => [
        { section, id: it.id, key: 'why', value: undefined, text: it.why },
        ...it.instead.map((text) => ({ section, id: it.id, key: 'instead', value: text, text })),
      ]),
    ),
    ...book.scripts.map((it) => ({
      section: 'scripts' as const,
      id: it.id,
      key: 'text',
      value: undefined,
      text: it.text,
    })),
  ];
  return texts.flatMap(({ section, id, key, value, text }): BookProblem[] =>
    languageOf(text) !== other
      ? []
      : [
          {
            ...locate({ section, id, key, value }),
            rule: id,
            level: 'warning',
            kind: 'language',
            ...told('other-script', 'write-in', {
              written: { word: other },
              own: { word: book.language },
              text: cited(text),
            }),
          },
        ],
  );
};

/**
 * Tries everything a book must pass besides its shape: patterns compile; every example of every rule comes out as it
 * says, also when typed in the other Chinese script, full-width or spaced; no rule flags another's innocent example; no
 * script or replacement is itself taboo; no rule is always covered by another.
 */
export const checkBook = (book: Book, options: CheckOptions = {}): BookProblem[] => {
  const locate: Locate = options.locate ?? (() => ({ file: book.id, line: 1 }));
  const compiled = options.compiled ?? compileBook(toRuntime(book));
  const problems = patternProblems(book, compiled, locate);
  const say: Say = (section, id, key, value, said, level = 'error') => {
    problems.push({ ...locate({ section, id, key, value }), rule: id, level, kind: 'example', ...said });
  };
  problems.push(...checkTaboos(book, compiled, locate), ...checkSuggestions(book, compiled, locate));
  checkPlain(book, compiled, say);
  checkAbsences(book, compiled, say);
  checkSoftenings(book, compiled, say);
  checkScenarios(book, compiled, say);
  problems.push(...scriptProblems(book, locate));
  return problems.sort(byPlace);
};
