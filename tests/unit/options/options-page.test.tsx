// @vitest-environment happy-dom
// Before anything that looks for a browser.
import '../fake-extension';

import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage, type OptionsPageProps, type OwnMessage } from '@/components/options';
import { createToaster } from '@/components/ui';
import { LOCALES, locale } from '@/lib/i18n';
import { DEFAULT_TEAM } from '@/lib/ledger';
import type { Dismissal, Incoming } from '@/lib/store';
import { aRecord } from '../review/records';
import { allByRole, byRole, click, stage } from '../ui/stage';

const lifetime = new AbortController();

const DISMISSALS: Dismissal[] = [
  {
    id: 'd-1',
    createdAt: 0,
    madeOn: 'https://desk.example',
    kind: 'phrase',
    rule: 'got-extra/anyway',
    text: '多拿了<b>两样</b>',
  },
  { id: 'd-2', createdAt: 0, madeOn: null, kind: 'rule', rule: 'blame/you' },
  { id: 'd-3', createdAt: 0, madeOn: null, kind: 'site', site: 'https://other.example' },
];

function show(over: Partial<OptionsPageProps> = {}) {
  const props: OptionsPageProps = {
    store: { kind: 'ready' },
    onReload: vi.fn(),
    general: {
      value: { locale: 'auto', market: null, authority: 'agent', slashPalette: true },
      onChange: vi.fn(),
      secondLook: { on: true, keenness: null, team: 'usual', onChange: vi.fn() },
    },
    team: {
      value: DEFAULT_TEAM,
      currency: 'CNY',
      refused: false,
      onChange: vi.fn(),
      onReminders: vi.fn(),
      secondLook: { value: 'usual', onChange: vi.fn() },
    },
    sites: { sites: [], onTurnOn: vi.fn(), onTurnOff: vi.fn(), onResume: vi.fn(), onRemove: vi.fn() },
    dismissals: { dismissals: [], onUndo: vi.fn() },
    sentences: { sentences: [], problems: [], onRemove: vi.fn(), onExport: vi.fn(), onImport: vi.fn() },
    consoles: {
      tabs: [],
      onTeach: vi.fn(),
      profiles: [],
      onRemove: vi.fn(),
      onExport: vi.fn(),
      onImport: vi.fn(),
    },
    reviews: {
      messages: [],
      hasMore: false,
      name: '',
      fingerprint: '0f3a',
      handOver: { outcomes: [], working: false, onFiles: vi.fn(), onTrust: vi.fn() },
      offers: false,
      onOffers: vi.fn(),
      onName: vi.fn(),
      onMore: vi.fn(),
      onContest: vi.fn(),
      onExport: vi.fn(),
    },
    subscriptions: {
      subscriptions: [],
      wrongInPolicy: 0,
      busy: new Set(),
      offered: null,
      onSubscribe: vi.fn(async () => null),
      onAllow: vi.fn(),
      onCheck: vi.fn(),
      onSwitch: vi.fn(),
      onRemove: vi.fn(),
      onLook: vi.fn(),
      onTake: vi.fn(),
    },
    shortcuts: { keys: new Map(), onChange: null },
    kept: {
      amounts: null,
      isProtected: false,
      own: NO_MESSAGES,
      reported: [],
      onExport: vi.fn(),
      onErase: vi.fn(),
    },
    toaster: createToaster(lifetime.signal),
    ...over,
  };
  return { root: stage(<OptionsPage {...props} />), props };
}

const NO_MESSAGES = { messages: [], total: 0, onContest: vi.fn(), onErase: vi.fn() };
const REPORTED: Incoming[] = [
  {
    item: {
      id: 'correction:1',
      at: 1,
      by: '',
      from: 'correction',
      customer: ['Hi', 'It is in pieces'],
      guessed: null,
      scenario: 'damaged',
    },
    settled: { at: 2, by: 'Lin', as: 'cue', book: 'own/shop', item: 'damaged' },
    ours: true,
  },
  {
    item: {
      id: 'gap:1',
      at: 1,
      by: '',
      from: 'gap',
      question: 'Can I wash it?',
      missing: '',
      suggested: '',
      scenario: null,
    },
    settled: null,
    ours: true,
  },
];
const MESSAGE: OwnMessage = {
  record: aRecord({ standing: 'upheld' }),
  contestable: true,
  review: {
    id: 'review-1',
    record: 'sent-0001',
    batch: 'batch-1',
    reviewer: 'Kim',
    verdict: 'uphold',
    reason: 'It counts against them.',
    cause: null,
    scenario: null,
    scorecard: null,
    at: 1,
    order: 1,
    undoneAt: null,
  },
};

