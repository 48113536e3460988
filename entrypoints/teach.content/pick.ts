import { composerFor } from '@/lib/composer';
import { matches } from '@/lib/console';
import { teach } from '@/lib/i18n';
import { call } from '@/lib/rpc';
import { messagesFrom, selectorOf } from '@/lib/teach';
import { elementAt } from './element-at';
import { Overlay } from './overlay';

const STEPS = ['composer', 'customer', 'agent', 'send'] as const;
type Step = (typeof STEPS)[number];

/** How long the last word stays, milliseconds. */
const LAST_WORD_MS = 4000;

/** Events that would make the page do something with a click that is meant for us. */
const HELD = [
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
  'dblclick',
  'contextmenu',
] as const;

export interface Picking {
  /** The console was taught in another frame: one that nobody clicked in asks no longer. */
  over(): void;
}

/**
 * Lets the agent show, click by click, where things are in this frame. The page hears none of the clicks; what is under
 * the pointer is framed in our own overlay, nothing of the page is touched.
 */
export function pick(document: Document, outer: AbortSignal): Picking | null {
  const window = document.defaultView;
  if (window === null) return null;
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  const chosen = new Map<Step, Element>();
  let step = 0;
  const overlay = new Overlay(document, {
    onSkip: () => next(),
    onCancel: () => ending.abort(),
  });
  signal.addEventListener('abort', () => overlay.remove(), { once: true });

  const ask = (note?: string): void => {
    const name = STEPS[step];
    if (name === undefined) return;
    overlay.say(teach(`pick.${name}`), teach('pick.step', { step: step + 1, of: STEPS.length }), note);
  };
  const next = (): void => {
    step++;
    if (step < STEPS.length) ask();
    else void finish();
  };
  const finish = async (): Promise<void> => {
    overlay.outline(null);
    step = STEPS.length;
    const taught = taughtBy(chosen);
    if (Object.keys(taught).length === 0) overlay.say(teach('pick.nothing'));
    else {
      const kept = await call('teachSite', taught).then(
        (answer) => answer.kept,
        () => false,
      );
      overlay.say(teach(kept ? 'pick.done' : 'pick.failed'));
    }
    window.setTimeout(() => ending.abort(), LAST_WORD_MS);
  };
  /** What a click on an element teaches in this step; a sentence where it cannot. */
  const chosenBy = (name: Step, element: Element): Element | string => {
    if (name === 'customer' || name === 'agent') return element;
    const meant =
      name === 'composer'
        ? composerFor(element)?.field
        : (element.closest('button, [role="button"], a[href], input') ?? element);
    if (meant === undefined) return teach('pick.notComposer');
    return selectorOf(meant) === null ? teach('pick.noNames') : meant;
  };
  const choose = (element: Element): void => {
    const name = STEPS[step];
    if (name === undefined) return;
    const meant = chosenBy(name, element);
    if (typeof meant === 'string') {
      ask(meant);
      return;
    }
    chosen.set(name, meant);
    next();
  };

  const on = { capture: true, passive: false, signal };
  const onPointer = (event: Event): void => {
    if (overlay.owns(event.target) || step >= STEPS.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A page cannot teach us anything by clicks of its own making.
    if (event.type !== 'click' || !event.isTrusted) return;
    const found = elementAt(document, event as MouseEvent);
    if (found === 'sealed') ask(teach('pick.sealed'));
    else if (found !== null) choose(found);
  };
  for (const type of HELD) window.addEventListener(type, onPointer, on);
  window.addEventListener(
    'pointermove',
    (event) => {
      overlay.veil(false);
      const found = overlay.owns(event.target) ? null : elementAt(document, event);
      overlay.outline(found === 'sealed' ? null : found);
    },
    { capture: true, passive: true, signal },
  );
  document.documentElement.addEventListener('pointerleave', () => overlay.outline(null), { signal });
  // Over a frame the frame's own question is the one that counts.
  window.addEventListener(
    'pointerover',
    ({ target }) => overlay.veil(step === 0 && target instanceof Element && target.localName === 'iframe'),
    { capture: true, passive: true, signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ending.abort();
    },
    on,
  );
  // The agent went on in another frame of the console: that one asks from now on.
  window.addEventListener(
    'blur',
    () => step === 0 && document.activeElement?.localName === 'iframe' && ending.abort(),
    {
      signal,
    },
  );
  ask();
  return { over: () => step === 0 && ending.abort() };
}

function taughtBy(chosen: ReadonlyMap<Step, Element>): Parameters<typeof call<'teachSite'>>[1] {
  const [composer, customer, agent, send] = STEPS.map((step) => chosen.get(step));
  const composerSelector = composer && selectorOf(composer);
  const sendSelector = send && selectorOf(send);
  const messages = customer && agent ? messagesFrom(customer, agent) : {};
  return {
    ...(composerSelector ? { composer: composerSelector } : {}),
    ...(sendSelector && matches(send, sendSelector) ? { send: sendSelector } : {}),
    ...messages,
  };
}
