// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { expect, it, vi } from 'vitest';
import { ScriptsPane } from '@/components/trainer';
import type { Book } from '@/lib/phrasebook';
import { byRole, click, stage, type } from '../ui/stage';
import { smallBook } from '../workbench/fixtures';
import { desk } from './desk';

const script = smallBook().scripts[0]!;

it('a script stands beside its variants and other languages, each flagged as one types', async () => {
  const { bench, toaster } = desk(
    {
      taboos: smallBook().taboos,
      lists: smallBook().lists,
      scripts: [
        { ...script, text: 'Thank you.' },
        { ...script, id: 'thanks-2', tone: 'brief', text: 'You should have read it.' },
        { ...script, id: 'other-1', move: ['apology'], text: 'Sorry.' },
      ],
    },
    null,
  );
  await act(() => new Promise<void>((resolve) => setTimeout(resolve)));
  const chinese = smallBook({
    id: 'zh',
    language: 'zh-Hans',
    taboos: [],
    scripts: [
      { ...script, id: 'danke', text: '谢谢提醒。' },
      { ...script, text: '谢谢您告诉我们。' },
    ],
  }) as Book;
  const root = stage(
    <ScriptsPane
      bench={bench}
      item="thanks-1"
      toaster={toaster}
      go={() => undefined}
      convert={async (text) => text}
      copy={() => undefined}
      readBooks={async () => [chinese, smallBook({ id: 'twin' }) as Book]}
    />,
  );
  click(byRole(root, 'button', 'Side by side'));
  const shown = (): string[] =>
    [...root.querySelectorAll('.side-by-side .phone-bubble')].map((it) => it.textContent ?? '');
  await vi.waitFor(() =>
    expect(shown()).toEqual(['Thank you.', 'You should have read it.', '谢谢您告诉我们。', '谢谢提醒。']),
  );
  const marks = (): (string | null)[] =>
    [...root.querySelectorAll('.side-by-side mark')].map((it) => it.textContent);
  expect(marks()).toEqual(['You should have read']);
  type(byRole(root, 'textbox', 'thanks-1'), 'You should have read that.');
  expect(marks()).toEqual(['You should have read', 'You should have read']);
  expect(bench.own.value.scripts[0]?.text).toBe('You should have read that.');
});
