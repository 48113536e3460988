import { useQuery } from '@tanstack/preact-query';
import { InboxPane } from '@/components/trainer';
import { inbox as t } from '@/lib/i18n';
import { INCOMING, type Incoming, type Repositories, settleIncoming, storeKeys } from '@/lib/store';
import type { PaneTools } from './panes';

/** Everything that was sent in, newest first. */
export function useIncoming(own: Repositories): readonly Incoming[] {
  const all = [
    useQuery({ queryKey: [...storeKeys.dismissals, 'inbox'], queryFn: () => INCOMING.dismissal(own) }),
    useQuery({ queryKey: [...storeKeys.contests, 'inbox'], queryFn: () => INCOMING.contest(own) }),
    useQuery({ queryKey: [...storeKeys.reviews, 'inbox'], queryFn: () => INCOMING.verdict(own) }),
    useQuery({ queryKey: [...storeKeys.corrections, 'inbox'], queryFn: () => INCOMING.correction(own) }),
    useQuery({ queryKey: [...storeKeys.gaps, 'inbox'], queryFn: () => INCOMING.gap(own) }),
    useQuery({ queryKey: [...storeKeys.goodReplies, 'inbox'], queryFn: () => INCOMING.reply(own) }),
  ];
  return all.flatMap((it) => it.data ?? []).sort((a, b) => b.item.at - a.item.at);
}

/** The inbox of the open book. */
export function Inbox({ bench, own, toaster, name, go }: PaneTools) {
  const told = (work: Promise<void>): void => void work.catch(() => toaster.show(t('failed')));
  return (
    <InboxPane
      bench={bench}
      toaster={toaster}
      incoming={useIncoming(own)}
      go={go}
      onSettle={(item, as, target) => {
        const book = as === 'declined' ? '' : bench.id;
        told(settleIncoming(own, item, { at: Date.now(), by: name, as, book, item: target }));
      }}
      onReopen={(item) => told(settleIncoming(own, item, null))}
    />
  );
}
