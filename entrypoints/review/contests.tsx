import { useQuery } from '@tanstack/preact-query';
import { type ContestCase, ContestsPane } from '@/components/review';
import { Spinner, type Toaster } from '@/components/ui';
import { common, contests as t } from '@/lib/i18n';
import { isRetiring } from '@/lib/review';
import { type Repositories, storeKeys } from '@/lib/store';
import { useRules } from './use-rules';

export interface ContestsProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: string;
  onWho: () => void;
}

/** Contests with what they are about, newest verdicts and all. */
async function readCases(own: Repositories): Promise<ContestCase[]> {
  const all = await own.contests.list();
  const records = new Map((await own.desk.get(all.map((it) => it.record))).map((it) => [it.id, it]));
  return Promise.all(
    all.map(async (contest) => ({
      contest,
      record: records.get(contest.record),
      review: (await own.reviews.history(contest.record)).find((it) => it.id === contest.review),
    })),
  );
}

export function Contests({ own, toaster, reviewer, onWho }: ContestsProps) {
  const ruleOf = useRules(own);
  const { data: cases } = useQuery({
    queryKey: [...storeKeys.contests, 'cases'],
    queryFn: () => readCases(own),
  });
  const { data: verdicts } = useQuery({
    queryKey: [...storeKeys.reviews, 'rules', 'contests'],
    queryFn: () => own.tallies.rules(),
  });
  if (!cases || !verdicts) return <Spinner label={common('loading')} />;
  const decide = async (id: string, upheld: boolean, decision: string): Promise<void> => {
    try {
      const done = await own.contests.decide(id, { by: reviewer, upheld, decision }, Date.now());
      toaster.show(done.ok ? t(upheld ? 'upheldDone' : 'rejectedDone') : t(`refused.${done.why}`));
    } catch {
      toaster.show(t('failed'));
    }
  };
  return (
    <ContestsPane
      cases={cases}
      retiring={verdicts
        .filter((it) => isRetiring(it.overturned, it.contests))
        .map(({ rule, overturned, contests }) => ({
          rule,
          upheld: overturned,
          contests,
          share: overturned / contests,
        }))}
      ruleOf={ruleOf}
      reviewer={reviewer}
      onDecide={(id, upheld, decision) => {
        if (reviewer === '') onWho();
        else void decide(id, upheld, decision);
      }}
      onWho={onWho}
    />
  );
}
