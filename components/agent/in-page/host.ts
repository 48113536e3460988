import { clearOldMarks, type ShadowRootOf } from '@/lib/composer';

/** A page may take our element away this often before we leave it at that, within `FIGHT_MS`. */
const RETURNS = 5;
const FIGHT_MS = 5000;

/** What holds for the element itself, whatever the page says about popovers, unknown elements or everything. */
const HOST_STYLE = {
  all: 'initial',
  display: 'block',
  position: 'fixed',
  inset: '0 auto auto 0',
  width: '0',
  height: '0',
  margin: '0',
  padding: '0',
  border: '0',
  overflow: 'visible',
  opacity: '1',
  visibility: 'visible',
  'pointer-events': 'none',
  transform: 'none',
  filter: 'none',
  'clip-path': 'none',
  mask: 'none',
  contain: 'none',
  background: 'none',
  'z-index': '2147483647',
};

/** Important rules inside a shadow root outrank every rule outside it, important ones too. */
const HOST_CSS = `:host{${Object.entries(HOST_STYLE)
  .map(([name, value]) => `${name}:${value}!important`)
  .join(';')}}.layer,.stage{position:absolute;left:0;top:0;width:0;height:0}`;

/**
 * Our own element in somebody else's page: random name, closed shadow root, nothing inherited, in the top layer.
 *  - stands on the document element (or in the open modal dialog that holds the composer, everything else being inert);
 *  - its rules are `!important` inside the shadow root, which no rule of the page can outdo;
 *  - comes back when the page takes it away, a few times, then gives up.
 */
export class InPageHost {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Where the interface is rendered. */
  readonly stage: HTMLElement;
  /** Where lines are drawn over text controls; lies under the interface. */
  readonly layer: HTMLElement;
  readonly #document: Document;
  readonly #now: () => number;
  #wanted = false;
  #returns: number[] = [];

  constructor(document: Document, css: readonly string[] = [], now: () => number = Date.now) {
    this.#document = document;
    this.#now = now;
    this.element = document.createElement(
      `x-${Math.floor(crypto.getRandomValues(new Uint32Array(1))[0]!).toString(36)}`,
    );
    this.element.popover = 'manual';
    this.root = this.element.attachShadow({ mode: 'closed' });
    this.dress([HOST_CSS, ...css]);
    this.layer = document.createElement('div');
    this.layer.className = 'layer';
    this.layer.setAttribute('aria-hidden', 'true');
    this.stage = document.createElement('div');
    this.stage.className = 'stage';
    this.root.append(this.layer, this.stage);
    // A press on a button of ours never takes the focus out of the composer; we have no fields to type into, because a
    // page hears what is typed in it.
    for (const type of ['pointerdown', 'mousedown'] as const) this.stage.addEventListener(type, keepFocus);
  }

  /** Adds sheets to the shadow root. */
  dress(css: readonly string[]): void {
    const Sheet = (this.#document.defaultView ?? window).CSSStyleSheet;
    const sheets = css.map((text) => {
      const sheet = new Sheet();
      sheet.replaceSync(text);
      return sheet;
    });
    // Assigned anew: a page's copy of the list may refuse to be added to from our world.
    this.root.adoptedStyleSheets = [...this.root.adoptedStyleSheets, ...sheets];
  }

  /** Puts the element where it can be seen beside a field, and on top. False when the page keeps removing it. */
  show(field: Element): boolean {
    const home = modalAround(field) ?? this.#document.documentElement;
    if (this.element.parentNode !== home) {
      if (this.#wanted && !this.element.isConnected && !this.#mayReturn()) return false;
      home.append(this.element);
      this.#wanted = true;
      const zoom = (home as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
      this.element.style.setProperty('zoom', String(1 / zoom), 'important');
      this.raise();
    }
    return true;
  }

  /** On top of whatever the page has put into the top layer since. */
  raise(): void {
    if (!this.element.isConnected || typeof this.element.showPopover !== 'function') return;
    if (this.element.matches(':popover-open')) this.element.hidePopover();
    this.element.showPopover();
  }

  remove(): void {
    this.#wanted = false;
    this.element.remove();
  }

  #mayReturn(): boolean {
    const now = this.#now();
    this.#returns = [...this.#returns.filter((at) => now - at < FIGHT_MS), now];
    return this.#returns.length <= RETURNS;
  }
}

function keepFocus(event: Event): void {
  event.preventDefault();
}

/** The open modal dialog a field stands in, also across shadow roots. */
function modalAround(field: Element): Element | null {
  let element: Element | null = field;
  while (element !== null) {
    const dialog: Element | null = element.closest('dialog');
    if (dialog?.matches(':modal')) return dialog;
    const root: Node = element.getRootNode();
    element = 'host' in root ? (root as ShadowRoot).host : null;
  }
  return null;
}

/** Takes away what a script of ours left that could not clean up after itself: its element, its marks, its sheet. */
export function clearLeftovers(document: Document, shadowRootOf: ShadowRootOf): void {
  for (const element of [...document.querySelectorAll<HTMLElement>('[popover="manual"]')]) {
    if (!/^x-[0-9a-z]+$/.test(element.localName)) continue;
    if (shadowRootOf(element)?.querySelector('.stage > .announcer') != null) element.remove();
  }
  clearOldMarks(document);
}
