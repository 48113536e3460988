// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { type Check, Panel, type PanelShelf } from '@/components/agent';
import { createToaster } from '@/components/ui';
import type { PersonalScript } from '@/lib/personal';
import type { ConsoleSnapshot } from '@/lib/rpc';
import { allByRole, byRole, click, stage, type } from '../ui/stage';
import { flag, shelf, snapshot } from './fixtures';

/** Flags every "again". */
const check: Check = (draft) => ({
  language: 'en',
  flags: /again/.test(draft) ? [{ ...flag({ text: 'again' }), by: 'rule' }] : [],
  notices: [],
  moves: [],
  movesSaid: [],
  scenarios: [],
});

function panel(
  over: { snapshot?: Partial<ConsoleSnapshot>; shelf?: Partial<PanelShelf>; fails?: boolean } = {},
) {
  const saved: PersonalScript[] = [];
  const removed: string[] = [];
  let wanted = 0;
  const root = stage(
    <Panel
      site={{ kind: 'on', name: 'desk.example.com' }}
      snapshot={snapshot(over.snapshot)}
      shelf={shelf(over.shelf)}
      check={signal<Check | null>(check)}
      onCheckNeeded={() => {
        wanted += 1;
      }}
      storeTrouble={null}
      keepsCorrections
      personal={{
        save: async (script) => {
          if (!over.fails) saved.push(script);
          return !over.fails;
        },
        remove: (id) => void removed.push(id),
        now: () => 1_800_000_000_000,
        newId: () => 'id-1',
      }}
      toaster={createToaster(new AbortController().signal)}
      send={async () => ({ ok: true })}
      copy={async () => true}
    />,
  );
  const open = (): HTMLElement => {
    click(byRole(root, 'button', 'Save a sentence'));
    return root.querySelector<HTMLElement>('.own-form')!;
  };
  return { root, saved, removed, open, wanted: () => wanted };
}

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

describe('a sentence of one’s own', () => {
  it('starts as what is selected, and is kept with what it is for', async () => {
    const it = panel({ snapshot: { draft: 'Hello. I will see to it.', selected: 'I will see to it.' } });
    const form = it.open();
    expect((byRole(form, 'textbox', 'Your sentence') as HTMLTextAreaElement).value).toBe('I will see to it.');
    type(byRole(form, 'textbox', /^Search words/), 'mend fix');
    click(byRole(form, 'button', 'Keep it'));
    await settle();
    expect(it.saved).toEqual([
      {
        id: 'own/id-1',
        language: 'en',
        text: 'I will see to it.',
        move: [],
        scenario: ['price-drop'],
        keys: ['mend', 'fix'],
        opening: false,
        savedAt: 1_800_000_000_000,
      },
    ]);
    expect(byRole(it.root, 'status', 'Notices').textContent).toContain('Kept');
    expect(it.wanted()).toBe(1);
  });

  it('starts as the whole draft where nothing is selected', () => {
    const form = panel({ snapshot: { draft: 'I will see to it. ' } }).open();
    expect((byRole(form, 'textbox', 'Your sentence') as HTMLTextAreaElement).value).toBe('I will see to it.');
  });

  it.each([
    ['Please order it again.', '“again”: One trip becomes three.'],
    ['', 'Write a sentence first.'],
    ['I refund {everything}.', 'There is no blank called everything'],
    ['Your {order number is here.', 'Take the bracket out'],
  ])('is not kept when the rules speak against it: %s', async (text, said) => {
    const it = panel();
    const form = it.open();
    type(byRole(form, 'textbox', 'Your sentence'), text);
    click(byRole(form, 'button', 'Keep it'));
    await settle();
    expect(it.saved).toEqual([]);
    expect(form.textContent).toContain(said);
  });

  it('says so when it could not be kept', async () => {
    const it = panel({ fails: true, snapshot: { draft: 'I will see to it.' } });
    const form = it.open();
    click(byRole(form, 'button', 'Keep it'));
    await settle();
    expect(form.textContent).toContain('could not be kept');
  });

  it('is listed and taken away', () => {
    const own: PersonalScript = {
      id: 'own/a',
      language: 'en',
      text: 'Lin here, tell me all about it.',
      move: ['acknowledge'],
      scenario: ['other'],
      keys: [],
      opening: true,
      savedAt: 1,
    };
    const it = panel({ shelf: { personal: [own, { ...own, id: 'own/b', language: 'zh-Hans' }] } });
    const buttons = allByRole(it.root, 'button', /^Remove/);
    expect(buttons).toHaveLength(1);
    click(buttons[0]!);
    expect(it.removed).toEqual(['own/a']);
  });
});
