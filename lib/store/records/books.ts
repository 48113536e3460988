import type { Book, OwnBook } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { SigningKey } from '@/lib/subscription';
import type { Checkup, Foundation } from '@/lib/workbench';
import type { BookParcel } from '../runtime-book';

/** Where a book in the store came from; built-in books are part of the extension and are never stored. */
export type BookOrigin = 'own' | 'imported' | 'published';

/** One saved version of a book; versions are kept and never changed once published. */
export interface BookVersion {
  id: string;
  version: number;
  language: Language;
  name: string;
  origin: BookOrigin;
  state: 'draft' | 'published';
  savedAt: number;
  note: string;
  /** With everything it inherits, examples included. */
  source: Book;
  /** What it writes itself: what a trainer edits, and what is merged anew when the book below it changes. */
  own?: OwnBook;
  /** Who published it. */
  by?: string;
  /** Why it was published although a check failed; stands for ever. */
  emergency?: string;
}

/** What runs of a version, apart from it: whoever hands it out to frames does not read the book for it. */
export interface KeptParcel {
  id: string;
  version: number;
  /** Ready to hand out: nothing is parsed or stripped at start. */
  parcel: BookParcel;
}

/** Which version of a book is in use. */
export interface BookHead {
  id: string;
  language: Language;
  name: string;
  origin: BookOrigin;
  enabled: boolean;
  current: number;
  /** The last version that compiled and ran; the book falls back to it when `current` turns out bad. */
  lastGood: number | null;
  /** Why `current` was given up, in words for a trainer. */
  problem: string | null;
  /** Goes up with each change; an edit names the revision it was made on. */
  rev: number;
}

/** What somebody said about a draft. */
export interface ReviewNote {
  at: number;
  by: string;
  kind: 'comment' | 'approve' | 'request';
  text: string;
}

/** A book that is being worked on; one draft a book. It may hold mistakes: nothing a trainer wrote is lost. */
export interface BookDraft {
  id: string;
  language: Language;
  name: string;
  own: OwnBook;
  /** The version it started from; `null`: none yet. */
  basedOn: number | null;
  /** What of the book below it was written against. */
  foundation?: Foundation;
  state: 'open' | 'review';
  notes: ReviewNote[];
  savedAt: number;
  by: string;
  /** Goes up with each save; a save names the revision it was made on. */
  rev: number;
}

/** A YAML file that a book was taken from: its comments and its order are written back when the book is exported. */
export interface BookFile {
  /** Of the book. */
  id: string;
  /** Name of the file. */
  file: string;
  /** When it was first taken, epoch ms; the first file says the name of the book. */
  takenAt: number;
  text: string;
  /** Ids of rows that were not taken; they stay in the file as they are. */
  refused: string[];
}

/** What a look-over found of a book as it was then: it takes seconds, and most books are the same the next time. */
export interface BookCheckup {
  /** Of the book. */
  id: string;
  /** What it was a look-over of: changes whenever the book, what it builds on, or the checks do. */
  of: string;
  found: Checkup;
}

/** What was used of the books of a language on one day; ids of scripts and rules are the same in several languages. */
export interface BookDay {
  /** Local calendar day, `2026-01-31`. */
  day: string;
  language: Language;
  /** Scripts inserted by id, and flags mended by one of their replacements by rule. */
  counts: { scripts: Readonly<Record<string, number>>; mended: Readonly<Record<string, number>> };
}

/** A key of this trainer's, usable here and nowhere else: its bytes left once, into the key file. */
export interface KeptKey extends SigningKey {
  madeAt: number;
}
