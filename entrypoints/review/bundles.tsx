import { useQuery } from '@tanstack/preact-query';
import { useHandOver } from '@/components/hand-over';
import { BundlesPane } from '@/components/review';
import type { Toaster } from '@/components/ui';
import { bundles as t } from '@/lib/i18n';
import { dayOf, type Repositories, storeKeys } from '@/lib/store';
import { saveFile } from './save-file';

export interface BundlesProps {
  own: Repositories;
  toaster: Toaster;
}

/** Verdicts of this long are sent back; older ones the agent has, and the same one is never counted twice. */
const VERDICT_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

export function Bundles({ own, toaster }: BundlesProps) {
  const handOver = useHandOver(own);
  const { data: keys } = useQuery({ queryKey: storeKeys.keyring, queryFn: () => own.bundles.keys() });
  const { data: key } = useQuery({ queryKey: ['own-key'], queryFn: () => own.bundles.ownKey() });
  const { data: facets } = useQuery({
    queryKey: [...storeKeys.sent, 'facets'],
    queryFn: () => own.desk.facets(),
  });
  const exportVerdicts = async (agent: string): Promise<void> => {
    const now = Date.now();
    try {
      const text = await own.bundles.exportVerdicts(agent, now - VERDICT_DAYS * DAY);
      const file = t('verdictFile', { agent: agent || '0', day: dayOf(now) });
      saveFile(file, text, 'application/json');
      toaster.show(t('saved', { file }));
    } catch {
      toaster.show(t('failed'));
    }
  };
  return (
    <BundlesPane
      handOver={handOver}
      agents={[...(facets?.agents ?? [])]
        .map(([agent, records]) => ({ agent, records }))
        .sort((a, b) => a.agent.localeCompare(b.agent))}
      keys={keys ?? []}
      fingerprint={key?.fingerprint ?? ''}
      onExportVerdicts={(agent) => void exportVerdicts(agent)}
      onDistrust={(fingerprint) =>
        void own.bundles.distrust(fingerprint).catch(() => toaster.show(t('failed')))
      }
    />
  );
}
