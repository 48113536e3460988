import { readChats } from '../../lib/exchange';
import { maskText } from '../../lib/review';
import {
  byTalk,
  guessMapping,
  messagesFrom,
  prepareBacktest,
  type SavedMessage,
  searchHits,
  type Version,
} from '../../lib/workbench';
import { builtInPaths } from '../../scripts/tactful/book-files';
import { openEngine } from '../../scripts/tactful/open-engine';
import { readMoveWords, readWords } from '../../scripts/tactful/scenario-words';
import { randomFrom, textOf } from './engine-material';
import { percentiles, timed } from './reply';

type Emit = (line: object) => void;

const MESSAGES = 100_000;
const SEARCHED = 10_000;

/** A saved chat of two languages: lengths as in service talk, one message in ten judged. */
function savedChat(count: number): SavedMessage[] {
  const random = randomFrom(41);
  return Array.from({ length: count }, (_, index) => ({
    text: textOf(index % 5 === 0 ? 'en' : 'zh', index % 5 === 0 ? 40 + random(160) : 12 + random(80), random),
    who: 'agent',
    at: null,
    verdict: index % 10 === 0 ? (random(4) === 0 ? 'offence' : 'fine') : null,
    scenario: null,
  }));
}

/** The book with something added, taken away and changed in it. */
const changed = (book: Version): Version => ({
  ...book,
  taboos: book.taboos
    .slice(5)
    .map((it, index) =>
      index % 50 === 0
        ? { ...it, severity: it.severity === 'low' ? 'high' : 'low' }
        : index % 50 === 1
          ? { ...it, flag: [...it.flag, '随时找我'] }
          : it,
    ),
});

/** Searching saved messages while a rule is written, backtesting two versions of a book, reading an export: one thread. */
export async function run(emit: Emit): Promise<void> {
  const messages = savedChat(MESSAGES);
  const units = messages.reduce((sum, { text }) => sum + text.length, 0);
  const some = messages.slice(0, SEARCHED);
  const { books } = openEngine(builtInPaths(), false);
  for (const [what, flag] of [
    ['plain words', ['没办法', '你自己看']],
    ['gaps and lists', ['[您|你]…[没|没有](办法|法子)', '(这个|那个){0-8}(规定|政策)']],
  ] as const) {
    const times = timed(
      () => searchHits([{ id: 'tried', flag }], books[0]?.lists ?? {}).run(some, 0, SEARCHED),
      20,
    );
    emit({
      what: `search while writing a rule, ${what}`,
      messages: SEARCHED,
      unit: 'ms',
      ...percentiles(times),
    });
  }
  const talked = messages.map((it, index) =>
    index % 2 === 0
      ? { ...it, who: 'customer' as const, talk: Math.floor(index / 12) }
      : { ...it, talk: Math.floor(index / 12) },
  );
  for (const book of books) {
    const learned = { words: readWords(book.language), moveWords: readMoveWords(book.language) };
    const begun: Version = { ...book, ...learned };
    for (const [what, other] of [
      [
        'what is missing from replies',
        { absences: book.absences.map((it) => ({ ...it, unless: ['鲸鹭鹮'] })) },
      ],
      [
        'one reply move',
        {
          moves: book.moves.map((it, at) => (at === 0 ? { ...it, flag: [...it.flag, '随时', 'today'] } : it)),
        },
      ],
      [
        'every reply move',
        { moves: book.moves.map((it) => ({ ...it, flag: [...it.flag, '随时', 'today'] })) },
      ],
      [
        'one scenario',
        {
          scenarios: book.scenarios.map((it, at) =>
            at === 0 ? { ...it, cues: [...it.cues, '随时', 'today'] } : it,
          ),
        },
      ],
    ] as const) {
      const from = performance.now();
      const { rules } = prepareBacktest(begun, { ...begun, ...other })(byTalk(talked));
      emit({
        what: `backtest of two versions that differ in ${what}, ${book.language}`,
        messages: MESSAGES,
        rulesChanged: rules.length,
        seconds: Number(((performance.now() - from) / 1000).toPrecision(3)),
      });
    }
    const start = performance.now();
    const used = process.cpuUsage();
    const compare = prepareBacktest(book, changed(book));
    const compiled = performance.now();
    const { read, rules } = compare(messages);
    emit({
      what: `backtest of two versions, ${book.language}`,
      messages: MESSAGES,
      units,
      read,
      taboos: book.taboos.length,
      rulesChanged: rules.length,
      compileMs: Math.round(compiled - start),
      cpuSeconds: Number((process.cpuUsage(used).user / 1e6).toPrecision(3)),
      seconds: Number(((performance.now() - start) / 1000).toPrecision(3)),
    });
  }
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const csv = `time,role,content\n${messages
    .map(
      ({ text }, index) => `2026-01-0${1 + (index % 9)} 10:00,${index % 3 ? '客服' : '买家'},${cell(text)}`,
    )
    .join('\n')}`;
  const start = performance.now();
  const { tables } = await readChats({ name: 'chats.csv', bytes: new TextEncoder().encode(csv) });
  const read = performance.now();
  const [sheet] = tables;
  const taken = sheet && messagesFrom(sheet, guessMapping(sheet), { mask: maskText });
  emit({
    what: 'import of a CSV, read and masked',
    messages: taken?.messages.length,
    readMs: Math.round(read - start),
    maskMs: Math.round(performance.now() - read),
  });
}
