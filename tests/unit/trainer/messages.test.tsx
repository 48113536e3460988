// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AlsoHit,
  type BacktestRequest,
  BacktestSection,
  exampleEdit,
  type FindHits,
  ImportDialog,
  MessagesPane,
  type OpenedChats,
} from '@/components/trainer';
import { exampleOf } from '@/components/trainer/messages/example-text';
import { locale, scenarioName } from '@/lib/i18n';
import {
  applyEdit,
  type Backtest,
  entryOf,
  guessMapping,
  guessValues,
  type MessageSet,
  messagesFrom,
  type SavedMessage,
  searchHits,
  valuesIn,
} from '@/lib/workbench';
import { allByRole, byRole, click, stage } from '../ui/stage';
import { smallBook } from '../workbench/fixtures';

afterEach(() => {
  locale.value = 'en';
  vi.useRealTimers();
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

const SHEET = {
  headings: ['time', 'role', 'message'],
  rows: [
    ['2026-01-02 10:00', 'Mia', 'You should have read it.'],
    ['2026-01-02 10:01', 'buyer', 'Rude.'],
  ],
};

const opened = (): OpenedChats => ({
  file: 'march.csv',
  sheets: [{ name: 'march', headings: SHEET.headings, rows: 2, mapping: guessMapping(SHEET) }],
  problems: [],
  look: async (_, mapping) => ({
    values: {
      who: valuesIn(SHEET, mapping.headed, mapping.columns.who),
      verdict: valuesIn(SHEET, mapping.headed, mapping.columns.verdict),
    },
    preview: messagesFrom(SHEET, mapping, { mask: (it) => it }).messages,
  }),
  guess: async (_, { headed, columns }) => ({ headed, columns, ...guessValues(SHEET, headed, columns) }),
  take: async (_, mapping) => messagesFrom(SHEET, mapping, { mask: (it) => it }),
  close: () => undefined,
});

describe('bringing in chats', () => {
  const dialog = async () => {
    HTMLDialogElement.prototype.showModal ??= () => undefined;
    const onKeep = vi.fn(async () => undefined);
    const root = stage(<ImportDialog opened={opened()} onKeep={onKeep} onClose={() => undefined} />);
    await settle();
    return { root, onKeep };
  };

  it('shows the first messages as they will be kept', async () => {
    const { root } = await dialog();
    const lines = [...root.querySelectorAll('.message-line')].map((it) => it.textContent);
    expect(lines[0]).toMatch(/^Agent.*You should have read it\.$/);
    expect(lines[1]).toMatch(/^Customer.*Rude\.$/);
  });

  it('lets people say who is an agent', async () => {
    const { root, onKeep } = await dialog();
    click(byRole(root, 'button', 'buyer'));
    await settle();
    expect(root.querySelectorAll('.message-line.is-agent')).toHaveLength(2);
    click(byRole(root, 'button', 'Keep 2 messages'));
    expect(onKeep).toHaveBeenCalledWith('march', 0, expect.objectContaining({ agents: ['Mia', 'buyer'] }));
  });

  it('lets people choose another column', async () => {
    const { root } = await dialog();
    const select = byRole(root, 'combobox', 'What was said') as HTMLSelectElement;
    act(() => {
      select.selectedIndex = 1;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    await settle();
    expect([...root.querySelectorAll('.message-text')].map((it) => it.textContent)).toEqual(['Mia', 'buyer']);
  });
});

describe('saved chats', () => {
  const set: MessageSet = { id: 'a', name: 'March', savedAt: 1, count: 1200, agents: 700, judged: 20 };

  it('are listed with what they hold, and deleted', () => {
    const onRemove = vi.fn();
    const root = stage(
      <MessagesPane sets={[set]} sent={3} state={[]} onFile={() => undefined} onRemove={onRemove} />,
    );
    expect(byRole(root, 'list', 'Saved chats').textContent).toMatch(
      /March1,200 messages · 700 of agents · 20 judged .*Sent in spite of a flag3 messages/,
    );
    click(byRole(root, 'button', 'Remove: March'));
    expect(onRemove).toHaveBeenCalledWith(set);
  });

  it('say what was wrong with a file, in the language of the page', () => {
    locale.value = 'zh-TW';
    const root = stage(
      <MessagesPane
        sets={[]}
        sent={0}
        state={[
          {
            file: 'a.jsonl',
            line: 7,
            level: 'error',
            kind: 'syntax',
            code: 'no-json-object',
            mend: 'one-object-a-line',
            values: { form: '{"text": "…"}' },
            message: 'This line is no JSON object.',
            fix: 'one a line',
          },
        ]}
        onFile={() => undefined}
        onRemove={() => undefined}
      />,
    );
    expect(root.querySelector('.banner')?.textContent).toMatch(/a\.jsonl 第 7 列：.*JSON/);
    expect(root.querySelector('.banner')?.textContent).not.toContain('This line');
  });
});

describe('what else a rule hits', () => {
  const messages: SavedMessage[] = ['You should have read it.', 'All well.', 'u should have read [this]'].map(
    (text) => ({ text, who: 'agent', at: null, verdict: null, scenario: null }),
  );
  const find: FindHits = async (items, lists) => {
    const search = searchHits(items, lists);
    search.run(messages, 0, messages.length);
    return { found: search.found, searched: messages.length };
  };
  const beside = async (looking: FindHits, onExample = vi.fn()) => {
    const book = smallBook();
    const entry = entryOf(book, undefined, 'taboos', 'blame/read')!;
    const root = stage(
      <AlsoHit
        entry={entry}
        lists={book.lists}
        language="en"
        readOnly={false}
        find={looking}
        onExample={onExample}
      />,
    );
    await settle();
    return { root, onExample, book, entry };
  };

  it('is counted and shown with its words marked', async () => {
    const { root } = await beside(find);
    expect(byRole(root, 'status').textContent).toContain('It hits 2 of 3 saved messages.');
    expect([...root.querySelectorAll('mark')].map((it) => it.textContent)).toEqual([
      'You should have read',
      'u should have read',
    ]);
  });

  it('becomes an example with one click, its words marked', async () => {
    const { root, onExample, book, entry } = await beside(find);
    click(allByRole(root, 'button', 'Must be marked')[0]!);
    expect(onExample).toHaveBeenCalledWith('flag', '[[You should have read]] it.');
    const after = applyEdit(book, exampleEdit('taboos', entry, 'flag', '[[You should have read]] it.'));
    expect(after.taboos[0]?.examples?.flag).toEqual([
      '[[You should have read]] the page.',
      '[[You should have read]] it.',
    ]);
  });

  it('says so when nothing was saved or nothing can be searched', async () => {
    const empty = await beside(async (items) => ({
      found: items.map(() => ({ count: 0, hits: [] })),
      searched: 0,
    }));
    expect(empty.root.textContent).toContain('Bring in chats');
    const broken = await beside(() => Promise.reject(new Error('no')));
    expect(broken.root.textContent).toContain('could not be searched');
  });

  it.each([
    ['a short message whole', 'Well, no way.', { start: 6, end: 12 }, 'Well, [[no way]].'],
    ['marks of its own taken out', 'a [[no way]]', { start: 4, end: 10 }, 'a   [[no way]]'],
    [
      'the sentence of a long one',
      `${'Fine. '.repeat(120)}There is no way. ${'Fine. '.repeat(20)}`,
      { start: 729, end: 735 },
      'There is [[no way]].',
    ],
  ])('as an example is %s', (_, text, span, example) => {
    expect(exampleOf(text, [span], 'flag')).toBe(example);
  });
});

describe('comparing two versions', () => {
  const result: Backtest = {
    heard: 0,
    read: 50,
    flagged: { before: 4, after: 5 },
    judged: 10,
    before: { right: 1, falseAlarms: 1, missed: 2 },
    after: { right: 3, falseAlarms: 0, missed: 0 },
    rules: [
      {
        id: 'blame/read',
        part: 'taboos',
        gained: 2,
        lost: 0,
        severity: 0,
        samples: [
          {
            kind: 'gained',
            text: 'You should have read it.',
            spans: [{ start: 0, end: 20 }],
            before: null,
            after: 'high',
            still: ['other'],
          },
        ],
      },
    ],
  };
  const section = (compare: (request: BacktestRequest) => Promise<Backtest | null>) =>
    stage(
      <BacktestSection
        chats={[{ id: 'a', name: 'March', count: 50 }]}
        versions={[
          { id: 'draft', label: 'The draft' },
          { id: 'v1', label: 'Version 1' },
        ]}
        usual={{ before: 'v1', after: 'draft' }}
        language="en"
        unsound={false}
        compare={compare}
        ruleAddress={(id) => `#/${id}`}
      />,
    );

  it('shows what comes, with the words, and how it agrees with people', async () => {
    const compare = vi.fn(async () => result);
    const root = section(compare);
    click(byRole(root, 'button', 'Compare'));
    await settle();
    expect(compare).toHaveBeenCalledWith(expect.objectContaining({ set: 'a', before: 'v1', after: 'draft' }));
    expect(root.textContent).toContain('Messages flagged: 4 before, 5 after');
    expect(root.querySelector('mark')?.textContent).toBe('You should have read');
    expect(root.textContent).toContain('Flagged by other before');
    expect(root.querySelector('table')?.textContent).toContain('100% (likely 44–100%)');
  });

  it('compares what hangs on the conversation, and names the guess that was before', async () => {
    const text = 'It came broken.';
    const hit = {
      kind: 'gained',
      text,
      spans: [],
      before: null,
      after: null,
      still: ['late-shipping'],
    } as const;
    const changed = {
      id: 'damaged',
      part: 'scenarios',
      gained: 1,
      lost: 0,
      severity: 0,
      samples: [hit],
    } as const;
    const compare = vi.fn(async () => ({ ...result, heard: 3, rules: [changed] }));
    const root = section(compare);
    click(byRole(root, 'button', 'Compare'));
    await settle();
    expect(compare).toHaveBeenCalledWith(expect.objectContaining({ talks: true }));
    expect(root.textContent).toContain('50 messages of agents and 3 of customers read');
    expect(root.querySelector('.backtest-rule-id')?.textContent).toBe(scenarioName('damaged'));
    expect(root.querySelector('.backtest-sample')?.textContent).toContain(
      `before: ${scenarioName('late-shipping')}`,
    );
    click(byRole(root, 'switch', /reply moves and scenarios/));
    click(byRole(root, 'button', 'Compare'));
    await settle();
    expect(compare).toHaveBeenLastCalledWith(expect.objectContaining({ talks: false }));
  });

  it('tells how far it is, and stops when it is asked to', async () => {
    const root = section(
      ({ signal, onDone }) =>
        new Promise((_, reject) => {
          onDone(20, 50);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    click(byRole(root, 'button', 'Compare'));
    await settle();
    expect(byRole(root, 'progressbar').getAttribute('aria-valuetext')).toBe('20 of 50 messages');
    click(byRole(root, 'button', 'Stop'));
    await settle();
    expect(root.textContent).toContain('Stopped.');
  });

  it('says when a version cannot be read', async () => {
    const root = section(async () => null);
    click(byRole(root, 'button', 'Compare'));
    await settle();
    expect(root.textContent).toContain('cannot be read yet');
  });
});
