import { useQuery } from '@tanstack/preact-query';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  createQueueDesk,
  Detail,
  HelpDialog,
  NoDetail,
  type QueueAct,
  QueuePane,
  SampleDialog,
} from '@/components/review';
import { Spinner, type Toaster } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';
import { DEFAULT_CARD } from '@/lib/review';
import { type Repositories, storeKeys } from '@/lib/store';
import { freshSeed } from './fresh-seed';
import { type Saving, saveMessages } from './save-messages';
import type { Reviewer } from './use-reviewer';
import { useRules } from './use-rules';

export interface QueueProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: Reviewer;
  onWho: () => void;
}

type Asking = 'sample' | 'help' | null;

/** The queue on this browser's store. */
export function Queue({ own, toaster, reviewer, onWho }: QueueProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const [saving, setSaving] = useState<Saving | null>(null);
  const lifetime = useRef<AbortController | null>(null);
  useEffect(() => () => lifetime.current?.abort(), []);
  const who = useRef(reviewer.name);
  who.current = reviewer.name;
  const ask = useRef(onWho);
  ask.current = onWho;
  const desk = useMemo(
    () =>
      createQueueDesk({
        desk: own.desk,
        reviews: own.reviews,
        now: () => Date.now(),
        reviewer: () => who.current,
        tell(news) {
          if (news.kind === 'given') {
            toaster.showUndo(
              t('verdict.given', { verdict: t(`verdict.${news.verdict}`), count: news.count }),
              () => void desk.undo(),
            );
          } else if (news.kind === 'undone') toaster.show(t('verdict.undone', { count: news.count }));
          else if (news.kind === 'nothing-to-undo') toaster.show(t('nothingToUndo'));
          else if (news.kind === 'failed') toaster.show(t('verdict.failed'));
          else {
            toaster.show(t('verdict.noName'));
            ask.current();
          }
        },
      }),
    [own, toaster],
  );
  useEffect(
    () =>
      own.store.onState(({ kind }) => {
        if (kind === 'ready') desk.refresh();
      }),
    [own, desk],
  );
  // Filters by time are held against the moment the page was opened, so that they do not drift.
  const [now] = useState(() => Date.now());
  const ruleOf = useRules(own);
  const { data: cards } = useQuery({
    queryKey: storeKeys.scorecards,
    queryFn: () => own.scorecards.versions(DEFAULT_CARD.id),
  });
  useEffect(() => {
    desk.card.value = cards?.at(-1) ?? null;
  }, [desk, cards]);
  const { data: facets } = useQuery({
    queryKey: [...storeKeys.sent, 'facets'],
    queryFn: () => own.desk.facets(),
  });

  const open = desk.open.value;
  const { data: conversation } = useQuery({
    queryKey: [...storeKeys.sent, 'conversation', open?.id],
    queryFn: () => (open ? own.desk.conversation(open) : []),
    enabled: open !== undefined,
  });
  useEffect(() => {
    desk.conversation.value = conversation ?? [];
  }, [desk, conversation]);
  const { data: history } = useQuery({
    queryKey: [...storeKeys.reviews, 'history', open?.id],
    queryFn: () => (open ? own.reviews.history(open.id) : []),
    enabled: open !== undefined,
  });
  const { data: contests } = useQuery({
    queryKey: [...storeKeys.contests, 'of', open?.id],
    queryFn: () => (open ? own.contests.of(open.id) : []),
    enabled: open !== undefined,
  });

  const list = desk.list.value;
  void list.changed.value;
  const found = list.total.value;
  const act = (wanted: QueueAct): void => {
    if (!desk.act(wanted) && wanted.kind === 'help') setAsking('help');
  };
  const save = (): void => {
    const stopping = new AbortController();
    lifetime.current = stopping;
    setSaving({ read: 0, total: found ?? 0 });
    void saveMessages(own.desk, desk.filter.value, stopping.signal, setSaving)
      .then(
        (file) => toaster.show(file === null ? t('table.stopped') : t('table.saved', { file })),
        () => toaster.show(t('table.failed')),
      )
      .finally(() => setSaving(null));
  };
  const draft = desk.draft.value;
  const agents = [...(facets?.agents.keys() ?? [])].sort();
  const rules = [...(facets?.rules ?? [])].sort(([, a], [, b]) => b - a).map(([rule]) => rule);

  if (list.failed.value) return <p role="alert">{common('storeUnavailable')}</p>;
  return (
    <>
      <QueuePane
        filters={{
          filter: desk.filter.value,
          order: desk.order.value,
          sample: desk.sample.value,
          agents,
          rules,
          now,
          onFilter: (filter) => desk.ask(filter),
          onOrder: (order) => desk.ask(desk.filter.value, order),
          onSample: () => setAsking('sample'),
          onWhole: () => void desk.drawSample(null),
        }}
        found={found}
        count={found ?? 0}
        rowAt={list.rowAt}
        onSeen={list.see}
        index={desk.index.value}
        onOpen={desk.openAt}
        picked={desk.picked.value}
        onPick={desk.pick}
        onPickAll={() => void desk.pickAll()}
        onPickNone={desk.pickNone}
        onRefresh={desk.refresh}
        saving={saving}
        onSave={save}
        onSaveStop={() => lifetime.current?.abort()}
        letters={reviewer.letters}
        onAct={act}
        detail={
          open ? (
            <Detail
              key={open.id}
              record={open}
              ruleOf={ruleOf}
              conversation={conversation ?? []}
              history={history ?? []}
              contests={contests ?? []}
              card={desk.card.value}
              proposals={desk.proposals.value}
              entered={desk.entered.value}
              confirmed={draft.confirmed}
              cause={draft.cause}
              reason={draft.reason}
              picked={desk.picked.value.size}
              onEnter={(entered) => {
                desk.draft.value = { ...draft, entered, confirmed: true };
              }}
              onConfirm={(confirmed) => {
                desk.draft.value = { ...draft, confirmed };
              }}
              scored={desk.scored.value}
              whole={draft.whole}
              note={draft.note}
              onWhole={(whole) => {
                desk.draft.value = { ...draft, whole, entered: null, confirmed: false };
              }}
              onNote={(note) => {
                desk.draft.value = { ...draft, note };
              }}
              onCause={(cause) => {
                desk.draft.value = { ...draft, cause };
              }}
              onReason={(reason) => {
                desk.draft.value = { ...draft, reason };
              }}
              onVerdict={(verdict) => void desk.verdict(verdict)}
              onNext={() => desk.openAt(desk.index.value + 1)}
              onHelp={() => setAsking('help')}
            />
          ) : found === null || found > 0 ? (
            <Spinner label={common('loading')} />
          ) : (
            <NoDetail kind={emptyKind(facets?.total, desk.filter.value)} onWhole={() => desk.ask({})} />
          )
        }
      />
      {asking === 'sample' && (
        <SampleDialog
          seed={freshSeed()}
          onDraw={(sample) => {
            setAsking(null);
            void desk.drawSample(sample);
          }}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'help' && (
        <HelpDialog
          letters={reviewer.letters}
          onLetters={reviewer.setLetters}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

const emptyKind = (kept: number | undefined, filter: object): 'nothing-kept' | 'nothing-found' | 'done' => {
  if (!kept) return 'nothing-kept';
  return Object.keys(filter).join() === 'standings' ? 'done' : 'nothing-found';
};
