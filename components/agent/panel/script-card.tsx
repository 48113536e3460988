import { useId } from 'preact/hooks';
import { Badge, Banner, Button } from '@/components/ui';
import { agent, moveName, script as words } from '@/lib/i18n';
import type { Offer } from '@/lib/offers';
import { type BlankValues, blankSheet, type Fact } from '@/lib/reply';
import type { InsertWhere } from '@/lib/rpc';
import { sentences } from '@/lib/text';
import { reasonText } from '../reason';
import { ScriptText } from '../script-text';
import { BlankForm } from './blank-form';

export interface ScriptCardProps {
  offer: Offer;
  /** The first one on offer is the one to take without thinking. */
  first: boolean;
  open: boolean;
  values: BlankValues;
  fromChat: ReadonlySet<string>;
  facts: readonly Fact[];
  /** There are flagged words it could take the place of. */
  flagged: boolean;
  /** Why it could not be inserted, with the text to copy instead. */
  failure: { text: string; why: string; copy: boolean } | null;
  onValue: (id: string, value: string) => void;
  onOpen: (open: boolean) => void;
  onInsert: (text: string, where: InsertWhere) => void;
  onCopy: (text: string) => void;
}

/** One script: how it reads with the blanks known so far, what it is for, and the way into the reply. */
export function ScriptCard(props: ScriptCardProps) {
  const { offer, values, failure } = props;
  const { script, language, variables } = offer;
  const sheet = blankSheet(script.text, values, variables);
  const why = reasonText(offer.reason);
  const whyId = useId();
  return (
    <li class={props.first ? 'script script-first' : 'script'}>
      {props.open ? (
        <BlankForm
          text={script.text}
          language={language}
          variables={variables}
          values={values}
          fromChat={props.fromChat}
          facts={props.facts}
          onValue={props.onValue}
          onInsert={(text) => props.onInsert(text, 'caret')}
          onCancel={() => props.onOpen(false)}
        />
      ) : (
        <>
          <p class="script-text" lang={language}>
            <ScriptText text={script.text} variables={variables} values={values} />
          </p>
          <div class="script-meta">
            <Badge>{script.move.map(moveName).join(' · ')}</Badge>
            {offer.own && <Badge tone="good">{words('script.own')}</Badge>}
            {offer.needs !== undefined && (
              <span class={offer.needs ? 'script-needs' : undefined}>
                {offer.needs && offer.needs !== 'agent'
                  ? words(`script.needs.${offer.needs}`)
                  : words('script.within')}
              </span>
            )}
            {offer.uses > 0 && <span class="tabular">{words('script.used', { count: offer.uses })}</span>}
            <span class="script-action">
              {sheet.fields.length > 0 ? (
                <Button
                  small
                  aria-expanded={false}
                  {...(why ? { 'aria-describedby': whyId } : {})}
                  onClick={() => props.onOpen(true)}
                >
                  {words('script.fill')}
                </Button>
              ) : (
                <Button
                  look={props.first ? 'primary' : 'quiet'}
                  small
                  {...(why ? { 'aria-describedby': whyId } : {})}
                  onClick={() => props.onInsert(sheet.filled.text, 'caret')}
                >
                  {words('script.insert')}
                </Button>
              )}
            </span>
          </div>
          {why !== '' && (
            <p id={whyId} class="script-why">
              {why}
            </p>
          )}
          {sheet.ready && <OtherWays text={sheet.filled.text} {...props} />}
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

/** Only one sentence of it, or over the flagged words; nothing where there is only one way. */
function OtherWays({ text, offer, flagged, onInsert }: ScriptCardProps & { text: string }) {
  const parts = sentences(text).map(({ start, end }) => text.slice(start, end));
  if (parts.length < 2 && !flagged) return null;
  return (
    <details class="script-more">
      <summary>{words(parts.length > 1 ? 'script.sentences' : 'script.overFlag')}</summary>
      <ul>
        {flagged && (
          <li>
            <Button small look="plain" onClick={() => onInsert(text, 'flagged')}>
              {words('script.overFlag')}
            </Button>
          </li>
        )}
        {parts.length > 1 &&
          parts.map((part) => (
            <li key={part}>
              <button
                type="button"
                class="script-part"
                lang={offer.language}
                title={words('script.sentence')}
                onClick={() => onInsert(part, 'caret')}
              >
                {part}
              </button>
            </li>
          ))}
      </ul>
    </details>
  );
}
