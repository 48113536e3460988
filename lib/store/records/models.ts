import type { ModelFile, Reading } from '@/lib/classifier';

/** A model that a team trained with its own examples; versions are kept and never changed. */
export interface ModelVersion {
  reading: Reading;
  version: number;
  savedAt: number;
  by: string;
  note: string;
  /** What it learned besides the shipped model. */
  learned: { fine: number; right: number };
  /** How it did on what it had not seen, beside the model before it; shares 0–1. */
  figures: ModelFigures;
  model: ModelFile;
}

export interface ModelFigures {
  /** Own offences held back: found before and after. */
  found: { before: number; after: number; of: number };
  /** Own innocent clauses held back: marked before and after. */
  marked: { before: number; after: number; of: number };
  /** Offences of other kinds: found before and after. */
  elsewhere: { before: number; after: number; of: number };
  /** Innocent texts of all kinds: marked before and after. */
  innocent: { before: number; after: number; of: number };
  /** What agents wrote in saved chats: marked before and after. */
  messages: { before: number; after: number; of: number };
}

/** Which model is in use for a language; 0 is the shipped one. */
export interface ModelHead {
  reading: Reading;
  current: number;
}
