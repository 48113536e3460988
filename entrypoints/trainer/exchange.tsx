import { type Bench, ExchangePane, type ExportFormat, writeRoute } from '@/components/trainer';
import { saveFile, templateFile } from '@/lib/exchange';
import { exchange as t } from '@/lib/i18n';
import type { Book, OwnBook } from '@/lib/phrasebook';
import { applyEdit, lay } from '@/lib/workbench';
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
        download(`${bench.id.replaceAll('/', '-')}.${format}`, saveFile(bench.own.value, format))
      }
      onPlan={(given, into) =>
        planBeside(
          given,
          into === 'this' ? bench.own.value : emptyBook(bench, 'own/import', 'import'),
          into === 'this' ? bench.base?.book : foundation(bench),
          lifetime,
        )
      }
      onNewBook={async (plan, title) => {
        const taken = new Set(
          [...(await own.drafts.list()), ...(await own.books.heads())].map((it) => it.id),
        );
        const id = freeId(foundation(bench)?.id ?? 'book', taken);
        const book = applyEdit(emptyBook(bench, id, title.slice(0, 60) || t('import')), plan.edit);
        await saveDraft(own, book, 0, name, lay(book, foundation(bench)));
        location.hash = writeRoute({ at: 'book', book: id, pane: 'scripts', item: null });
      }}
    />
  );
}
