import { useState } from 'preact/hooks';
import { Button, Chip, ChipButton } from '@/components/ui';
import { panel, scenarioName } from '@/lib/i18n';
import { SCENARIOS, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleScenario } from '@/lib/rpc';
import { Section } from './section';

export interface SituationProps {
  /** Guesses, best first. */
  scenarios: readonly ConsoleScenario[];
  corrected: ScenarioId | null;
  /** `null` goes back to guessing. */
  onCorrect: (scenario: ScenarioId | null) => void;
}

/** A guess below this is noise beside the first. */
const WORTH_SHOWING = 0.1;
const QUOTES_AT_MOST = 3;

/** What happened to the customer, how sure that is, and the words it rests on. */
export function Situation({ scenarios, corrected, onCorrect }: SituationProps) {
  const [picking, setPicking] = useState(false);
  const best = scenarios[0];
  const others = scenarios
    .filter(({ id, score }) => id !== (corrected ?? best?.id) && score >= WORTH_SHOWING)
    .slice(0, 2);
  const shown = corrected ?? best?.id;
  const evidence = scenarios.find(({ id }) => id === shown)?.evidence ?? [];
  const quotes = [...new Set(evidence.map(({ text }) => text))].slice(0, QUOTES_AT_MOST);

  const pick = (scenario: ScenarioId | null): void => {
    setPicking(false);
    onCorrect(scenario);
  };

  return (
    <Section
      title={panel('situation.title')}
      aside={
        <Button look="plain" small aria-expanded={picking} onClick={() => setPicking(!picking)}>
          {shown ? panel('situation.wrong') : panel('situation.pick')}
        </Button>
      }
    >
      {shown ? (
        <div class="chips">
          <Chip look="on">
            {scenarioName(shown)}
            {!corrected && best && <span class="tabular">{percent(best.score)}</span>}
          </Chip>
          {others.map(({ id, score, evidence: told }) => (
            <ChipButton key={id} onClick={() => pick(id)}>
              {scenarioName(id)} <span class="tabular muted">{percent(score)}</span>
              {told[0] && <span class="muted"> {panel('situation.quote', { text: told[0].text })}</span>}
            </ChipButton>
          ))}
          {corrected && <span class="small muted">{panel('situation.corrected')}</span>}
        </div>
      ) : (
        <p class="muted">{panel('situation.none')}</p>
      )}
      {quotes.length > 0 && (
        <p class="panel-evidence muted">
          {panel('situation.evidence', {
            words: quotes.map((text) => panel('situation.quote', { text })).join(''),
          })}
        </p>
      )}
      {picking && (
        <fieldset class="panel-pick">
          <legend class="sr-only">{panel('situation.pick')}</legend>
          <div class="chips">
            {SCENARIOS.map((id) => (
              <ChipButton key={id} pressed={id === shown} onClick={() => pick(id)}>
                {scenarioName(id)}
              </ChipButton>
            ))}
            {corrected && (
              <Button look="plain" small icon="undo" onClick={() => pick(null)}>
                {panel('situation.auto')}
              </Button>
            )}
          </div>
        </fieldset>
      )}
    </Section>
  );
}

const percent = (score: number): string => `${Math.round(score * 100)}%`;
