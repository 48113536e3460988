import { type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Book } from '@/lib/phrasebook';
import { type CompiledBook, compileBookSliced, toRuntime } from '@/lib/phrasebook/runtime';
import { check } from '@/lib/reply';
import { type Repositories, type StoreState, type StoreTrouble, storeKeys, troubleOf } from '@/lib/store';
import { follow, settings } from '@/lib/store/settings';
import type { PersonalActions } from '../panel';
import type { Check, PanelShelf } from '../shelf';

interface Watchable<T> {
  getValue(): Promise<T>;
  watch(changed: (value: T) => void): () => void;
}

/** The value of a setting, `initial` until it is read. */
export function useSetting<T>(item: Watchable<T>, initial: T): T {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const lifetime = new AbortController();
    void follow(item, setValue, lifetime.signal).catch(() => undefined);
    return () => lifetime.abort();
  }, [item]);
  return value;
}

/** Books, usage and authority from the store; `null` until the books are read. Follows every change. */
export function usePanelShelf(own: Repositories): PanelShelf | null {
  const { data: books } = useQuery({ queryKey: storeKeys.books, queryFn: () => own.shelf.books() });
  const { data: used } = useQuery({
    queryKey: storeKeys.scriptUsage,
    queryFn: () => own.scriptUses.list().catch(() => []),
  });
  const { data: personal } = useQuery({
    queryKey: storeKeys.personalScripts,
    queryFn: () => own.personalScripts.list().catch(() => []),
  });
  const authority = useSetting(settings.authority, 'agent');
  return useMemo(() => {
    if (!books) return null;
    const uses = used ?? [];
    return {
      books,
      ...(personal ? { personal } : {}),
      uses: new Map(uses.map(({ script, count }) => [script, count])),
      removed: new Map(uses.flatMap((it) => (it.removed ? [[it.script, it.removed] as const] : []))),
      usedAt: new Map(uses.map((it) => [it.script, it.lastUsedAt])),
      authority,
    };
  }, [books, used, personal, authority]);
}

/** What a page of ours can do with the agent's own sentences. */
export function personalActions(own: Repositories): PersonalActions {
  return {
    save: (script) =>
      own.personalScripts.save(script).then(
        () => true,
        () => false,
      ),
    remove: (id) => void own.personalScripts.remove(id).catch(() => undefined),
    now: Date.now,
    newId: () => crypto.randomUUID(),
  };
}

/** What a person must be told of the store; that the disk is full is also known from other pages. */
export function useStoreTrouble(own: Repositories): StoreTrouble {
  const [state, setState] = useState<StoreState>(own.store.state);
  const full = useSetting(settings.storeFull, false);
  useEffect(() => {
    const stop = own.store.onState(setState);
    void own.store.ready().then(setState);
    return stop;
  }, [own]);
  return troubleOf(state) ?? (full ? 'storeFull' : null);
}

/** Longest stretch of compiling before the page may do something else, ms. */
const SLICE_MS = 8;

/** A message rather than a timer: browsers hold the timers of a tab in the background to one a second. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Compiles the books, a slice at a time, once `wanted`; `null` until that is done. */
export function useCompiledBooks(
  books: readonly Book[] | undefined,
  wanted: boolean,
): ReadonlySignal<readonly CompiledBook[] | null> {
  const compiled: Signal<readonly CompiledBook[] | null> = useSignal(null);
  useEffect(() => {
    if (!wanted || !books) return;
    const lifetime = new AbortController();
    const options = { signal: lifetime.signal, yieldControl: giveWay, sliceMs: SLICE_MS };
    void (async () => {
      const done: CompiledBook[] = [];
      for (const book of books) done.push(await compileBookSliced(toRuntime(book), options));
      compiled.value = done;
    })().catch((error: unknown) => {
      // Aborted: a newer set of books is on its way. Anything else is a fault that must not be swallowed.
      if (!lifetime.signal.aborted) throw error;
    });
    return () => lifetime.abort();
  }, [books, wanted, compiled]);
  return compiled;
}

/** Checks a draft against the compiled books; `null` until they are ready. */
export function checkWith(books: readonly CompiledBook[]): Check {
  return (draft, context) => check(books, draft, context);
}
