import type { Box, Composer, ComposerAdapter } from './composer';
import { type EditableText, rangeIn, readEditable } from './editable-text';
import { announceSelection, selectedEnds, selectionFor } from './selection';
import type { Span } from './span';

/** Any contenteditable, plain or run by an editor: the editor's brand makes no difference here. */
export const editableAdapter: ComposerAdapter = {
  matches(element): element is HTMLElement {
    const field = element as HTMLElement;
    if (!field.isContentEditable) return false;
    const role = field.getAttribute('role');
    return role !== 'searchbox' && role !== 'combobox' && field.localName !== 'body';
  },
  open: (field) => new EditableComposer(editingHost(field)),
};

/** The outermost element of the editable area an element belongs to. */
export function editingHost(element: HTMLElement): HTMLElement {
  let host = element;
  while (host.parentElement?.isContentEditable) host = host.parentElement;
  return host;
}

class EditableComposer implements Composer {
  readonly kind = 'editable';
  readonly field: HTMLElement;
  /** The last reading; positions are only good while its text nodes stand, so each `read()` renews it. */
  #read: EditableText | null = null;

  constructor(field: HTMLElement) {
    this.field = field;
  }

  read(): string {
    this.#read = readEditable(this.field);
    return this.#read.text;
  }

  caret(): Span | null {
    const ends = selectedEnds(this.field);
    if (ends === null || !this.field.contains(ends.startContainer) || !this.field.contains(ends.endContainer))
      return null;
    const read = this.#mapped();
    const start = read.offsetAt(ends.startContainer, ends.startOffset);
    const end = read.offsetAt(ends.endContainer, ends.endOffset);
    return start === null || end === null ? null : { start, end: Math.max(start, end) };
  }

  select(span: Span): boolean {
    const read = readEditable(this.field);
    this.#read = read;
    const start = read.positionAt(span.start, span.start === span.end ? 'after' : 'before');
    const end = read.positionAt(span.end, 'after');
    const selection = selectionFor(this.field);
    if (start === null || end === null || selection === null) return false;
    selection.setBaseAndExtent(start.node, start.index, end.node, end.index);
    announceSelection(this.field.ownerDocument);
    return true;
  }

  rangeFor(span: Span): Range | null {
    return rangeIn(this.#mapped(), span, this.field.ownerDocument);
  }

  boxesFor(span: Span): Box[] {
    const range = this.rangeFor(span);
    return range === null ? [] : [...range.getClientRects()].filter((box) => box.width > 0);
  }

  writable(): boolean {
    return this.field.isContentEditable;
  }

  /** The last reading while the DOM still says the same, else a new one. */
  #mapped(): EditableText {
    this.#read ??= readEditable(this.field);
    return this.#read;
  }
}
