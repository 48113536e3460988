/**
 * Turns the phrasebooks of phrasebooks/ into the files the extension carries: per language one with what runs and one
 * with the whole book. Writes `[{path, contents}]` as JSON to stdout. A book with an error breaks the build; with
 * `--lenient` its broken items are left out and named on stderr.
 */
import { formatProblem, hasErrors, toRuntime } from '@/lib/phrasebook';
import { withHints } from '@/lib/phrasebook/runtime';
import { LANGUAGES } from '@/lib/phrasebook/vocabulary';
import { builtInPaths as carriedPaths } from '@/lib/store/built-in';
import { parcelOf } from '@/lib/store/runtime-book';
import { builtInPaths } from './tactful/book-files';
import { openEngine } from './tactful/open-engine';
import { readMoveWords, readWords } from './tactful/scenario-words';

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
process.stdout.write(JSON.stringify(files));
