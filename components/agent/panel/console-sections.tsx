import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Banner, type Toaster } from '@/components/ui';
import { agent, panel, scenarioName, personal as words } from '@/lib/i18n';
import type { ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleIntent, ConsoleSnapshot, DismissScope, IntentAnswer } from '@/lib/rpc';
import type { LedgerDesk } from '../ledger-desk';
import { refusalText } from '../refusal';
import { type Check, guideOf, type PanelShelf, scenarioOf } from '../shelf';
import { languageOfTalk } from '../talk';
import { remedyIsNext } from '../wanted-moves';
import { Checklist } from './checklist';
import { Flags } from './flags';
import { Held } from './held';
import { Moves } from './moves';
import { Personal, type PersonalActions } from './personal';
import { type LedgerSectionProps, PromisesHere } from './promises';
import { Remedies } from './remedies';
import { Scripts } from './scripts';
import { Situation } from './situation';
import { useTalk } from './use-talk';

export interface ConsoleSectionsProps {
  snapshot: ConsoleSnapshot;
  shelf: PanelShelf;
  toaster: Toaster;
  send: (intent: ConsoleIntent) => Promise<IntentAnswer>;
  onCopy: (text: string) => void;
  /** What the shop owes its customers; left out for a pasted draft and in practice. */
  desk?: LedgerDesk;
  /** Whether a corrected scenario is kept as an example: in a shop's console, nowhere else. */
  keepsCorrections: boolean;
  /** Whether flags can be dismissed: wherever a console runs, not for a pasted draft. */
  dismissable: boolean;
  /** Left out where the agent's own sentences cannot be kept. */
  personal?: PersonalActions;
  check: ReadonlySignal<Check | null>;
  onCheckNeeded: () => void;
}

/** The panel's body for one console, real or pasted: what happened → what the reply has → words to use. */
export function ConsoleSections(props: ConsoleSectionsProps) {
  const { snapshot, shelf, toaster, send, onCopy, keepsCorrections, dismissable } = props;
  const talk = useTalk(snapshot, send);
  const scenario = scenarioOf(snapshot);
  const language = languageOfTalk(snapshot);
  const guide = guideOf(shelf, language, scenario);

  const { desk } = props;
  const ledgerProps: LedgerSectionProps | null =
    desk?.data == null
      ? null
      : { desk: { data: desk.data, actions: desk.actions }, shelf, toaster, send, onCopy };

  const attempt = async (intent: ConsoleIntent): Promise<IntentAnswer> => {
    const answer = await send(intent);
    if (!answer.ok) toaster.show(refusalText(answer.reason));
    return answer;
  };

  const correct = async (to: ScenarioId | null): Promise<void> => {
    const answer = await attempt({ type: 'correctScenario', scenario: to });
    if (!answer.ok || to === null || !keepsCorrections) return;
    toaster.show(panel('situation.remembered', { scenario: scenarioName(to) }));
  };

  const dismiss = async (flagIndex: number, scope: DismissScope): Promise<void> => {
    const flag = snapshot.flags[flagIndex];
    const answer = await attempt({ type: 'dismiss', seq: snapshot.seq, flagIndex, scope });
    if (!answer.ok || !flag) return;
    const said = {
      here: () => agent('card.dismissedHere'),
      phrase: () => agent('card.phraseAllowed', { text: flag.text }),
      rule: () => agent('card.ruleOffDone', { rule: flag.rule }),
      site: () => agent('card.siteOffDone', { site: snapshot.site }),
    };
    toaster.showUndo(said[scope](), () => {
      void attempt({ type: 'undo', ...(answer.dismissal ? { dismissal: answer.dismissal } : {}) });
    });
  };

  const remediesTitle = useRef<HTMLHeadingElement>(null);
  const remediesFirst = useUnlessTyping(remedyIsNext(snapshot.moves, scenario), remediesTitle);
  const scripts = (
    <Scripts
      key={`${talk.key} scripts`}
      shelf={shelf}
      snapshot={snapshot}
      language={language}
      facts={talk.facts}
      values={talk.values}
      onValue={talk.setValue}
      send={send}
      onInserted={() => toaster.show(panel('scripts.inserted'))}
      onCopy={onCopy}
    />
  );
  const remedies = ledgerProps && (
    <Remedies
      // A guess that changes while somebody writes must not take what they wrote.
      key={`${talk.key} remedies`}
      {...ledgerProps}
      snapshot={snapshot}
      language={language}
      facts={talk.facts}
      values={talk.values}
      onValue={talk.setValue}
      titleRef={remediesTitle}
    />
  );

  return (
    <>
      {snapshot.state === 'stale' && <Banner tone="warning">{panel('console.stale')}</Banner>}
      {snapshot.state === 'loading' && <Banner>{panel('console.loading')}</Banner>}
      {snapshot.state === 'on' && !snapshot.composer && <Banner>{panel('console.noComposer')}</Banner>}
      {snapshot.held && (
        <Held
          held={snapshot.held}
          onMend={() => void attempt({ type: 'mend' }).then(() => send({ type: 'nextFlag' }))}
          onRelease={(reason) =>
            void attempt({ type: 'release', reason }).then(
              ({ ok }) => ok && toaster.show(panel('held.released')),
            )
          }
        />
      )}
      {ledgerProps && <PromisesHere {...ledgerProps} />}
      <Situation
        scenarios={snapshot.scenarios}
        corrected={snapshot.corrected}
        onCorrect={(to) => void correct(to)}
      />
      {guide && guide.steps.length + guide.ask.length > 0 && (
        <Checklist
          key={`${talk.key} ${scenario}`}
          language={language}
          steps={guide.steps}
          ask={guide.ask}
          done={snapshot.memory.done}
          onDone={(done) => void send({ type: 'remember', memory: { done } })}
        />
      )}
      <Flags
        draft={snapshot.draft}
        flags={snapshot.flags}
        beside={snapshot.beside}
        notices={snapshot.notices}
        onGo={(flagIndex) => void send({ type: 'openCard', seq: snapshot.seq, flagIndex })}
        onGoBeside={(text) => void attempt({ type: 'goBeside', text })}
        onReplace={(flagIndex, insteadIndex) =>
          void attempt({ type: 'replace', seq: snapshot.seq, flagIndex, insteadIndex })
        }
        {...(dismissable
          ? { onDismiss: (index: number, scope: DismissScope) => void dismiss(index, scope) }
          : {})}
      />
      <Moves
        made={snapshot.moves}
        scenario={scenario}
        {...(remedies ? { onRemedies: () => remediesTitle.current?.focus() } : {})}
      />
      {remediesFirst ? [remedies, scripts] : [scripts, remedies]}
      {props.personal && (
        <Personal
          shelf={shelf}
          snapshot={snapshot}
          language={language}
          actions={props.personal}
          check={props.check}
          onCheckNeeded={props.onCheckNeeded}
          onSaved={() => toaster.show(words('saved'))}
        />
      )}
    </>
  );
}

/** A place in the panel, kept while somebody types into it: nothing may move away from under their hands. */
function useUnlessTyping(wanted: boolean, inside: { current: HTMLElement | null }): boolean {
  const kept = useRef(wanted);
  const panelOf = inside.current?.closest('.panel');
  const { activeElement } = document;
  const typing =
    document.hasFocus() && panelOf?.contains(activeElement) && activeElement?.matches(TYPED_INTO);
  if (!typing) kept.current = wanted;
  return kept.current;
}

const TYPED_INTO = 'input:not([type="checkbox"]), textarea, select';