const within = (root: HTMLElement, id: string): HTMLElement => root.querySelector<HTMLElement>(`#${id}`)!;

function pick(select: HTMLSelectElement, value: string): void {
  select.selectedIndex = [...select.options].findIndex((it) => it.value === value);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

afterEach(() => {
  locale.value = 'en';
});

describe('options', () => {
  it('switch // off and on', () => {
    const { root, props } = show();
    click(byRole(root, 'switch', /\/\//));
    expect(vi.mocked(props.general.onChange).mock.calls).toEqual([[{ slashPalette: false }]]);
  });

  it('list the agent’s own sentences as text, and say what a file lacked', () => {
    const sentence = {
      id: 'own/a',
      language: 'en' as const,
      text: 'Let me <b>mend</b> that.',
      move: ['remedy' as const],
      scenario: ['damaged' as const],
      keys: [],
      opening: false,
      savedAt: 1,
    };
    const onRemove = vi.fn();
    const { root } = show({
      sentences: {
        sentences: [sentence],
        problems: ['Sentence 2 is left out'],
        onRemove,
        onExport: vi.fn(),
        onImport: vi.fn(),
      },
    });
    const section = within(root, 'sentences');
    expect(section.textContent).toContain('Let me <b>mend</b> that.');
    expect(section.textContent).toContain('Sentence 2 is left out');
    click(byRole(section, 'button', /^Remove/));
    expect(onRemove).toHaveBeenCalledWith(sentence);
  });

  it('change language, market and authority', () => {
    const { root, props } = show();
    const [language, market, authority] = root.querySelectorAll('select');
    pick(language!, 'zh-TW');
    pick(market!, 'tw');
    pick(market!, 'none');
    pick(authority!, 'supervisor');
    expect(vi.mocked(props.general.onChange).mock.calls).toEqual([
      [{ locale: 'zh-TW' }],
      [{ market: 'tw' }],
      [{ market: null }],
      [{ authority: 'supervisor' }],
    ]);
  });

  it('set how readily the second look speaks, for the agent and for the team, and say what it costs', () => {
    const { root, props } = show();
    const general = within(root, 'general');
    expect(general.textContent).toMatch(/Keener: .*found [1-9]/);
    const [, , , keenness] = general.querySelectorAll('select');
    pick(keenness!, 'keen');
    pick(keenness!, 'team');
    click(byRole(general, 'switch', /second look/));
    expect(vi.mocked(props.general.secondLook.onChange).mock.calls).toEqual([
      [{ keenness: 'keen' }],
      [{ keenness: null }],
      [{ on: false }],
    ]);
    const ofTeam = [...within(root, 'team').querySelectorAll('select')].at(-1)!;
    pick(ofTeam, 'quiet');
    expect(props.team.secondLook.onChange).toHaveBeenCalledWith('quiet');
  });

  it('say how to begin where nothing is on', () => {
    expect(within(show().root, 'sites').textContent).toContain('Tactful is on nowhere yet');
  });

  it('offer for each site what its state allows', () => {
    const sites: OptionsPageProps['sites'] = {
      sites: [
        { site: 'https://on.example', state: { kind: 'on' }, since: 0 },
        { site: 'https://paused.example', state: { kind: 'paused', until: 0 }, since: 0 },
        { site: 'https://off.example', state: { kind: 'off' }, since: null },
      ],
      onTurnOn: vi.fn(),
      onTurnOff: vi.fn(),
      onResume: vi.fn(),
      onRemove: vi.fn(),
    };
    const { root } = show({ sites });
    const rows = [...within(root, 'sites').querySelectorAll('li')];
    const offered = rows.map((row) => [...row.querySelectorAll('.btn')].map((it) => it.textContent));
    expect(offered).toEqual([['Turn off'], ['Go on now', 'Turn off'], ['Turn on']]);
    click(byRole(rows[2]!, 'button', 'Turn on'));
    expect(sites.onTurnOn).toHaveBeenCalledWith('https://off.example');
    click(byRole(rows[0]!, 'button', 'Remove on.example'));
    expect(sites.onRemove).toHaveBeenCalledWith('https://on.example');
  });

  it('list each dismissal with a way back, as text and never as markup', () => {
    const onUndo = vi.fn();
    const { root } = show({ dismissals: { dismissals: DISMISSALS, onUndo } });
    const list = within(root, 'dismissals');
    expect(list.querySelector('b')).toBeNull();
    expect([...list.querySelectorAll('.options-row-name')].map((it) => it.textContent)).toEqual([
      '多拿了<b>两样</b>',
      'blame/you',
      'other.example',
    ]);
    click(byRole(list, 'button', 'Undo: blame/you'));
    expect(onUndo).toHaveBeenCalledWith(DISMISSALS[1]);
  });

  it('show the shortcuts as they are set', () => {
    const { root } = show({ shortcuts: { keys: new Map([['next-flag', 'Alt+J']]), onChange: null } });
    const rows = [...within(root, 'shortcuts').querySelectorAll('.options-key')].map((it) => it.textContent);
    expect(rows).toContain('Next flagged phraseAlt+J');
    expect(rows).toContain('Use the first suggestionnot set');
  });

  it('erase only after a second yes', () => {
    const { root, props } = show({
      kept: {
        own: NO_MESSAGES,
        reported: [],
        amounts: {
          sent: 1,
          corrections: 0,
          days: 2,
          scripts: 3,
          promises: 0,
          remedies: 0,
          requests: 0,
          visits: 0,
          practice: 2,
          verdicts: 2,
          replies: 0,
          savedChats: 2,
        },
        isProtected: true,
        onExport: vi.fn(),
        onErase: vi.fn(),
      },
    });
    const data = within(root, 'data');
    expect(data.textContent).toContain('1 message sent with a flag');
    click(byRole(data, 'button', 'Erase what is kept'));
    expect(props.kept.onErase).not.toHaveBeenCalled();
    click(byRole(root, 'button', 'Erase'));
    expect(props.kept.onErase).toHaveBeenCalledOnce();
  });

  it.each([
    [{ kind: 'store-unavailable', reason: 'x' }, 'nothing new is kept'],
    [{ kind: 'full' }, 'no space left'],
    [{ kind: 'waiting' }, 'Close its other windows'],
    [{ kind: 'outdated' }, 'Reload this page'],
  ] as const)('tell when the store is in trouble: %j', (store, words) => {
    expect(show({ store }).root.querySelector('.banner')?.textContent).toContain(words);
  });

  it('show each message as it is stored, what was said of it, and a way to disagree', () => {
    const own = { messages: [MESSAGE], total: 1, onContest: vi.fn(), onErase: vi.fn() };
    const { root } = show({
      kept: { amounts: null, isProtected: false, own, reported: [], onExport: vi.fn(), onErase: vi.fn() },
    });
    const data = within(root, 'data');
    expect(data.querySelector('mark')?.textContent).toBe('got extra anyway');
    expect(data.textContent).toContain('Kim: It counts against them.');
    click(byRole(data, 'button', 'Disagree'));
    const area = root.querySelector('textarea')!;
    area.value = 'He asked for it.';
    act(() => void area.dispatchEvent(new Event('input', { bubbles: true })));
    click(byRole(root, 'button', 'Send to a second reviewer'));
    expect(own.onContest).toHaveBeenCalledWith('sent-0001', 'He asked for it.');
    click(byRole(within(root, 'data'), 'button', 'Erase'));
    expect(own.onErase).toHaveBeenCalledWith('sent-0001');
  });

  it('show what became of what the agent sent to the trainers', () => {
    const { root } = show({
      kept: {
        amounts: null,
        isProtected: false,
        own: NO_MESSAGES,
        reported: REPORTED,
        onExport: vi.fn(),
        onErase: vi.fn(),
      },
    });
    const rows = allByRole(byRole(root, 'list', 'What came of what you sent in'), 'listitem');
    expect(rows.map((it) => it.textContent)).toEqual([
      expect.stringMatching(/^It is in pieces → .*An example of damagedLin · Jan 1, 1970$/),
      expect.stringContaining('Waits for a trainer'),
    ]);
  });

  it.each(LOCALES)('leave no blank unfilled in %s', (at) => {
    locale.value = at;
    const { root } = show({
      dismissals: { dismissals: DISMISSALS, onUndo: vi.fn() },
      kept: {
        own: { ...NO_MESSAGES, total: 2, messages: [MESSAGE] },
        reported: REPORTED,
        amounts: {
          sent: 2,
          corrections: 2,
          days: 2,
          scripts: 2,
          promises: 0,
          remedies: 0,
          requests: 0,
          visits: 0,
          practice: 2,
          verdicts: 2,
          replies: 0,
          savedChats: 2,
        },
        isProtected: true,
        onExport: vi.fn(),
        onErase: vi.fn(),
      },
    });
    expect(root.textContent).not.toMatch(/[{}]/);
  });
});
