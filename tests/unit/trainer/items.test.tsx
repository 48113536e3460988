// @vitest-environment happy-dom

import { EditorView } from '@codemirror/view';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { ItemPane, type Part } from '@/components/trainer';
import { fieldsOf } from '@/components/trainer/items/fields';
import { newItem } from '@/components/trainer/items/item-pane';
import { placeOf } from '@/components/trainer/items/item-problems';
import { fieldName, optionName } from '@/components/trainer/items/names';
import { searchEntries } from '@/components/trainer/items/search';
import { LOCALES, locale } from '@/lib/i18n';
import { told } from '@/lib/phrasebook';
import { MOVES, SCENARIOS } from '@/lib/phrasebook/vocabulary';
import { entriesOf } from '@/lib/workbench';
import { allByRole, byRole, click, press, stage, type } from '../ui/stage';
import { smallBook } from '../workbench/fixtures';
import { desk } from './desk';

afterEach(() => {
  locale.value = 'en';
});

const PARTS = [
  'taboos',
  'absences',
  'softenings',
  'scripts',
  'lists',
  'scenarios',
  'moves',
  'commitments',
  'remedies',
  'variables',
] as const satisfies readonly Part[];

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

function pane(part: Part, open: string | null, at = desk()) {
  const gone: (string | null)[] = [];
  const view = (item: string | null) => (
    <ItemPane bench={at.bench} part={part} item={item} toaster={at.toaster} go={(it) => gone.push(it)} />
  );
  const root = stage(view(open));
  return { ...at, root, gone, show: (item: string | null) => stage(view(item), root) };
}

const labelled = (root: HTMLElement, name: string): HTMLElement => {
  const label = [...root.querySelectorAll('label')].find((it) => it.textContent?.startsWith(name));
  return document.getElementById(label?.htmlFor ?? '')!;
};

const editorOf = (root: HTMLElement, key: string): EditorView =>
  EditorView.findFromDOM(
    root
      .querySelector(`[data-field="${key}"] .patterns-editor`)!
      .shadowRoot!.querySelector<HTMLElement>('.cm-content')!,
  )!;

describe('fields', () => {
  it.each(PARTS)('of %s and what can be chosen have names', (part) => {
    locale.value = 'zh-CN';
    const nameless = fieldsOf(part).flatMap(({ key, options }) => [
      ...(fieldName(key) === key ? [key] : []),
      ...options.filter((it) => optionName(key, it) === it),
    ]);
    expect(nameless).toEqual([]);
  });

  it('are edited as what they hold', () => {
    const controls = Object.fromEntries(fieldsOf('taboos').map((it) => [it.key, it.control]));
    expect(controls).toMatchObject({
      id: 'id',
      severity: 'one',
      flag: 'patterns',
      onlyIn: 'many',
      why: 'text',
      instead: 'lines',
      'examples.flag': 'examples',
      reviewBy: 'date',
    });
  });
});

it.each([
  ['taboos[3].flag[0]', 'taboos', 'flag'],
  ['taboos[3].examples.flag[2]', 'taboos', 'examples.flag'],
  ['scripts[0]', 'scripts', null],
  ['lists.you[1]', 'lists', null],
])('a problem at %s leads to %s, %s', (path, part, field) => {
  const said = told('no-file', 'name-file', {});
  const problem = { file: 'x', line: 1, level: 'error', kind: 'shape', ...said } as const;
  expect(placeOf({ ...problem, path })).toEqual({ part, field });
});

