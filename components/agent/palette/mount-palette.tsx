import { effect } from '@preact/signals-core';
import { render } from 'preact';
import type { RunningConsole } from '@/lib/console';
import type { ScriptQuestion, ScriptRow } from '@/lib/rpc';
import factOffersCss from '../fact-offers.css?inline';
import { type InPageHost, isSmallFrame, Placed, pageTrust, placeCard } from '../in-page';
import { paletteModel } from './model';
import { Palette } from './Palette';
import paletteCss from './palette.css?inline';
import { watchPaletteKeys } from './palette-keys';
import { watchSlashes } from './slash';

export interface MountPaletteOptions {
  readonly document: Document;
  readonly host: InPageHost;
  readonly console: RunningConsole;
  readonly signal: AbortSignal;
  readonly find: (question: ScriptQuestion) => Promise<readonly ScriptRow[]>;
  /** Whether `//` may open it. */
  readonly slashes: () => boolean;
  /** A frame too small for it: the panel searches instead. */
  readonly onOpenPanel: () => void;
}

export interface MountedPalette {
  /** Opens it over the composer that has the focus or had it last; false where there is none. */
  open(): boolean;
}

/**
 * The quick palette in the page: in our own closed root, beside the card. Mount it before the card: its keys are taken
 * first. It takes the focus only when it is called, and gives focus and selection back.
 */
export function mountPalette(options: MountPaletteOptions): MountedPalette {
  const { document, host, console, signal } = options;
  const window = document.defaultView!;
  host.dress([paletteCss, factOffersCss]);
  const stage = document.createElement('div');
  stage.className = 'stage';
  host.root.append(stage);
  stage.addEventListener('pointerdown', keepFocus);
  stage.addEventListener('mousedown', keepFocus);
  const model = paletteModel({ console, find: options.find });
  const trust = pageTrust(host.element, () => host.raise());
  watchPaletteKeys({ window, host, stage, model, signal });

  const viewport = () => ({ width: window.innerWidth, height: window.innerHeight });
  const open = (over?: { start: number; end: number }): boolean => {
    const { composer, focused } = console.runtime.state;
    if (composer === null || !composer.field.isConnected) return false;
    // Called from elsewhere in the page: what is chosen goes where the reply is written.
    if (!focused && !console.intents.focusComposer().ok) return false;
    if (isSmallFrame(viewport())) {
      options.onOpenPanel();
      return true;
    }
    host.show(composer.field);
    model.open(over);
    host.raise();
    return true;
  };
  watchSlashes({ window, console, signal, allowed: options.slashes, called: (over) => void open(over) });
  // The agent went elsewhere in the page: the palette goes, and takes no focus along.
  window.addEventListener(
    'focusin',
    (event) => {
      if (event.target !== host.element) model.close(false);
    },
    { capture: true, passive: true, signal },
  );

  const pressed = (event: Event, act: () => void): void => {
    const surface = (event.currentTarget as Element).closest('.placed') ?? (event.currentTarget as Element);
    if (trust.bySight(event, surface)) act();
  };
  const place = (size: { width: number; height: number }) => {
    const { composer, caret } = console.runtime.state;
    if (composer === null || !composer.field.isConnected) return null;
    const field = composer.field.getBoundingClientRect();
    const at = caret?.start ?? 0;
    const line = console.runtime.boxesFor({ start: Math.max(0, at - 1), end: at })[0] ?? field;
    return placeCard(size, field, line, viewport());
  };
  const stops = [
    effect(() =>
      render(
        model.view.value === 'closed' ? null : (
          <Placed place={place}>
            <Palette
              model={model}
              pressed={pressed}
              onCopy={(text) => void window.navigator.clipboard?.writeText(text).catch(() => undefined)}
            />
          </Placed>
        ),
        stage,
      ),
    ),
    // Where the hands are: the query, then the first blank that is open, then the first one.
    effect(() => {
      const view = model.view.value;
      if (view === 'closed') return;
      const fields = [...stage.querySelectorAll<HTMLInputElement>('.palette-query, [data-blank]')];
      const wanted = fields.find((it) => it.value === '') ?? fields[0];
      wanted?.focus({ preventScroll: true });
    }),
  ];
  signal.addEventListener(
    'abort',
    () => {
      for (const stop of stops) stop();
      render(null, stage);
      stage.remove();
    },
    { once: true },
  );
  return { open: () => open() };
}

/** A press on our own surface leaves the focus in the field that has it. */
function keepFocus(event: Event): void {
  if (event.target instanceof Element && event.target.closest('input, select') !== null) return;
  event.preventDefault();
}
