import { Chip, ChipButton } from '@/components/ui';
import { moveName, panel } from '@/lib/i18n';
import type { MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { moveStates } from '../wanted-moves';
import { Section } from './section';

export interface MovesProps {
  made: readonly MoveId[];
  scenario: ScenarioId | null;
  /** Leads to what may be given; left out where nothing is. */
  onRemedies?: () => void;
}

/** What the reply has and what it still lacks, in the order of a good reply. */
export function Moves({ made, scenario, onRemedies }: MovesProps) {
  const states = moveStates(made, scenario);
  const missing = states.filter(({ state }) => state === 'missing').length;
  return (
    <Section
      title={panel('moves.title')}
      aside={
        <span class="small muted tabular">
          {missing > 0 ? panel('moves.missing', { count: missing }) : panel('moves.complete')}
        </span>
      }
    >
      <ul class="chips">
        {states.map(({ move, state }) => (
          <li key={move}>
            {state === 'missing' && move === 'remedy' && onRemedies ? (
              <ChipButton
                look="missing"
                aria-label={panel('moves.toRemedies', { move: moveName(move) })}
                onClick={onRemedies}
              >
                {moveName(move)}
              </ChipButton>
            ) : (
              <Chip {...(state === 'open' ? {} : { look: state })}>
                {state === 'open' ? (
                  moveName(move)
                ) : (
                  <>
                    <span aria-hidden="true">{moveName(move)}</span>
                    <span class="sr-only">
                      {panel(state === 'done' ? 'moves.done' : 'moves.lacking', { move: moveName(move) })}
                    </span>
                  </>
                )}
              </Chip>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
