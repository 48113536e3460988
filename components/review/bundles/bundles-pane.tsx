import { type HandOver, TakeIn } from '@/components/hand-over';
import { Badge, Button, List } from '@/components/ui';
import { bundles as t } from '@/lib/i18n';
import type { KnownKey } from '@/lib/store';
import { nameOfAgent } from '../names';

export interface BundlesPaneProps {
  handOver: HandOver;
  /** Agents whose messages are here, with how many. */
  agents: readonly { agent: string; records: number }[];
  keys: readonly KnownKey[];
  /** Of this browser's key; agents compare it. */
  fingerprint: string;
  onExportVerdicts: (agent: string) => void;
  onDistrust: (fingerprint: string) => void;
}

/** Hand-over without a server: agents' bundles in, verdicts out, as files. */
export function BundlesPane(props: BundlesPaneProps) {
  const { handOver, agents, keys, fingerprint, onExportVerdicts, onDistrust } = props;
  return (
    <div class="bundles">
      <p class="muted">{t('lead')}</p>
      <section aria-label={t('in')}>
        <h2>{t('in')}</h2>
        <TakeIn {...handOver} />
      </section>
      <section aria-label={t('out')}>
        <h2>{t('out')}</h2>
        <p class="muted">{t('outLead')}</p>
        {agents.length === 0 ? (
          <p class="muted small">{t('noAgents')}</p>
        ) : (
          <List label={t('out')}>
            {agents.map(({ agent, records }) => (
              <li key={agent} class="bundles-line">
                <b>{nameOfAgent(agent)}</b>
                <span class="muted small tabular">{t('messages', { count: records })}</span>
                <span class="cards-space" />
                <Button small onClick={() => onExportVerdicts(agent)}>
                  {t('exportVerdicts')}
                </Button>
              </li>
            ))}
          </List>
        )}
        <p class="muted small">
          {t('ownKey')} <code class="hand-over-print">{fingerprint}</code>
        </p>
      </section>
      {keys.length > 0 && (
        <section aria-label={t('keys')}>
          <h2>{t('keys')}</h2>
          <List label={t('keys')}>
            {keys.map((it) => (
              <li key={it.fingerprint} class="bundles-line">
                <b>{it.name}</b>
                <Badge>{t(`role.${it.role}`)}</Badge>
                <code class="hand-over-print small">{it.fingerprint}</code>
                <span class="cards-space" />
                <Button small look="plain" onClick={() => onDistrust(it.fingerprint)}>
                  {t('distrust')}
                </Button>
              </li>
            ))}
          </List>
        </section>
      )}
    </div>
  );
}
