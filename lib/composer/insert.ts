import type { Composer } from './composer';
import { mapCaret, type Span } from './span';

export type InsertFailure =
  /** An input method is composing. */
  | 'composing'
  /** The field is gone, disabled or read-only. */
  | 'not-writable'
  /** The selection or the draft changed under our hands. */
  | 'moved'
  /** The page took the event but the text is not in the editor: offer to copy it. */
  | 'not-inserted'
  /** The text is in the editor, but not where it was meant to go: the agent must look. */
  | 'misplaced';

export type InsertResult = { ok: true; span: Span } | { ok: false; reason: InsertFailure };

export interface InsertRequest {
  readonly text: string;
  /** Where it goes; omitted: at the caret or over the selection, else at the end. */
  readonly span?: Span;
  /** Where the caret comes out: behind the text, or where the agent had it, moved with the words. */
  readonly caret?: 'behind' | 'keep';
  readonly composing: () => boolean;
}

/**
 * How long an editor needs to take over a selection set from outside. Slate looks at most once in 100 ms, so a caret that
 * moved twice within that time is only known when it is over; the others need 50 ms at most.
 */
const FOLLOW_MS = 110;

/** How long an editor needs to settle a paste; measured on seven editors in two browsers. */
const SETTLE_MS = 50;

/**
 * Puts text into a composer so that the page's editor holds it in its own model, undo included.
 * One recipe for all: text controls by `execCommand`, everything else by a paste event the editor handles itself.
 * The answer comes from reading the field again; a `true` from the browser proves nothing.
 */
export async function insertText(composer: Composer, request: InsertRequest): Promise<InsertResult> {
  const { field } = composer;
  if (request.composing()) return failed('composing');
  if (!field.isConnected || !composer.writable()) return failed('not-writable');

  const before = composer.read();
  const held = composer.caret();
  const span = request.span ?? held ?? { start: before.length, end: before.length };
  if (span.end > before.length) return failed('moved');
  const text = fitted(field, request.text);

  if (composer.insert !== undefined) {
    if (!(await composer.insert(text, span))) return failed('not-inserted');
    return verified(composer, before, span, text);
  }

  field.focus({ preventScroll: true });
  if (composer.kind === 'text-control') {
    if (!composer.select(span)) return failed('moved');
    command(field, text);
    const result = verified(composer, before, span, text);
    if (result.ok) restoreCaret(composer, request, held, span, text);
    return result;
  }

  if (!composer.select(span)) return failed('moved');
  await passed(FOLLOW_MS);
  if (request.composing()) return failed('composing');
  if (composer.read() !== before || !sameSpan(composer.caret(), span)) return failed('moved');
  if (text === '') {
    command(field, text);
  } else {
    const paste = pasteEvent(text);
    // An event that lost its text would make Quill and CodeMirror delete the selection: such a one is not sent at all.
    const carries = paste?.clipboardData?.getData('text/plain') === text;
    const taken = carries && paste !== null && !field.dispatchEvent(paste);
    if (!taken) {
      // Firefox joins a line whose every word is replaced with the line before; deleting first keeps the line.
      if (isWholeLine(before, span)) command(field, '');
      command(field, text);
    }
  }
  await passed(SETTLE_MS);
  const result = verified(composer, before, span, text);
  if (result.ok && !request.composing()) restoreCaret(composer, request, held, span, text);
  return result;
}

/** `insertText` for words, `delete` for none; both go through the browser's own editing, so undo works. */
function command(field: HTMLElement, text: string): void {
  const { ownerDocument } = field;
  if (text === '') ownerDocument.execCommand('delete');
  else ownerDocument.execCommand('insertText', false, text);
}

/**
 * A paste that carries its text in both browsers: Firefox ignores `clipboardData` here and takes its own
 * `dataType` and `data`, Chromium the other way round.
 */
function pasteEvent(text: string): ClipboardEvent | null {
  try {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    const init: ClipboardEventInit & { dataType: string; data: string } = {
      bubbles: true,
      cancelable: true,
      composed: true,
      clipboardData,
      dataType: 'text/plain',
      data: text,
    };
    return new ClipboardEvent('paste', init);
  } catch {
    return null;
  }
}

function verified(composer: Composer, before: string, span: Span, text: string): InsertResult {
  if (!composer.field.isConnected) return failed('not-writable');
  const after = composer.read();
  const wanted = before.slice(0, span.start) + text + before.slice(span.end);
  const there = { start: span.start, end: span.start + text.length };
  if (after === wanted) return { ok: true, span: there };
  if (bare(after) === bare(wanted)) return { ok: true, span: foundNear(after, text, span.start) ?? there };
  if (bare(after) === bare(before) && bare(wanted) !== bare(before)) return failed('not-inserted');
  // An editor may dress the text (a list, a quote): it counts when the words are there once more than before.
  if (
    text !== '' &&
    count(bare(after), bare(text)) >
      count(bare(before.slice(0, span.start) + before.slice(span.end)), bare(text))
  ) {
    const around =
      bare(after).startsWith(bare(before.slice(0, span.start))) &&
      bare(after).endsWith(bare(before.slice(span.end)));
    return around ? { ok: true, span: foundNear(after, text, span.start) ?? there } : failed('misplaced');
  }
  return failed('not-inserted');
}

function restoreCaret(
  composer: Composer,
  request: InsertRequest,
  held: Span | null,
  span: Span,
  text: string,
): void {
  if (request.caret !== 'keep' || held === null || held.start !== held.end) return;
  if (held.start >= span.start && held.start <= span.end) return; // the editor left it behind the new words
  const edit = { start: span.start, removed: span.end - span.start, inserted: text.length };
  const caret = mapCaret(held.start, edit);
  if (caret <= composer.read().length) composer.select({ start: caret, end: caret });
}

const isWholeLine = (text: string, { start, end }: Span): boolean =>
  end > start && start > 0 && text[start - 1] === '\n' && (end === text.length || text[end] === '\n');

/** A one-line field takes one line. */
function fitted(field: HTMLElement, text: string): string {
  const lines = text.replace(/\r\n?/g, '\n');
  return field.localName === 'input' ? lines.replace(/\s*\n\s*/g, ' ') : lines;
}

/** Without white space and fillers: what must survive whatever an editor does to layout. */
const bare = (text: string): string => text.replace(/[\s\u200b\u2060\ufeff]+/g, '');

function count(text: string, part: string): number {
  if (part === '') return 0;
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++;
  return found;
}

function foundNear(text: string, part: string, near: number): Span | null {
  const from = Math.max(0, near - 8);
  const at = text.indexOf(part, from);
  return at === -1 ? null : { start: at, end: at + part.length };
}

const sameSpan = (a: Span | null, b: Span): boolean => a !== null && a.start === b.start && a.end === b.end;

/** A timer, not a frame: a background tab and a headless browser must settle too. */
const passed = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const failed = (reason: InsertFailure): InsertResult => ({ ok: false, reason });
