import { belongsToInputMethod } from '@/lib/composer';
import type { InPageHost } from '../in-page';
import type { PaletteModel } from './model';

export interface PaletteKeysOptions {
  readonly window: Window;
  readonly host: InPageHost;
  readonly stage: HTMLElement;
  readonly model: PaletteModel;
  readonly signal: AbortSignal;
}

/** Events that carry what is typed; a page that listened on its window before we came still hears them. */
const EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'paste',
  'copy',
  'cut',
] as const;

const PAGE = 6;

/**
 * Everything typed in the palette, taken before the page sees it. Only what a person did counts. Enter and the arrows
 * of an input method are its own.
 */
export function watchPaletteKeys({ window, host, stage, model, signal }: PaletteKeysOptions): void {
  const focused = (): Element | null => {
    const active = host.root.activeElement;
    return active !== null && stage.contains(active) ? active : null;
  };
  const read = (element: Element): void => {
    if (!(element instanceof HTMLInputElement || element instanceof HTMLSelectElement)) return;
    const { blank } = element.dataset;
    if (blank === undefined) model.type(element.value);
    else model.setValue(blank, element.value);
  };
  const listen = (event: Event): void => {
    if (model.view.peek() === 'closed') return;
    const element = event.target === host.element ? focused() : null;
    if (element === null) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted && event.type !== 'compositionend') return;
    if (event.type === 'keydown') {
      const key = event as KeyboardEvent;
      if (!belongsToInputMethod(key) && act(key, model, stage, element)) key.preventDefault();
    } else if (event.type === 'compositionend' || event.type === 'input') {
      if (!(event as InputEvent).isComposing) read(element);
    }
  };
  for (const type of EVENTS) window.addEventListener(type, listen, { capture: true, signal });
}

/** True for a key that is ours. */
function act(event: KeyboardEvent, model: PaletteModel, stage: HTMLElement, inside: Element): boolean {
  if (event.key === 'Tab') {
    moveFocus(stage, inside, event.shiftKey);
    return true;
  }
  if (event.ctrlKey || event.metaKey) return false;
  const onButton = inside.localName === 'button';
  if (model.view.peek() === 'form') {
    if (event.key === 'Escape') model.back();
    else if (event.key === 'Enter' && !onButton) model.insert(event.altKey ? 'flagged' : 'caret');
    else return false;
    return true;
  }
  switch (event.key) {
    case 'Escape':
      model.close(true);
      return true;
    case 'Enter':
      if (onButton) return false;
      model.take(event.altKey ? 'flagged' : 'caret');
      return true;
    case 'ArrowDown':
      model.move((at, count) => (at + 1) % count);
      return true;
    case 'ArrowUp':
      model.move((at, count) => (at - 1 + count) % count);
      return true;
    case 'PageDown':
      model.move((at) => at + PAGE);
      return true;
    case 'PageUp':
      model.move((at) => at - PAGE);
      return true;
    default:
      return false;
  }
}

/** Tab stays in the palette; Esc is the way out. */
function moveFocus(stage: HTMLElement, from: Element, backwards: boolean): void {
  const stops = [...stage.querySelectorAll<HTMLElement>('input, select, button:not([tabindex])')];
  const at = stops.indexOf(from as HTMLElement);
  stops[(at + (backwards ? -1 : 1) + stops.length) % stops.length]?.focus();
}
