import type { MoveGrid } from '@/components/review';
import { sheetsOf } from '@/components/review';
import { figures as t } from '@/lib/i18n';
import type { BudgetFigures, Statistics } from '@/lib/review';
import { saveFile } from './save-file';

const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** Offers the figures as a file; gives its name. The writers come only when they are asked for. */
export async function exportFigures(
  what: 'file' | 'reportFile',
  day: string,
  stats: Statistics,
  grid: MoveGrid | null,
  budgets: readonly BudgetFigures[],
  format: 'csv' | 'xlsx',
): Promise<string> {
  const { saveTables } = await import('@/lib/exchange');
  const file = `tactful-${t(what)}-${day}.${format}`;
  saveFile(
    file,
    (await saveTables(sheetsOf(stats, grid, budgets), format)) as Uint8Array<ArrayBuffer>,
    TYPES[format],
  );
  return file;
}
