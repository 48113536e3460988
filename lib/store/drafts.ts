import type { ChangeKey, Changes } from './changes';
import { storeKeys } from './keys';
import { StoreError } from './open';
import type { BookDraft, Engine } from './tables';

/** Books that are being worked on. */
export interface Drafts {
  list(): Promise<BookDraft[]>;
  get(id: string): Promise<BookDraft | undefined>;
  /**
   * Keeps a draft. `rev` is the revision the work started from, 0 for a new draft; where somebody saved in between it
   * fails with `conflict` and changes nothing.
   */
  save(draft: Omit<BookDraft, 'rev'>, rev: number): Promise<BookDraft>;
  /** Throws the draft away, unless it moved on since `rev`. */
  remove(id: string, rev: number): Promise<void>;
}

/** What is told of a changed draft; the last names its revision, for whoever has just that already. */
export const draftKeys = (id: string, rev: number): ChangeKey[] => [
  storeKeys.bookDrafts,
  storeKeys.bookDraft(id),
  [...storeKeys.bookDraft(id), String(rev)],
];

/** The revision that an announcement names for a draft; `null`: it is about something else. */
export function draftRevision(keys: readonly ChangeKey[], id: string): number | null {
  const key = keys.find((it) => it.length === 3 && it[0] === storeKeys.bookDrafts[0] && it[1] === id);
  return key === undefined ? null : Number(key[2]);
}

export function createDrafts(engine: Engine, changes: Changes): Drafts {
  const changed = (id: string, rev: number): void => changes.announce(...draftKeys(id, rev));
  const conflict = (id: string): StoreError =>
    new StoreError({ kind: 'conflict', table: 'bookDrafts', key: id });
  return {
    list: () => engine.read(['bookDrafts'], (tx) => tx.list('bookDrafts')),
    get: (id) => engine.read(['bookDrafts'], (tx) => tx.get('bookDrafts', id)),
    async save(draft, rev) {
      const saved = { ...draft, rev: rev + 1 };
      await engine.write(['bookDrafts'], 'strict', async (tx) => {
        const before = await tx.get('bookDrafts', draft.id);
        if ((before?.rev ?? 0) !== rev) throw conflict(draft.id);
        await tx.put('bookDrafts', saved);
      });
      changed(draft.id, saved.rev);
      return saved;
    },
    async remove(id, rev) {
      await engine.write(['bookDrafts'], 'strict', async (tx) => {
        const before = await tx.get('bookDrafts', id);
        if (before === undefined) return;
        if (before.rev !== rev) throw conflict(id);
        await tx.delete('bookDrafts', id);
      });
      changed(id, rev);
    },
  };
}
