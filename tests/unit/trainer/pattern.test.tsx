// @vitest-environment happy-dom
import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState, Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { completeWith } from '@/components/trainer/pattern/complete';
import { diagnose, PatternEditor } from '@/components/trainer/pattern/editor';
import { patternProblems } from '@/components/trainer/pattern/problems';
import { problemText, readsAs } from '@/components/trainer/pattern/reads-as';
import { tokensIn } from '@/components/trainer/pattern/tokens';
import { locale } from '@/lib/i18n';
import { stage } from '../ui/stage';

afterEach(() => {
  locale.value = 'en';
});

const lists = { 给: ['给', '送'], give: ['give', 'send'] };

describe('a pattern reads back', () => {
  it.each([
    ['en', '(你|您){0-3}没看', 'zh-Hans', '“你” or “您”, then within 3 characters “没看”'],
    ['zh-CN', '(你|您){0-3}没看', 'zh-Hans', '「你」或「您」，3 个字以内接「没看」'],
    ['zh-TW', '[也]要@给', 'zh-Hant', '可有可無的「也」，接「要」，接@给 裡的一個詞（给、送…）'],
    ['en', '~get {2-5} extra', 'en', 'any form of “get”, then 2 to 5 words on “extra”'],
    ['en', '~get … extra', 'en', 'any form of “get”, then within 8 words “extra”'],
    [
      'en',
      'a fee & b fee|c*',
      'en',
      'in one sentence, in any order: “a fee”; “b fee”; or else: a word that begins with “c”',
    ],
    ['zh-CN', '只有{n}', 'zh-Hans', '「只有」，接一个数'],
    ['en', '(你|您', 'zh-Hans', ''],
  ] as const)('%s %s', (at, source, language, told) => {
    locale.value = at;
    expect(readsAs(source, lists, language)).toBe(told);
  });
});

it.each([
  ['(你|您)没', ['bracket (', 'bracket |', 'bracket )']],
  ['@给您', ['list @给']],
  ['@give me', ['list @give']],
  ['~get {n} … {0-3} a*', ['forms ~get', 'slot {n}', 'gap …', 'gap {0-3}', 'mark *']],
  ['100\\% $', ['escape \\%', 'mark $']],
])('%s is coloured', (source, wanted) => {
  expect(tokensIn(source, lists).map((it) => `${it.kind} ${source.slice(it.from, it.to)}`)).toEqual(wanted);
});

describe('what is wrong', () => {
  it('is told in the language of the page, at its line', () => {
    locale.value = 'zh-CN';
    const [problem] = diagnose(Text.of(['不归我管', '(你|您']), 'flag', lists);
    expect(problem).toMatchObject({ from: 5, severity: 'error' });
    expect(problem?.message).toContain('「(」没有配上另一半');
  });

  it.each([
    ['flag', '[也]', 'no-fixed-word'],
    ['notAfter', 'a & b', 'ampersand-in-exception'],
    ['list', '@nobody', 'unknown-list'],
  ] as const)('a %s %s has %s', (use, line, code) => {
    expect(patternProblems(['', line], use, lists)).toMatchObject([{ code, index: 1 }]);
  });

  it('names the list that is likely meant', () => {
    const [problem] = patternProblems(['@giv you'], 'flag', lists);
    expect(problemText(problem!)).toContain('Did you mean @give?');
  });
});

describe('completion', () => {
  const ask = (doc: string) => {
    const state = EditorState.create({ doc });
    return completeWith(() => lists)(new CompletionContext(state, doc.length, false));
  };
  it('offers lists after @', () => {
    expect(ask('不@')?.options.map((it) => it.label)).toEqual(['@给', '@give']);
  });
  it('shows the forms of a word after ~', () => {
    expect(ask('~ge')).toMatchObject({ options: [{ label: '~ge' }] });
  });
  it('is silent elsewhere', () => {
    expect(ask('get')).toBeNull();
  });
});

it('the editor hands out its lines and takes new ones in', () => {
  const got: string[][] = [];
  const view = (lines: string[]) => (
    <PatternEditor
      label="Words"
      lines={lines}
      use="flag"
      lists={lists}
      language="zh-Hans"
      onLines={(it) => got.push(it)}
    />
  );
  const root = stage(view(['不归我管']));
  const content = root
    .querySelector('.patterns-editor')!
    .shadowRoot!.querySelector<HTMLElement>('.cm-content')!;
  expect(content.getAttribute('aria-label')).toBe('Words');
  const editor = EditorView.findFromDOM(content)!;
  act(() => editor.dispatch({ changes: { from: 4, insert: '\n(你|您)没看\n' } }));
  expect(got.at(-1)).toEqual(['不归我管', '(你|您)没看']);
  stage(view(['等通知']), root);
  expect(editor.state.doc.toString()).toBe('等通知');
});

it('what comes back late does not undo what was written since', () => {
  const got: string[][] = [];
  const view = (lines: string[]) => (
    <PatternEditor
      label="Words"
      lines={lines}
      use="flag"
      lists={lists}
      language="en"
      onLines={(it) => got.push(it)}
    />
  );
  const root = stage(view([]));
  const content = root
    .querySelector('.patterns-editor')!
    .shadowRoot!.querySelector<HTMLElement>('.cm-content')!;
  const editor = EditorView.findFromDOM(content)!;
  act(() => editor.dispatch({ changes: { from: 0, insert: 'a' } }));
  act(() => editor.dispatch({ changes: { from: 1, insert: 'b' } }));
  stage(view(['a']), root);
  expect(editor.state.doc.toString()).toBe('ab');
  stage(view(['ab']), root);
  stage(view(['a']), root);
  expect(editor.state.doc.toString()).toBe('a');
  expect(got).toEqual([['a'], ['ab']]);
});
