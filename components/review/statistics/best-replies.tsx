import { Badge, Button, List } from '@/components/ui';
import { moveName, figures as t } from '@/lib/i18n';
import type { KeptReply } from '@/lib/store';
import { day, nameOfAgent, nameOfScenario } from '../names';

export interface BestRepliesProps {
  /** Best first. */
  replies: readonly KeptReply[];
  onPick: (reply: KeptReply) => void;
  onUnpick: (reply: KeptReply) => void;
}

/** Most that are shown: who reads more than this reads none. */
const SHOWN = 8;

/** Good replies of the week, of agents who offer theirs; what is picked goes to the trainers as a script. */
export function BestReplies({ replies, onPick, onUnpick }: BestRepliesProps) {
  return (
    <section class="best-replies" aria-label={t('best')}>
      <h2>{t('best')}</h2>
      <p class="muted small">{t(replies.length === 0 ? 'noBest' : 'bestNote')}</p>
      {replies.length > 0 && (
        <List label={t('best')}>
          {replies.slice(0, SHOWN).map((it) => (
            <li key={it.id} class="best-reply">
              <p lang={it.language ?? undefined}>{it.text}</p>
              <p class="muted small">
                {[nameOfAgent(it.agent), day(it.at), nameOfScenario(it.scenario)].join(' · ')}
              </p>
              <p class="small">
                <b class="tabular">{t('grade', { grade: it.grade })}</b>{' '}
                <span class="muted">{it.moves.map(moveName).join(' · ')}</span>
              </p>
              <div class="best-reply-acts">
                {it.picked === null ? (
                  <Button small onClick={() => onPick(it)}>
                    {t('pick')}
                  </Button>
                ) : (
                  <>
                    <Badge tone="good">{t(it.outcome ? `became.${becameOf(it)}` : 'picked')}</Badge>
                    {!it.outcome && (
                      <Button small look="plain" onClick={() => onUnpick(it)}>
                        {t('unpick')}
                      </Button>
                    )}
                  </>
                )}
              </div>
            </li>
          ))}
        </List>
      )}
    </section>
  );
}

const becameOf = ({ outcome }: KeptReply): 'script' | 'declined' =>
  outcome?.as === 'declined' ? 'declined' : 'script';
