import { useState } from 'preact/hooks';
import { Button, IconButton, Input, Select } from '@/components/ui';
import { common, panel, script as words } from '@/lib/i18n';
import { findOffers, suggestOffers, wishOf } from '@/lib/offers';
import { FAULTS, type Fault, type Language, TONES, type Tone } from '@/lib/phrasebook/vocabulary';
import { type BlankValues, type Fact, sureValues } from '@/lib/reply';
import type { ConsoleIntent, ConsoleSnapshot, InsertWhere, IntentAnswer } from '@/lib/rpc';
import { offersCopy, refusalText } from '../refusal';
import type { PanelShelf } from '../shelf';
import { ScriptCard } from './script-card';
import { Section } from './section';

export interface ScriptsProps {
  shelf: PanelShelf;
  snapshot: ConsoleSnapshot;
  language: Language;
  facts: readonly Fact[];
  /** Blanks filled by hand in this conversation. */
  values: BlankValues;
  onValue: (id: string, value: string) => void;
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
  onInserted: () => void;
  onCopy: (text: string) => void;
}

/** So many are drawn at once: a glance, with the rest of the panel still near. */
const SUGGESTED = 4;
const FOUND = 10;

interface Failure {
  script: string;
  text: string;
  why: string;
  copy: boolean;
}

/** Words to use: ranked for what is missing, or found by search. */
export function Scripts(props: ScriptsProps) {
  const { shelf, snapshot, language, facts, values: byHand, send, onInserted, onCopy } = props;
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { memory } = snapshot;

  const searching = query.trim() !== '';
  const wish = wishOf(snapshot, language);
  const offers = searching ? findOffers(shelf, query, wish, Date.now()) : suggestOffers(shelf, wish);
  const atOnce = searching ? FOUND : SUGGESTED;
  const shown = all ? offers : offers.slice(0, atOnce);
  const rest = Math.max(0, offers.length - atOnce);

  const insert = async (script: string, text: string, where: InsertWhere): Promise<void> => {
    setFailure(null);
    const answer = await send({ type: 'insert', text, where, script });
    if (answer.ok) {
      setOpen(null);
      onInserted();
    } else {
      setFailure({ script, text, why: refusalText(answer.reason), copy: offersCopy(answer.reason) });
    }
  };

  return (
    <Section title={panel('scripts.title')}>
      <div class="script-search">
        <Input
          type="search"
          icon="search"
          aria-label={panel('scripts.search')}
          placeholder={panel('scripts.placeholder')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing || query === '') return;
            event.stopPropagation();
            setQuery('');
          }}
        />
        {searching && <IconButton icon="close" label={common('clear')} onClick={() => setQuery('')} />}
      </div>
      <div class="script-wishes">
        <Select<Tone | ''>
          aria-label={panel('scripts.tone')}
          value={memory.tone ?? ''}
          options={[
            { value: '', label: panel('scripts.anyTone') },
            ...TONES.map((it) => ({ value: it, label: words(`tone.${it}`) })),
          ]}
          onPick={(tone) => void send({ type: 'remember', memory: { tone: tone || null } })}
        />
        <Select<Fault | ''>
          aria-label={panel('scripts.fault')}
          value={memory.fault ?? ''}
          options={[
            { value: '', label: panel('scripts.anyFault') },
            ...FAULTS.filter((it) => it !== 'any').map((it) => ({ value: it, label: words(`fault.${it}`) })),
          ]}
          onPick={(fault) => void send({ type: 'remember', memory: { fault: fault || null } })}
        />
      </div>
      <p class="sr-only" role="status">
        {searching && panel('scripts.found', { count: offers.length })}
      </p>
      {offers.length === 0 ? (
        <p class="panel-quiet">{searching ? panel('scripts.noneFound') : panel('scripts.none')}</p>
      ) : (
        <ul class="scripts" aria-label={panel('scripts.title')}>
          {shown.map((offer, index) => {
            const { id } = offer.script;
            const sure = sureValues(offer.variables, facts, language);
            return (
              <ScriptCard
                key={id}
                offer={offer}
                first={index === 0}
                open={open === id}
                values={{ ...sure, ...byHand }}
                fromChat={new Set(Object.keys(sure).filter((it) => byHand[it] === undefined))}
                facts={facts}
                flagged={snapshot.flags.length > 0}
                failure={failure?.script === id ? failure : null}
                onValue={props.onValue}
                onOpen={(unfold) => {
                  setFailure(null);
                  setOpen(unfold ? id : null);
                }}
                onInsert={(text, where) => void insert(id, text, where)}
                onCopy={onCopy}
              />
            );
          })}
        </ul>
      )}
      {rest > 0 && (
        <Button look="plain" small aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? panel('scripts.fewer') : panel('scripts.more', { count: rest })}
        </Button>
      )}
    </Section>
  );
}
