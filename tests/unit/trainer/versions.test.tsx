// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LintPane, ScriptsPane, VersionsPane, type VersionsPaneProps } from '@/components/trainer';
import { convertChinese } from '@/entrypoints/trainer/convert-chinese';
import { locale } from '@/lib/i18n';
import { allByRole, byRole, click, stage, type } from '../ui/stage';
import { smallBook } from '../workbench/fixtures';
import { desk } from './desk';

afterEach(() => {
  locale.value = 'en';
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const proved = async (change: Parameters<typeof desk>[0] = {}) => {
  const at = desk({ taboos: smallBook().taboos, lists: smallBook().lists, ...change }, null);
  await settle();
  return at;
};

const kept = (version: number, change: Parameters<typeof smallBook>[0] = {}) => ({
  version,
  savedAt: version,
  by: 'Ada',
  note: `note ${version}`,
  emergency: null,
  book: smallBook({ id: 'own/over', ...change }),
});

function versions(bench: VersionsPaneProps['bench'], more: Partial<VersionsPaneProps> = {}) {
  const props = {
    bench,
    versions: [],
    current: null,
    news: [],
    review: null,
    onSend: vi.fn(),
    onBack: vi.fn(),
    onNote: vi.fn(),
    onPublish: vi.fn(),
    onUse: vi.fn(),
    ...more,
  };
  return { root: stage(<VersionsPane {...props} />), ...props };
}

describe('versions', () => {
  it('a sound draft is published with what was changed', async () => {
    const { root, onPublish } = versions((await proved()).bench);
    type(byRole(root, 'textbox', /What was changed/), 'a new rule');
    click(byRole(root, 'button', 'Publish'));
    expect(onPublish).toHaveBeenCalledWith('a new rule');
  });

  it('a failing check leaves only the emergency, which wants a reason', async () => {
    const { bench } = await proved({ taboos: smallBook().taboos.map((it) => ({ ...it, flag: ['(you'] })) });
    const { root, onPublish } = versions(bench);
    expect(allByRole(root, 'button', 'Publish')).toEqual([]);
    const failing = root.querySelectorAll('.publish-failing > li');
    expect(failing).toHaveLength(1);
    expect(failing[0]?.querySelector('a')?.getAttribute('href')).toBe('#/own%2Fover/taboos/blame%2Fread');
    expect(failing[0]?.textContent).toContain('is never closed');
    const anyway = byRole(root, 'button', 'Publish anyway') as HTMLButtonElement;
    expect(anyway.disabled).toBe(true);
    type(byRole(root, 'textbox', /in spite of it/), 'recall');
    click(anyway);
    expect(onPublish).toHaveBeenCalledWith('', 'recall');
  });

  it('many failing checks are named by the first, and counted', async () => {
    const [rule] = smallBook().taboos;
    const taboos = Array.from({ length: 20 }, (_, at) => ({
      ...rule!,
      id: `blame/${at}`,
      flag: [`(you ${at}`],
    }));
    const { root } = versions((await proved({ taboos })).bench);
    expect(root.querySelectorAll('.publish-failing > li')).toHaveLength(8);
    expect(root.querySelector('.publish a[href$="/lint"]')?.textContent).toBe('12 more under Check');
  });

  it('the review is written beside the changes', async () => {
    const { bench } = await proved({ name: 'Small' });
    const { root, onNote } = versions(bench, {
      versions: [kept(1, { taboos: [] })],
      review: { state: 'review', notes: [{ at: 1, by: 'Bo', kind: 'comment', text: 'Why so hard?' }] },
    });
    expect(root.textContent).toContain('Why so hard?');
    expect(root.querySelector('.changes')?.textContent).toContain('blame/read');
    expect((byRole(root, 'button', 'Ask for a change') as HTMLButtonElement).disabled).toBe(true);
    type(byRole(root, 'textbox', /What do you think/), 'Softer.');
    click(byRole(root, 'button', 'Ask for a change'));
    expect(onNote).toHaveBeenCalledWith('request', 'Softer.');
  });

  it('an older one can be compared and used again', async () => {
    const { bench } = await proved();
    const { root, onUse } = versions(bench, {
      versions: [kept(2, { license: 'MIT' }), kept(1)],
      current: 2,
    });
    click(byRole(root, 'button', 'What it changed'));
    expect(root.querySelector('.version del')?.textContent).toBe('CC0');
    expect(root.querySelector('.version ins')?.textContent).toBe('MIT');
    click(byRole(root, 'button', 'Go back to this version'));
    expect(onUse).toHaveBeenCalledWith(1);
  });

  it('an emergency is marked for ever', async () => {
    const { bench } = await proved();
    const { root } = versions(bench, { versions: [{ ...kept(1), emergency: 'recall' }] });
    expect(root.textContent).toContain('in spite of failing checks: recall');
  });
});

it('a problem leads to its item', async () => {
  const { bench } = await proved({ taboos: smallBook().taboos.map((it) => ({ ...it, flag: ['(you'] })) });
  const root = stage(<LintPane bench={bench} today="2026-01-01" />);
  const link = root.querySelector<HTMLAnchorElement>('.lint-line.is-error a');
  expect(link?.getAttribute('href')).toBe('#/own%2Fover/taboos/blame%2Fread');
});

it('a sound book has nothing to mend', async () => {
  const { bench } = await proved();
  expect(stage(<LintPane bench={bench} today="2026-01-01" />).textContent).toContain('Nothing is wrong.');
});

it('a script is flagged by the rules and shown with its likeness', async () => {
  const [script] = smallBook().scripts;
  const { bench, toaster } = await proved({
    scripts: [
      { ...script!, text: 'You should have read the page.' },
      { ...script!, id: 'thanks-2', text: 'You should have read that page.' },
    ],
  });
  const root = stage(
    <ScriptsPane
      bench={bench}
      item="thanks-1"
      toaster={toaster}
      go={() => undefined}
      convert={async (text) => text}
      copy={() => undefined}
      readBooks={async () => []}
    />,
  );
  expect(root.querySelector('.phone mark')?.textContent).toBe('You should have read');
  expect(root.textContent).toContain('marked by blame/read');
  expect(byRole(root, 'region', 'Almost the same').textContent).toContain('that page');
});

it('a Chinese script gets a first draft in the other script, to be read before it is copied', async () => {
  const { bench, toaster } = desk(
    {
      language: 'zh-Hans',
      scripts: [{ ...smallBook().scripts[0]!, text: '少发的贴纸，今天给您补寄。' }],
    },
    null,
  );
  const copied: string[] = [];
  const root = stage(
    <ScriptsPane
      bench={bench}
      item="thanks-1"
      toaster={toaster}
      go={() => undefined}
      convert={convertChinese}
      copy={(text) => copied.push(text)}
      readBooks={async () => []}
    />,
  );
  click(byRole(root, 'button', 'First draft in Traditional Chinese'));
  await vi.waitFor(() => expect(root.querySelector('.other-draft')).not.toBeNull());
  const copy = byRole(root, 'button', 'Copy') as HTMLButtonElement;
  expect(copy.disabled).toBe(true);
  click(byRole(root, 'switch', 'I have read it'));
  click(copy);
  expect(copied).toEqual(['少發的貼紙，今天給您補寄。']);
});
