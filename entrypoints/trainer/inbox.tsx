import { useQuery } from '@tanstack/preact-query';
import { InboxPane, type Incoming, type Settled } from '@/components/trainer';
import { inbox as t } from '@/lib/i18n';
import { changeGap } from '@/lib/ledger';
import { type Repositories, storeKeys } from '@/lib/store';
import type { InboxItem } from '@/lib/workbench';
import type { PaneTools } from './panes';

/** An id of an entry, told apart by where it comes from. */
const idOf = (from: InboxItem['from'], id: string): string => `${from}:${id}`;
const entryId = ({ id }: InboxItem): string => id.slice(id.indexOf(':') + 1);

async function dismissed(own: Repositories): Promise<Incoming[]> {
  return (await own.dismissals.list()).flatMap((it): Incoming[] =>
    it.kind === 'phrase'
      ? [
          {
            item: {
              id: idOf('dismissal', it.id),
              at: it.createdAt,
              by: '',
              from: 'dismissal',
              rule: it.rule,
              words: it.text,
            },
            settled: it.outcome ?? null,
          },
        ]
      : [],
  );
}

async function contested(own: Repositories): Promise<Incoming[]> {
  return (await own.contests.forTrainers()).flatMap(({ contest, record }): Incoming[] =>
    (record?.flags ?? []).slice(0, 1).map(({ rule, start, end }) => ({
      item: {
        id: idOf('contest', contest.id),
        at: contest.at,
        by: contest.by,
        from: 'contest',
        rule,
        text: record?.text ?? '',
        start,
        end,
        comment: contest.comment,
      },
      settled: null,
    })),
  );
}

async function corrected(own: Repositories): Promise<Incoming[]> {
  return (await own.corrections.list()).map(({ id, at, customer, guessed, scenario, outcome }) => ({
    item: { id: idOf('correction', id), at, by: '', from: 'correction', customer, guessed, scenario },
    settled: outcome ?? null,
  }));
}

async function gaps(own: Repositories): Promise<Incoming[]> {
  return (await own.ledger.gaps.list()).map((it) => ({
    item: {
      id: idOf('gap', it.id),
      at: it.at,
      by: '',
      from: 'gap',
      question: it.question,
      missing: it.missing,
      suggested: it.suggested,
      scenario: it.scenario,
    },
    settled:
      it.state === 'open'
        ? null
        : {
            at: it.history.at(-1)?.at ?? it.at,
            by: '',
            as: it.state === 'answered' ? 'script' : 'declined',
            book: '',
            item: '',
          },
  }));
}

async function offered(own: Repositories): Promise<Incoming[]> {
  return (await own.goodReplies.picked()).map((it) => ({
    item: {
      id: idOf('reply', it.id),
      at: it.picked?.at ?? it.at,
      by: it.agent,
      from: 'reply',
      text: it.text,
      scenario: it.scenario,
      moves: it.moves,
      pickedBy: it.picked?.by ?? '',
    },
    settled: it.outcome ?? null,
  }));
}

/** Everything that agents sent in, newest first. */
export function useIncoming(own: Repositories): readonly Incoming[] {
  const all = [
    useQuery({ queryKey: [...storeKeys.dismissals, 'inbox'], queryFn: () => dismissed(own) }),
    useQuery({ queryKey: [...storeKeys.contests, 'inbox'], queryFn: () => contested(own) }),
    useQuery({ queryKey: [...storeKeys.corrections, 'inbox'], queryFn: () => corrected(own) }),
    useQuery({ queryKey: [...storeKeys.gaps, 'inbox'], queryFn: () => gaps(own) }),
    useQuery({ queryKey: [...storeKeys.goodReplies, 'inbox'], queryFn: () => offered(own) }),
  ];
  return all.flatMap((it) => it.data ?? []).sort((a, b) => b.item.at - a.item.at);
}

async function settle(own: Repositories, item: InboxItem, outcome: Settled): Promise<void> {
  const id = entryId(item);
  switch (item.from) {
    case 'dismissal':
      return own.dismissals.settle(id, outcome);
    case 'correction':
      return own.corrections.settle(id, outcome);
    case 'contest':
      return own.contests.take(id);
    case 'reply':
      return own.goodReplies.settle(id, outcome);
    case 'gap': {
      const state = outcome.as === 'declined' ? 'closed' : 'answered';
      await own.ledger.gaps.change(id, (gap) => changeGap(gap, { state }, outcome.at));
    }
  }
}

/** The inbox of the open book. */
export function Inbox({ bench, own, toaster, name, go }: PaneTools) {
  return (
    <InboxPane
      bench={bench}
      incoming={useIncoming(own)}
      go={go}
      onSettle={(item, as, target) => {
        const book = as === 'declined' ? '' : bench.id;
        settle(own, item, { at: Date.now(), by: name, as, book, item: target }).catch(() =>
          toaster.show(t('failed')),
        );
      }}
    />
  );
}
