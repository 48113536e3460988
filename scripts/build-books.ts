/**
 * Turns the phrasebooks of phrasebooks/ into the files the extension carries: per language one with what runs and one
 * with the whole book. Writes `[{path, contents}]` as JSON to stdout. A book with an error breaks the build; with
 * `--lenient` its broken items are left out and named on stderr.
 */
import type { Reading } from '@/lib/classifier';
import { formatProblem, hasErrors, toRuntime } from '@/lib/phrasebook';
import { withHints } from '@/lib/phrasebook/runtime';
import { LANGUAGES } from '@/lib/phrasebook/vocabulary';
import { type Replay, replayPath } from '@/lib/second-look/retrain';
import { builtInPaths as carriedPaths } from '@/lib/store/built-in';
import { parcelOf } from '@/lib/store/runtime-book';
import { builtInPaths } from './tactful/book-files';
import { openEngine } from './tactful/open-engine';
import { readMoveWords, readWords } from './tactful/scenario-words';
import { readTexts } from './train/examples';

const lenient = process.argv.includes('--lenient');
const { books, problems } = openEngine(builtInPaths(), !lenient);
const errors = problems.filter((it) => it.level === 'error');
for (const it of lenient ? errors.slice(0, 10) : errors) console.error(formatProblem(it));
if (lenient && errors.length > 10) console.error(`… and ${errors.length - 10} more`);
if (!lenient && hasErrors(problems)) {
  console.error(
    'The phrasebooks above must be mended first; TACTFUL_DRAFT_BOOKS=1 builds without what is broken.',
  );
  process.exit(1);
}

const files: { path: string; contents: string }[] = [];
for (const language of LANGUAGES) {
  const book = books.find((it) => it.language === language);
  if (book === undefined) {
    console.error(`There is no built-in book for ${language}`);
    process.exit(1);
  }
  const paths = carriedPaths(language);
  const parcel = await parcelOf(
    book,
    withHints({ ...toRuntime(book), words: readWords(language), moveWords: readMoveWords(language) }),
  );
  files.push({ path: paths.parcel, contents: JSON.stringify(parcel) });
  files.push({ path: paths.book, contents: JSON.stringify(book) });
}
/** What the trainer's page teaches beside a team's own examples: every innocent text, and offences to compare by. */
const written = readTexts('all').filter((it) => it.source !== 'rules');
for (const reading of ['zh', 'en'] satisfies Reading[]) {
  const own = written.filter((it) => it.reading === reading);
  const replay: Replay = {
    innocent: own.filter((it) => !it.offends).map((it) => it.text),
    offending: own
      .filter((it) => it.offends)
      .filter((_, at) => at % 4 === 0)
      .map((it) => it.text),
  };
  files.push({ path: replayPath(reading), contents: JSON.stringify(replay) });
}
process.stdout.write(JSON.stringify(files));
