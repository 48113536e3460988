import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { useStoreTrouble } from '@/components/agent/live';
import type { PageTools } from '@/components/page';
import { LogNotice, ReviewShell, WhoDialog } from '@/components/review';
import { Toasts } from '@/components/ui';
import { storeKeys } from '@/lib/store';
import { Bundles } from './bundles';
import { CalibrationDesk } from './calibration';
import { Cards } from './cards';
import { Contests } from './contests';
import { Queue } from './queue';
import { ReportDesk } from './report';
import { StatisticsDesk } from './statistics';
import { useLogCheck } from './use-log-check';
import { useReviewer } from './use-reviewer';
import { useReviewRoute } from './use-route';

export function App({ own, toaster }: PageTools) {
  const route = useReviewRoute();
  const reviewer = useReviewer();
  const [asked, setAsked] = useState(false);
  const storeTrouble = useStoreTrouble(own);
  const { data: waiting } = useQuery({
    queryKey: [...storeKeys.sent, 'waiting'],
    queryFn: () => own.desk.count({ standings: ['open'] }),
  });
  const { data: contested } = useQuery({
    queryKey: [...storeKeys.contests, 'open'],
    queryFn: async () => (await own.contests.list('open')).length,
  });
  const log = useLogCheck(own, toaster);
  useEffect(() => {
    // Where words stand in what came since is written down while the reviewer looks around.
    const lifetime = new AbortController();
    void own.desk.prepareSearch(lifetime.signal).catch(() => undefined);
    return () => lifetime.abort();
  }, [own]);
  const onWho = (): void => setAsked(true);
  const tools = { own, toaster };
  return (
    <>
      <ReviewShell
        pane={route.pane}
        counts={{ queue: waiting ?? 0, contests: contested ?? 0 }}
        reviewer={reviewer.name}
        onWho={onWho}
        storeTrouble={storeTrouble}
        notices={log && <LogNotice {...log} />}
      >
        {route.pane === 'queue' && <Queue {...tools} reviewer={reviewer} onWho={onWho} />}
        {route.pane === 'cards' && <Cards {...tools} reviewer={reviewer.name} />}
        {route.pane === 'contests' && <Contests {...tools} reviewer={reviewer.name} onWho={onWho} />}
        {route.pane === 'calibration' && (
          <CalibrationDesk {...tools} reviewer={reviewer} item={route.item} onWho={onWho} />
        )}
        {route.pane === 'statistics' && <StatisticsDesk {...tools} reviewer={reviewer.name} onWho={onWho} />}
        {route.pane === 'report' && <ReportDesk {...tools} />}
        {route.pane === 'bundles' && <Bundles {...tools} />}
      </ReviewShell>
      {asked && (
        <WhoDialog
          name={reviewer.name}
          onName={(name) => {
            reviewer.setName(name);
            setAsked(false);
          }}
          onClose={() => setAsked(false)}
        />
      )}
      <Toasts toaster={toaster} />
    </>
  );
}
