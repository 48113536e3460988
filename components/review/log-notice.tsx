import { Banner, Button } from '@/components/ui';
import { review as t } from '@/lib/i18n';
import type { LogDamage } from '@/lib/store';
import { nameOfAgent, when } from './names';

export interface LogNoticeProps {
  damage: LogDamage;
  /** Saves every message that is there. */
  onSave: () => void;
  onClose: () => void;
}

/** Names told one by one; more would be read by nobody. */
const TOLD = 8;

const told = (names: readonly string[]): string =>
  [...names.slice(0, TOLD), ...(names.length > TOLD ? ['…'] : [])].join(' · ');

/** What was found broken in the log, what is gone of it, and that the rest is there. */
export function LogNotice({ damage, onSave, onClose }: LogNoticeProps) {
  const { rebuilt, lost, figures, ahead } = damage;
  const count = lost.reduce((sum, it) => sum + it.count, 0);
  const isLoss = count > 0 || figures.length > 0;
  return (
    <Banner
      tone={isLoss ? 'danger' : 'warning'}
      actions={
        <>
          {(isLoss || rebuilt > 0) && (
            <Button small onClick={onSave}>
              {t('log.save')}
            </Button>
          )}
          <Button small look="plain" onClick={onClose}>
            {t('log.close')}
          </Button>
        </>
      }
    >
      {rebuilt > 0 && <p>{t('log.rebuilt')}</p>}
      {count > 0 && (
        <p>
          {t('log.lost', {
            count,
            which: told(
              lost.map((it) =>
                t('log.lostOf', { day: it.day, agent: nameOfAgent(it.agent), count: it.count }),
              ),
            ),
          })}
        </p>
      )}
      {figures.length > 0 && <p>{t('log.figures', { spans: told(figures) })}</p>}
      {ahead !== null && <p>{t('log.ahead', { when: when(ahead) })}</p>}
    </Banner>
  );
}
