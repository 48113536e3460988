// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, expect, it, vi } from 'vitest';
import { type LabelledSet, type MakeProposals, ProposeRule } from '@/components/trainer';
import { proposePatterns } from '@/lib/workbench';
import { allByRole, byRole, click, stage, type } from '../ui/stage';
import { desk } from './desk';

const make: MakeProposals = async (wanted) => ({
  proposals: proposePatterns(wanted).map((it) => ({ ...it, saved: 7 })),
  searched: 100,
});

/** Lets the pause after typing go by. */
const rest = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

afterEach(() => {
  vi.useRealTimers();
});

async function opened(making = make, labelled: readonly LabelledSet[] = []) {
  vi.useFakeTimers();
  HTMLDialogElement.prototype.showModal ??= () => undefined;
  const { bench, toaster } = desk();
  const go = vi.fn();
  const root = stage(
    <ProposeRule bench={bench} toaster={toaster} make={making} labelled={labelled} go={go} />,
  );
  click(byRole(root, 'button', 'From examples…'));
  const write = async (name: string, text: string) => {
    type(byRole(root, 'textbox', name), text);
    await rest(1000);
  };
  return { root, bench, go, toaster, write };
}

const shown = (root: HTMLElement): (string | null)[] =>
  [...root.querySelectorAll('.propose-pattern')].map((it) => it.textContent);

it('messages become proposals, with what each catches and hits', async () => {
  const { root, write } = await opened();
  expect(root.textContent).toContain('Write two or more');
  await write('Messages that hurt', 'that is not my problem\nit is not our problem');
  expect(shown(root)).toContain('is not (my|our) problem');
  expect(root.querySelector('.propose-one')?.textContent).toContain(
    'Catches 2 of 2 · spares every fine one · hits 7 saved messages',
  );
  await write('Messages that are fine', 'is not your problem\nour problem');
  expect(shown(root)).toContain('is not (my|our) problem');
  await write('Messages that are fine', 'it is not our problem');
  expect(shown(root)).not.toContain('is not (my|our) problem');
});

it('a chosen proposal becomes a rule with the messages as examples, and can be taken back', async () => {
  const { root, bench, go, toaster, write } = await opened();
  await write('Messages that hurt', 'That is not my problem\nit is not our problem');
  await write('Messages that are fine', 'no problem');
  const at = shown(root).indexOf('is not (my|our) problem');
  click(allByRole(root, 'button', 'Use this')[at]!);
  expect(go).toHaveBeenCalledWith('new-rule');
  expect(bench.own.value.taboos.find((it) => it.id === 'new-rule')).toMatchObject({
    flag: ['is not (my|our) problem'],
    examples: {
      flag: ['That [[is not my problem]]', 'it [[is not our problem]]'],
      pass: ['no problem'],
    },
  });
  expect(allByRole(root, 'dialog')).toEqual([]);
  act(() => toaster.shown.value[0]?.action?.run());
  expect(bench.own.value.taboos.some((it) => it.id === 'new-rule')).toBe(false);
});

it('says when there is nothing to propose, and when it failed', async () => {
  const nothing = await opened();
  await nothing.write('Messages that hurt', 'one\ntwo');
  expect(nothing.root.textContent).toContain('Nothing common was found');
  const failing = await opened(() => Promise.reject(new Error('no')));
  await failing.write('Messages that hurt', 'one\ntwo');
  expect(failing.root.textContent).toContain('Nothing common was found');
});

const pick = async (root: HTMLElement, value: string): Promise<void> => {
  const select = root.querySelector('select')!;
  select.value = value;
  await act(async () => void select.dispatchEvent(new Event('change', { bubbles: true })));
  await rest(1000);
};

it('messages that people judged are taken into both fields, and proposed from', async () => {
  const { root } = await opened(make, [
    {
      id: 'chats',
      name: 'June',
      read: async () => ({ bad: ['that is not my problem', 'it is not our problem'], good: ['no problem'] }),
    },
    { id: 'broken', name: 'Broken', read: () => Promise.reject(new Error('gone')) },
  ]);
  await pick(root, 'chats');
  expect([...root.querySelectorAll('textarea')].map((it) => it.value)).toEqual([
    'that is not my problem\nit is not our problem',
    'no problem',
  ]);
  expect(root.textContent).toContain('2 that hurt and 1 that are fine were taken.');
  expect(shown(root)).toContain('is not (my|our) problem');
  await pick(root, 'broken');
  expect(root.textContent).toContain('Those messages could not be read.');
  expect(root.querySelector('textarea')?.value).toContain('not my problem');
});

it('there is nothing to take from where nobody judged anything', async () => {
  const { root } = await opened();
  expect(root.querySelector('select')).toBeNull();
});
