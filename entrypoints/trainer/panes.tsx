import type { ComponentChild } from 'preact';
import type { Bench, PaneId, Route } from '@/components/trainer';
import type { Toaster } from '@/components/ui';
import { SECTIONS } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';

/** What every pane of an open book gets. */
export interface PaneTools {
  bench: Bench;
  own: Repositories;
  toaster: Toaster;
  lifetime: AbortSignal;
  /** Who is at work, as kept with drafts and versions. */
  name: string;
  /** Opens an item of this pane, or another pane. */
  go: (item: string | null, pane?: PaneId) => void;
}

export interface OpenPane {
  pane: ComponentChild;
  counts: Partial<Record<PaneId, number>>;
  actions: ComponentChild;
}

/** The pane that the route names. */
export function paneOf(_route: Extract<Route, { at: 'book' }>, { bench }: PaneTools): OpenPane {
  const own = bench.own.value;
  const counts: Partial<Record<PaneId, number>> = { lists: Object.keys(own.lists).length };
  for (const section of SECTIONS) counts[section] = own[section].length;
  return { pane: null, counts, actions: null };
}
