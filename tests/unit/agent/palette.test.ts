// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paletteModel, slashesBefore } from '@/components/agent/palette';
import { type Conversation, NOTHING_FOUND, type RunningConsole, startConsole } from '@/lib/console';
import type { ScriptQuestion, ScriptRow } from '@/lib/rpc';

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
});

describe('slashes that call the palette', () => {
  it.each<[string, boolean]>([
    ['//', true],
    ['您好 //', true],
    ['您好，//', true],
    ['line\n//', true],
    ['／／', true],
    ['http://', false],
    ['and//', false],
    ['您好//', false],
    ['///', false],
    ['/', false],
    ['// ', false],
  ])('%j: %s', (draft, calls) => {
    const at = draft.length;
    expect(slashesBefore(draft, at)).toEqual(calls ? { start: at - 2, end: at } : null);
  });
});

const row = (more: Partial<ScriptRow> = {}): ScriptRow => ({
  script: 'a',
  text: '我来办。',
  language: 'zh-Hans',
  own: false,
  uses: 0,
  variables: [],
  reason: [],
  move: ['ownership'],
  needs: null,
  ...more,
});
const WITH_BLANK = row({
  script: 'b',
  text: '退您 {paid} 元。',
  variables: [{ id: 'paid', label: '付的钱', type: 'money', required: true, example: '168' }],
});

function palette(rows: readonly ScriptRow[] = [row(), WITH_BLANK]) {
  const conversation: Conversation = { customer: ['我付了168元，现在卖79元'], agent: ['您好，我看看'] };
  const console: RunningConsole = startConsole({
    document,
    signal: ending.signal,
    site: 'desk.example',
    conversation: { read: () => conversation, subscribe: (changed) => changed() },
    layer: () => null,
    isOurs: () => false,
    newId: () => 'id',
    actions: {
      dismiss: async () => true,
      undo: async () => true,
      count: () => undefined,
      scriptInserted: () => undefined,
      scriptRemoved: () => undefined,
      corrected: () => undefined,
      sent: () => undefined,
    },
  });
  console.runtime.setChecker(() => ({ ...NOTHING_FOUND, movesSaid: ['acknowledge'] }));
  const insert = vi.spyOn(console.intents, 'insert').mockResolvedValue({ ok: true });
  const asked: ScriptQuestion[] = [];
  const answers: ((found: readonly ScriptRow[]) => void)[] = [];
  const model = paletteModel({
    console,
    find: (question) => {
      asked.push(question);
      return new Promise((resolve) => answers.push(resolve));
    },
  });
  const settle = async (): Promise<void> => {
    for (const answer of answers.splice(0)) answer(rows);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { model, asked, answers, insert, settle, console };
}

describe('the palette', () => {
  it('asks for the best in the conversation’s own language, with what was said in it', async () => {
    const { model, asked, settle } = palette();
    model.open();
    await settle();
    expect(asked).toEqual([
      {
        query: '',
        language: 'zh-Hans',
        scenarios: [],
        moves: [],
        movesSaid: ['acknowledge'],
        said: ['您好，我看看'],
        market: null,
        tone: null,
        fault: null,
      },
    ]);
    expect(model.rows.value).toHaveLength(2);
  });

  it('shows the answer to the newest key, whichever comes last', async () => {
    const { model, answers } = palette();
    model.open();
    model.type('t');
    model.type('tk');
    answers[2]?.([WITH_BLANK]);
    await Promise.resolve();
    answers[1]?.([row()]);
    await Promise.resolve();
    expect(model.rows.value.map((it) => it.script)).toEqual(['b']);
  });

  it('says so when nobody answers', async () => {
    const { console } = palette();
    const model = paletteModel({ console, find: () => Promise.reject(new Error('gone')) });
    model.open();
    await Promise.resolve();
    await Promise.resolve();
    expect(model.trouble.value).toBe('unreachable');
  });

  it('inserts a script without blanks at once, in place of the slashes that called it', async () => {
    const { model, insert, settle } = palette();
    model.open({ start: 0, end: 2 });
    await settle();
    model.take('caret');
    await settle();
    expect(insert.mock.calls).toEqual([['我来办。', 'caret', 'a', { start: 0, end: 2 }]]);
    expect(model.view.value).toBe('closed');
  });

  it('fills a blank from the log, and inserts nothing while one is wrong', async () => {
    const { model, insert, settle, console } = palette();
    model.open();
    await settle();
    model.move((at) => at + 1);
    model.take('caret');
    expect([model.view.value, model.values.value.paid, [...model.fromChat.value]]).toEqual([
      'form',
      '168',
      ['paid'],
    ]);
    model.setValue('paid', '');
    model.insert('caret');
    expect(insert).not.toHaveBeenCalled();
    expect(model.sheet.value?.fields[0]?.problem).toBe('empty');
    model.setValue('paid', '170');
    model.insert('flagged');
    await settle();
    expect(insert.mock.calls).toEqual([['退您 170 元。', 'flagged', 'b', undefined]]);
    expect(console.runtime.state.memory.values).toEqual({ paid: '170' });
  });

  it('stays open with the text at hand when it could not be inserted', async () => {
    const { model, insert, settle } = palette();
    insert.mockResolvedValue({ ok: false, reason: 'not-inserted' });
    model.open();
    await settle();
    model.take('caret');
    await settle();
    expect([model.view.value, model.trouble.value]).toEqual(['list', 'not-inserted']);
  });

  it('moves within its rows', async () => {
    const { model, settle } = palette();
    model.open();
    await settle();
    const to = (step: (at: number, count: number) => number): number => {
      model.move(step);
      return model.active.value;
    };
    expect([to((at) => at + 9), to((at) => at - 9), to((at, count) => (at - 1 + count) % count)]).toEqual([
      1, 0, 1,
    ]);
  });
});
