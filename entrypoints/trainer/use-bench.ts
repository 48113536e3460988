import { useEffect, useRef, useState } from 'preact/hooks';
import { type Bench, createBench } from '@/components/trainer';
import type { Book } from '@/lib/phrasebook';
import { draftRevision, type Repositories } from '@/lib/store';
import { openDraft, saveDraft } from './open-draft';
import { createProver } from './prove';

/** A book opened for work: `null` while it is being opened, `'missing'` where there is none of that id. */
export type OpenBench = Bench | null | 'missing';

/** Opens a book and keeps what is written in it; closes it when another is asked for. */
export function useBench(
  own: Repositories,
  builtIns: readonly Book[] | undefined,
  id: string | null,
  trainer: string,
): OpenBench {
  const [bench, setBench] = useState<OpenBench>(null);
  const by = useRef(trainer);
  by.current = trainer;
  useEffect(() => {
    setBench(null);
    if (id === null || !builtIns) return;
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const prove = createProver(signal);
    let opened: Bench | null = null;
    void openDraft(own, builtIns, id).then(
      (draft) => {
        if (signal.aborted) return;
        if (!draft) return setBench('missing');
        opened = createBench({
          opened: draft,
          save: (book, rev, foundation) => saveDraft(own, book, rev, by.current, foundation),
          prove: (book) => prove(book, draft.base?.book),
          lifetime: signal,
        });
        setBench(opened);
      },
      () => setBench('missing'),
    );
    own.changes.listen((keys) => {
      const rev = draftRevision(keys, id);
      if (rev === null) return;
      // What this page kept itself it knows by the next turn: a large book is not read to be told so.
      setTimeout(() => {
        if (!opened || signal.aborted || rev <= opened.rev) return;
        void own.drafts
          .get(id)
          .then((draft) => draft && opened?.catchUp(draft.own, draft.rev, draft.foundation));
      });
    }, signal);
    // What was typed last must not wait for the pause.
    addEventListener('pagehide', () => void opened?.flush(), { signal });
    return () => {
      void opened?.flush();
      lifetime.abort();
    };
  }, [own, builtIns, id]);
  return bench;
}
