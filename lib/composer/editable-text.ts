import type { Span } from './span';

/**
 * The text of a contenteditable as its reader sees it, with the way back to the DOM.
 * Lines come from blocks and `<br>`; editors' fillers (zero-width characters, trailing `<br>`, placeholders) are left out.
 * Offsets are UTF-16 code units of `text`.
 */
export interface EditableText {
  readonly text: string;
  /** The DOM position of an offset; `after` prefers the end of what precedes (right for a range's end). */
  positionAt(offset: number, side: 'before' | 'after'): DomPosition | null;
  /** The offset of a DOM position inside the editor; `null` when it lies outside. */
  offsetAt(node: Node, index: number): number | null;
}

export interface DomPosition {
  readonly node: Node;
  readonly index: number;
}

/** A run of characters kept from one text node, or an empty line that has only a position. */
interface Piece {
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
  readonly node: Node;
  /** Index in the node where the run begins (a child index for an empty line). */
  readonly index: number;
}

/** How an element takes part in the text; the browser's answer comes from computed style, a test may give its own. */
export type FlowOf = (element: Element) => 'block' | 'inline' | 'hidden';

/** Zero-width characters editors keep in empty places; a joiner (U+200D) belongs to emoji and stays. */
const FILLER = /[\u200b\u2060\ufeff]+/g;

export function readEditable(root: HTMLElement, flowOf: FlowOf = computedFlow): EditableText {
  const pieces: Piece[] = [];
  let text = '';
  /** A block boundary was passed since the last character; a newline is due before the next. */
  let breakDue = false;
  /** A `<br>` was passed that is a line break only if something follows it in its block. */
  let brDue = false;
  let lineHasContent = false;

  const newlineIfDue = (): void => {
    if (breakDue || brDue) text += '\n';
    breakDue = brDue = false;
  };
  const boundary = (): void => {
    if (brDue) {
      brDue = false;
      breakDue = true;
    } else if (lineHasContent) {
      breakDue = true;
    }
    lineHasContent = false;
  };
  const addText = (node: Text, keepSpace: boolean): void => {
    const data = node.data;
    if (data === '') return;
    if (!keepSpace && !lineHasContent && /^[ \t\r\n]+$/.test(data)) return;
    let index = 0;
    const add = (end: number): void => {
      if (end <= index) return;
      newlineIfDue();
      pieces.push({ at: text.length, length: end - index, node, index });
      const run = data.slice(index, end).replaceAll('\u00a0', ' ');
      text += keepSpace ? run : run.replace(/[\r\n\t]/g, ' ');
      lineHasContent = true;
    };
    for (const filler of data.matchAll(FILLER)) {
      add(filler.index);
      index = filler.index + filler[0].length;
    }
    add(data.length);
    if (!lineHasContent && !breakDue && !brDue)
      pieces.push({ at: text.length, length: 0, node, index: data.length });
  };
  const visit = (parent: Node, keepSpace: boolean): void => {
    let childIndex = 0;
    for (let child = parent.firstChild; child !== null; child = child.nextSibling, childIndex++) {
      if (child.nodeType === 3) {
        addText(child as Text, keepSpace);
      } else if (child.nodeType === 1) {
        const element = child as Element;
        if (element.localName === 'br') {
          newlineIfDue();
          if (!lineHasContent) pieces.push({ at: text.length, length: 0, node: parent, index: childIndex });
          brDue = true;
          lineHasContent = false;
          continue;
        }
        const flow = flowOf(element);
        if (flow === 'hidden') continue;
        if (flow === 'block') boundary();
        visit(element, keepSpaceOf(element, keepSpace));
        if (flow === 'block') boundary();
      }
    }
  };
  visit(root, keepSpaceOf(root, false));
  return new MappedText(root, text, pieces);
}

class MappedText implements EditableText {
  readonly #root: HTMLElement;
  readonly #pieces: readonly Piece[];
  readonly text: string;

  constructor(root: HTMLElement, text: string, pieces: readonly Piece[]) {
    this.#root = root;
    this.text = text;
    this.#pieces = pieces;
  }

