import { useEffect, useMemo, useState } from 'preact/hooks';
import { Badge, Button, Dialog, Spinner, Textarea } from '@/components/ui';
import { common, languageName, item as t } from '@/lib/i18n';
import type { Book, Script, Variable } from '@/lib/phrasebook';
import { type CompiledBook, compileBook, toRuntime } from '@/lib/phrasebook/runtime';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { type Entry, fieldEdit } from '@/lib/workbench';
import type { Bench } from '../bench';
import { optionName } from '../items/names';
import { ScriptFlags, ScriptPhone, useScriptLook } from './script-phone';
import { counterparts, isVariant } from './variants';

export interface SideBySideProps {
  bench: Bench;
  entry: Entry;
  entries: readonly Entry[];
  variables: readonly Variable[];
  compiled: CompiledBook | null;
  /** The books in use, whatever their language. */
  readBooks: () => Promise<readonly Book[]>;
}

/** More than so many of one book are not looked at together. */
const MOST = 8;

/** Opens a script beside its variants: other tones of this book, and what other languages say there. */
export function SideBySide(props: SideBySideProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('sideBySide')}
      </Button>
      {open && <Together {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const scriptOf = ({ item }: Entry): Script => item as unknown as Script;

/** What flags a script, without what it is not asked for. */
export const tabooBook = (book: Book): CompiledBook =>
  compileBook({
    ...toRuntime(book),
    absences: [],
    softenings: [],
    scenarios: [],
    moves: [],
    commitments: [],
  });

function Together({
  bench,
  entry,
  entries,
  variables,
  compiled,
  readBooks,
  onClose,
}: SideBySideProps & { onClose: () => void }) {
  const script = scriptOf(entry);
  const [books, setBooks] = useState<readonly Book[] | null>(null);
  useEffect(() => {
    let here = true;
    void readBooks().then(
      (all) => here && setBooks(all.filter((it) => it.language !== bench.language)),
      () => here && setBooks([]),
    );
    return () => {
      here = false;
    };
  }, [readBooks, bench.language]);
  const same = entries
    .filter((it) => it.id !== entry.id && !it.off && isVariant(scriptOf(it), script))
    .slice(0, MOST);
  return (
    <Dialog
      title={t('sideBySide')}
      onClose={onClose}
      footer={
        <Button look="primary" onClick={onClose}>
          {common('close')}
        </Button>
      }
    >
      <ul class="side-by-side">
        {[entry, ...same].map((it) => (
          <Variant
            key={it.id}
            script={scriptOf(it)}
            language={bench.language}
            variables={variables}
            compiled={compiled}
            {...(bench.readOnly
              ? {}
              : {
                  onText: (text: string) =>
                    bench.edit(fieldEdit('scripts', it, ['text'], text), `scripts/${it.id}/text`),
                })}
          />
        ))}
        {books === null && (
          <li>
            <Spinner label={common('loading')} />
          </li>
        )}
        {books
          ?.filter((it) => counterparts(it, script).length > 0)
          .map((book) => (
            <Foreign key={book.id} book={book} script={script} />
          ))}
      </ul>
    </Dialog>
  );
}

/** What a book of another language says there. */
function Foreign({ book, script }: { book: Book; script: Script }) {
  const found = useMemo(() => counterparts(book, script).slice(0, MOST), [book, script]);
  const compiled = useMemo(() => tabooBook(book), [book]);
  return (
    <>
      {found.map((it) => (
        <Variant
          key={it.id}
          script={it}
          language={book.language}
          variables={book.variables}
          compiled={compiled}
        />
      ))}
    </>
  );
}

interface VariantProps {
  script: Script;
  language: Language;
  variables: readonly Variable[];
  compiled: CompiledBook | null;
  /** Absent: it is looked at only. */
  onText?: (text: string) => void;
}

function Variant({ script, language, variables, compiled, onText }: VariantProps) {
  const look = useScriptLook(script, variables, compiled);
  const { id, tone, fault } = script;
  return (
    <li class="side-variant">
      <p class="side-variant-head">
        <b>{id}</b>
        <Badge>{languageName(language)}</Badge>
        {tone && <Badge>{optionName('tone', tone)}</Badge>}
        {fault && fault !== 'any' && <Badge>{optionName('fault', fault)}</Badge>}
      </p>
      <ScriptPhone look={look} language={language} />
      {onText && (
        <Textarea
          rows={4}
          lang={language}
          aria-label={id}
          value={script.text ?? ''}
          onInput={(event) => onText(event.currentTarget.value)}
        />
      )}
      <ScriptFlags look={look} />
    </li>
  );
}
