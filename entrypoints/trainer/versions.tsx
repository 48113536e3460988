import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { VersionsPane } from '@/components/trainer';
import { Spinner } from '@/components/ui';
import { common, version as t } from '@/lib/i18n';
import { storeKeys } from '@/lib/store';
import { newsBelow } from '@/lib/workbench';
import type { PaneTools } from './panes';
import { addNote, publishDraft, rollBack } from './publish';

/** The versions of the open book, and what can be done with them. */
export function Versions({ bench, own, name, toaster }: PaneTools) {
  const { id } = bench;
  const { data: kept } = useQuery({
    queryKey: [...storeKeys.book(id), 'versions'],
    queryFn: () => own.books.versions(id),
  });
  const { data: heads } = useQuery({ queryKey: storeKeys.books, queryFn: () => own.books.heads() });
  const { data: draft } = useQuery({
    queryKey: storeKeys.bookDraft(id),
    queryFn: async () => (await own.drafts.get(id)) ?? null,
  });
  const versions = useMemo(
    () =>
      (kept ?? [])
        .filter((it) => it.state === 'published')
        .map((it) => ({
          version: it.version,
          savedAt: it.savedAt,
          by: it.by ?? '',
          note: it.note,
          emergency: it.emergency ?? null,
          book: it.own ?? it.source,
        })),
    [kept],
  );
  const base = bench.base?.book;
  const written = bench.own.value;
  const news = useMemo(() => {
    const newest = kept?.find((it) => it.state === 'published');
    if (!base || newest?.own === undefined) return [];
    return newsBelow({ source: newest.source, own: newest.own }, written, base);
  }, [kept, written, base]);
  if (!kept || !heads || draft === undefined) return <Spinner label={common('loading')} />;
  const head = heads.find((it) => it.id === id);
  const told = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch {
      toaster.show(t('failed'));
    }
  };
  const noted = (note: Parameters<typeof addNote>[2], state: Parameters<typeof addNote>[3]): void =>
    void told(async () => {
      await bench.flush();
      const now = await own.drafts.get(id);
      if (now) await addNote(own, now, note, state);
    });
  return (
    <VersionsPane
      bench={bench}
      versions={versions}
      current={head?.enabled ? head.current : null}
      news={news}
      review={draft && { state: draft.state, notes: draft.notes }}
      onSend={() => noted(null, 'review')}
      onBack={() => noted(null, 'open')}
      onNote={(kind, text) =>
        noted({ at: Date.now(), by: name, kind, text }, kind === 'request' ? 'open' : 'review')
      }
      onPublish={(note, emergency) =>
        void told(async () => {
          const tried = await bench.check();
          const { rev } = bench;
          const outcome = await publishDraft(own, {
            ...tried,
            note,
            by: name,
            now: Date.now(),
            ...(emergency === undefined ? {} : { emergency }),
          });
          if (outcome.kind === 'published') bench.wentOn(rev);
          toaster.show(
            outcome.kind === 'published'
              ? t('published', { version: outcome.version })
              : outcome.kind === 'moved'
                ? t('moved')
                : t('refused', { count: outcome.errors }),
          );
        })
      }
      onUse={(version) =>
        void told(async () => {
          if (!head) return;
          await rollBack(own, head, version);
          toaster.show(t('published', { version }));
        })
      }
    />
  );
}
