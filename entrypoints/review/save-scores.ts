import { scoreSheet } from '@/components/review';
import type { Toaster } from '@/components/ui';
import { cards as t } from '@/lib/i18n';
import { DEFAULT_CARD } from '@/lib/review';
import { dayOf, type Repositories } from '@/lib/store';
import { saveFile } from './save-file';

/** Offers every score that was confirmed as a table; the writer comes only when it is asked for. */
export async function saveScores(own: Repositories, toaster: Toaster): Promise<void> {
  try {
    const reviews = (await own.reviews.list()).filter((it) => it.scorecard !== null && it.undoneAt === null);
    if (reviews.length === 0) {
      toaster.show(t('noScores'));
      return;
    }
    const records = await own.desk.get(reviews.map((it) => it.record));
    const versions = await own.scorecards.versions(DEFAULT_CARD.id);
    const { saveTables } = await import('@/lib/exchange');
    const file = `tactful-${t('scoresFile')}-${dayOf(Date.now())}.csv`;
    const bytes = await saveTables([scoreSheet(reviews, records, versions)], 'csv');
    saveFile(file, bytes as Uint8Array<ArrayBuffer>, 'text/csv');
    toaster.show(t('scoresSaved', { file }));
  } catch {
    toaster.show(t('scoresFailed'));
  }
}
