import type { ComponentChild } from 'preact';
import {
  type Bench,
  ItemPane,
  LintPane,
  type PaneId,
  type Part,
  type Route,
  ScriptsPane,
} from '@/components/trainer';
import type { Toaster } from '@/components/ui';
import { common } from '@/lib/i18n';
import { SECTIONS } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { entriesOf } from '@/lib/workbench';
import { convertChinese } from './convert-chinese';
import { Versions } from './versions';

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

const isPart = (pane: PaneId): pane is Part => pane === 'lists' || SECTIONS.some((it) => it === pane);

/** The pane that the route names. */
export function paneOf(route: Extract<Route, { at: 'book' }>, tools: PaneTools): OpenPane {
  const { bench, toaster, go } = tools;
  const { pane, item } = route;
  const own = bench.own.value;
  const base = bench.base?.book;
  const counts: Partial<Record<PaneId, number>> = { lists: Object.keys(bench.lists.value).length };
  for (const section of SECTIONS) counts[section] = entriesOf(own, base, section).length;
  if (pane === 'scripts') {
    return {
      pane: (
        <ScriptsPane
          key={pane}
          bench={bench}
          item={item}
          toaster={toaster}
          go={go}
          convert={convertChinese}
          copy={(text) =>
            void navigator.clipboard.writeText(text).then(
              () => toaster.show(common('copied')),
              () => toaster.show(common('copyFailed', { key: 'Ctrl+C' })),
            )
          }
        />
      ),
      counts,
      actions: null,
    };
  }
  const wrong = bench.proof.value?.problems.filter((it) => it.level === 'error').length ?? 0;
  if (wrong > 0) counts.lint = wrong;
  if (isPart(pane)) {
    return {
      pane: <ItemPane key={pane} bench={bench} part={pane} item={item} toaster={toaster} go={go} />,
      counts,
      actions: null,
    };
  }
  if (pane === 'lint') {
    const today = new Date().toISOString().slice(0, 10);
    return { pane: <LintPane bench={bench} today={today} />, counts, actions: null };
  }
  if (pane === 'versions') return { pane: <Versions {...tools} />, counts, actions: null };
  return { pane: null, counts, actions: null };
}
