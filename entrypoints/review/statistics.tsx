import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { type MoveGrid, type Span, StatisticsPane, toPng } from '@/components/review';
import { Spinner } from '@/components/ui';
import { common, figures as t } from '@/lib/i18n';
import { MOVES } from '@/lib/phrasebook/vocabulary';
import { dayOf, storeKeys } from '@/lib/store';
import { BestReplies, type BestRepliesProps } from './best-replies';
import { exportFigures } from './export';
import { saveFile } from './save-file';
import { useBudgets } from './use-budgets';
import { useFigures, useStatistics } from './use-figures';

const DAYS: Readonly<Record<Span, number>> = { '4': 28, '12': 84, '52': 364 };
const DAY = 24 * 60 * 60 * 1000;

export function StatisticsDesk({ own, toaster, reviewer, onWho }: BestRepliesProps) {
  const [span, setSpan] = useState<Span>('12');
  const figures = useFigures(own, DAYS[span]);
  const stats = useStatistics(figures);
  const { data: grid } = useQuery({
    queryKey: [...storeKeys.sent, 'grid', span],
    queryFn: async (): Promise<MoveGrid> => ({
      moves: MOVES,
      rows: await own.desk.moveGrid({ from: Date.now() - DAYS[span] * DAY }),
    }),
  });
  const budgets = useBudgets(own, DAYS[span]);
  if (!stats) return <Spinner label={common('loading')} />;
  const told = (work: Promise<string>): void =>
    void work.then(
      (file) => toaster.show(t('exported', { file })),
      () => toaster.show(t('exportFailed')),
    );
  return (
    <StatisticsPane
      stats={stats}
      grid={grid ?? null}
      budgets={budgets}
      best={<BestReplies own={own} toaster={toaster} reviewer={reviewer} onWho={onWho} />}
      span={span}
      onSpan={setSpan}
      onExport={(format) =>
        told(exportFigures('file', dayOf(Date.now()), stats, grid ?? null, budgets, format))
      }
      onPicture={(drawing, title) =>
        told(
          toPng(drawing, title).then(async (picture) => {
            const file = `tactful-${title}.png`;
            saveFile(file, picture, 'image/png');
            return file;
          }),
        )
      }
    />
  );
}
