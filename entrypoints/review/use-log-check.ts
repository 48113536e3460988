import { useEffect, useState } from 'preact/hooks';
import type { LogNoticeProps } from '@/components/review';
import type { Toaster } from '@/components/ui';
import { review as t } from '@/lib/i18n';
import { dayOf, type LogDamage, type Repositories } from '@/lib/store';
import { saveFile } from './save-file';

/** Saves every message that can be read; gives how many. */
async function saveLog({ desk }: Repositories): Promise<number> {
  const parts: Blob[] = [];
  let count = 0;
  for await (const { records } of desk.each({})) {
    if (records.length === 0) continue;
    const lines = records.map((it) => JSON.stringify(it)).join(',\n');
    parts.push(new Blob([count === 0 ? '' : ',\n', lines]));
    count += records.length;
  }
  const whole = new Blob(['[\n', ...parts, '\n]\n']);
  saveFile(`tactful-${t('log.file')}-${dayOf(Date.now())}.json`, whole, 'application/json');
  return count;
}

/** Looks through the log once a visit and gives what has to be said of it; `null`: it is whole. */
export function useLogCheck(own: Repositories, toaster: Toaster): LogNoticeProps | null {
  const [damage, setDamage] = useState<LogDamage | null>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    void own.integrity
      .check(Date.now(), lifetime.signal)
      .then((found) => {
        const { rebuilt, lost, figures, ahead } = found;
        if (rebuilt > 0 || lost.length > 0 || figures.length > 0 || ahead !== null) setDamage(found);
      })
      // A store that cannot be read at all has a banner of its own.
      .catch(() => undefined);
    return () => lifetime.abort();
  }, [own]);
  if (damage === null) return null;
  return {
    damage,
    onSave: () =>
      void saveLog(own)
        .then((count) => toaster.show(t('log.saved', { count })))
        .catch(() => toaster.show(t('log.saveFailed'))),
    onClose: () => setDamage(null),
  };
}
