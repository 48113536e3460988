import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useStoreTrouble } from '@/components/agent/live';
import type { PageTools } from '@/components/page';
import { BooksPage, HeadActions, type PaneId, Shell, writeRoute } from '@/components/trainer';
import { EmptyState, Spinner, Toasts } from '@/components/ui';
import { books as bookWords, common, trainer } from '@/lib/i18n';
import type { OwnBook } from '@/lib/phrasebook';
import { lay } from '@/lib/workbench';
import { type BooksHere, createLookOver, type LookOver, useStandings } from './book-standings';
import { createChatsDesk } from './chats-desk';
import { useIncoming } from './inbox';
import { copyOf, emptyOverlay, freeId, openDraft, saveDraft } from './open-draft';
import { countsOf, OPEN_PANES, paneOf } from './panes';
import { useBench } from './use-bench';
import { useBuiltIns, useListedBooks } from './use-books';
import { useRoute } from './use-route';
import { useTrainerName } from './use-trainer-name';

export function App({ own, toaster, lifetime }: PageTools) {
  const route = useRoute();
  const builtIns = useBuiltIns(own);
  const here = useListedBooks(own, builtIns, route.at === 'books');
  const name = useTrainerName();
  const bench = useBench(own, builtIns, route.at === 'book' ? route.book : null, name);
  const waiting = useIncoming(own).filter((it) => it.settled === null).length;
  const storeTrouble = useStoreTrouble(own);
  const lookOver = useMemo(() => createLookOver(lifetime), [lifetime]);
  const chats = useMemo(() => createChatsDesk(own, lifetime), [own, lifetime]);

  /** Keeps a new book of one's own and opens it. */
  const start = async (from: string, made: (id: string) => OwnBook): Promise<boolean> => {
    try {
      const taken = [...(await own.books.heads()), ...(await own.drafts.list()), ...(builtIns ?? [])];
      const fresh = freeId(from, new Set(taken.map((it) => it.id)));
      const book = made(fresh);
      const base = builtIns?.find((it) => it.id === book.extends);
      await saveDraft(own, book, 0, name, lay(book, base));
      location.hash = writeRoute({ at: 'book', book: fresh, pane: 'taboos', item: null });
      return true;
    } catch {
      toaster.show(trainer('saving.failed'));
      return false;
    }
  };
  const buildOn = async (id: string): Promise<void> => {
    const base = builtIns?.find((it) => it.id === id);
    if (!base) return;
    await start(base.id, (fresh) =>
      emptyOverlay(base, fresh, trainer('books.overlayName', { name: base.name })),
    );
  };
  const copy = async (id: string): Promise<void> => {
    const opened = builtIns && (await openDraft(own, builtIns, id));
    if (!opened) return;
    const copied = await start(id, (fresh) =>
      copyOf(opened.own, fresh, bookWords('copyName', { name: opened.own.name })),
    );
    if (copied) toaster.show(bookWords('copied'));
  };

  let view: ComponentChild;
  if (route.at === 'books') {
    view = here ? (
      <Books
        own={own}
        here={here}
        lookOver={lookOver}
        onBuildOn={(id) => void buildOn(id)}
        onCopy={(id) => void copy(id)}
      />
    ) : (
      <Opening />
    );
  } else if (bench === 'missing') {
    view = (
      <EmptyState icon="warning" title={trainer('books.failed')}>
        <a class="btn" href={writeRoute({ at: 'books' })}>
          {trainer('books.title')}
        </a>
      </EmptyState>
    );
  } else if (!bench) {
    view = <Opening />;
  } else {
    const go = (item: string | null, pane: PaneId = route.pane): void => {
      location.hash = writeRoute({ at: 'book', book: bench.id, pane, item });
    };
    const { pane, item } = route;
    view = (
      <Shell
        key={bench.id}
        bench={bench}
        panes={OPEN_PANES}
        pane={pane}
        counts={countsOf(bench, waiting)}
        storeTrouble={storeTrouble}
        actions={<HeadActions bench={bench} onCopy={() => void copy(bench.id)} />}
      >
        {paneOf(pane, { bench, own, toaster, lifetime, chats, name, item, go })}
      </Shell>
    );
  }
  return (
    <>
      {view}
      <Toasts toaster={toaster} />
    </>
  );
}

interface BooksProps {
  own: PageTools['own'];
  here: BooksHere;
  lookOver: LookOver;
  onBuildOn: (id: string) => void;
  onCopy: (id: string) => void;
}

/** The list of books; how each stands is found out only while it is open. */
function Books({ own, here, lookOver, onBuildOn, onCopy }: BooksProps) {
  const standingOf = useStandings(own, lookOver, here);
  return <BooksPage books={here.books} standingOf={standingOf} onBuildOn={onBuildOn} onCopy={onCopy} />;
}

function Opening() {
  return (
    <div class="trainer-opening">
      <Spinner label={common('loading')} />
    </div>
  );
}
