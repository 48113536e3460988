import { InPageHost } from '@/components/agent/in-page';
import tokensCss from '@/components/ui/tokens.css?inline';
import { teach } from '@/lib/i18n';
import overlayCss from './overlay.css?inline';

/** The frame around what is under the pointer, and the bar that says what to click; in an element of our own. */
export class Overlay {
  readonly #host: InPageHost;
  readonly #outline: HTMLElement;
  readonly #text: HTMLElement;
  readonly #step: HTMLElement;
  readonly #note: HTMLElement;
  readonly #skip: HTMLButtonElement;
  readonly #field: Element;

  constructor(document: Document, actions: { onSkip: () => void; onCancel: () => void }) {
    this.#host = new InPageHost(document, [tokensCss, overlayCss]);
    this.#field = document.documentElement;
    const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string): HTMLElementTagNameMap[K] => {
      const element = document.createElement(tag);
      element.className = name;
      return element;
    };
    this.#outline = make('div', 'outline');
    this.#outline.hidden = true;
    const bar = make('section', 'bar');
    bar.setAttribute('role', 'status');
    this.#step = make('span', 'step');
    this.#text = make('strong', 'text');
    this.#note = make('p', 'note');
    this.#skip = make('button', 'button');
    this.#skip.textContent = teach('pick.skip');
    const cancel = make('button', 'button');
    cancel.textContent = teach('pick.cancel');
    for (const [button, act] of [
      [this.#skip, actions.onSkip],
      [cancel, actions.onCancel],
    ] as const) {
      button.type = 'button';
      button.addEventListener('click', (event) => event.isTrusted && act());
    }
    bar.append(this.#step, this.#text, this.#skip, cancel, this.#note);
    this.#host.layer.append(this.#outline);
    this.#host.stage.append(bar);
    this.#host.show(this.#field);
  }

  owns(target: EventTarget | null): boolean {
    return target === this.#host.element;
  }

  say(text: string, step = '', note = ''): void {
    this.#text.textContent = text;
    this.#step.textContent = step;
    this.#note.textContent = note;
    this.#skip.hidden = step === '';
    this.#host.show(this.#field);
    this.#host.raise();
  }

  /** Out of sight, for the moment. */
  veil(hidden: boolean): void {
    this.#host.stage.hidden = hidden;
  }

  outline(element: Element | null): void {
    this.#outline.hidden = element === null;
    if (element === null) return;
    const { left, top, width, height } = element.getBoundingClientRect();
    Object.assign(this.#outline.style, {
      left: `${left}px`,
      top: `${top}px`,
      width: `${width}px`,
      height: `${height}px`,
    });
  }

  remove(): void {
    this.#host.remove();
  }
}
