import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import {
  type BacktestRequest,
  BacktestSection,
  ImportDialog,
  MessagesPane,
  type MessagesPaneProps,
  type OpenedChats,
  writeRoute,
} from '@/components/trainer';
import { Spinner } from '@/components/ui';
import { common, backtest as t, chats as tell } from '@/lib/i18n';
import { toRuntime } from '@/lib/phrasebook';
import { storeKeys } from '@/lib/store';
import type { Backtest, Mapping, MessageSet, Version } from '@/lib/workbench';
import { openChats } from './open-chats';
import type { PaneTools } from './panes';
import { runBacktest } from './run-backtest';
import { dropMessages, keepMessages, messagesOf, SENT, SENT_MOST } from './saved-chats';

/** The saved chats, and versions of the open book compared on them. */
export function Messages(tools: PaneTools) {
  const { own, toaster } = tools;
  const { data: sets } = useQuery({
    queryKey: storeKeys.messageSets,
    queryFn: () => own.savedMessages.sets(),
  });
  const { data: sent } = useQuery({
    queryKey: [...storeKeys.sent, 'count'],
    queryFn: async () => Math.min(SENT_MOST, await own.sent.count()),
  });
  const [state, setState] = useState<MessagesPaneProps['state']>([]);
  const [opened, setOpened] = useState<OpenedChats | null>(null);
  useEffect(() => () => opened?.close(), [opened]);
  if (!sets || sent === undefined) return <Spinner label={common('loading')} />;
  const open = async (file: File): Promise<void> => {
    setState('reading');
    try {
      const read = await openChats(file);
      setState(read.sheets.length === 0 ? read.problems : []);
      if (read.sheets.length === 0) read.close();
      else setOpened(read);
    } catch {
      setState('failed');
    }
  };
  const keep = async (name: string, sheet: number, mapping: Mapping): Promise<void> => {
    if (!opened) return;
    try {
      const { messages } = await opened.take(sheet, mapping);
      await keepMessages(own, name, messages, Date.now());
      toaster.show(tell('kept', { count: messages.length }));
    } catch {
      setState('failed');
    }
    setOpened(null);
  };
  const remove = async (set: MessageSet): Promise<void> => {
    try {
      const takeBack = await dropMessages(own, set);
      toaster.showUndo(tell('removed', { name: set.name }), () => void takeBack());
    } catch {
      setState('failed');
    }
  };
  return (
    <MessagesPane
      sets={sets}
      sent={sent}
      state={state}
      onFile={(file) => void open(file)}
      onRemove={(set) => void remove(set)}
    >
      {(sets.length > 0 || sent > 0) && (
        <Compare
          {...tools}
          sets={[...sets, ...(sent > 0 ? [{ id: SENT, name: tell('sent'), count: sent }] : [])]}
        />
      )}
      {opened && <ImportDialog opened={opened} onKeep={keep} onClose={() => setOpened(null)} />}
    </MessagesPane>
  );
}

type Chats = Pick<MessageSet, 'id' | 'name' | 'count'>;

/** The draft against what is in use, or any other two versions. */
function Compare({ bench, own, sets }: PaneTools & { sets: readonly Chats[] }) {
  const { id, base, readOnly } = bench;
  const { data: kept } = useQuery({
    queryKey: [...storeKeys.book(id), 'versions'],
    queryFn: () => own.books.versions(id),
  });
  const { data: heads } = useQuery({ queryKey: storeKeys.books, queryFn: () => own.books.heads() });
  if (!kept || !heads) return <Spinner label={common('loading')} />;
  const published = kept.filter((it) => it.state === 'published');
  const current = heads.find((it) => it.id === id)?.current ?? null;
  const versions = [
    { id: 'draft', label: readOnly ? bench.own.value.name : t('draft') },
    ...published.map(({ version }) => ({
      id: `v${version}`,
      label: t(version === current ? 'inUse' : 'version', { version }),
    })),
    ...(base ? [{ id: 'base', label: t('base', { name: base.book.name }) }] : []),
    { id: 'nothing', label: t('nothing') },
  ];
  /** `undefined`: it cannot be read. */
  const versionOf = async (chosen: string): Promise<Version | null | undefined> => {
    if (chosen === 'nothing') return null;
    if (chosen === 'base') return base && toRuntime(base.book);
    if (chosen === 'draft') {
      const { book } = (await bench.check()).proof;
      return book && toRuntime(book);
    }
    const found = published.find((it) => `v${it.version}` === chosen);
    return found && toRuntime(found.source);
  };
  const compare = async ({
    set,
    talks,
    signal,
    onDone,
    ...chosen
  }: BacktestRequest): Promise<Backtest | null> => {
    const before = await versionOf(chosen.before);
    const after = await versionOf(chosen.after);
    if (before === undefined || after === undefined) return null;
    const messages = await messagesOf(own, set);
    const learned = await own.shelf.learned(bench.language);
    return runBacktest({
      before: before && { ...before, ...learned },
      after: after && { ...after, ...learned },
      messages,
      talks,
      signal,
      onDone: (done) => onDone(done, messages.length),
    });
  };
  return (
    <BacktestSection
      chats={sets}
      versions={versions}
      usual={{
        before: current !== null ? `v${current}` : base ? 'base' : 'nothing',
        after: 'draft',
      }}
      language={bench.language}
      unsound={bench.proof.value?.problems.some((it) => it.level === 'error') ?? false}
      compare={compare}
      ruleAddress={(item, pane) => writeRoute({ at: 'book', book: id, pane, item })}
    />
  );
}
