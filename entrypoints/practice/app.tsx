import { effect, useComputed } from '@preact/signals';
import { useQuery } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Panel } from '@/components/agent';
import {
  checkWith,
  useCompiledBooks,
  useConsoleView,
  usePanelShelf,
  useSetting,
  useStoreTrouble,
} from '@/components/agent/live';
import { type ComposerKind, createTalk, PracticePage, type Talk } from '@/components/practice';
import { EmptyState, type Toaster } from '@/components/ui';
import { practice } from '@/lib/i18n';
import { createReplyReader, grade, hurts, type PracticeCase } from '@/lib/practice';
import { patternOf, type Site, siteName } from '@/lib/sites';
import { type PracticeResult, type Repositories, storeKeys } from '@/lib/store';
import { changeSite, settings } from '@/lib/store/settings';
import { openPage } from '@/lib/surfaces';
import { practiceCases } from './cases';
import { type PracticeConsole, startPracticeConsole } from './console';

/**
 * What the address may ask for: `?case=puzzle-en` starts a talk, `?pace=0` makes customers answer at once,
 * `?composer=rich` starts with an editable element.
 */
const asked = new URLSearchParams(location.search);
const pace = Math.max(0, Number(asked.get('pace') ?? '1'));
const composer: ComposerKind = asked.get('composer') === 'rich' ? 'rich' : 'plain';
const cases = practiceCases();

interface Running {
  talk: Talk;
  console: PracticeConsole;
}

/** What is remembered of a talk that ended. */
function resultOf({ played, dialogue }: Talk): PracticeResult | null {
  const { ending, lines } = dialogue.value;
  if (!ending) return null;
  const replies = lines.flatMap((line) => (line.by === 'agent' ? [line] : []));
  return {
    id: crypto.randomUUID(),
    at: Date.now(),
    played: played.id,
    score: grade(played, dialogue.value).score,
    ending,
    replies: replies.length,
    flags: replies.flatMap(({ reading }) => reading.flags.filter(hurts)).length,
  };
}

const copy = (text: string): Promise<boolean> =>
  navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );

export function App({ own, toaster }: { own: Repositories; toaster: Toaster }) {
  const shelf = usePanelShelf(own);
  const compiled = useCompiledBooks(shelf?.books, true);
  const check = useComputed(() => (compiled.value ? checkWith(compiled.value) : null));
  const locale = useSetting(settings.locale, 'auto');
  const [running, setRunning] = useState<Running | null>(null);
  const [wanted, setWanted] = useState<PracticeCase | null>(
    () => cases.find(({ id }) => id === asked.get('case')?.toLowerCase()) ?? null,
  );
  const lifetime = useRef<AbortController | null>(null);

  const start = (played: PracticeCase | null): void => {
    lifetime.current?.abort();
    lifetime.current = null;
    setRunning(null);
    setWanted(played);
  };

  // A talk begins when somebody was picked and the books are ready, whichever comes last.
  const books = compiled.value;
  useEffect(() => {
    if (!wanted || !books || lifetime.current) return;
    const life = new AbortController();
    lifetime.current = life;
    const { read } = createReplyReader(wanted, books);
    const talk = createTalk({ played: wanted, read, pace, lifetime: life.signal });
    setRunning({ talk, console: startPracticeConsole(talk, wanted.shop, checkWith(books), life.signal) });
  }, [wanted, books]);
  useEffect(() => () => lifetime.current?.abort(), []);

  const { data: results } = useQuery({
    queryKey: storeKeys.practiceResults,
    queryFn: () => own.practiceResults.list(),
  });
  const talk = running?.talk;
  useEffect(() => {
    if (!talk) return;
    const stop = effect(() => {
      if (talk.dialogue.value.ending === null) return;
      const result = resultOf(talk);
      // One who stopped before the first word has practised nothing.
      if (result && result.replies > 0)
        void own.practiceResults.add(result).catch(() => toaster.show(practice('past.failed')));
    });
    return stop;
  }, [talk, own, toaster]);

  const { snapshot, send } = useConsoleView(running?.console.view ?? null);

  const turnOn = async (site: Site): Promise<void> => {
    const name = siteName(site);
    const granted = await browser.permissions.request({ origins: [patternOf(site)] }).catch(() => false);
    if (granted) await changeSite(site, { type: 'on', now: Date.now() });
    toaster.show(
      granted ? practice('turnOn.done', { site: name }) : practice('turnOn.refused', { site: name }),
    );
  };

  const storeTrouble = useStoreTrouble(own);
  if (cases.length === 0) {
    return (
      <div class="practice-failed">
        <EmptyState icon="warning" title={practice('failed.title')}>
          {practice('failed.hint')}
        </EmptyState>
      </div>
    );
  }
  return (
    <PracticePage
      cases={cases}
      talk={running?.talk ?? null}
      results={results ?? []}
      localeSetting={locale}
      onLocale={(setting) => void settings.locale.setValue(setting)}
      onStart={start}
      onTurnOn={(site) => void turnOn(site)}
      initialComposer={composer}
    >
      <Panel
        site={running ? { kind: 'on', name: running.talk.played.shop } : { kind: 'unseen' }}
        snapshot={snapshot}
        shelf={shelf}
        check={check}
        onCheckNeeded={noop}
        storeTrouble={storeTrouble}
        keepsCorrections={false}
        toaster={toaster}
        send={send}
        copy={copy}
        onOptions={() => void openPage('options')}
      />
    </PracticePage>
  );
}

/** The books are compiled here anyway. */
const noop = (): void => undefined;