  positionAt(offset: number, side: 'before' | 'after'): DomPosition | null {
    if (offset < 0 || offset > this.text.length) return null;
    const pieces = this.#pieces;
    if (pieces.length === 0) return innermostStart(this.#root);
    let found: Piece | null = null;
    // The last piece that begins at or before the offset; on a seam, `after` stays with the earlier one.
    let low = 0;
    let high = pieces.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (pieces[middle]!.at <= offset) {
        found = pieces[middle]!;
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (found === null) return null;
    if (side === 'after' && found.at === offset && found.length > 0 && high > 0) {
      const earlier = pieces[high - 1]!;
      if (earlier.at + earlier.length === offset && earlier.length > 0) found = earlier;
    }
    return { node: found.node, index: found.index + Math.min(offset - found.at, found.length) };
  }

  offsetAt(node: Node, index: number): number | null {
    if (node !== this.#root && !this.#root.contains(node)) return null;
    const pieces = this.#pieces;
    // The first piece whose end lies at or behind the position.
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = pieces[middle]!;
      if (compare(piece.node, piece.index + piece.length, node, index) < 0) low = middle + 1;
      else high = middle;
    }
    const next = pieces[low];
    const earlier = pieces[low - 1];
    if (next === undefined) return earlier === undefined ? 0 : this.text.length;
    if (next.node === node && (node.nodeType === 3 || next.length === 0)) {
      return next.at + Math.min(Math.max(index - next.index, 0), next.length);
    }
    // Between two pieces: the end of a block belongs to its own line, everything else to what follows.
    if (earlier !== undefined && node.contains(earlier.node) && !node.contains(next.node)) {
      return earlier.at + earlier.length;
    }
    if (earlier !== undefined && earlier.node === node) return earlier.at + earlier.length;
    return next.at;
  }
}

/** Negative when the first boundary point stands before the second, as `Range.comparePoint` but without a range. */
function compare(a: Node, aIndex: number, b: Node, bIndex: number): number {
  if (a === b) return aIndex - bIndex;
  const position = a.compareDocumentPosition(b);
  if (position & 16) {
    // a contains b
    const child = childOf(a, b);
    return aIndex <= indexOf(child) ? -1 : 1;
  }
  if (position & 8) {
    const child = childOf(b, a);
    return indexOf(child) < bIndex ? -1 : 1;
  }
  return position & 4 ? -1 : 1;
}

function childOf(ancestor: Node, node: Node): Node {
  let child = node;
  while (child.parentNode !== null && child.parentNode !== ancestor) child = child.parentNode;
  return child;
}

function indexOf(node: Node): number {
  let index = 0;
  for (let before = node.previousSibling; before !== null; before = before.previousSibling) index++;
  return index;
}

function innermostStart(root: Node): DomPosition {
  let node = root;
  while (node.firstChild !== null && node.firstChild.nodeType === 1 && !isVoid(node.firstChild as Element)) {
    node = node.firstChild;
  }
  return { node, index: 0 };
}

const isVoid = (element: Element): boolean => element.localName === 'br' || element.localName === 'img';

const INLINE_TAGS = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'font',
  'i',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);
const HIDDEN_TAGS = new Set([
  'script',
  'style',
  'template',
  'img',
  'svg',
  'button',
  'input',
  'textarea',
  'select',
  'canvas',
  'video',
]);

/** Flow by tag and computed style; a non-editable island counts as text unless nobody can select it (a placeholder). */
export function computedFlow(element: Element): 'block' | 'inline' | 'hidden' {
  const tag = element.localName;
  if (HIDDEN_TAGS.has(tag)) return 'hidden';
  // Runs of plain inline tags are most of an editor's DOM: no style is asked for them.
  if (
    INLINE_TAGS.has(tag) &&
    !element.hasAttribute('style') &&
    element.getAttribute('contenteditable') !== 'false'
  ) {
    return element.getAttribute('class') === null ? 'inline' : displayFlow(element, 'inline');
  }
  const islandLike =
    element.getAttribute('contenteditable') === 'false' || element.getAttribute('aria-hidden') === 'true';
  if (islandLike) {
    const style = getComputedStyle(element);
    if (style.userSelect === 'none' || style.getPropertyValue('-moz-user-select') === 'none') return 'hidden';
    if (style.position === 'absolute' && style.pointerEvents === 'none') return 'hidden';
  }
  return displayFlow(element, INLINE_TAGS.has(tag) ? 'inline' : 'block');
}

function displayFlow(element: Element, fallback: 'block' | 'inline'): 'block' | 'inline' | 'hidden' {
  const display = getComputedStyle(element).display;
  if (display === 'none') return 'hidden';
  if (display === '' || display === 'contents') return display === '' ? fallback : 'inline';
  return display.startsWith('inline') || display.startsWith('ruby') ? 'inline' : 'block';
}

/** Whether white space in the source is kept; asked of blocks only, inline elements inherit what editors set there. */
function keepSpaceOf(element: Element, inherited: boolean): boolean {
  if (INLINE_TAGS.has(element.localName)) return inherited;
  const whiteSpace = getComputedStyle(element).whiteSpace;
  if (whiteSpace === '') return inherited;
  return whiteSpace.includes('pre') || whiteSpace.includes('break-spaces') || whiteSpace.includes('preserve');
}

/** A range over a span of a read text; `null` when the text has no such place. */
export function rangeIn(read: EditableText, span: Span, document: Document): Range | null {
  const start = read.positionAt(span.start, 'before');
  const end = span.end === span.start ? start : read.positionAt(span.end, 'after');
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(start.node, start.index);
  range.setEnd(end.node, end.index);
  return range;
}
