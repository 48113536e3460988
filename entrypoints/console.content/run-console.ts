import { clearLeftovers, handOver, InPageHost } from '@/components/agent/in-page';
import { CompiledBooks, type SiteProfile, startConsole } from '@/lib/console';
import { type ConsoleCommand, call, isOrphaned, onCommand, serveConsole } from '@/lib/rpc';
import { follow, settings } from '@/lib/store/settings';
import { consoleActions } from './actions';
import { closedShadowRootOf } from './shadow-root';

/** How long the words about an update stay before the script leaves the page alone, milliseconds. */
const LAST_WORDS_MS = 8000;

/** One frame's console, from the first focus in a composer until the site goes off or the extension goes away. */
export function runConsole(outer: AbortSignal): void {
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  const end = (): void => ending.abort();
  const site = location.hostname || document.referrer.replace(/^https?:\/\/([^/:]+).*$/, '$1');
  // An update in Firefox ends the old script without a word: what it showed is still there.
  clearLeftovers(document, closedShadowRootOf);
  const host = new InPageHost(document);

  let profile: SiteProfile | null = null;
  const console = startConsole({
    document,
    signal,
    site,
    get profile() {
      return profile;
    },
    shadowRootOf: closedShadowRootOf,
    layer: () => (host.element.isConnected ? host.layer : null),
    isOurs: (target) => target === host.element,
    newId,
    actions: consoleActions({ window, signal, onPaused: (paused) => console.runtime.setPaused(paused) }),
  });
  handOver({ host, console, signal, site });
  serveConsole(console.source, { signal, frame: newId() });
  onCommand((command) => obey(console, command), signal);

  void follow(settings.dismissals, (lasting) => console.runtime.setLastingDismissals(lasting), signal);
  void follow(settings.market, (market) => console.runtime.setMarket(market), signal);
  const askProfile = (): void => {
    call('getProfile', {}).then(
      (known) => {
        profile = known.profile;
        console.runtime.readAnew();
      },
      () => undefined,
    );
  };
  void follow(settings.profiles, askProfile, signal);
  const askSite = (): void => {
    call('siteState', {}).then(
      (state) => {
        if (state.kind === 'off') end();
        else console.runtime.setPaused(state.kind === 'paused');
      },
      () => undefined,
    );
  };
  void follow(settings.sites, askSite, signal);

  // Books and interface are fetched when a composer is used for the first time: a frame without one stays empty.
  const books = new CompiledBooks({ getBooks: (request) => call('getBooks', request), signal });
  const load = (): void => {
    books.refresh().then(
      (checker) => console.runtime.setChecker(checker),
      () => undefined,
    );
  };
  let used = false;
  let left = false;
  const watchState = (): void => {
    if (!used && console.runtime.state.composer !== null) {
      used = true;
      call('showInterface', {}).catch(() => undefined);
      void follow(settings.booksEpoch, load, signal);
    }
    if (left || !isOrphaned()) return;
    left = true;
    console.runtime.setStale();
    setTimeout(end, LAST_WORDS_MS);
  };
  console.runtime.subscribe(watchState, signal);
  watchState();
}

function obey(console: ReturnType<typeof startConsole>, command: ConsoleCommand): void {
  // The command reaches every frame of the tab; the one with the focused composer acts.
  if (!console.runtime.state.focused || !document.hasFocus()) return;
  if (command === 'next-flag') console.intents.nextFlag();
  else if (command === 'apply-first') void console.intents.applyFirst();
  else if (command === 'open-card') console.intents.openCard(undefined, 'entered');
}

/** Not `randomUUID`: pages without TLS do not have it. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}
