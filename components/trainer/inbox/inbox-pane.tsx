import type { ComponentChild } from 'preact';
import { Badge, Button, EmptyState, List } from '@/components/ui';
import { locale, moveName, scenarioName, inbox as t } from '@/lib/i18n';
import { type Handling, handle, handlingsOf, type InboxItem } from '@/lib/workbench';
import type { Bench } from '../bench';
import { MarkedText } from '../items/marked-text';
import { type PaneId, writeRoute } from '../route';

/** What became of an item, and where it went. */
export interface Settled {
  at: number;
  by: string;
  as: Handling | 'declined';
  book: string;
  item: string;
}

/** An item with what became of it; `null`: it waits. */
export interface Incoming {
  item: InboxItem;
  settled: Settled | null;
}

export interface InboxPaneProps {
  bench: Bench;
  /** Newest first; `null` while they are read. */
  incoming: readonly Incoming[];
  onSettle: (item: InboxItem, as: Settled['as'], target: string) => void;
  go: (item: string | null, pane?: PaneId) => void;
}

/** A group of more than so many shows the first ones. */
const SHOWN = 200;

const PANES: Readonly<Record<Handling, PaneId>> = {
  pass: 'taboos',
  exception: 'taboos',
  cue: 'scenarios',
  script: 'scripts',
};

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** What agents sent in, each one click away from becoming part of the book; and what became of the rest. */
export function InboxPane({ bench, incoming, onSettle, go }: InboxPaneProps) {
  const own = bench.own.value;
  const base = bench.base?.book;
  const waiting = incoming.filter((it) => it.settled === null);
  const done = incoming.filter((it) => it.settled !== null);
  const take = (item: InboxItem, as: Handling): void => {
    const handled = handle(own, base, item, as);
    if (!handled) return;
    bench.edit(handled.edit);
    onSettle(item, as, handled.id);
    go(handled.id, PANES[as]);
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
              <li key={item.id} class="inbox-item">
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
                    <Button small look="plain" onClick={() => onSettle(item, 'declined', '')}>
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
              <li key={item.id} class="inbox-item">
                <About item={item} language={bench.language} />
                {settled && <Became settled={settled} />}
              </li>
            ))}
          </List>
        </details>
      )}
    </div>
  );
}

function Became({ settled: { as, at, by, book, item } }: { settled: Settled }) {
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
  return (
    <>
      <p class="changes-head">
        <Badge tone={item.from === 'contest' ? 'high' : undefined}>{t(`from.${item.from}`)}</Badge>
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
      return (
        <>
          <p>
            <MarkedText text={item.text} spans={[item]} />
          </p>
          {item.comment !== '' && <p class="muted small">{t('said', { text: item.comment })}</p>}
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
