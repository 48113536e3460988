import { useState } from 'preact/hooks';
import { ledger } from '@/lib/i18n';
import { suggestOffers } from '@/lib/offers';
import { type Language, MOVES, type MoveId, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { BlankValues } from '@/lib/reply';
import type { ConsoleIntent, IntentAnswer } from '@/lib/rpc';
import { offersCopy, refusalText } from '../refusal';
import type { PanelShelf } from '../shelf';
import { ScriptCard } from './script-card';

export interface WriteNowProps {
  shelf: PanelShelf;
  language: Language;
  scenario: ScenarioId | null;
  /** What the words should do; everything else counts as said. */
  moves: readonly MoveId[];
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
  onInserted: () => void;
  onCopy: (text: string) => void;
}

const AT_MOST = 3;
const NOTHING: ReadonlySet<string> = new Set();

/** A few scripts for one purpose, right where it is needed. */
export function WriteNow({ shelf, language, scenario, moves, send, onInserted, onCopy }: WriteNowProps) {
  const [open, setOpen] = useState<string | null>(null);
  const [values, setValues] = useState<BlankValues>({});
  const [failure, setFailure] = useState<{ script: string; text: string; why: string; copy: boolean } | null>(
    null,
  );
  const wish = {
    language,
    scenarios: scenario === null ? [] : [{ id: scenario, score: 1 }],
    moves: MOVES.filter((it) => !moves.includes(it)),
    movesSaid: [],
    said: [],
    market: null,
    tone: null,
    fault: null,
  };
  const offers = suggestOffers(shelf, wish, AT_MOST);
  if (offers.length === 0) return <p class="panel-quiet">{ledger('write.none')}</p>;

  const insert = async (script: string, text: string): Promise<void> => {
    const answer = await send({ type: 'insert', text, where: 'caret', script });
    if (answer.ok) onInserted();
    else setFailure({ script, text, why: refusalText(answer.reason), copy: offersCopy(answer.reason) });
  };
  return (
    <ul class="scripts owed-scripts" aria-label={ledger('promises.write')}>
      {offers.map((offer) => (
        <ScriptCard
          key={offer.script.id}
          offer={offer}
          first={false}
          open={open === offer.script.id}
          values={values}
          failure={failure?.script === offer.script.id ? failure : null}
          fromChat={NOTHING}
          facts={[]}
          flagged={false}
          onValue={(id, value) => setValues({ ...values, [id]: value })}
          onOpen={(unfold) => setOpen(unfold ? offer.script.id : null)}
          onInsert={(text) => void insert(offer.script.id, text)}
          onCopy={onCopy}
        />
      ))}
    </ul>
  );
}
