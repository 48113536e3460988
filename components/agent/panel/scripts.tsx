import { useState } from 'preact/hooks';
import { IconButton, Input } from '@/components/ui';
import { common, panel } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { BlankValues } from '@/lib/reply';
import type { ConsoleIntent, ConsoleSnapshot, IntentAnswer } from '@/lib/rpc';
import { offersCopy, refusalText } from '../refusal';
import { type PanelShelf, searchOffers, suggestOffers } from '../shelf';
import { ScriptCard } from './script-card';
import { Section } from './section';

export interface ScriptsProps {
  shelf: PanelShelf;
  snapshot: ConsoleSnapshot;
  language: Language;
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
  onInserted: () => void;
  onCopy: (text: string) => void;
}

interface Failure {
  script: string;
  text: string;
  why: string;
  copy: boolean;
}

/** Words to use: ranked for what is missing, or found by search. Blank values are kept while the conversation lasts. */
export function Scripts({ shelf, snapshot, language, send, onInserted, onCopy }: ScriptsProps) {
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [values, setValues] = useState<BlankValues>({});
  const [failure, setFailure] = useState<Failure | null>(null);

  const searching = query.trim() !== '';
  const offers = searching ? searchOffers(shelf, query, language) : suggestOffers(shelf, snapshot, language);

  const insert = async (script: string, text: string): Promise<void> => {
    setFailure(null);
    const answer = await send({ type: 'insert', text, where: 'caret', script });
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
      <p class="sr-only" role="status">
        {searching && panel('scripts.found', { count: offers.length })}
      </p>
      {offers.length === 0 ? (
        <p class="panel-quiet">{searching ? panel('scripts.noneFound') : panel('scripts.none')}</p>
      ) : (
        <ul class="scripts" aria-label={panel('scripts.title')}>
          {offers.map((offer, index) => (
            <ScriptCard
              key={offer.script.id}
              offer={offer}
              first={index === 0}
              open={open === offer.script.id}
              values={values}
              failure={failure?.script === offer.script.id ? failure : null}
              onValues={setValues}
              onOpen={(unfold) => {
                setFailure(null);
                setOpen(unfold ? offer.script.id : null);
              }}
              onInsert={(text) => void insert(offer.script.id, text)}
              onCopy={onCopy}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}
