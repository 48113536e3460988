import { useQuery } from '@tanstack/preact-query';
import { BestReplies as List } from '@/components/review';
import type { Toaster } from '@/components/ui';
import { figures as t } from '@/lib/i18n';
import { type Repositories, storeKeys } from '@/lib/store';

export interface BestRepliesProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: string;
  onWho: () => void;
}

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** The week's good replies that agents offered. */
export function BestReplies({ own, toaster, reviewer, onWho }: BestRepliesProps) {
  const { data: replies } = useQuery({
    queryKey: [...storeKeys.goodReplies, 'week'],
    queryFn: () => own.goodReplies.best(Date.now() - WEEK),
  });
  const told = (work: Promise<void>, done: 'pickedDone' | 'unpickedDone'): void =>
    void work.then(
      () => toaster.show(t(done)),
      () => toaster.show(t('pickFailed')),
    );
  return (
    <List
      replies={replies ?? []}
      onPick={({ id }) => {
        if (reviewer === '') onWho();
        else told(own.goodReplies.pick(id, reviewer, Date.now()), 'pickedDone');
      }}
      onUnpick={({ id }) => told(own.goodReplies.unpick(id), 'unpickedDone')}
    />
  );
}
