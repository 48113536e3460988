import { EDITORS } from './editors/index.ts';
import type { MountedEditor, Place } from './mount.ts';

/*
 * A chat console of a shop that has never heard of Tactful: a log, a composer, a send button.
 * The address says which editor it uses and what is odd about the page:
 *   editor=…                 one of EDITORS
 *   customer=…               what the customer has said, one parameter a message
 *   shadow=open|closed       the whole chat lives in a shadow root
 *   dir=rtl, zoom=1.5, transform=…, modal=1, height=60 (a low composer that scrolls)
 *   enter=send               Enter sends, as chats do; otherwise it makes a new line
 *   late=1                   the composer appears only when window.addComposer() is called
 *   second=1                 a second composer below the first
 */

declare global {
  interface Window {
    /** The text the editor would send. */
    getModel(): string;
    /** What the agent types into; an editor may drop marks that others put on it. */
    getField(): HTMLElement | undefined;
    /** The words the editor holds selected. */
    getSelected(): string;
    /** What has been sent so far. */
    sent: string[];
    addComposer(): Promise<void>;
    /** Puts another message of the customer into the log. */
    customerSays(text: string): void;
    /** Throws the editor away and mounts a new, empty one, as a single-page console does. */
    remount(): Promise<void>;
  }
}

const wish = new URLSearchParams(location.search);
const editors: MountedEditor[] = [];
let log: HTMLElement;

window.sent = [];
window.getModel = () => editors[0]?.model() ?? '';
window.getField = () => editors[0]?.element;
window.getSelected = () => editors[0]?.selected?.() ?? getSelection()?.toString() ?? '';
window.customerSays = (text) => say('customer', text);

function say(who: 'customer' | 'agent', text: string): void {
  const item = document.createElement('li');
  item.className = `message ${who}`;
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = who === 'customer' ? 'Lin' : 'Shop';
  const words = document.createElement('p');
  words.textContent = text;
  item.append(name, words);
  log.append(item);
}

function send(editor: MountedEditor): void {
  const text = editor.model().trim();
  if (text === '') return;
  window.sent.push(text);
  say('agent', text);
  editor.clear();
}

async function addComposer(chat: HTMLElement, root: Document | ShadowRoot): Promise<void> {
  const load = EDITORS[wish.get('editor') ?? 'textarea'];
  if (!load) throw new Error(`There is no editor called ${wish.get('editor')}.`);
  const { default: mount } = await load();
  const row = document.createElement('div');
  row.className = 'row';
  const element = document.createElement('div');
  element.className = 'composer';
  const height = wish.get('height');
  if (height) element.style.cssText = `height: ${height}px; overflow: auto`;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'send';
  button.textContent = 'Send';
  row.append(element, button);
  chat.append(row);
  const place: Place = {
    element,
    styles: (sheet) => {
      const adopted = new CSSStyleSheet();
      adopted.replaceSync(sheet);
      root.adoptedStyleSheets.push(adopted);
    },
  };
  const editor = await mount(place);
  editor.element.dataset.composer = String(editors.length);
  editors.push(editor);
  button.addEventListener('click', () => send(editor));
  if (wish.get('enter') !== 'send') return;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    event.stopPropagation();
    send(editor);
  };
  element.addEventListener('keydown', onKey, { capture: true });
}

function rootFor(stage: HTMLElement): Document | ShadowRoot {
  const shadow = wish.get('shadow');
  if (shadow !== 'open' && shadow !== 'closed') return document;
  return stage.attachShadow({ mode: shadow });
}

async function build(): Promise<void> {
  const stage = document.createElement(wish.has('modal') ? 'dialog' : 'main');
  document.body.append(stage);
  if (stage instanceof HTMLDialogElement) stage.showModal();
  document.documentElement.dir = wish.get('dir') ?? 'ltr';
  if (wish.has('zoom')) stage.style.setProperty('zoom', wish.get('zoom'));
  if (wish.has('transform')) stage.style.transform = wish.get('transform') ?? '';
  const holder = document.createElement('div');
  stage.append(holder);
  const root = rootFor(holder);
  const chat = document.createElement('section');
  chat.className = 'chat';
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SHEET);
  root.adoptedStyleSheets.push(sheet);
  log = document.createElement('ol');
  log.className = 'log';
  log.role = 'log';
  chat.append(log);
  (root === document ? holder : (root as ShadowRoot)).append(chat);
  for (const text of wish.getAll('customer')) say('customer', text);
  window.addComposer = () => addComposer(chat, root);
  window.remount = async () => {
    for (const row of chat.querySelectorAll('.row')) row.remove();
    editors.length = 0;
    await addComposer(chat, root);
  };
  if (!wish.has('late')) await addComposer(chat, root);
  if (wish.has('second')) await addComposer(chat, root);
}

const SHEET = `
  .chat { width: 640px; max-width: 100%; margin: 200px auto 0; font: 15px/1.5 sans-serif; }
  .log { list-style: none; margin: 0; padding: 0; min-height: 80px; }
  .message { padding: 6px 10px; margin: 6px 0; background: #eef; border-radius: 8px; max-width: 70%; }
  .message.agent { background: #efe; margin-inline-start: auto; }
  .name { font-size: 12px; color: #555; }
  .message p { margin: 0; white-space: pre-wrap; }
  .row { display: flex; gap: 8px; align-items: end; margin-top: 12px; }
  .composer { flex: 1; min-width: 0; border: 1px solid #999; }
  .composer textarea, .composer input { width: 100%; box-sizing: border-box; font: inherit; }
  .composer [contenteditable] { min-height: 96px; outline: none; }
`;

build().then(
  () => {
    document.documentElement.dataset.ready = 'yes';
  },
  (error: unknown) => {
    document.documentElement.dataset.ready = `failed: ${error instanceof Error ? error.stack : String(error)}`;
  },
);
