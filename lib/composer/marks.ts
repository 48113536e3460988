import type { Severity } from '@/lib/phrasebook/vocabulary';
import { SEVERITIES } from '@/lib/phrasebook/vocabulary';
import type { Box, Composer } from './composer';
import { lineOver, place } from './drawn-line';
import { rootsOf } from './find';
import {
  backgroundBehind,
  highlightCss,
  type MarkInk,
  type MarkKind,
  type MarkStyle,
  RULE_MARKS,
} from './mark-style';
import { clipOf, Mirror, scaleOf } from './mirror';
import type { Span } from './span';

export interface Mark {
  readonly span: Span;
  readonly severity: Severity;
}

/** The first rule of a painter's sheet, and the word its names begin with: no page can know it beforehand. */
const FIRST_RULE = /^::highlight\((h[0-9a-z]+(?:-look)?)-low\)$/;

/**
 * Removes the highlights and the sheet of a painter that ended without its signal. The names are read from the sheet:
 * Firefox lets no script of an extension walk the registry itself.
 */
export function clearOldMarks(document: Document): void {
  const left = [...document.adoptedStyleSheets].filter((sheet) => {
    const rule = sheet.cssRules[0];
    const prefix =
      rule !== undefined && 'selectorText' in rule
        ? FIRST_RULE.exec(String(rule.selectorText))?.[1]
        : undefined;
    if (prefix === undefined) return true;
    for (const kind of [...SEVERITIES, 'active']) CSS.highlights.delete(`${prefix}-${kind}`);
    return false;
  });
  if (left.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = left;
}

/** How long a look at the composer's background holds, milliseconds: pages change their colours on a click, not on a key. */
const INK_HOLDS_MS = 1000;

export interface MarkPainterOptions {
  readonly document: Document;
  /** Everything painted goes when it aborts. */
  readonly signal: AbortSignal;
  /** An element of our own at the viewport's origin, for text controls without value ranges; asked for only then. */
  readonly layer: () => Element | null;
  /** Default: as rules mark. */
  readonly style?: MarkStyle;
}

/**
 * Paints marks with the browser's own highlights, which add no node anywhere; a text control that knows no value
 * ranges gets lines drawn in our layer, from a mirror. Ranges are made anew at each call, because editors replace nodes.
 */
export class MarkPainter {
  readonly #options: MarkPainterOptions;
  /** Unpredictable, so that a page cannot tell by name that we are here; it ends in the kind. */
  readonly #prefix: string;
  readonly #style: MarkStyle;
  readonly #highlights = new Map<MarkKind, Highlight>();
  readonly #sheet: CSSStyleSheet;
  readonly #adopted = new Set<Document | ShadowRoot>();
  #ink: MarkInk | null = null;
  #inkOf: { composer: Composer; ink: MarkInk; at: number } | null = null;
  #composer: Composer | null = null;
  #marks: readonly Mark[] = [];
  #active: Span | null = null;
  #painted: { range: AbstractRange; words: string | null; start: number }[] = [];
  #mirror: Mirror | null = null;
  #lines: HTMLElement | null = null;
  #drawn: AbortController | null = null;

  constructor(options: MarkPainterOptions) {
    this.#options = options;
    this.#style = options.style ?? RULE_MARKS;
    this.#prefix = `h${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}${this.#style.suffix}`;
    this.#sheet = new (options.document.defaultView ?? window).CSSStyleSheet();
    options.signal.addEventListener('abort', () => this.#removeAll(), { once: true });
  }

  /** Replaces everything painted. `active` is the span the open card speaks about. */
  paint(composer: Composer | null, marks: readonly Mark[], active: Span | null): void {
    if (this.#options.signal.aborted) return;
    if (composer !== this.#composer) this.#dropMirror();
    this.#composer = composer;
    this.#marks = marks;
    this.#active = active;
    this.#painted = [];
    for (const highlight of this.#highlights.values()) highlight.clear();
    if (composer === null || marks.length === 0 || !composer.field.isConnected) {
      this.#dropMirror();
      return;
    }
    if (this.#needsMirror(composer)) {
      this.#draw();
      return;
    }
    this.#dropMirror();
    this.#adoptSheet(composer);
    for (const mark of marks) this.#add(composer, mark.severity, mark.span);
    if (active !== null) this.#add(composer, 'active', active);
  }

  /** False when the page replaced nodes under the marks since they were painted. */
  stands(): boolean {
    if (
      this.#composer !== null &&
      this.#mirror === null &&
      this.#painted.length === 0 &&
      this.#marks.length > 0
    )
      return false;
    return this.#painted.every(({ range, words, start }) => {
      if (words === null) return range.startOffset === start && !range.collapsed;
      return range.startContainer.isConnected && range.toString() === words;
    });
  }

  /** Draws mirrored lines again after scrolling or a change of layout; highlights need nothing. */
  reflow(): void {
    if (this.#mirror !== null) this.#draw();
  }

  /**
   * An input method begins to compose over `selection`: marks there go, the others stay as they are; highlights move
   * with their words by themselves, drawn lines behind the caret would not, so they go too. Nothing is re-anchored.
   */
  hold(selection: Span): void {
    const composer = this.#composer;
    if (composer === null) return;
    const drawn = this.#mirror !== null;
    const keeps = ({ start, end }: Span): boolean =>
      end <= selection.start || (!drawn && start >= selection.end && start > selection.start);
    this.paint(
      composer,
      this.#marks.filter(({ span }) => keeps(span)),
      null,
    );
  }

  /** Boxes of a span in the viewport, one a line, from whichever of the two ways this field has. */
  boxesFor(composer: Composer, span: Span): Box[] {
    const own = composer.boxesFor(span);
    if (own !== null) return own;
    return this.#mirrorOf(composer)?.boxesFor([span])[0] ?? [];
  }

  #add(composer: Composer, kind: MarkKind, span: Span): void {
    const range = composer.rangeFor(span);
    if (range === null || range.collapsed) return;
    let highlight = this.#highlights.get(kind);
    if (highlight === undefined) {
      highlight = new Highlight();
      highlight.priority = kind === 'active' ? 0 : SEVERITIES.indexOf(kind) + 1;
      this.#highlights.set(kind, highlight);
      CSS.highlights.set(this.#nameOf(kind), highlight);
    }
    highlight.add(range);
    const live = 'toString' in range && range instanceof Range;
    this.#painted.push({ range, words: live ? range.toString() : null, start: range.startOffset });
  }

  readonly #nameOf = (kind: MarkKind): string => `${this.#prefix}-${kind}`;

  /** The ink that shows on a composer's background, which is asked up the whole tree. */
  #inkOn(composer: Composer): MarkInk {
    const now = performance.now();
    if (this.#inkOf?.composer !== composer || now - this.#inkOf.at > INK_HOLDS_MS) {
      this.#inkOf = { composer, ink: this.#style.inkFor(backgroundBehind(composer.field)), at: now };
    }
    return this.#inkOf.ink;
  }

  #adoptSheet(composer: Composer): void {
    const { field } = composer;
    const ink = this.#inkOn(composer);
    if (ink !== this.#ink) {
      this.#ink = ink;
      this.#sheet.replaceSync(highlightCss(this.#nameOf, ink, this.#style.shapes));
    }
    for (const root of rootsOf(field)) {
      // A page may assign its own list over ours at any time.
      if (root.adoptedStyleSheets.includes(this.#sheet)) continue;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.#sheet];
      this.#adopted.add(root);
    }
  }

  #needsMirror(composer: Composer): boolean {
    return composer.kind === 'text-control' && composer.rangeFor({ start: 0, end: 0 }) === null;
  }

  #mirrorOf(composer: Composer): Mirror | null {
    if (composer !== this.#composer || composer.kind !== 'text-control') return null;
    if (this.#mirror === null) {
      const home = this.#options.layer();
      if (home === null) return null;
      this.#mirror = new Mirror(composer.field as HTMLTextAreaElement, home);
    }
    return this.#mirror;
  }

  #draw(): void {
    const composer = this.#composer;
    const mirror = composer === null ? null : this.#mirrorOf(composer);
    const home = this.#options.layer();
    if (composer === null || mirror === null || home === null) return;
    this.#watchLayout(composer.field);
    const { document } = this.#options;
    const clip = clipOf(composer.field);
    const ink = this.#inkOn(composer);
    const { fontFamily, fontSize } = getComputedStyle(composer.field);
    const font = {
      family: fontFamily,
      size: Number.parseFloat(fontSize) * scaleOf(composer.field, 'height'),
    };
    const frame = document.createElement('div');
    frame.style.cssText = 'all:initial;position:absolute;overflow:hidden;pointer-events:none';
    place(frame, clip);
    const active = this.#active === null ? [] : [{ span: this.#active, severity: null }];
    const all = [...this.#marks, ...active];
    mirror.boxesFor(all.map(({ span }) => span)).forEach((boxes, index) => {
      const severity = all[index]!.severity;
      for (const box of boxes) {
        if (
          box.bottom <= clip.top ||
          box.top >= clip.bottom ||
          box.right <= clip.left ||
          box.left >= clip.right
        )
          continue;
        frame.append(lineOver(document, box, clip, severity, ink, this.#style.shapes, font));
      }
    });
    if (this.#lines?.parentNode === home) this.#lines.replaceWith(frame);
    else home.append(frame);
    this.#lines = frame;
  }

  /** Only while lines are drawn: nothing is watched for a field without marks. */
  #watchLayout(field: HTMLElement): void {
    if (this.#drawn !== null) return;
    const drawn = new AbortController();
    this.#drawn = drawn;
    const view = this.#options.document.defaultView ?? window;
    let frame = 0;
    const soon = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => this.reflow());
    };
    const on = { signal: drawn.signal, capture: true, passive: true };
    view.addEventListener('scroll', soon, on);
    view.addEventListener('resize', soon, on);
    view.addEventListener('transitionend', soon, on);
    const size = new ResizeObserver(soon);
    size.observe(field);
    drawn.signal.addEventListener('abort', () => {
      size.disconnect();
      cancelAnimationFrame(frame);
    });
  }

  #dropMirror(): void {
    this.#drawn?.abort();
    this.#drawn = null;
    this.#lines?.remove();
    this.#lines = null;
    this.#mirror?.remove();
    this.#mirror = null;
  }

  #removeAll(): void {
    this.#dropMirror();
    for (const kind of this.#highlights.keys()) CSS.highlights.delete(this.#nameOf(kind));
    for (const root of this.#adopted) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== this.#sheet);
    }
  }
}
