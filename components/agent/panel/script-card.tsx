import { Badge, Banner, Button } from '@/components/ui';
import { agent, moveName, panel, scenarioName } from '@/lib/i18n';
import { type BlankValues, fillBlanks } from '@/lib/reply';
import type { Offer } from '../shelf';
import { BlankForm } from './blank-form';
import { ScriptText } from './script-text';

export interface ScriptCardProps {
  offer: Offer;
  /** The first one on offer is the one to take without thinking. */
  first: boolean;
  open: boolean;
  values: BlankValues;
  /** Why it could not be inserted, with the text to copy instead. */
  failure: { text: string; why: string; copy: boolean } | null;
  onValues: (values: BlankValues) => void;
  onOpen: (open: boolean) => void;
  onInsert: (text: string) => void;
  onCopy: (text: string) => void;
}

/** One script: how it reads with the blanks known so far, what it is for, and the way into the reply. */
export function ScriptCard(props: ScriptCardProps) {
  const { offer, values, failure } = props;
  const { script, language, variables } = offer;
  const filled = fillBlanks(script.text, values, variables);
  const hasBlanks = /\{[a-z]/.test(script.text);
  return (
    <li class={props.first ? 'script script-first' : 'script'} title={reasonText(offer)}>
      {props.open ? (
        <BlankForm
          text={script.text}
          language={language}
          variables={variables}
          values={values}
          onChange={props.onValues}
          onInsert={props.onInsert}
          onCancel={() => props.onOpen(false)}
        />
      ) : (
        <>
          <p class="script-text" lang={language}>
            <ScriptText text={script.text} variables={variables} values={values} />
          </p>
          <div class="script-meta">
            <Badge>{script.move.map(moveName).join(' · ')}</Badge>
            {offer.needs !== undefined && (
              <span class={offer.needs ? 'script-needs' : undefined}>
                {offer.needs && offer.needs !== 'agent'
                  ? panel(`scripts.needs.${offer.needs}`)
                  : panel('scripts.within')}
              </span>
            )}
            {offer.uses > 0 && <span class="tabular">{panel('scripts.used', { count: offer.uses })}</span>}
            <span class="script-action">
              {hasBlanks ? (
                <Button small aria-expanded={false} onClick={() => props.onOpen(true)}>
                  {panel('scripts.fill')}
                </Button>
              ) : (
                <Button
                  look={props.first ? 'primary' : 'quiet'}
                  small
                  onClick={() => props.onInsert(filled.text)}
                >
                  {panel('scripts.insert')}
                </Button>
              )}
            </span>
          </div>
        </>
      )}
      {failure && (
        <Banner
          tone="warning"
          actions={
            failure.copy && (
              <Button small icon="copy" onClick={() => props.onCopy(failure.text)}>
                {agent('insert.copyInstead')}
              </Button>
            )
          }
        >
          {failure.why}
        </Banner>
      )}
    </li>
  );
}

/** For: price drop · missing: remedy · used 12 times */
function reasonText({ reason, uses }: Offer): string | undefined {
  const of = <K extends Offer['reason'][number]['kind']>(kind: K) =>
    reason.find((it): it is Extract<Offer['reason'][number], { kind: K }> => it.kind === kind);
  const scenario = of('scenario');
  const missing = of('missing-move');
  const parts: string[] = [];
  if (scenario) parts.push(panel('scripts.why', { what: scenarioName(scenario.scenario) }));
  else if (of('general')) parts.push(panel('scripts.why', { what: panel('scripts.whyGeneral') }));
  if (missing) parts.push(panel('scripts.whyMissing', { move: moveName(missing.move) }));
  if (uses > 0) parts.push(panel('scripts.used', { count: uses }));
  return parts.length > 0 ? parts.join(' · ') : undefined;
}
