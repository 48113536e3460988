import { type BookCheckups, createBookCheckups } from './book-checkups';
import { type BookDays, createBookDays } from './book-days';
import { type BookFiles, createBookFiles } from './book-files';
import { type Books, createBooks } from './books';
import { createBuiltIns, type ReadAsset } from './built-in';
import { type Changes, createChanges } from './changes';
import { type Corrections, createCorrections } from './corrections';
import { type Counters, createCounters, createScriptUses, type ScriptUses } from './counters';
import { createDismissals, type Dismissals } from './dismissals';
import { createDrafts, type Drafts } from './drafts';
import { createGoodReplies, type GoodReplies } from './good-replies';
import { createLedger, type Ledger } from './ledger';
import { createModels, type Models } from './models';
import { createStore, type OpenOptions, type Store } from './open';
import { createPersonalScripts, type PersonalScripts } from './personal-scripts';
import { createPracticeResults, type PracticeResults } from './practice-results';
import { type Bundles, createBundles } from './review/bundles';
import type { Calibrations, Contests, Desk, Reviews, Scorecards, Tallies } from './review/desk';
import { watchHeld } from './review/held';
import { createIntegrity, type Integrity } from './review/integrity';
import { createDesk } from './review/queue';
import { createCalibrations, createScorecards } from './review/sessions';
import { createTallies } from './review/tallies';
import { createContests, createReviews } from './review/verdicts';
import { createSavedMessages, type SavedMessages } from './saved-messages';
import { createSentLog, type SentLog } from './sent';
import { bumpBooks, settings, shopZone } from './settings';
import { createShelf, type Shelf } from './shelf';
import {
  createSigningKeys,
  createSubscriptions,
  type SigningKeys,
  type Subscriptions,
} from './subscriptions';
import { createVerdicts, type Verdicts } from './verdicts';

/** Everything a page or the background does with the store. */
export interface Repositories {
  store: Store;
  changes: Changes;
  books: Books;
  drafts: Drafts;
  bookFiles: BookFiles;
  bookCheckups: BookCheckups;
  shelf: Shelf;
  corrections: Corrections;
  dismissals: Dismissals;
  sent: SentLog;
  counters: Counters;
  scriptUses: ScriptUses;
  bookDays: BookDays;
  goodReplies: GoodReplies;
  ledger: Ledger;
  practiceResults: PracticeResults;
  personalScripts: PersonalScripts;
  subscriptions: Subscriptions;
  signingKeys: SigningKeys;
  verdicts: Verdicts;
  models: Models;
  /** The queue of QA. */
  desk: Desk;
  /** Whether the log is as it was written. */
  integrity: Integrity;
  reviews: Reviews;
  contests: Contests;
  calibrations: Calibrations;
  scorecards: Scorecards;
  tallies: Tallies;
  bundles: Bundles;
  savedMessages: SavedMessages;
}

export function createRepositories(store: Store, changes: Changes, read: ReadAsset): Repositories {
  const books = createBooks(store, changes, () => void bumpBooks());
  return {
    store,
    changes,
    books,
    drafts: createDrafts(store, changes),
    bookFiles: createBookFiles(store),
    bookCheckups: createBookCheckups(store),
    shelf: createShelf(books, createBuiltIns(read)),
    corrections: createCorrections(store, changes),
    dismissals: createDismissals(store, changes),
    sent: createSentLog(store, changes),
    counters: createCounters(store, changes),
    scriptUses: createScriptUses(store, changes),
    bookDays: createBookDays(store, changes),
    goodReplies: createGoodReplies(store, changes),
    ledger: createLedger(store, changes),
    practiceResults: createPracticeResults(store, changes),
    personalScripts: createPersonalScripts(store, changes),
    subscriptions: createSubscriptions(store, changes),
    signingKeys: createSigningKeys(store, changes),
    verdicts: createVerdicts(store, changes),
    models: createModels(store, changes),
    desk: createDesk(store, changes),
    integrity: createIntegrity(store, changes),
    reviews: createReviews(store, changes),
    contests: createContests(store, changes),
    calibrations: createCalibrations(store, changes),
    scorecards: createScorecards(store, changes),
    tallies: createTallies(store, changes, () => settings.alias.getValue(), shopZone),
    bundles: createBundles(store, changes, shopZone),
    savedMessages: createSavedMessages(store, changes),
  };
}

/** Reads a file of our own extension. */
async function readOwnAsset(path: string): Promise<string> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
}

let opened: Repositories | undefined;

/** The repositories of this extension page or background, opened at first use; never for content scripts. */
export function repositories(options?: OpenOptions): Repositories {
  if (opened === undefined) {
    opened = createRepositories(createStore(options), createChanges(), readOwnAsset);
    watchHeld(opened.store, opened.changes, Date.now);
  }
  return opened;
}
