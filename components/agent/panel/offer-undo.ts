import type { Toaster } from '@/components/ui';
import { ledger } from '@/lib/i18n';
import type { Undo } from '../ledger-desk';

/** Says what was done and offers to take it back; where something has been settled since, it says that this stays. */
export function offerUndo(toaster: Toaster, said: string, undo: Undo): void {
  toaster.showUndo(said, async () => {
    const isWhole = await undo().catch(() => false);
    if (!isWhole) toaster.show(ledger('undo.late'));
  });
}
