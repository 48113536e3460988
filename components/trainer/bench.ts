import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { LoadOptions, OwnBook } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Lists } from '@/lib/rules';
import {
  applyEdit,
  type Clash,
  type Edit,
  edited,
  type Foundation,
  lay,
  listsOf,
  type Proof,
  redone,
  resettle,
  startHistory,
  takeTheirs,
  type Update,
  undone,
  unite,
  updatesOf,
} from '@/lib/workbench';

/** Whose book it is: part of Tactful, this browser's, or somebody else's that is fetched from an address. */
export type BookSource = 'built-in' | 'own' | 'subscribed';

/** A book as it was opened for work. */
export interface OpenedDraft {
  id: string;
  language: Language;
  own: OwnBook;
  base: LoadOptions['base'];
  /** Revision of the kept draft, 0 where there is none yet. */
  rev: number;
  /** What of the base it was written against, as kept; absent where nothing was kept yet. */
  foundation?: Foundation;
  /** Only a book of one's own is changed; the others are looked at. */
  from: BookSource;
}

/** How a save ended: kept, or somebody else had saved in between. */
export type SaveOutcome =
  | { kind: 'kept'; rev: number }
  | { kind: 'behind'; own: OwnBook; rev: number; foundation?: Foundation };

export interface BenchOptions {
  opened: OpenedDraft;
  save(own: OwnBook, rev: number, foundation: Foundation): Promise<SaveOutcome>;
  /** Tries the book; a question that a newer one overtakes may be rejected with `AbortError`. */
  prove(own: OwnBook): Promise<Proof>;
  lifetime: AbortSignal;
  /** Quiet time before a draft is kept and tried, ms. */
  pause?: number;
}

export type Saving = 'kept' | 'waiting' | 'saving' | 'failed';

/** What goes along with an edit, as long as it can be undone. */
export interface Along {
  done(): void;
  undone(): void;
}

/** One book on the workbench: what every pane of the trainer's page works with. */
export interface Bench {
  readonly id: string;
  readonly language: Language;
  readonly base: LoadOptions['base'];
  readonly from: BookSource;
  readonly readOnly: boolean;
  readonly own: ReadonlySignal<OwnBook>;
  /** With what is inherited. */
  readonly lists: ReadonlySignal<Lists>;
  /** Of the book as it was a moment ago; `null` before the first. */
  readonly proof: ReadonlySignal<Proof | null>;
  readonly saving: ReadonlySignal<Saving>;
  /** What somebody else changed at the same time; mine stands until it is settled. */
  readonly clashes: ReadonlySignal<readonly Clash[]>;
  /** What updates of the base changed under one's own, until it is settled. */
  readonly updates: ReadonlySignal<readonly Update[]>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** An edit that something outside of the book goes along with: that is taken back and done again with it. */
  enact(edit: Edit, along: Along): void;
  /** Edits with the same `step` in a row are taken back together, as somebody typing in one field. */
  edit(edit: Edit, step?: string): void;
  undo(): void;
  redo(): void;
  settle(clash: Clash, keep: 'mine' | 'theirs'): void;
  /** Lets one's own stand on the base as it is now; gives the way back. */
  settleUpdates(updates: readonly Update[]): () => void;
  /** Tries the book as it is now. */
  check(): Promise<{ own: OwnBook; proof: Proof }>;
  /** Keeps what waits, now. */
  flush(): Promise<void>;
  /** Revision of the draft that is kept. */
  readonly rev: number;
  /** Its draft was taken on from a revision, nothing in it changed: it is not taken for somebody else's. */
  wentOn(from: number): void;
  /** Takes in what another tab saved. */
  catchUp(own: OwnBook, rev: number, foundation?: Foundation): void;
}

const PAUSE = 600;

