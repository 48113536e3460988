import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Dialog, Field, Select, Spinner, Textarea } from '@/components/ui';
import { propose as t } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Proposal, Wanted } from '@/lib/workbench';
import { useDeferred } from '../use-deferred';

/** A proposal with what it would hit among the saved chats. */
export interface WeighedProposal extends Proposal {
  saved: number;
}

/** Makes proposals beside the page. Rejects when the signal aborts. */
export type MakeProposals = (
  wanted: Wanted,
  signal: AbortSignal,
) => Promise<{ proposals: readonly WeighedProposal[]; searched: number }>;

/** Messages that people judged; `bad` hurt, `good` are fine. Each is one line, `[[ ]]` around the words that hurt where they are known. */
export interface LabelledSet {
  id: string;
  name: string;
  read(): Promise<{ bad: readonly string[]; good: readonly string[] }>;
}

export interface ProposeDialogProps {
  language: Language;
  lists: Wanted['lists'];
  /** Messages that are known to be harmless. */
  ordinary: readonly string[];
  make: MakeProposals;
  /** What messages can be taken from instead of being typed. */
  labelled: readonly LabelledSet[];
  onUse: (proposal: Proposal, bad: readonly string[], good: readonly string[]) => void;
  onClose: () => void;
}

/** Quiet time before proposals are made, ms. */
const PAUSE = 350;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

type State = Awaited<ReturnType<MakeProposals>> | 'working' | 'failed' | null;

/** Messages that hurt and messages that are fine, and patterns that tell them apart. */
export function ProposeDialog(props: ProposeDialogProps) {
  const { language, lists, ordinary, make, labelled, onUse, onClose } = props;
  const [bad, setBad] = useState('');
  const [good, setGood] = useState('');
  const [state, setState] = useState<State>(null);
  const asked = useDeferred(JSON.stringify([linesOf(bad), linesOf(good)]), PAUSE);
  useEffect(() => {
    const [wanted, spared] = JSON.parse(asked) as [string[], string[]];
    if (wanted.length === 0) {
      setState(null);
      return;
    }
    const question = new AbortController();
    setState('working');
    make({ bad: wanted, good: spared, lists, ordinary }, question.signal).then(
      (made) => !question.signal.aborted && setState(made),
      () => !question.signal.aborted && setState('failed'),
    );
    return () => question.abort();
  }, [asked, lists, ordinary, make]);
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div class="propose">
        <p class="muted">{t('lead')}</p>
        {labelled.length > 0 && (
          <TakeFrom
            labelled={labelled}
            onTake={(taken) => {
              setBad(taken.bad.join('\n'));
              setGood(taken.good.join('\n'));
            }}
          />
        )}
        <Field label={t('bad')} hint={t('oneALine')}>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              lang={language}
              value={bad}
              onInput={(event) => setBad(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('good')} hint={t('goodHint')}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              lang={language}
              value={good}
              onInput={(event) => setGood(event.currentTarget.value)}
            />
          )}
        </Field>
        <section aria-label={t('proposals')}>
          <h3>{t('proposals')}</h3>
          <div role="status">
            {state === null && <p class="muted">{t('more')}</p>}
            {state === 'working' && <Spinner label={t('proposals')} />}
            {(state === 'failed' || (typeof state === 'object' && state?.proposals.length === 0)) && (
              <p class="muted">{t('nothing')}</p>
            )}
          </div>
          {typeof state === 'object' && state !== null && (
            <ul class="propose-all">
              {state.proposals.map((it) => (
                <ProposalLine
                  key={it.patterns.join('\n')}
                  proposal={it}
                  searched={state.searched}
                  bad={linesOf(bad)}
                  language={language}
                  onUse={() => onUse(it, linesOf(bad), linesOf(good))}
                />
              ))}
            </ul>
          )}
        </section>
      </div>
    </Dialog>
  );
}

interface TakeFromProps {
  labelled: readonly LabelledSet[];
  onTake: (taken: Awaited<ReturnType<LabelledSet['read']>>) => void;
}

/** The way from judged messages into the two fields, where they are looked at and thinned out. */
function TakeFrom({ labelled, onTake }: TakeFromProps) {
  const [chosen, setChosen] = useState('');
  const [told, setTold] = useState('');
  const newest = useRef('');
  const pick = async (id: string): Promise<void> => {
    setChosen(id);
    setTold('');
    newest.current = id;
    const set = labelled.find((it) => it.id === id);
    if (set === undefined) return;
    try {
      const taken = await set.read();
      if (newest.current !== id) return;
      onTake(taken);
      setTold(t('took', { bad: taken.bad.length, good: taken.good.length }));
    } catch {
      if (newest.current === id) setTold(t('unread'));
    }
  };
  const options = [
    { value: '', label: t('choose') },
    ...labelled.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Field label={t('from')}>
        {(control) => <Select {...control} options={options} value={chosen} onPick={(id) => void pick(id)} />}
      </Field>
      <p class="muted small" role="status">
        {told}
      </p>
    </>
  );
}

interface ProposalLineProps {
  proposal: WeighedProposal;
  searched: number;
  bad: readonly string[];
  language: Language;
  onUse: () => void;
}

function ProposalLine({ proposal, searched, bad, language, onUse }: ProposalLineProps) {
  const { patterns, caught, saved } = proposal;
  const missed = bad.filter((_, index) => caught[index] === null);
  const facts = [
    t('catches', { caught: caught.length - caught.filter((it) => it === null).length, count: caught.length }),
    t('spares'),
    ...(searched > 0 ? [t('saved', { count: saved })] : []),
  ];
  return (
    <li class="propose-one">
      <div class="propose-what">
        {patterns.map((it) => (
          <code key={it} class="propose-pattern" lang={language}>
            {it}
          </code>
        ))}
        <p class="muted small tabular">{facts.join(' · ')}</p>
        {missed.length > 0 && (
          <p class="small" lang={language}>
            <span class="muted">{t('misses')}:</span> {missed.slice(0, 3).join(' / ')}
            {missed.length > 3 && ' …'}
          </p>
        )}
      </div>
      <Button small onClick={onUse}>
        {t('use')}
      </Button>
    </li>
  );
}
