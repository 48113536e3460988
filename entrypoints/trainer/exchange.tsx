import { type Bench, ExchangePane, type ExportFormat, writeRoute } from '@/components/trainer';
import { rewriteYamls, saveFile, templateFile } from '@/lib/exchange';
import { exchange as t } from '@/lib/i18n';
import type { Book, OwnBook } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { applyEdit, type ImportPlan, lay } from '@/lib/workbench';
import { emptyOverlay, freeId, saveDraft } from './open-draft';
import type { PaneTools } from './panes';
import { planBeside } from './plan-import';

/** Offers bytes to the person as a file. */
export function saveAs(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the address over by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}

/** What a new book is made on: the built-in one that is looked at, or the one below the open book. */
const foundation = ({ readOnly, base, own }: Bench): Book | undefined =>
  readOnly ? (own.value as unknown as Book) : base?.book;

function emptyBook(bench: Bench, id: string, name: string): OwnBook {
  const base = foundation(bench);
  if (base) return emptyOverlay(base, id, name);
  const { extends: _, ...alone } = emptyOverlay(bench.own.value as unknown as Book, id, name);
  return alone as OwnBook;
}

/** Keeps a YAML file that a book was taken from. */
async function keepFile(
  { bookFiles }: Repositories,
  id: string,
  file: string,
  plan: ImportPlan,
): Promise<void> {
  if (plan.yaml === undefined) return;
  const refused = plan.refused.flatMap((it) => (it.id === null ? [] : [it.id]));
  await bookFiles.keep({ id, file, takenAt: Date.now(), text: plan.yaml, refused });
}

/** The open book as a file; as YAML written into those it came from, with their comments, where there are any. */
async function exported(
  bench: Bench,
  { bookFiles }: Repositories,
  format: ExportFormat,
): Promise<Uint8Array> {
  const book = bench.own.value;
  const from = format === 'yaml' ? await bookFiles.list(bench.id) : [];
  const text = rewriteYamls(from, book, bench.base);
  return text === null ? saveFile(book, format) : new TextEncoder().encode(text);
}

/** Files into the open book, or a new one, and out of it. */
export function Exchange({ bench, own, toaster, name, lifetime }: PaneTools) {
  const download = (file: string, bytes: Promise<Uint8Array>): void =>
    void bytes.then(
      (it) => saveAs(file, it),
      () => toaster.show(t('failed')),
    );
  return (
    <ExchangePane
      bench={bench}
      toaster={toaster}
      onTemplate={() => download('tactful-template.xlsx', templateFile())}
      onExport={(format: ExportFormat) =>
        download(`${bench.id.replaceAll('/', '-')}.${format}`, exported(bench, own, format))
      }
      onPlan={(given, into) =>
        planBeside(
          given,
          into === 'this' ? bench.own.value : emptyBook(bench, 'own/import', 'import'),
          into === 'this' ? bench.base?.book : foundation(bench),
          lifetime,
        )
      }
      onTaken={(plan, file) =>
        void keepFile(own, bench.id, file, plan).catch(() => toaster.show(t('failed')))
      }
      onNewBook={async (plan, title) => {
        const taken = new Set(
          [...(await own.drafts.list()), ...(await own.books.heads())].map((it) => it.id),
        );
        const id = freeId(foundation(bench)?.id ?? 'book', taken);
        const book = applyEdit(emptyBook(bench, id, title.slice(0, 60) || t('import')), plan.edit);
        await saveDraft(own, book, 0, name, lay(book, foundation(bench)));
        await keepFile(own, id, title, plan);
        location.hash = writeRoute({ at: 'book', book: id, pane: 'scripts', item: null });
      }}
    />
  );
}
