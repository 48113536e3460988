import { useEffect, useState } from 'preact/hooks';
import type { LogNoticeProps } from '@/components/review';
import type { Toaster } from '@/components/ui';
import { review as t } from '@/lib/i18n';
import { dayOf, type LogDamage, type Repositories } from '@/lib/store';
import { saveFile } from './save-file';

/** Messages read at once while they are saved. */
const AT_ONCE = 1000;

/** Saves every message that can be read; gives how many. */
async function saveLog({ desk }: Repositories): Promise<number> {
  const parts: string[] = [];
  for (let offset = 0; ; offset += AT_ONCE) {
    const { records } = await desk.queue({ order: 'oldest', offset, limit: AT_ONCE });
    parts.push(...records.map((it) => JSON.stringify(it)));
    if (records.length < AT_ONCE) break;
  }
  const text = `[\n${parts.join(',\n')}\n]\n`;
  saveFile(`tactful-${t('log.file')}-${dayOf(Date.now())}.json`, text, 'application/json');
  return parts.length;
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
