import type { Span } from './span';

/** A rectangle of the viewport in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * One place where an agent types, whatever editor runs it. Offsets count in the text that `read()` returns.
 * Nothing here writes attributes or nodes into the page's editor; text goes in by `insertText` alone.
 */
export interface Composer {
  readonly kind: 'text-control' | 'editable' | 'site';
  readonly field: HTMLElement;
  /** The draft as the customer would get it: lines by `\n`, no editor fillers. */
  read(): string;
  /** The selection, when it lies in this field; `null` otherwise. */
  caret(): Span | null;
  /** Moves the selection without scrolling and tells the page's editor; false when the span is not there. Some follow later (see `insertText`). */
  select(span: Span): boolean;
  /** A live range for painting; `null` where the browser has none for this field (a text control without value ranges). */
  rangeFor(span: Span): AbstractRange | null;
  /** Boxes of a span, one a line; `null` where only a mirror can tell. */
  boxesFor(span: Span): Box[] | null;
  /** False when the page disabled the field or made it read-only. */
  writable(): boolean;
  /** A site that takes text in by its own way returns true when it did; the general recipe is left out then. */
  insert?(text: string, span: Span): Promise<boolean>;
}

/** Makes composers of one sort; a site override stands before the two general ones. */
export interface ComposerAdapter {
  matches(element: Element): element is HTMLElement;
  open(field: HTMLElement): Composer;
}
