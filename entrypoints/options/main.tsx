import '@/components/ui/styles.css';
import '@/components/options/options.css';
import '@/components/options/team.css';
import '@/components/hand-over/hand-over.css';
import '@/components/review/flagged.css';
import '@/components/options/subscriptions.css';
import '@/components/trainer/versions/changes.css';
import { OptionsPage } from '@/components/options';
import { type PageTools, startPage } from '@/components/page';
import { options } from '@/lib/i18n';
import { useConsoles } from './use-consoles';
import { useDismissals, useGeneral, useKept, useSites, useStoreState } from './use-options';
import { useReviews } from './use-reviews';
import { useSentences } from './use-sentences';
import { useShortcuts } from './use-shortcuts';
import { useSubscriptions } from './use-subscriptions';
import { useTeam } from './use-team';

function App({ own, toaster }: PageTools) {
  return (
    <OptionsPage
      store={useStoreState(own)}
      onReload={() => location.reload()}
      general={useGeneral()}
      team={useTeam()}
      sites={useSites(toaster)}
      consoles={useConsoles(toaster)}
      sentences={useSentences(own, toaster)}
      subscriptions={useSubscriptions(own, toaster)}
      dismissals={useDismissals(own, toaster)}
      reviews={useReviews(own, toaster)}
      shortcuts={useShortcuts()}
      kept={useKept(own, toaster)}
      toaster={toaster}
    />
  );
}

startPage(
  () => options('options.title'),
  (tools) => <App {...tools} />,
);
