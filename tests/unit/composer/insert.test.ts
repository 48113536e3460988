// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Composer, insertText, type Span } from '@/lib/composer';

/** An editor reduced to what inserting needs: a text, a selection, and what it does with a paste or a command. */
class FakeEditor {
  text: string;
  selection: Span | null;
  /** What the page's own paste handler does; `null`: it has none. */
  onPaste: ((text: string) => void) | null = null;
  /** What arrives by `execCommand`. */
  commands: string[] = [];
  takesCommands = true;
  readonly field = document.createElement('div');
  readonly composer: Composer;

  constructor(text: string, selection: Span | null, kind: Composer['kind'] = 'editable') {
    this.text = text;
    this.selection = selection;
    document.body.append(this.field);
    this.field.addEventListener('paste', (event) => {
      if (this.onPaste === null) return;
      event.preventDefault();
      this.onPaste((event as ClipboardEvent).clipboardData?.getData('text/plain') ?? '');
    });
    this.composer = {
      kind,
      field: this.field,
      read: () => this.text,
      caret: () => this.selection,
      select: (span) => {
        if (span.end > this.text.length) return false;
        this.selection = span;
        return true;
      },
      rangeFor: () => null,
      boxesFor: () => null,
      writable: () => true,
    };
    document.execCommand = (command, _ui, value) => {
      this.commands.push(value === undefined ? command : `${command}:${value}`);
      if (this.takesCommands) this.put(command === 'delete' ? '' : (value ?? ''));
      return true;
    };
  }

  put(text: string): void {
    const { start, end } = this.selection ?? { start: this.text.length, end: this.text.length };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.selection = { start: start + text.length, end: start + text.length };
  }
}

const calm = () => false;
const at = (start: number, end = start): Span => ({ start, end });

beforeEach(() => {
  document.body.replaceChildren();
});

describe('inserting', () => {
  it('goes by paste where the page handles it, and by nothing else', async () => {
    const editor = new FakeEditor('您好', at(2));
    editor.onPaste = (text) => editor.put(text);
    const result = await insertText(editor.composer, { text: '，一\n二', composing: calm });
    expect([editor.text, result, editor.commands]).toEqual([
      '您好，一\n二',
      { ok: true, span: at(2, 6) },
      [],
    ]);
  });

  it('goes by command where nobody handles the paste', async () => {
    const editor = new FakeEditor('您好', at(2));
    const result = await insertText(editor.composer, { text: '！', composing: calm });
    expect([editor.text, result.ok]).toEqual(['您好！', true]);
  });

  it('sends no paste that lost its text: an editor would delete the selection for it', async () => {
    const editor = new FakeEditor('还想怎么样', at(0, 5));
    editor.onPaste = (text) => editor.put(text);
    const empty = vi.spyOn(DataTransfer.prototype, 'getData').mockReturnValue('');
    const result = await insertText(editor.composer, { text: '好', span: at(0, 5), composing: calm });
    empty.mockRestore();
    expect([editor.text, result.ok, editor.commands]).toEqual(['好', true, ['insertText:好']]);
  });

  it('deletes by command, without a paste', async () => {
    const editor = new FakeEditor('您还想怎么样', at(1, 6));
    editor.onPaste = () => editor.put('?');
    await insertText(editor.composer, { text: '', span: at(1, 6), composing: calm });
    expect([editor.text, editor.commands]).toEqual(['您', ['delete']]);
  });

  it('goes by command alone in a text control, in one turn', async () => {
    const editor = new FakeEditor('ab', at(1), 'text-control');
    const done = insertText(editor.composer, { text: 'X', composing: calm });
    expect(editor.text).toBe('aXb');
    expect((await done).ok).toBe(true);
  });

  it('keeps lines apart where a whole line is replaced by command', async () => {
    const editor = new FakeEditor('一\n还想怎么样\n三', at(2, 7));
    await insertText(editor.composer, { text: '二', span: at(2, 7), composing: calm });
    expect([editor.text, editor.commands]).toEqual(['一\n二\n三', ['delete', 'insertText:二']]);
  });
});

