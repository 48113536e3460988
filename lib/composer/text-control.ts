import type { Box, Composer, ComposerAdapter } from './composer';
import type { Span } from './span';

type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** A value range of a text control (OpaqueRange): in Chromium since its origin trial, nowhere else yet. */
interface ValueRange extends AbstractRange {
  getClientRects(): DOMRectList;
}
interface WithValueRange {
  createValueRange(start: number, end: number): ValueRange;
}

/** Input types that hold prose and let scripts read their selection; a password or a card number is never ours to read. */
const PROSE_TYPES = new Set(['text', '']);
const PRIVATE_AUTOCOMPLETE = /\b(cc-|one-time-code|current-password|new-password|username|email|tel)/;

export const textControlAdapter: ComposerAdapter = {
  matches(element): element is HTMLElement {
    const tag = element.localName;
    if (tag !== 'textarea' && tag !== 'input') return false;
    const field = element as TextControl;
    if (field.disabled || field.readOnly) return false;
    if (PRIVATE_AUTOCOMPLETE.test(field.getAttribute('autocomplete') ?? '')) return false;
    if (tag === 'textarea') return true;
    const role = field.getAttribute('role');
    if (role === 'searchbox' || role === 'combobox' || role === 'spinbutton') return false;
    return PROSE_TYPES.has((field.getAttribute('type') ?? '').toLowerCase());
  },
  open: (field) => new TextControlComposer(field as TextControl),
};

export function hasValueRange(field: object): field is WithValueRange {
  return 'createValueRange' in field && typeof field.createValueRange === 'function';
}

class TextControlComposer implements Composer {
  readonly kind = 'text-control';
  readonly field: TextControl;

  constructor(field: TextControl) {
    this.field = field;
  }

  read(): string {
    return this.field.value;
  }

  caret(): Span | null {
    const root = this.field.getRootNode() as Document | ShadowRoot;
    if (root.activeElement !== this.field) return null;
    const { selectionStart, selectionEnd } = this.field;
    return selectionStart === null || selectionEnd === null
      ? null
      : { start: selectionStart, end: selectionEnd };
  }

  select(span: Span): boolean {
    if (span.end > this.field.value.length) return false;
    this.field.setSelectionRange(span.start, span.end);
    return true;
  }

  rangeFor(span: Span): AbstractRange | null {
    return this.#valueRange(span);
  }

  boxesFor(span: Span): Box[] | null {
    const range = this.#valueRange(span);
    return range === null ? null : [...range.getClientRects()];
  }

  writable(): boolean {
    return !this.field.disabled && !this.field.readOnly;
  }

  #valueRange(span: Span): ValueRange | null {
    const field: TextControl = this.field;
    if (!hasValueRange(field) || span.end > field.value.length) return null;
    try {
      return field.createValueRange(span.start, span.end);
    } catch {
      return null; // an input type without value ranges
    }
  }
}
