import { type Books, createBooks } from './books';
import { type Changes, createChanges } from './changes';
import { type Corrections, createCorrections } from './corrections';
import { type Counters, createCounters, createScriptUses, type ScriptUses } from './counters';
import { createDismissals, type Dismissals } from './dismissals';
import { createStore, type OpenOptions, type Store } from './open';
import { createSentLog, type SentLog } from './sent';
import { bumpBooks } from './settings';

/** Everything a page or the background does with the store. */
export interface Repositories {
  store: Store;
  changes: Changes;
  books: Books;
  corrections: Corrections;
  dismissals: Dismissals;
  sent: SentLog;
  counters: Counters;
  scriptUses: ScriptUses;
}

export function createRepositories(store: Store, changes: Changes): Repositories {
  return {
    store,
    changes,
    books: createBooks(store, changes, () => void bumpBooks()),
    corrections: createCorrections(store, changes),
    dismissals: createDismissals(store, changes),
    sent: createSentLog(store, changes),
    counters: createCounters(store, changes),
    scriptUses: createScriptUses(store, changes),
  };
}

let opened: Repositories | undefined;

/** The repositories of this extension page or background, opened at first use; never for content scripts. */
export function repositories(options?: OpenOptions): Repositories {
  opened ??= createRepositories(createStore(options), createChanges());
  return opened;
}
