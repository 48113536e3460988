/*
 * converse.js as its own documentation sets it up: websocket, automatic login, one chat opened.
 * The address names server, account and whom to talk to: ws, jid, password, with.
 */
interface ConverseLibrary {
  initialize(settings: Record<string, unknown>): Promise<void>;
}

const wish = new URLSearchParams(location.search);

function required(name: string): string {
  const value = wish.get(name);
  if (!value) throw new Error(`The address of this page needs ${name}=…`);
  return value;
}

async function start(): Promise<void> {
  // Its published file is a module of its own, too large to bundle again.
  const published = '/converse-dist/converse.min.js';
  await import(published);
  const { converse } = window as unknown as { converse: ConverseLibrary };
  await converse.initialize({
    assets_path: '/converse-dist/',
    authentication: 'login',
    auto_login: true,
    jid: required('jid'),
    password: required('password'),
    websocket_url: required('ws'),
    view_mode: 'fullscreen',
    i18n: 'en',
    loglevel: 'error',
    play_sounds: false,
    show_desktop_notifications: false,
    clear_cache_on_logout: true,
    allow_non_roster_messaging: true,
    discover_connection_methods: false,
    auto_join_private_chats: [required('with')],
  });
  document.documentElement.dataset.ready = 'yes';
}

start().catch((error: unknown) => {
  document.documentElement.dataset.ready = `failed: ${String(error)}`;
});
