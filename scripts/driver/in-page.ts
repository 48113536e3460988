import type { ElementHandle, Frame } from 'puppeteer-core';
import type { Session } from './session.ts';

/** Words that stand marked before the agent. */
export interface SeenMark {
  severity: string;
  text: string;
}

export interface SeenCard {
  /** The words it speaks about. */
  words: string;
  why: string;
  /** What it offers to say instead, without the last choice, which leaves the words out. */
  instead: string[];
}

/** Our element in the page: the name is random, the rest is not. */
const HOST = '[popover="manual"]';

/**
 * What the extension shows in a page, read from outside: highlights from the document's own registry, card, badge and
 * drawn lines from the closed shadow tree. Clicks are the browser's own.
 */
export class SeenPage {
  readonly #session: Session;
  readonly #frame: Frame;
  readonly #field: string;

  constructor(session: Session, frame: Frame, field = '[data-composer="0"]') {
    this.#session = session;
    this.#frame = frame;
    this.#field = field;
  }

  /** All marks of the composer, in the order of their words. */
  async marks(): Promise<SeenMark[]> {
    const highlighted = await this.#frame.evaluate(readHighlights, this.#field, false);
    return highlighted.length > 0 ? highlighted : this.#drawnLines(false);
  }

  /** The words under the second look's own marks. */
  async looks(): Promise<string[]> {
    const highlighted = await this.#frame.evaluate(readHighlights, this.#field, true);
    const seen = highlighted.length > 0 ? highlighted : await this.#drawnLines(true);
    return seen.map(({ text }) => text);
  }

  async markedTexts(): Promise<string[]> {
    return (await this.marks()).map(({ text }) => text);
  }

  async card(): Promise<SeenCard | null> {
    const root = await this.#root();
    return (
      root?.evaluate((tree) => {
        const card = tree.querySelector('.card');
        if (!card) return null;
        const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? '';
        return {
          words: text('.words strong'),
          why: text('.reason'),
          instead: Array.from(
            card.querySelectorAll('.choice:not(.choice-out) > span[lang]'),
            (choice) => choice.textContent ?? '',
          ),
        };
      }) ?? null
    );
  }

  /** What an element of ours says, `null` while there is none. */
  async says(selector: string): Promise<string | null> {
    const element = await this.control(selector);
    return element?.evaluate((it) => (it.textContent ?? '').trim()) ?? null;
  }

  /** A control of ours, to be clicked with a real mouse; `null` while there is none. */
  async control(selector: string): Promise<ElementHandle<Element> | null> {
    const root = await this.#root();
    return root?.$(selector) ?? null;
  }

  #root(): Promise<ElementHandle<ShadowRoot> | null> {
    return this.#session.shadowRoot(this.#frame, HOST);
  }

  /** Text controls of a browser without value ranges have lines drawn over them; the page is asked what lies there. */
  async #drawnLines(looks: boolean): Promise<SeenMark[]> {
    const root = await this.#root();
    if (!root) return [];
    const lines = await root.evaluate((tree) =>
      Array.from(tree.querySelectorAll<HTMLElement>('.layer > div > div'), (line) => {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        const { textDecorationStyle: shape, textDecorationThickness: thickness } = getComputedStyle(line);
        return { left, right, middle: (top + bottom) / 2, shape, thickness };
      }),
    );
    // The second look draws dots that are finer than any rule's.
    const wanted = lines.filter(
      ({ shape, thickness }) => (shape === 'dotted' && thickness !== '2px') === looks,
    );
    return this.#frame.evaluate(readLines, this.#field, wanted);
  }
}

/** Runs in the page. A page of the tests gives its field itself, because a closed shadow root hides it. */
function readHighlights(selector: string, looks: boolean): SeenMark[] {
  const { getField } = globalThis as { getField?: () => HTMLTextAreaElement };
  const field = getField?.() ?? document.querySelector<HTMLTextAreaElement>(selector);
  const found: (SeenMark & { order: number })[] = [];
  CSS.highlights.forEach((highlight, name) => {
    const severity = /-(low|medium|high|critical)$/.exec(name)?.[1];
    if (!severity || name.includes('-look-') !== looks) return;
    highlight.forEach((range) => {
      if (range.collapsed) return;
      if (range instanceof Range) {
        const before = document.createRange();
        before.setStart(range.startContainer.getRootNode(), 0);
        before.setEnd(range.startContainer, range.startOffset);
        found.push({ severity, text: range.toString(), order: before.toString().length });
      } else if (field) {
        const text = field.value.slice(range.startOffset, range.endOffset);
        found.push({ severity, text, order: range.startOffset });
      }
    });
  });
  return found.sort((a, b) => a.order - b.order).map(({ severity, text }) => ({ severity, text }));
}

/** Runs in the page: the characters under a line are those between its ends, as the page itself hit-tests them. */
function readLines(
  selector: string,
  lines: { left: number; right: number; middle: number; shape: string }[],
): SeenMark[] {
  const shapes: Record<string, string> = {
    dotted: 'low',
    dashed: 'medium',
    wavy: 'high',
    double: 'critical',
  };
  const field = document.querySelector<HTMLTextAreaElement>(selector);
  if (!field) return [];
  const offsetAt = (x: number, y: number) => document.caretPositionFromPoint(x, y)?.offset ?? -1;
  const parts = lines
    .filter(({ shape }) => shape in shapes)
    .map(({ left, right, middle, shape }) => ({
      severity: shapes[shape] ?? '',
      start: offsetAt(left + 1, middle),
      end: offsetAt(right - 1, middle),
    }))
    .sort((a, b) => a.start - b.start);
  const joined: typeof parts = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.end === part.start && last.severity === part.severity) last.end = part.end;
    else joined.push({ ...part });
  }
  return joined.map(({ severity, start, end }) => ({ severity, text: field.value.slice(start, end) }));
}
