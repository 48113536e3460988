import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Banner, Button, EmptyState, Segments, Spinner, type Toaster, Toasts } from '@/components/ui';
import { common, ledger, panel, teach } from '@/lib/i18n';
import type { ConsoleIntent, ConsoleSnapshot, IntentAnswer } from '@/lib/rpc';
import type { StoreTrouble } from '@/lib/store';
import type { LedgerDesk } from '../ledger-desk';
import { type Check, type PanelShelf, scenarioOf } from '../shelf';
import { languageOfTalk } from '../talk';
import { ConsoleSections } from './console-sections';
import { DraftBox } from './draft-box';
import { PanelHeader, type PanelSite } from './header';
import type { PersonalActions } from './personal';
import { LedgerView, pressingCount } from './promises-view';

export interface PanelProps {
  site: PanelSite;
  /** Of the frame that wins; `null` when no console answers. */
  snapshot: ConsoleSnapshot | null;
  /** `null` while the books are being read. */
  shelf: PanelShelf | null;
  /** Checks a pasted draft; `null` until the books are compiled. */
  check: ReadonlySignal<Check | null>;
  /** The box for pasted drafts came up: the books must be compiled in this page. */
  onCheckNeeded: () => void;
  storeTrouble: StoreTrouble;
  /** Whether the console keeps corrections as examples for the trainers. */
  keepsCorrections: boolean;
  /** Left out where the agent's own sentences cannot be kept. */
  personal?: PersonalActions;
  toaster: Toaster;
  /** What the shop owes its customers; left out where promises are only played. */
  desk?: LedgerDesk;
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
  copy: (text: string) => Promise<boolean>;
  onTurnOn?: () => void;
  onResume?: () => void;
  onOptions?: () => void;
  /** Lets the agent show by clicks where things are on the page beside. */
  onTeach?: () => void;
}

/**
 * The panel beside a console, read top to bottom as the agent thinks. Data and callbacks only.
 * It is no landmark by itself: a page of its own makes it `main`, a page that has one puts it `aside`.
 */
export function Panel(props: PanelProps) {
  const { site, snapshot, shelf, check, toaster } = props;
  const [picked, setPicked] = useState<'console' | 'draft' | 'ledger' | null>(null);
  // Where there is no page to read, the box for pasted drafts is what the panel is good for.
  const view = picked ?? (site.kind === 'unsupported' && !snapshot ? 'draft' : 'console');

  const { onCheckNeeded } = props;
  useEffect(() => {
    if (view === 'draft') onCheckNeeded();
  }, [view, onCheckNeeded]);

  const copy = async (text: string): Promise<void> => {
    const done = await props.copy(text);
    toaster.show(done ? common('copied') : common('copyFailed', { key: copyKey() }));
  };
  const onCopy = (text: string): void => void copy(text);

  return (
    <div class="panel">
      <PanelHeader site={site} {...(props.onOptions ? { onOptions: props.onOptions } : {})} />
      <div class="panel-views">
        <Segments
          label={panel('panel.views')}
          value={view}
          onPick={setPicked}
          options={[
            { value: 'console', label: panel('panel.viewConsole') },
            { value: 'draft', label: panel('panel.viewDraft') },
            ...(props.desk ? [{ value: 'ledger' as const, label: ledgerTab(props.desk) }] : []),
          ]}
        />
      </div>
      {props.storeTrouble && <Banner tone="warning">{common(props.storeTrouble)}</Banner>}
      {!shelf ? (
        <div class="panel-wait">
          <Spinner label={common('loading')} />
        </div>
      ) : view === 'ledger' && props.desk ? (
        <LedgerView
          desk={props.desk}
          shelf={shelf}
          toaster={toaster}
          send={snapshot ? props.send : null}
          onCopy={onCopy}
          here={
            snapshot && {
              site: snapshot.site,
              language: languageOfTalk(snapshot),
              scenario: scenarioOf(snapshot),
            }
          }
        />
      ) : view === 'draft' ? (
        <DraftBox
          check={check}
          onCheckNeeded={onCheckNeeded}
          shelf={shelf}
          toaster={toaster}
          onCopy={onCopy}
          {...(props.personal ? { personal: props.personal } : {})}
        />
      ) : snapshot ? (
        <>
          {site.kind === 'paused' && (
            <Banner
              actions={
                props.onResume && (
                  <Button small onClick={props.onResume}>
                    {panel('site.resume')}
                  </Button>
                )
              }
            >
              {panel('site.pausedHint', { site: site.name })}
            </Banner>
          )}
          <ConsoleSections
            snapshot={snapshot}
            shelf={shelf}
            toaster={toaster}
            send={props.send}
            onCopy={onCopy}
            keepsCorrections={props.keepsCorrections}
            check={check}
            onCheckNeeded={onCheckNeeded}
            {...(props.personal ? { personal: props.personal } : {})}
            {...(props.desk ? { desk: props.desk } : {})}
            dismissable
          />
          {props.onTeach && (
            <p class="panel-foot">
              <Button look="plain" small title={teach('start.hint')} onClick={props.onTeach}>
                {teach('start.button')}
              </Button>
            </p>
          )}
        </>
      ) : (
        <NoConsole {...props} onDraft={() => setPicked('draft')} />
      )}
      <Toasts toaster={toaster} />
    </div>
  );
}

function NoConsole({ site, onTurnOn, onDraft }: PanelProps & { onDraft: () => void }) {
  const toDraft = <Button onClick={onDraft}>{panel('panel.viewDraft')}</Button>;
  if (site.kind === 'unsupported' || site.kind === 'unseen') {
    return (
      <EmptyState icon="chat" title={panel(`site.${site.kind}Title`)} action={toDraft}>
        {panel(`site.${site.kind}Hint`)}
      </EmptyState>
    );
  }
  if (site.kind === 'off') {
    return (
      <EmptyState
        icon="chat"
        title={panel('site.offTitle')}
        action={
          onTurnOn && (
            <Button look="primary" onClick={onTurnOn}>
              {panel('site.turnOn', { site: site.name })}
            </Button>
          )
        }
      >
        {panel('site.offHint', { site: site.name })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="chat" title={panel('site.waitingTitle')} action={toDraft}>
      {panel('site.waitingHint', { site: site.name })}
    </EmptyState>
  );
}

/** How many press is said on the tab itself: it is seen from every view. */
function ledgerTab(desk: LedgerDesk): string {
  const count = pressingCount(desk);
  return count === 0 ? ledger('view.title') : ledger('view.titleCount', { count });
}

const copyKey = (): string => (/mac/i.test(navigator.userAgent) ? '⌘C' : 'Ctrl+C');