describe('what is not done, and said', () => {
  it('while an input method composes', async () => {
    const editor = new FakeEditor('您好', at(2));
    expect(await insertText(editor.composer, { text: 'x', composing: () => true })).toEqual({
      ok: false,
      reason: 'composing',
    });
    expect(editor.text).toBe('您好');
  });

  it('when the field left the page', async () => {
    const editor = new FakeEditor('您好', at(2));
    editor.field.remove();
    expect(await insertText(editor.composer, { text: 'x', composing: calm })).toEqual({
      ok: false,
      reason: 'not-writable',
    });
  });

  it('when the selection moved while the editor settled', async () => {
    const editor = new FakeEditor('您好', at(2));
    const done = insertText(editor.composer, { text: 'x', composing: calm });
    editor.selection = at(0);
    expect([await done, editor.text]).toEqual([{ ok: false, reason: 'moved' }, '您好']);
  });

  it('when the draft changed while the editor settled', async () => {
    const editor = new FakeEditor('您好', at(2));
    const done = insertText(editor.composer, { text: 'x', composing: calm });
    editor.text = '您好啊';
    expect(await done).toEqual({ ok: false, reason: 'moved' });
  });

  it('when a composition began while the editor settled', async () => {
    const editor = new FakeEditor('您好', at(2));
    let composing = false;
    const done = insertText(editor.composer, { text: 'x', composing: () => composing });
    composing = true;
    expect(await done).toEqual({ ok: false, reason: 'composing' });
  });

  it.each([
    ['the page swallowed the paste', (editor: FakeEditor) => (editor.onPaste = () => undefined)],
    ['the browser said yes and did nothing', (editor: FakeEditor) => (editor.takesCommands = false)],
    [
      'only part of it arrived',
      (editor: FakeEditor) => (editor.onPaste = (text) => editor.put(text.slice(0, 1))),
    ],
  ])('when %s', async (_name, arrange) => {
    const editor = new FakeEditor('您好', at(2));
    arrange(editor);
    expect(await insertText(editor.composer, { text: '一二三', composing: calm })).toEqual({
      ok: false,
      reason: 'not-inserted',
    });
  });

  it('when the words went somewhere else', async () => {
    const editor = new FakeEditor('前后', at(1));
    editor.onPaste = (text) => {
      editor.selection = at(2); // where the editor still believes the caret
      editor.put(text);
    };
    expect(await insertText(editor.composer, { text: '一二三', composing: calm })).toEqual({
      ok: false,
      reason: 'misplaced',
    });
  });

  it('and the words being there already is no proof', async () => {
    const editor = new FakeEditor('抱歉，抱歉', at(5));
    editor.onPaste = () => undefined;
    expect(await insertText(editor.composer, { text: '抱歉', composing: calm })).toEqual({
      ok: false,
      reason: 'not-inserted',
    });
  });
});

describe('the caret afterwards', () => {
  it.each<[string, Span, 'keep' | 'behind', number]>([
    ['behind the words when they were inserted', at(9), 'behind', 5],
    ['where the agent had it, moved with the words', at(9), 'keep', 8],
    ['untouched before the replaced words', at(0), 'keep', 0],
    ['behind the replacement when it stood inside', at(4), 'keep', 5],
  ])('%s', async (_name, held, caret, expected) => {
    const editor = new FakeEditor('您，还想怎么样呢啊', held);
    editor.onPaste = (text) => editor.put(text);
    await insertText(editor.composer, { text: '怎么办', span: at(2, 6), caret, composing: calm });
    expect(editor.selection).toEqual(at(expected));
  });
});

describe('an editor that dresses the text', () => {
  it.each([
    ['with other white space', (text: string) => `${text.replaceAll('\n', '\n\n')}\n`],
    ['with something around it', (text: string) => `【${text}】`],
  ])('still took it: %s', async (_name, dress) => {
    const editor = new FakeEditor('您好', at(2));
    editor.onPaste = (text) => editor.put(dress(text));
    expect((await insertText(editor.composer, { text: '一\n二', composing: calm })).ok).toBe(true);
  });
});
