import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { useHandOver } from '@/components/hand-over';
import { agreementOf, CalibrationPane, writeReviewRoute } from '@/components/review';
import { Spinner, type Toaster } from '@/components/ui';
import { common, calibration as t } from '@/lib/i18n';
import { dayOf, type Repositories, storeKeys } from '@/lib/store';
import { freshSeed } from './fresh-seed';
import { saveFile } from './save-file';
import type { Reviewer } from './use-reviewer';

export interface CalibrationProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: Reviewer;
  item: string | null;
  onWho: () => void;
}

export function CalibrationDesk({ own, toaster, reviewer, item, onWho }: CalibrationProps) {
  const seed = useMemo(freshSeed, []);
  const handOver = useHandOver(own);
  const { data: sessions } = useQuery({
    queryKey: storeKeys.calibrations,
    queryFn: () => own.calibrations.list(),
  });
  const { data: available } = useQuery({
    queryKey: [...storeKeys.sent, 'count'],
    queryFn: () => own.desk.count(),
  });
  const open = sessions?.find((it) => it.id === item) ?? null;
  const { data: records } = useQuery({
    queryKey: [...storeKeys.sent, 'of-calibration', item],
    queryFn: () => open?.shared ?? own.desk.get(open?.records ?? []),
    enabled: open !== null,
  });
  const agreement = useMemo(() => (open && records ? agreementOf(open, records) : null), [open, records]);
  if (!sessions || (open && !records)) return <Spinner label={common('loading')} />;
  const told = (work: Promise<unknown>): void => void work.catch(() => toaster.show(t('failed')));
  const addressOf = (id: string | null): string => writeReviewRoute({ pane: 'calibration', item: id });
  const save = (what: 'sampleFile' | 'scoresFile', name: string, made: Promise<string>): void =>
    void made
      .then((text) => {
        const file = t(what, { name, day: dayOf(Date.now()) });
        saveFile(file, text, 'application/json');
        toaster.show(t('saved', { file }));
      })
      .catch(() => toaster.show(t('shareFailed')));
  return (
    <CalibrationPane
      handOver={handOver}
      onSaveSample={({ id, name }) => save('sampleFile', name, own.bundles.exportSample(id))}
      onSaveScores={({ id }) =>
        save('scoresFile', reviewer.name, own.bundles.exportScores(id, reviewer.name))
      }
      sessions={sessions}
      open={open}
      records={records ?? []}
      agreement={agreement}
      reviewer={reviewer.name}
      letters={reviewer.letters}
      available={available ?? 0}
      seed={seed}
      addressOf={addressOf}
      onStart={({ name, size, seed: drawn }) => {
        if (reviewer.name === '') return onWho();
        told(
          own.desk
            .sample({ size, seed: drawn })
            .then((ids) =>
              own.calibrations.start({ name, madeBy: reviewer.name, seed: drawn, records: ids }, Date.now()),
            )
            .then(({ id }) => {
              location.hash = addressOf(id);
            }),
        );
      }}
      onJudge={(record, verdict, note) => {
        if (reviewer.name === '') return onWho();
        if (open) {
          told(
            own.calibrations.judge(open.id, { record, reviewer: reviewer.name, verdict, note }, Date.now()),
          );
        }
      }}
      onClose={(id) => told(own.calibrations.close(id, Date.now()))}
    />
  );
}