export function createBench({ opened, save, prove, lifetime, pause = PAUSE }: BenchOptions): Bench {
  const readOnly = opened.from !== 'own';
  const history = signal(startHistory(opened.own));
  const own = computed(() => history.value.present);
  const ownLists = computed(() => own.value.lists);
  const lists = computed(() => listsOf({ lists: ownLists.value }, opened.base?.book));
  const proof = signal<Proof | null>(null);
  const saving = signal<Saving>('kept');
  const clashes = signal<readonly Clash[]>([]);
  const base = opened.base?.book;
  const foundation = signal(lay(opened.own, base, opened.foundation));
  let keptFoundation = foundation.value;
  /** What is kept, and what others know of it. */
  let kept = opened.own;
  let rev = opened.rev;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  let asked = 0;
  let typing: string | undefined;
  /** By the state of the book that an edit led to. */
  const along = new WeakMap<OwnBook, Along>();
  /** What is in the place of a state goes along with what went along with it. */
  const replace = (present: OwnBook): void => {
    const company = along.get(own.value);
    if (company) along.set(present, company);
    history.value = { ...history.value, present };
  };
  /** What the proof is of. */
  let proved: OwnBook | null = null;

  const test = async (): Promise<void> => {
    const question = ++asked;
    const tried = own.value;
    const answer = await prove(tried).catch(() => null);
    if (answer === null || question !== asked || lifetime.aborted) return;
    proved = tried;
    proof.value = answer;
  };

  /** What somebody else settled is settled. */
  const standOn = (theirs: Foundation | undefined): void => {
    if (theirs === undefined) return;
    foundation.value = theirs;
    keptFoundation = theirs;
  };

  /** Puts somebody else's work beside mine; what both changed stays mine and is shown. */
  const takeIn = (theirs: OwnBook, theirRev: number, theirFoundation?: Foundation): void => {
    const united = unite(kept, own.value, theirs);
    replace(united.book);
    clashes.value = [...clashes.value, ...united.clashes];
    kept = theirs;
    rev = theirRev;
    standOn(theirFoundation);
  };

  const keep = async (): Promise<void> => {
    while ((own.value !== kept || foundation.value !== keptFoundation) && !readOnly) {
      saving.value = 'saving';
      const mine = own.value;
      const laid = lay(mine, base, foundation.value);
      foundation.value = laid;
      const outcome = await save(mine, rev, laid);
      if (outcome.kind === 'kept') {
        kept = mine;
        keptFoundation = laid;
        rev = outcome.rev;
      } else takeIn(outcome.own, outcome.rev, outcome.foundation);
    }
    saving.value = 'kept';
  };

  const flush = (): Promise<void> => {
    clearTimeout(timer);
    running ??= keep()
      .catch(() => {
        saving.value = 'failed';
      })
      .finally(() => {
        running = null;
      });
    return running;
  };

  const changed = (): void => {
    if (saving.value !== 'saving') saving.value = 'waiting';
    clearTimeout(timer);
    timer = setTimeout(() => {
      typing = undefined;
      void flush();
      void test();
    }, pause);
  };

  lifetime.addEventListener('abort', () => clearTimeout(timer), { once: true });
  void test();

  return {
    id: opened.id,
    language: opened.language,
    base: opened.base,
    from: opened.from,
    readOnly,
    own,
    lists,
    proof,
    saving,
    clashes,
    updates: computed(() => (base && !readOnly ? updatesOf(own.value, base, foundation.value) : [])),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit(edit, step) {
      if (readOnly) return;
      const { past, present } = history.value;
      history.value =
        step !== undefined && step === typing
          ? { past, present: applyEdit(present, edit), future: [] }
          : edited(history.value, edit);
      typing = step;
      changed();
    },
    enact(edit, it) {
      if (readOnly) return;
      const { past, present, future } = edited(history.value, edit);
      // Also where nothing had to be changed: the step is there to be taken back.
      history.value = { past, present: { ...present }, future };
      along.set(own.value, it);
      typing = undefined;
      changed();
      it.done();
    },
    undo() {
      typing = undefined;
      const before = own.value;
      history.value = undone(history.value);
      changed();
      if (own.value !== before) along.get(before)?.undone();
    },
    redo() {
      typing = undefined;
      const before = own.value;
      history.value = redone(history.value);
      changed();
      if (own.value !== before) along.get(own.value)?.done();
    },
    settle(clash, side) {
      clashes.value = clashes.value.filter((it) => it !== clash);
      if (side === 'mine') return;
      history.value = edited(history.value, takeTheirs(clash));
      changed();
    },
    settleUpdates(settled) {
      const before = foundation.value;
      if (base) {
        foundation.value = resettle(
          before,
          base,
          own.value.language,
          settled.map((it) => it.key),
        );
        changed();
      }
      return () => {
        foundation.value = before;
        changed();
      };
    },
    async check() {
      await flush();
      for (;;) {
        const tried = own.value;
        const known = proved === tried ? proof.value : null;
        if (known !== null) return { own: tried, proof: known };
        try {
          const answer = await prove(tried);
          proved = tried;
          proof.value = answer;
          return { own: tried, proof: answer };
        } catch (error) {
          const overtaken = error instanceof DOMException && error.name === 'AbortError';
          if (!overtaken || lifetime.aborted) throw error;
        }
      }
    },
    flush,
    get rev() {
      return rev;
    },
    wentOn(from) {
      if (rev === from) rev = from + 1;
    },
    catchUp(theirs, theirRev, theirFoundation) {
      if (theirRev <= rev) return;
      if (own.value === kept) {
        replace(theirs);
        kept = theirs;
        rev = theirRev;
        standOn(theirFoundation);
      } else takeIn(theirs, theirRev, theirFoundation);
      void test();
    },
  };
}
