import type { ComponentChild } from 'preact';
import {
  AlsoHit,
  type Bench,
  exampleEdit,
  ItemPane,
  PANES,
  type PaneId,
  type Part,
  ProposeRule,
  ScriptsPane,
  UpdatesPane,
} from '@/components/trainer';
import type { Toaster } from '@/components/ui';
import { common } from '@/lib/i18n';
import { SECTIONS } from '@/lib/phrasebook';
import type { Repositories } from '@/lib/store';
import { entriesOf } from '@/lib/workbench';
import type { ChatsDesk } from './chats-desk';
import { convertChinese } from './convert-chinese';
import { Exchange } from './exchange';
import { Inbox } from './inbox';
import { useLabelled } from './labelled';
import { Lint } from './lint';
import { Messages } from './messages';
import { SecondLook } from './second-look';
import { SignedFile } from './subscription';
import { Versions } from './versions';

/** What every pane of an open book gets. */
export interface PaneTools {
  bench: Bench;
  own: Repositories;
  toaster: Toaster;
  lifetime: AbortSignal;
  chats: ChatsDesk;
  /** Who is at work, as kept with drafts and versions. */
  name: string;
  /** What is open in the pane, as the address names it. */
  item: string | null;
  /** Opens an item of this pane, or another pane. */
  go: (item: string | null, pane?: PaneId) => void;
}

type OpenPane = (tools: PaneTools) => ComponentChild;

const items =
  (part: Part): OpenPane =>
  ({ bench, item, toaster, go }) => (
    <ItemPane key={part} bench={bench} part={part} item={item} toaster={toaster} go={go} />
  );

/** Parts whose items flag words in what agents write. */
type FlaggingPart = 'taboos' | 'moves' | 'commitments';

/** From messages to a rule; they are typed, or taken from what people judged. */
function Propose({
  bench,
  own,
  toaster,
  chats,
  go,
}: Pick<PaneTools, 'bench' | 'own' | 'toaster' | 'chats' | 'go'>) {
  const labelled = useLabelled(own, bench.language);
  return <ProposeRule bench={bench} toaster={toaster} make={chats.propose} labelled={labelled} go={go} />;
}

/** As `items`, and what the open one hits among the saved chats. */
const flaggingItems =
  (part: FlaggingPart): OpenPane =>
  ({ bench, own, item, toaster, go, chats }) => (
    <ItemPane
      key={part}
      bench={bench}
      part={part}
      item={item}
      toaster={toaster}
      go={go}
      {...(part === 'taboos'
        ? { otherNew: <Propose bench={bench} own={own} toaster={toaster} chats={chats} go={go} /> }
        : {})}
      beside={(entry) => (
        <AlsoHit
          key={entry.id}
          entry={entry}
          lists={bench.lists.value}
          language={bench.language}
          readOnly={bench.readOnly || entry.off}
          find={chats.find}
          onExample={(kind, text) => bench.edit(exampleEdit(part, entry, kind, text))}
        />
      )}
    />
  );

/** How each pane is opened; `null`: there is nothing to open yet, and the side bar leaves it out. */
const OPEN: Readonly<Record<PaneId, OpenPane | null>> = {
  taboos: flaggingItems('taboos'),
  absences: items('absences'),
  softenings: items('softenings'),
  scripts: ({ bench, own, item, toaster, go }) => (
    <ScriptsPane
      bench={bench}
      item={item}
      toaster={toaster}
      go={go}
      convert={convertChinese}
      readBooks={own.shelf.books}
      copy={(text) =>
        void navigator.clipboard.writeText(text).then(
          () => toaster.show(common('copied')),
          () => toaster.show(common('copyFailed', { key: 'Ctrl+C' })),
        )
      }
    />
  ),
  lists: items('lists'),
  scenarios: items('scenarios'),
  moves: flaggingItems('moves'),
  commitments: flaggingItems('commitments'),
  remedies: items('remedies'),
  variables: items('variables'),
  inbox: (tools) => <Inbox {...tools} />,
  'second-look': (tools) => <SecondLook {...tools} />,
  updates: ({ bench, toaster }) => <UpdatesPane bench={bench} toaster={toaster} />,
  messages: (tools) => <Messages {...tools} />,
  lint: (tools) => <Lint {...tools} />,
  versions: (tools) => <Versions {...tools} />,
  exchange: (tools) => <Exchange {...tools} />,
  subscription: (tools) => <SignedFile {...tools} />,
};

/** The panes of the side bar, in its order. */
export const OPEN_PANES: readonly PaneId[] = PANES.filter((it) => OPEN[it] !== null);

export const paneOf = (pane: PaneId, tools: PaneTools): ComponentChild => OPEN[pane]?.(tools) ?? null;

/** Number beside a pane's name: what it holds, or what waits in it. */
export function countsOf(bench: Bench, waiting: number): Partial<Record<PaneId, number>> {
  const own = bench.own.value;
  const base = bench.base?.book;
  const counts: Partial<Record<PaneId, number>> = { lists: Object.keys(bench.lists.value).length };
  for (const section of SECTIONS) counts[section] = entriesOf(own, base, section).length;
  const wrong = bench.proof.value?.problems.filter((it) => it.level === 'error').length ?? 0;
  if (wrong > 0) counts.lint = wrong;
  if (waiting > 0) counts.inbox = waiting;
  const updates = bench.updates.value.length;
  if (updates > 0) counts.updates = updates;
  return counts;
}
