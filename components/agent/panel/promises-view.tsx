import { Spinner } from '@/components/ui';
import { common } from '@/lib/i18n';
import type { Here, LedgerDesk } from '../ledger-desk';
import { FollowUps } from './follow-ups';
import { Requests } from './gap';
import { type LedgerSectionProps, Promises } from './promises';
import { BudgetBar } from './remedies-budget';

export interface LedgerViewProps extends Omit<LedgerSectionProps, 'desk'> {
  desk: LedgerDesk;
  /** `null` where no console is open. */
  here: Here | null;
}

/** Everything the shop owes its customers, over all conversations. */
export function LedgerView(props: LedgerViewProps) {
  const { data, actions } = props.desk;
  if (data === null) {
    return (
      <div class="panel-wait">
        <Spinner label={common('loading')} />
      </div>
    );
  }
  const shared = { ...props, desk: { data, actions } };
  return (
    <>
      <Promises {...shared} />
      <Requests {...shared} />
      <FollowUps {...shared} />
      {data.team.budgets.length > 0 && (
        <div class="panel-section">
          <BudgetBar data={data} />
        </div>
      )}
    </>
  );
}

/** Promises and visits that want attention now: the number on the tab. */
export function pressingCount({ data }: LedgerDesk): number {
  if (data === null) return 0;
  const { now, team } = data;
  const promises = data.promises.filter(
    ({ state, due }) => state === 'open' && (due === null || due - now <= team.reminders.lead),
  );
  return promises.length + data.visits.filter(({ state, due }) => state === 'planned' && due <= now).length;
}
