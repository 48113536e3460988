import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button, Select } from '@/components/ui';
import { common, LOCALE_NAMES, LOCALES, type LocaleSetting, panel, practice } from '@/lib/i18n';
import { grade, type PracticeCase, type Remembered } from '@/lib/practice';
import type { Site } from '@/lib/sites';
import { ChatHead } from './brief';
import { ChatLog } from './chat-log';
import { Composer, type ComposerKind } from './composer';
import { Result } from './result';
import type { Talk } from './talk';
import { TurnOn } from './turn-on';
import { Welcome } from './welcome';

export interface PracticePageProps {
  cases: readonly PracticeCase[];
  talk: Talk | null;
  /** The agent's own grades, newest first. */
  results: readonly Remembered[];
  localeSetting: LocaleSetting;
  onLocale: (setting: LocaleSetting) => void;
  /** `null` goes back to the customers. */
  onStart: (played: PracticeCase | null) => void;
  onTurnOn: (site: Site) => void;
  initialComposer?: ComposerKind;
  /** The panel, shown beside a conversation. */
  children: ComponentChildren;
}

/** A chat with played customers at the left, the panel at the right; below each other where it is narrow. */
export function PracticePage(props: PracticePageProps) {
  const { cases, talk, onStart } = props;
  const [asking, setAsking] = useState(false);
  return (
    <div class="practice">
      <header class="practice-head">
        <h1>
          {common('productName')} <span class="muted">· {practice('title')}</span>
        </h1>
        <Select
          aria-label={common('interfaceLanguage')}
          value={props.localeSetting}
          onPick={props.onLocale}
          options={[
            { value: 'auto', label: common('followBrowser') },
            ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value], lang: value })),
          ]}
        />
        <Button onClick={() => setAsking(true)}>{practice('turnOn.open')}</Button>
      </header>
      {talk ? (
        <div class={talk.over.value ? 'practice-body is-over' : 'practice-body'}>
          <main class="chat" aria-label={practice('title')}>
            <Chat
              key={talk.played.id}
              talk={talk}
              onStart={onStart}
              initial={props.initialComposer ?? 'plain'}
            />
          </main>
          {!talk.over.value && (
            <aside class="practice-panel" aria-label={panel('panel.title')}>
              {props.children}
            </aside>
          )}
        </div>
      ) : (
        <main class="practice-welcome" aria-label={practice('title')}>
          <Welcome cases={cases} results={props.results} onStart={onStart} />
        </main>
      )}
      {asking && (
        <TurnOn
          onClose={() => setAsking(false)}
          onTurnOn={(site) => {
            setAsking(false);
            props.onTurnOn(site);
          }}
        />
      )}
    </div>
  );
}

interface ChatProps {
  talk: Talk;
  initial: ComposerKind;
  onStart: (played: PracticeCase | null) => void;
}

function Chat({ talk, initial, onStart }: ChatProps) {
  const kind = useSignal<ComposerKind>(initial);
  const { played } = talk;
  const { patience, ending } = talk.dialogue.value;
  return (
    <>
      <ChatHead played={played} patience={patience} over={talk.over.value} onBack={() => onStart(null)} />
      <ChatLog played={played} lines={talk.shown.value} typing={talk.typing.value} />
      {talk.over.value && ending ? (
        <Result
          grade={grade(played, talk.dialogue.value)}
          ending={ending}
          language={played.language}
          onAgain={() => onStart(played)}
          onAnother={() => onStart(null)}
        />
      ) : (
        <Composer
          kind={kind.value}
          language={played.language}
          onKind={(next) => {
            kind.value = next;
          }}
          onSend={(text) => talk.send(text)}
          onStop={() => talk.stop()}
        />
      )}
    </>
  );
}
