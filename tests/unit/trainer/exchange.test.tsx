// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { ExchangePane, type Given } from '@/components/trainer';
import { givenText, phrasesIn, readParts } from '@/lib/exchange';
import { planImport, readPhrases } from '@/lib/workbench';
import { byRole, click, stage } from '../ui/stage';
import { desk } from './desk';

async function open() {
  const { bench, toaster } = desk();
  const onExport = vi.fn();
  const onPlan = async (given: Given) => {
    const own = bench.own.value;
    if (given.kind === 'file') throw new Error('not in this test');
    const cells = givenText('paste', given.text);
    return planImport(
      own,
      bench.base,
      cells
        ? { file: 'paste', ...(await readParts(cells)) }
        : readPhrases('paste', phrasesIn(given.text), given.as, own),
    );
  };
  const root = stage(
    <ExchangePane
      bench={bench}
      toaster={toaster}
      onPlan={onPlan}
      onTaken={() => undefined}
      onNewBook={async () => undefined}
      onExport={onExport}
      onTemplate={() => undefined}
    />,
  );
  const paste = async (text: string): Promise<void> => {
    const area = root.querySelector('textarea')!;
    act(() => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    });
    click(byRole(root, 'button', 'See what would change'));
    await vi.waitFor(() => expect(root.querySelector('.dry-run')).not.toBeNull());
  };
  return { bench, toaster, root, paste, onExport };
}

describe('import and export', () => {
  it('shows what pasted cells would change before anything is changed, and takes it back at once', async () => {
    const { bench, toaster, root, paste } = await open();
    const before = bench.own.value;
    await paste(
      'id\tscenario\tmove\ttext\ttone\nown/a\tother\tthanks\tThank you!\twarm\nown/b\tnowhere\tthanks\tOh.\twarm',
    );
    expect(root.textContent).toContain('1 new');
    expect(root.textContent).toContain('1 row not taken');
    expect(root.textContent).toContain('Row 3');
    expect(bench.own.value).toBe(before);
    click(byRole(root, 'button', 'Take 1'));
    expect(bench.own.value.scripts.map((it) => it.id)).toEqual(['own/a']);
    act(() => toaster.shown.value[0]?.action?.run());
    expect(bench.own.value.scripts).toEqual(before.scripts);
  });

  it('takes plain lines as scripts', async () => {
    const { bench, root, paste } = await open();
    await paste('Thank you!\nThat was quick.');
    click(byRole(root, 'button', 'Take 2'));
    expect(bench.own.value.scripts.map((it) => it.text)).toEqual(['Thank you!', 'That was quick.']);
  });

  it('lets go of an import that is not wanted', async () => {
    const { bench, root, paste } = await open();
    await paste('Thank you!');
    click(byRole(root, 'button', 'Do not import'));
    expect(bench.own.value.scripts).toEqual([]);
    expect(root.querySelector('.dry-run')).toBeNull();
  });

  it('exports in four formats', async () => {
    const { root, onExport } = await open();
    for (const name of ['Excel (.xlsx)', 'CSV', 'YAML', 'JSON']) click(byRole(root, 'button', name));
    expect(onExport.mock.calls.flat()).toEqual(['xlsx', 'csv', 'yaml', 'json']);
  });
});