describe('search', () => {
  const entries = entriesOf(
    smallBook({
      taboos: [
        { id: 'deflect/not-mine', flag: ['不歸我管'], why: 'x' },
        { id: 'blame/read', flag: ['you should have read'] },
      ],
    }),
    undefined,
    'taboos',
  );
  const found = (query: string) => searchEntries(entries, query, 'all', new Set()).map((it) => it.id);
  it.each([
    ['不归', ['deflect/not-mine']],
    ['READ should', ['blame/read']],
    ['not-mine', ['deflect/not-mine']],
    ['nobody', []],
    ['', ['deflect/not-mine', 'blame/read']],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
  it('shows what is wrong', () => {
    expect(searchEntries(entries, '', 'wrong', new Set(['blame/read'])).map((it) => it.id)).toEqual([
      'blame/read',
    ]);
  });
});

describe('an inherited rule', () => {
  it('shows what it inherits, and keeps only what is changed', () => {
    const { root, bench } = pane('taboos', 'blame/read');
    const why = labelled(root, 'Why it hurts') as HTMLTextAreaElement;
    expect(why.value).toBe('It tells them that they are at fault.');
    type(why, 'They did read it.');
    expect(bench.own.value.taboos).toEqual([{ id: 'blame/read', why: 'They did read it.' }]);
    click(byRole(root, 'button', 'Take back'));
    expect(bench.own.value.taboos).toEqual([]);
  });

  it('takes patterns beside the inherited ones', () => {
    const { root, bench } = pane('taboos', 'blame/read');
    expect(root.querySelector('.item-below li')?.textContent).toBe('@you should have read');
    act(() => editorOf(root, 'flag').dispatch({ changes: { from: 0, insert: 'did you even read' } }));
    expect(bench.own.value.taboos).toEqual([{ id: 'blame/read', flag: ['did you even read'] }]);
  });

  it('is switched off, with what was written over it, and on again', () => {
    const { root, bench, show } = pane('taboos', 'blame/read');
    type(labelled(root, 'Why it hurts'), 'Other.');
    click(byRole(root, 'button', 'Switch off'));
    expect(bench.own.value).toMatchObject({ taboos: [], off: ['blame/read'] });
    show('blame/read');
    click(byRole(root, 'button', 'Switch on'));
    expect(bench.own.value.off).toBeUndefined();
  });

  it('is typed into in one step', () => {
    const { root, bench } = pane('taboos', 'blame/read');
    const why = labelled(root, 'Why it hurts');
    type(why, 'A');
    type(why, 'AB');
    bench.undo();
    expect(bench.own.value.taboos).toEqual([]);
  });
});

describe('a rule of one’s own', () => {
  const own = () => desk({ taboos: smallBook().taboos, lists: smallBook().lists }, null);

  it('is added, opened and renamed', () => {
    const { root, bench, gone, show } = pane('taboos', null, own());
    click(byRole(root, 'button', 'New rule'));
    expect(gone).toEqual(['new-rule']);
    show('new-rule');
    const id = labelled(root, 'Id');
    type(id, 'blame/read');
    expect(root.textContent).toContain('This id is taken.');
    type(id, 'blame/else');
    press(id, 'Enter');
    expect(gone.at(-1)).toBe('blame/else');
    expect(bench.own.value.taboos.map((it) => it.id)).toEqual(['blame/read', 'blame/else']);
  });

  it('is copied and removed, with a way back', () => {
    const { root, bench, gone, toaster } = pane('taboos', 'blame/read', own());
    click(byRole(root, 'button', 'Duplicate'));
    expect(gone).toEqual(['blame/read-2']);
    click(byRole(root, 'button', 'Remove'));
    expect(bench.own.value.taboos.map((it) => it.id)).toEqual(['blame/read-2']);
    act(() => toaster.shown.value[0]?.action?.run());
    expect(bench.own.value.taboos).toHaveLength(2);
  });

  it('tries its examples while one types', () => {
    const { root } = pane('taboos', 'blame/read', own());
    const marks = () => [...root.querySelectorAll('.example mark')].map((it) => it.textContent);
    expect(marks()).toEqual(['You should have read']);
    const editor = editorOf(root, 'flag');
    act(() =>
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: 'I should have read' } }),
    );
    expect(marks()).toEqual(['I should have read']);
    expect(root.querySelectorAll('.example.is-wrong')).toHaveLength(2);
  });

  it('gets an example out of a pasted message', () => {
    const { root, bench } = pane('taboos', 'blame/read', own());
    const area = byRole(root, 'textbox', 'Paste a message as an example') as HTMLTextAreaElement;
    type(area, 'Well, you should have read it.');
    area.setSelectionRange(6, 26);
    click(byRole(root, 'button', 'Mark the chosen words'));
    click(byRole(root, 'button', 'Must be marked'));
    expect(bench.own.value.taboos[0]?.examples?.flag?.at(-1)).toBe('Well, [[you should have read]] it.');
    expect(root.querySelectorAll('.example.is-wrong')).toHaveLength(0);
  });

  it('names what is wrong with it', async () => {
    const { root, bench, show } = pane('taboos', 'blame/read', own());
    act(() => editorOf(root, 'flag').dispatch({ changes: { from: 0, insert: '(' } }));
    await settle();
    await settle();
    show('blame/read');
    expect(bench.proof.value?.problems.length).toBeGreaterThan(0);
    expect(allByRole(root, 'alert').some((it) => it.textContent?.includes('never closed'))).toBe(true);
  });
});

describe('other parts', () => {
  it('a list is written', () => {
    const { root, bench } = pane('lists', 'you');
    act(() => editorOf(root, 'items').dispatch({ changes: { from: 0, insert: 'ya' } }));
    expect(bench.own.value.lists).toEqual({ you: ['ya'] });
  });

  it('scenarios and moves are of a closed set', () => {
    expect(newItem('moves', new Set(MOVES))).toBeNull();
    expect(newItem('scenarios', new Set(SCENARIOS.slice(1)))?.id).toBe(SCENARIOS[0]);
  });

  it('names of blanks stay names', () => {
    expect(newItem('variables', new Set(['newBlank']))?.id).toBe('newBlank2');
  });

  it.each(PARTS)('%s opens in every language', (part) => {
    for (const at of LOCALES) {
      locale.value = at;
      expect(() => pane(part, null)).not.toThrow();
    }
  });
});
