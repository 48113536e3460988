import { useQuery } from '@tanstack/preact-query';
import { CardsPane } from '@/components/review';
import { Spinner, type Toaster } from '@/components/ui';
import { common, cards as t } from '@/lib/i18n';
import { DEFAULT_CARD } from '@/lib/review';
import { type Repositories, storeKeys } from '@/lib/store';
import { saveScores } from './save-scores';

export interface CardsProps {
  own: Repositories;
  toaster: Toaster;
  reviewer: string;
}

export function Cards({ own, toaster, reviewer }: CardsProps) {
  const { data: versions } = useQuery({
    queryKey: storeKeys.scorecards,
    queryFn: () => own.scorecards.versions(DEFAULT_CARD.id),
  });
  if (!versions) return <Spinner label={common('loading')} />;
  const newestFirst = [...versions].reverse();
  return (
    <CardsPane
      key={newestFirst[0]?.version}
      versions={newestFirst}
      onSaveScores={() => void saveScores(own, toaster)}
      onSave={(items) =>
        void own.scorecards
          .save({ id: DEFAULT_CARD.id, name: '', items, savedBy: reviewer }, Date.now())
          .then(({ version }) => toaster.show(t('saved', { version })))
          .catch(() => toaster.show(t('saveFailed')))
      }
    />
  );
}
