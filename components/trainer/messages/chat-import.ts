import type { BookProblem } from '@/lib/phrasebook';
import type { Mapping, MessageColumn, SavedMessage } from '@/lib/workbench';

/** A sheet of a file that was read, as far as the page needs it; the rows stay where they were read. */
export interface SheetOutline {
  name: string;
  headings: readonly string[];
  rows: number;
  /** The first guess. */
  mapping: Mapping;
}

/** A mapped sheet, looked at. */
export interface SheetLook {
  /** What stands in the columns whose values mean something, the most frequent first. */
  values: Readonly<Record<Extract<MessageColumn, 'who' | 'verdict'>, readonly string[]>>;
  /** The first messages. */
  preview: readonly SavedMessage[];
}

/** A chat export that was read and waits to be mapped. */
export interface OpenedChats {
  file: string;
  sheets: readonly SheetOutline[];
  problems: readonly BookProblem[];
  look(sheet: number, mapping: Mapping): Promise<SheetLook>;
  /** Guesses what the values of newly chosen columns mean. */
  guess(sheet: number, mapping: Mapping): Promise<Mapping>;
  /** All messages of a sheet, masked. */
  take(sheet: number, mapping: Mapping): Promise<{ messages: SavedMessage[]; empty: number }>;
  close(): void;
}
