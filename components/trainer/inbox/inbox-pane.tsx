import type { ComponentChild } from 'preact';
import { Badge, Button, EmptyState, List, type Toaster } from '@/components/ui';
import { locale, moveName, scenarioName, inbox as t } from '@/lib/i18n';
import type { Outcome } from '@/lib/phrasebook/vocabulary';
import type { Incoming } from '@/lib/store';
import { type Handling, handle, handlingsOf, type InboxItem } from '@/lib/workbench';
import type { Bench } from '../bench';
import { MarkedText } from '../items/marked-text';
import { type PaneId, writeRoute } from '../route';

export interface InboxPaneProps {
  bench: Bench;
  toaster: Toaster;
  /** Newest first; `null` while they are read. */
  incoming: readonly Incoming[];
  onSettle: (item: InboxItem, as: Outcome['as'], target: string) => void;
  /** It waits again. */
  onReopen: (item: InboxItem) => void;
  go: (item: string | null, pane?: PaneId) => void;
}

/** A group of more than so many shows the first ones. */
const SHOWN = 200;

const PANES: Readonly<Record<Handling, PaneId>> = {
  pass: 'taboos',
  flag: 'taboos',
  exception: 'taboos',
  rule: 'taboos',
  cue: 'scenarios',
  spare: 'scenarios',
  words: 'scenarios',
  script: 'scripts',
};

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** What agents sent in, each one click away from becoming part of the book; and what became of the rest. */
export function InboxPane({ bench, toaster, incoming, onSettle, onReopen, go }: InboxPaneProps) {
  const own = bench.own.value;
  const base = bench.base?.book;
  const waiting = incoming.filter((it) => it.settled === null);
  const done = incoming.filter((it) => it.settled !== null);
  const take = (item: InboxItem, as: Handling): void => {
    const handled = handle(own, base, item, as);
    if (!handled) return;
    // Whichever way the change is undone, the item waits again.
    bench.enact(handled.edit, {
      done: () => onSettle(item, as, handled.id),
      undone: () => onReopen(item),
    });
    go(handled.id, PANES[as]);
    toaster.showUndo(t(`became.${as}`, { item: handled.id }), () => bench.undo());
  };
  const decline = (item: InboxItem): void => {
    onSettle(item, 'declined', '');
    toaster.showUndo(t('became.declined'), () => onReopen(item));
  };
  return (
    <div class="inbox">
      <p class="muted">{t('lead')}</p>
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={t('nothing')}>
          {t('nothingHint')}
        </EmptyState>
      ) : (
        <List label={t('waiting')}>
          {waiting.slice(0, SHOWN).map(({ item }) => {
            const open = bench.readOnly ? [] : handlingsOf(own, base, item);
            return (
              <li key={item.id} class="inbox-item" data-from={item.from}>
                <About item={item} language={bench.language} />
                <div class="review-acts">
                  {open.map((as, index) => (
                    <Button
                      key={as}
                      small
                      look={index === 0 ? 'quiet' : 'plain'}
                      onClick={() => take(item, as)}
                    >
                      {t(`as.${as}`)}
                    </Button>
                  ))}
                  {open.length === 0 && (
                    <span class="muted small">{t(bench.readOnly ? 'readOnly' : 'elsewhere')}</span>
                  )}
                  {!bench.readOnly && (
                    <Button small look="plain" onClick={() => decline(item)}>
                      {t('decline')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </List>
      )}
      {waiting.length > SHOWN && <p class="muted small">{t('more', { count: waiting.length - SHOWN })}</p>}
      {done.length > 0 && (
        <details>
          <summary>
            {t('done')} <span class="muted tabular">{done.length}</span>
          </summary>
          <List label={t('done')}>
            {done.slice(0, SHOWN).map(({ item, settled }) => (
              <li key={item.id} class="inbox-item" data-from={item.from}>
                <About item={item} language={bench.language} />
                {settled && <Became settled={settled} />}
                <div class="review-acts">
                  <Button small look="plain" onClick={() => onReopen(item)}>
                    {t('reopen')}
                  </Button>
                </div>
              </li>
            ))}
          </List>
        </details>
      )}
    </div>
  );
}

function Became({ settled: { as, at, by, book, item } }: { settled: Outcome }) {
  const told = t(`became.${as}`, { item });
  return (
    <p class="small">
      {as === 'declined' || book === '' ? (
        told
      ) : (
        <a href={writeRoute({ at: 'book', book, pane: PANES[as], item })}>{told}</a>
      )}{' '}
      <span class="muted">{[by, when(at)].filter((it) => it !== '').join(' · ')}</span>
    </p>
  );
}

function About({ item, language }: { item: InboxItem; language: string }) {
  const kind = item.from === 'verdict' && !item.wrong ? 'coached' : item.from;
  return (
    <>
      <p class="changes-head">
        <Badge tone={item.from === 'contest' ? 'high' : undefined}>{t(`from.${kind}`)}</Badge>
        {'rule' in item && <b class="small">{item.rule}</b>}
        <span class="muted small">{[item.by, when(item.at)].filter((it) => it !== '').join(' · ')}</span>
      </p>
      <div lang={language}>{wordsOf(item)}</div>
    </>
  );
}

function wordsOf(item: InboxItem): ComponentChild {
  switch (item.from) {
    case 'dismissal':
      return <p>{item.words}</p>;
    case 'contest':
    case 'verdict':
      return (
        <>
          <p>
            <MarkedText text={item.text} spans={[item]} />
          </p>
          {item.comment !== '' && (
            <p class="muted small">
              {t(item.from === 'contest' ? 'said' : 'judged', { text: item.comment })}
            </p>
          )}
        </>
      );
    case 'correction':
      return (
        <>
          <p>{item.customer.join(' / ')}</p>
          <p class="muted small">
            {item.guessed === null
              ? t('was', { scenario: scenarioName(item.scenario) })
              : t('wasNot', { scenario: scenarioName(item.scenario), guessed: scenarioName(item.guessed) })}
          </p>
        </>
      );
    case 'reply':
      return (
        <>
          <p>{item.text}</p>
          <p class="muted small">
            {[
              ...(item.scenario === null ? [] : [scenarioName(item.scenario)]),
              item.moves.map(moveName).join(', '),
              ...(item.pickedBy === '' ? [] : [t('pickedBy', { who: item.pickedBy })]),
            ].join(' · ')}
          </p>
        </>
      );
    case 'gap':
      return (
        <>
          <p>{item.question}</p>
          {item.missing !== '' && <p class="muted small">{t('missing', { text: item.missing })}</p>}
          {item.suggested !== '' && <p class="muted small">{t('suggested', { text: item.suggested })}</p>}
        </>
      );
  }
}
