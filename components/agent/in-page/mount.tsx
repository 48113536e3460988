import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { render } from 'preact';
import buttonsCss from '@/components/ui/buttons.css?inline';
import tokensCss from '@/components/ui/tokens.css?inline';
import type { Box } from '@/lib/composer';
import type { ConsoleState, RunningConsole } from '@/lib/console';
import { replacementFor } from '@/lib/phrasebook/runtime';
import type { LookModel } from '../second-look';
import type { InPageHost } from './host';
import { InPage } from './InPage';
import inPageCss from './in-page.css?inline';
import { watchKeys } from './keys';
import { type InPageModel, modelOf } from './model';
import { pageTrust } from './trust';

/** How long news stays, milliseconds: time to read a line and reach the button. */
const NEWS_MS = 8000;
const NO_SHORTCUT = signal<string | null>(null);

export interface MountInPageOptions {
  readonly document: Document;
  readonly host: InPageHost;
  readonly console: RunningConsole;
  readonly signal: AbortSignal;
  readonly site: string;
  readonly shortcut?: ReadonlySignal<string | null>;
  /** The second look at the drafts of this console, where there is one. */
  readonly look?: LookModel;
  /** Gives whether it opened. */
  readonly onOpenPanel: () => Promise<boolean>;
}

/** Shows card, badge, guard and news of a running console in the page, until the signal aborts. */
export function mountInPage(options: MountInPageOptions): InPageModel {
  const { document, host, console, signal: until, site, look } = options;
  host.dress([tokensCss, buttonsCss, inPageCss]);
  console.intents.fitWith(replacementFor);
  const window = document.defaultView!;
  const model = modelOf(console, until);
  const announced = signal<number | null>(null);

  let shownFor: Pick<ConsoleState, 'composer' | 'focusedAt'> = { composer: null, focusedAt: -1 };
  /** Before anything is painted: lines over text controls are drawn inside our element. */
  const show = (anyway: boolean): void => {
    const { composer, focusedAt } = console.runtime.state;
    // Which dialog the field stands in is asked when it is focused, not at every key.
    if (
      !anyway &&
      host.element.isConnected &&
      composer === shownFor.composer &&
      focusedAt === shownFor.focusedAt
    )
      return;
    shownFor = { composer, focusedAt };
    if (composer?.field.isConnected) host.show(composer.field);
    else if (model.news.peek() === null) host.remove();
    else host.show(document.documentElement);
  };
  console.runtime.subscribe(() => show(false), until);

  let told = false;
  const stops = [
    effect(() => {
      model.news.value;
      show(true);
    }),
    // Said once: this script can hear of nothing more.
    effect(() => {
      if (!told && model.state.value.mode === 'stale') {
        told = true;
        model.news.value = { kind: 'closed' };
      }
    }),
    // The card comes up on top of what the page opened meanwhile.
    effect(() => {
      if (model.flag.value !== null || model.asking.value !== null || look?.card.value) host.raise();
    }),
    effect(() => {
      const { quiet, card } = model.state.value;
      if (quiet > 0) announced.value = countAt(quiet, console, announced.peek());
      if (card?.reason === 'entered') window.requestAnimationFrame(() => focusFirst(host));
    }),
    // "Press send once more" is over when it was sent, or when there is a new question.
    effect(() => {
      const over = model.state.value.draft === '' || model.asking.value !== null;
      if (over && model.news.peek()?.kind === 'send-again') model.news.value = null;
    }),
    effect(() => {
      if (model.news.value === null) return;
      const timer = setTimeout(() => {
        model.news.value = null;
      }, NEWS_MS);
      return () => clearTimeout(timer);
    }),
    effect(() => {
      const said = look?.news.value;
      if (said) model.news.value = said;
    }),
    effect(() => {
      if (look?.card.value?.reason === 'entered') window.requestAnimationFrame(() => focusFirst(host));
    }),
    // Scrolling and resizing matter only while something of ours is to be seen.
    effect(() => {
      const { flags } = model.state.value;
      const shown = flags.length > 0 || model.asking.value !== null || model.news.value !== null;
      if (!shown && !look?.card.value) return;
      return watchLayout(window, () => {
        model.layout.value++;
      });
    }),
  ];
  watchKeys({ window, host, console, signal: until, look });
  // What a component reads while it renders makes it render again: the render runs inside an effect, so no component
  // needs a subscription of its own.
  const trust = pageTrust(host.element, () => host.raise());
  stops.push(
    effect(() =>
      render(
        <InPage
          model={model}
          console={console}
          trust={trust}
          site={site}
          shortcut={options.shortcut ?? NO_SHORTCUT}
          announced={announced}
          look={look}
          isFree={(box) => isFree(document, host.element, box, console)}
          onOpenPanel={options.onOpenPanel}
          onCopy={(text) => {
            void window.navigator.clipboard?.writeText(text).then(() => {
              model.news.value = null;
            });
          }}
        />,
        host.stage,
      ),
    ),
  );
  until.addEventListener(
    'abort',
    () => {
      for (const stop of stops) stop();
      render(null, host.stage);
      host.remove();
    },
    { once: true },
  );
  return model;
}

/** Nothing is said before something was found, and nothing twice. */
function countAt(_quiet: number, console: RunningConsole, before: number | null): number | null {
  const count = console.runtime.state.flags.length;
  return before === null && count === 0 ? null : count;
}

function focusFirst(host: InPageHost): void {
  host.root.querySelector<HTMLElement>('[data-stop]')?.focus();
}

function watchLayout(window: Window, moved: () => void): () => void {
  const watching = new AbortController();
  let frame = 0;
  const soon = (): void => {
    window.cancelAnimationFrame(frame);
    frame = window.requestAnimationFrame(moved);
  };
  const on = { capture: true, passive: true, signal: watching.signal };
  window.addEventListener('scroll', soon, on);
  window.addEventListener('resize', soon, on);
  return () => {
    watching.abort();
    window.cancelAnimationFrame(frame);
  };
}

const PRESSABLE =
  'button, a[href], input, select, textarea, label, summary, [role="button"], [role="tab"], [tabindex="0"]';

/** True where a badge would cover neither the caret nor a control of the page. */
function isFree(document: Document, host: Element, box: Box, console: RunningConsole): boolean {
  const { composer, caret } = console.runtime.state;
  if (composer === null) return false;
  const line =
    caret === null ? [] : console.runtime.boxesFor({ start: Math.max(0, caret.start - 1), end: caret.start });
  if (
    line.some(
      (it) => it.left < box.right && box.left < it.right && it.top < box.bottom && box.top < it.bottom,
    )
  ) {
    return false;
  }
  const points = [
    [box.left + 2, (box.top + box.bottom) / 2],
    [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
    [box.right - 2, (box.top + box.bottom) / 2],
  ] as const;
  return points.every(([x, y]) => {
    const under = document.elementsFromPoint(x, y).find((element) => element !== host);
    const control = under?.closest(PRESSABLE);
    return (
      control === undefined ||
      control === null ||
      control === composer.field ||
      control.contains(composer.field)
    );
  });
}
