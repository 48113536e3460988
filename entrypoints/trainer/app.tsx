import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { useStoreTrouble } from '@/components/agent/live';
import type { PageTools } from '@/components/page';
import { BooksPage, HeadActions, type PaneId, Shell, writeRoute } from '@/components/trainer';
import { EmptyState, Spinner, Toasts } from '@/components/ui';
import { common, trainer } from '@/lib/i18n';
import { createChatsDesk } from './chats-desk';
import { useIncoming } from './inbox';
import { emptyOverlay, freeId, saveDraft } from './open-draft';
import { countsOf, OPEN_PANES, paneOf } from './panes';
import { useBench } from './use-bench';
import { useBuiltIns, useListedBooks } from './use-books';
import { useRoute } from './use-route';
import { useTrainerName } from './use-trainer-name';

export function App({ own, toaster, lifetime }: PageTools) {
  const route = useRoute();
  const builtIns = useBuiltIns(own);
  const books = useListedBooks(own, builtIns);
  const name = useTrainerName();
  const bench = useBench(own, builtIns, route.at === 'book' ? route.book : null, name);
  const waiting = useIncoming(own).filter((it) => it.settled === null).length;
  const storeTrouble = useStoreTrouble(own);
  const chats = useMemo(() => createChatsDesk(own, lifetime), [own, lifetime]);

  const buildOn = async (id: string): Promise<void> => {
    const base = builtIns?.find((it) => it.id === id);
    if (!base || !books) return;
    const fresh = freeId(base.id, new Set(books.map((it) => it.id)));
    try {
      await saveDraft(
        own,
        emptyOverlay(base, fresh, trainer('books.overlayName', { name: base.name })),
        0,
        name,
      );
      location.hash = writeRoute({ at: 'book', book: fresh, pane: 'taboos', item: null });
    } catch {
      toaster.show(trainer('saving.failed'));
    }
  };

  let view: ComponentChild;
  if (route.at === 'books') {
    view = books ? <BooksPage books={books} onBuildOn={(id) => void buildOn(id)} /> : <Opening />;
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
        actions={<HeadActions bench={bench} />}
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

function Opening() {
  return (
    <div class="trainer-opening">
      <Spinner label={common('loading')} />
    </div>
  );
}
