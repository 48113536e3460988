import type { Outcome } from '@/lib/phrasebook/vocabulary';

/** A record with what became of it; `null` takes that away again. */
export function withOutcome<T extends { outcome?: Outcome }>(record: T, outcome: Outcome | null): T {
  if (outcome !== null) return { ...record, outcome };
  const { outcome: _, ...rest } = record;
  return rest as T;
}
