import { messageHeadings, messageRow } from '@/components/review';
import { review as t } from '@/lib/i18n';
import type { RecordFilter } from '@/lib/review';
import { type Desk, dayOf } from '@/lib/store';
import { saveFile } from './save-file';

export interface Saving {
  read: number;
  total: number;
}

/**
 * Offers every message that fits as a table; gives its name, or `null` where the signal came first. Written in pieces
 * that the browser may put on disk, so that a million messages need no memory of their own.
 */
export async function saveMessages(
  desk: Pick<Desk, 'each'>,
  filter: RecordFilter,
  signal: AbortSignal,
  onProgress: (at: Saving) => void,
): Promise<string | null> {
  const { csvLines } = await import('@/lib/exchange');
  const parts: Blob[] = [new Blob([`\ufeff${csvLines([messageHeadings()])}`])];
  for await (const { records, read, total } of desk.each(filter, signal)) {
    if (records.length > 0) parts.push(new Blob([csvLines(records.map(messageRow))]));
    onProgress({ read, total });
  }
  if (signal.aborted) return null;
  const file = `tactful-${t('log.file')}-${dayOf(Date.now())}.csv`;
  saveFile(file, new Blob(parts), 'text/csv');
  return file;
}
