import { ChipButton, Kbd } from '@/components/ui';
import { review as t } from '@/lib/i18n';
import { CAUSES, type Cause, isAgentsDoing } from '@/lib/review';

export interface CauseTreeProps {
  cause: Cause | null;
  onCause: (cause: Cause | null) => void;
}

const BRANCHES = [
  ['cause.own', CAUSES.filter(isAgentsDoing)],
  ['cause.others', CAUSES.filter((it) => !isAgentsDoing(it))],
] as const;

/** Where the trouble came from, in two branches: what the agent can change, and what nobody scores an agent for. */
export function CauseTree({ cause, onCause }: CauseTreeProps) {
  return (
    <section class="causes" aria-label={t('cause')}>
      <h3>{t('cause')}</h3>
      {BRANCHES.map(([branch, causes]) => (
        <fieldset key={branch} class="cause-branch">
          <legend class="muted small">{t(branch)}</legend>
          <div class="chips">
            {causes.map((it) => (
              <ChipButton key={it} pressed={it === cause} onClick={() => onCause(it === cause ? null : it)}>
                {t(`cause.${it}`)} <Kbd>{CAUSES.indexOf(it) + 1}</Kbd>
              </ChipButton>
            ))}
          </div>
        </fieldset>
      ))}
      {!isAgentsDoing(cause) && (
        <p class="muted small" role="status">
          {t('cause.notScored')}
        </p>
      )}
    </section>
  );
}
