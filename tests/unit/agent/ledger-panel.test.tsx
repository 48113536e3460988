// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Check, type LedgerData, type LedgerDesk, Panel } from '@/components/agent';
import { createToaster } from '@/components/ui';
import { locale } from '@/lib/i18n';
import { DEFAULT_TEAM, shopOf } from '@/lib/ledger';
import type { MoveId } from '@/lib/phrasebook/vocabulary';
import type { ConsoleIntent, ConsoleSnapshot, IntentAnswer } from '@/lib/rpc';
import { aFollowUp, aGap, anEscalation, aPromise, aRemedy } from '../ledger/entries';
import { allByRole, byRole, click, stage, type } from '../ui/stage';
import { shelf, snapshot } from './fixtures';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const HOUR = 3_600_000;
const team = { ...DEFAULT_TEAM, shop: { ...DEFAULT_TEAM.shop, timeZone: 'UTC' } };

afterEach(() => {
  locale.value = 'en';
});

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

function show(
  data: Partial<LedgerData> = {},
  console: Partial<ConsoleSnapshot> = {},
  answer: IntentAnswer = { ok: true },
) {
  const undo = vi.fn(async () => true);
  const actions = {
    changePromise: vi.fn(async () => undo),
    give: vi.fn(async () => undo),
    ask: vi.fn(async () => undo),
    settleRequest: vi.fn(async () => undo),
    recordGap: vi.fn(async () => ({ id: 'gap-1', undo })),
    changeGap: vi.fn(async () => undo),
    planVisit: vi.fn(async () => ({ due: NOON + 72 * HOUR, undo })),
    changeVisit: vi.fn(async () => undo),
    markOrder: vi.fn(async (number: string) => (number === '' ? null : `mark of ${number}`)),
  } satisfies LedgerDesk['actions'];
  const desk: LedgerDesk = {
    data: {
      now: NOON,
      team,
      shop: shopOf(team),
      role: 'agent',
      conversation: ['mark'],
      promises: [],
      remedies: [],
      gaps: [],
      escalations: [],
      visits: [],
      ...data,
    },
    actions,
  };
  const sent: ConsoleIntent[] = [];
  const copied: string[] = [];
  const toaster = createToaster(new AbortController().signal);
  const view = (now: Partial<ConsoleSnapshot>) => (
    <Panel
      site={{ kind: 'on', name: 'desk.example.com' }}
      snapshot={snapshot(now)}
      shelf={shelf()}
      check={signal<Check | null>(null)}
      onCheckNeeded={() => undefined}
      storeTrouble={null}
      keepsCorrections
      toaster={toaster}
      desk={desk}
      send={async (intent) => {
        sent.push(intent);
        return answer;
      }}
      copy={async (text) => {
        copied.push(text);
        return true;
      }}
    />
  );
  const root = stage(view(console));
  const change = (now: Partial<ConsoleSnapshot>) => act(() => render(view(now), root));
  return { root, actions, sent, copied, undo, change };
}

const made = (it = {}) =>
  aPromise({
    madeAt: NOON - HOUR,
    due: NOON + 3 * HOUR,
    sentence: 'It ships by 3.',
    conversation: ['mark'],
    ...it,
  });
const press = (element: Element, key: string) =>
  act(
    () => void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
const toLedger = (root: HTMLElement) =>
  act(() => root.querySelectorAll<HTMLElement>('.segment input')[2]?.click());
const heads = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>('.owed-head')];

describe('promises beside the conversation', () => {
  it('stand there when they were made here or press, or nobody knows where they were made', () => {
    const { root } = show({
      promises: [
        made({ id: 'here', sentence: 'here' }),
        made({ id: 'elsewhere', sentence: 'elsewhere', conversation: [], confirmed: true }),
        made({ id: 'pressing', sentence: 'pressing', conversation: [], confirmed: true, due: NOON - 1 }),
        made({ id: 'unplaced', sentence: 'unplaced', conversation: [], due: NOON + 4 * HOUR }),
        made({ id: 'settled', sentence: 'settled', state: 'kept' }),
      ],
    });
    expect(heads(root).map((it) => it.querySelector('.owed-what')?.textContent)).toEqual([
      'pressing',
      'here',
      'unplaced',
    ]);
    expect(root.querySelector('.owed-overdue')?.textContent).toContain('overdue');
  });

  it('nothing stands there when nothing is promised', () => {
    expect(show().root.querySelector('.owed')).toBeNull();
  });

  it.each([
    ['Enter', { type: 'confirm' }],
    ['k', { type: 'keep' }],
    ['K', { type: 'keep' }],
    ['s', { type: 'snooze', until: NOON + HOUR / 2 }],
    ['Delete', { type: 'discard' }],
    ['Backspace', { type: 'discard' }],
  ])('%s on the row is one key for it', (key, change) => {
    const { root, actions } = show({ promises: [made()] });
    press(heads(root)[0]!, key);
    expect(actions.changePromise.mock.calls).toEqual([['promise-1', change]]);
  });

  it.each(['x', 'Tab', 'Escape'])('%s does nothing', (key) => {
    const { root, actions } = show({ promises: [made()] });
    press(heads(root)[0]!, key);
    expect(actions.changePromise).not.toHaveBeenCalled();
  });

  it('E opens the time and the words; what is saved is what was changed', () => {
    const { root, actions } = show({ promises: [made()] });
    press(heads(root)[0]!, 'e');
    const [when, what] = root.querySelectorAll<HTMLInputElement>('.owed-edit input');
    expect(when?.value).toBe('2026-11-23T15:00');
    type(what!, 'It ships by 3, promised.');
    click(byRole(root, 'button', 'Save'));
    expect(actions.changePromise.mock.calls).toEqual([
      ['promise-1', { type: 'edit', sentence: 'It ships by 3, promised.' }],
    ]);
  });

  it('a wait without a time is given one with one click', () => {
    const { root, actions } = show({ promises: [made({ due: null })] });
    expect(root.textContent).toContain('No time was named. When?');
    click(byRole(root, 'button', 'In an hour'));
    expect(actions.changePromise.mock.calls).toEqual([['promise-1', { type: 'edit', due: NOON + HOUR }]]);
  });

  it('settling can be taken back', async () => {
    const { root, undo } = show({ promises: [made({ confirmed: true })] });
    click(byRole(root, 'button', 'Kept'));
    await settle();
    expect(root.textContent).toContain('Kept. Well done.');
    click(byRole(root, 'button', 'Undo'));
    expect(undo).toHaveBeenCalledOnce();
    await settle();
    expect(root.textContent).not.toContain('stays as it is');
  });

  it('taking back too late is said', async () => {
    const { root, undo } = show({ promises: [made({ confirmed: true })] });
    undo.mockResolvedValue(false);
    click(byRole(root, 'button', 'Kept'));
    await settle();
    click(byRole(root, 'button', 'Undo'));
    await settle();
    expect(root.textContent).toContain('What has been settled since stays as it is.');
  });

  it('"write to the customer" brings words for what is late', () => {
    const { root } = show({
      promises: [made({ due: NOON - 1, confirmed: true, language: 'en', scenario: 'price-drop' })],
    });
    click(byRole(root, 'button', 'Write to the customer'));
    expect(root.querySelector('.owed-scripts')?.textContent).toContain(
      'I am sorry, the price dropped too soon.',
    );
  });
});

describe('what may be given', () => {
  const two = { customer: ['I paid 168 for two, and now they are 79 each!'], agent: [] };

  it('works out the difference from the customer’s own words', () => {
    const { root } = show({}, { conversation: two });
    expect(root.querySelector('.remedy-difference')?.textContent).toBe('Difference: $10');
  });

  it('stays in the currency of the shop, whatever language the talk is in', async () => {
    const { root, actions } = show(
      { team: { ...team, authorities: { ...team.authorities, agentsDecide: true } } },
      { conversation: two, market: 'cn' },
    );
    expect(root.querySelector('.remedy-difference')?.textContent).toBe('Difference: ¥10');
    click(byRole(root, 'button', 'Given: Refund'));
    await settle();
    expect(actions.give.mock.calls).toMatchObject([[{ amount: 1000, currency: 'CNY' }, {}]]);
  });

  it('works it out anew when a figure is corrected', () => {
    const { root } = show({}, { conversation: two });
    const [, , now] = root.querySelectorAll<HTMLInputElement>('.remedy-drop input');
    type(now!, '80');
    expect(root.querySelector('.remedy-difference')?.textContent).toBe('Difference: $8');
  });

  it('offers the ways back as the customer’s choice, within the agent’s authority', async () => {
    const { root, sent } = show(
      { team: { ...team, authorities: { ...team.authorities, agentsDecide: true } } },
      { conversation: two },
    );
    click(byRole(root, 'button', 'Offer the choice'));
    await settle();
    expect(sent).toEqual([
      {
        type: 'insert',
        where: 'caret',
        text: 'There are a few ways to put this right, and the choice is yours: 1) the difference of 10 back the way you paid; 2) the difference of 10 as credit on your account; 3) the difference of 10 in points.',
      },
    ]);
  });

  it('above it: the request is copied, the reply names a time, both are kept', async () => {
    const { root, sent, copied, actions } = show({}, { conversation: two });
    click(byRole(root, 'button', 'Ask upward: Refund'));
    click(byRole(root, 'button', 'Copy the request'));
    await settle();
    expect(copied).toEqual([
      'Request: Refund $10\nCustomer: I paid 168 for two, and now they are 79 each!\nAbout: Price dropped\nPromised to answer: today 14:00',
    ]);
    const said =
      'I have asked my supervisor for this on your behalf, and I will write to you with the answer by 14:00 today.';
    expect(sent).toEqual([{ type: 'insert', where: 'caret', text: said }]);
    expect(actions.ask.mock.calls).toMatchObject([
      [
        {
          kind: 'refund-difference',
          amount: 1000,
          currency: 'USD',
          needs: 'supervisor',
          due: NOON + 2 * HOUR,
          said,
        },
        { scenario: 'price-drop', site: 'desk.example.com' },
      ],
    ]);
  });

  it('what was given is noted with one click', async () => {
    const { root, actions } = show({}, { scenarios: [{ id: 'value-complaint', score: 1, evidence: [] }] });
    click(byRole(root, 'button', 'Given: Gift'));
    await settle();
    expect(actions.give.mock.calls).toMatchObject([
      [{ kind: 'gift', currency: 'USD' }, { scenario: 'value-complaint' }],
    ]);
    expect(root.textContent).toContain('Noted: Gift');
  });

  it('the second click of a double one gives nothing more', async () => {
    const { root, actions } = show({}, { scenarios: [{ id: 'value-complaint', score: 1, evidence: [] }] });
    const given = byRole(root, 'button', 'Given: Gift');
    for (const detail of [1, 2]) {
      act(() => void given.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })));
    }
    await settle();
    expect(actions.give).toHaveBeenCalledTimes(1);
  });

  it('another amount than usual is what is given, and is weighed at once', async () => {
    const ceilings = { each: 1500, order: null, day: null };
    const authorities = {
      agentsDecide: false,
      ceilings: { USD: { agent: ceilings, supervisor: ceilings, manager: ceilings } },
    };
    const { root, actions } = show(
      { team: { ...team, authorities } },
      { scenarios: [{ id: 'value-complaint', score: 1, evidence: [] }] },
    );
    const set = (typed: string): void => {
      const field = byRole(root, 'textbox', 'Amount of Gift') as HTMLInputElement;
      field.value = typed;
      act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
    };
    set('12.50');
    click(byRole(root, 'button', 'Given: Gift'));
    await settle();
    expect(actions.give.mock.calls).toMatchObject([[{ kind: 'gift', amount: 1250 }, {}]]);
    set('nonsense');
    expect((byRole(root, 'textbox', 'Amount of Gift') as HTMLInputElement).value).toBe('12.50');
    set('15.01');
    expect(root.textContent).toContain('needs a manager · above $15 each');
    expect(byRole(root, 'button', 'Ask upward: Gift')).toBeTruthy();
  });

  it('shows what the budget says', () => {
    const budgets = [{ period: 'week', amount: 10_000, currency: 'USD' } as const];
    const remedies = [aRemedy({ at: NOON - HOUR, amount: 2500, currency: 'USD' })];
    const { root } = show({ team: { ...team, budgets }, remedies });
    const bar = byRole(root, 'progressbar', 'Remedy budget');
    expect(bar.getAttribute('aria-valuetext')).toBe('$25 of $100 this week');
  });
});

describe('the order that remedies are for', () => {
  const value = {
    scenarios: [{ id: 'value-complaint', score: 1, evidence: [] }],
  } satisfies Partial<ConsoleSnapshot>;
  const ceilings = { each: null, order: 2000, day: null };
  const authorities = {
    agentsDecide: false,
    ceilings: { USD: { agent: ceilings, supervisor: ceilings, manager: ceilings } },
  };
  const given = [
    aRemedy({ at: NOON - 48 * HOUR, amount: 1800, currency: 'USD', order: 'mark of 230517882' }),
  ];
  const says = (...customer: string[]) => ({ ...value, conversation: { customer, agent: [] } });
  const orderField = (root: HTMLElement) => byRole(root, 'textbox', /^Order number/) as HTMLInputElement;
  const setGift = (root: HTMLElement, amount: string): void => {
    const field = byRole(root, 'textbox', 'Amount of Gift') as HTMLInputElement;
    field.value = amount;
    act(() => void field.dispatchEvent(new Event('change', { bubbles: true })));
  };

  it('is read from the chat and counts toward the ceiling of an order', async () => {
    const { root } = show(
      { team: { ...team, authorities }, remedies: given },
      says('Order number 230517882 is not worth what I paid'),
    );
    await settle();
    expect(orderField(root).value).toBe('230517882');
    expect(root.querySelector('.remedy-order')?.textContent).toContain('from the chat');
    setGift(root, '2');
    expect(byRole(root, 'button', 'Given: Gift')).toBeTruthy();
    setGift(root, '2.01');
    expect(root.textContent).toContain('above $20 an order');
  });

  it('is noted with what was given', async () => {
    const { root, actions } = show({}, says('Order number 230517882 is not worth what I paid'));
    click(byRole(root, 'button', 'Given: Gift'));
    await settle();
    expect(actions.give.mock.calls).toMatchObject([[{ order: '230517882' }, {}]]);
  });

  it('typed over, another order is weighed, and the blanks of scripts know it', async () => {
    const { root, sent } = show(
      { team: { ...team, authorities }, remedies: given },
      says('Order number 230517882 is not worth what I paid'),
    );
    type(orderField(root), '999');
    await settle();
    setGift(root, '20');
    expect(byRole(root, 'button', 'Given: Gift')).toBeTruthy();
    expect(sent).toContainEqual({ type: 'remember', memory: { values: { order: '999' } } });
  });

  it('is not guessed where two were named: either is taken with one click', async () => {
    const { root, actions } = show({}, says('Order number 230517882 is late, order number 230599991 too'));
    expect(orderField(root).value).toBe('');
    click(byRole(root, 'button', 'Use “230599991” from the chat'));
    expect(orderField(root).value).toBe('230599991');
    click(byRole(root, 'button', 'Given: Gift'));
    await settle();
    expect(actions.give.mock.calls).toMatchObject([[{ order: '230599991' }, {}]]);
  });

  it('is not asked for where it changes nothing', () => {
    expect(show({}, value).root.querySelector('.remedy-order')).toBeNull();
    expect(
      show({ team: { ...team, authorities } }, value).root.querySelector('.remedy-order'),
    ).not.toBeNull();
  });

  it('stands in the request upward', async () => {
    const { root, copied } = show(
      { team: { ...team, authorities }, remedies: given },
      says('Order number 230517882 is not worth what I paid'),
    );
    await settle();
    setGift(root, '9');
    click(byRole(root, 'button', 'Ask upward: Gift'));
    click(byRole(root, 'button', 'Copy the request'));
    await settle();
    expect(copied.join()).toContain('Order: 230517882');
  });
});

describe('where remedies stand', () => {
  const titles = (root: HTMLElement) => [...root.querySelectorAll('h2')].map((it) => it.textContent);
  const places = (root: HTMLElement) =>
    titles(root).filter((it) => it === 'Words to use' || it === 'What you can offer');

  it.each<[string, MoveId[], boolean]>([
    ['nothing is said', [], false],
    ['only one of what comes before is said', ['apology'], false],
    ['all but one of what comes before is said', ['acknowledge', 'apology'], true],
    ['all that comes before is said', ['acknowledge', 'apology', 'thanks'], true],
    ['a remedy is named, but no choice given', ['acknowledge', 'apology', 'thanks', 'remedy'], true],
    ['both are said', ['acknowledge', 'apology', 'thanks', 'remedy', 'choice'], false],
  ])('where %s', (_, moves, first) => {
    const { root, change } = show({}, { moves: [] });
    change({ moves });
    expect(places(root)[0] === 'What you can offer').toBe(first);
  });

  it('nothing moves away under somebody who types there', () => {
    const { root, change } = show({}, { moves: [] });
    root.querySelector<HTMLElement>('input[type="search"]')!.focus();
    change({ moves: ['acknowledge', 'apology', 'thanks'] });
    expect(places(root)).toEqual(['Words to use', 'What you can offer']);
  });

  it('the missing move leads there from wherever they stand', () => {
    const { root } = show({}, { moves: [] });
    click(byRole(root, 'button', /what you can offer/));
    expect(document.activeElement?.textContent).toBe('What you can offer');
  });
});

describe('no rule for it', () => {
  it('is recorded with one click, and the reply names a time', async () => {
    vi.setSystemTime(NOON);
    const { root, actions, sent } = show(
      {},
      { conversation: { customer: ['May I pay in pebbles?'], agent: [] } },
    );
    click(byRole(root, 'button', 'No rule for this?'));
    click(byRole(root, 'button', 'No rule covers it'));
    await settle();
    vi.useRealTimers();
    const said = 'I want to find this out properly for you, and I will write to you by 14:00 today.';
    expect(actions.recordGap.mock.calls).toMatchObject([[{ question: 'May I pay in pebbles?', said }, {}]]);
    click(byRole(root, 'button', 'Insert the reply that names the time'));
    await settle();
    expect(sent).toEqual([{ type: 'insert', where: 'caret', text: said }]);
    const [missing] = root.querySelectorAll<HTMLTextAreaElement>('.owed-edit textarea');
    missing!.value = 'payment in kind';
    // Nobody has left the field yet.
    act(() => void missing!.dispatchEvent(new Event('input', { bubbles: true })));
    expect(actions.changeGap.mock.calls).toEqual([['gap-1', { missing: 'payment in kind' }]]);
  });

  it('is one question, however often the button is pressed', async () => {
    const { root, actions } = show({}, { conversation: { customer: ['In pebbles?'], agent: [] } });
    click(byRole(root, 'button', 'No rule for this?'));
    const record = byRole(root, 'button', 'No rule covers it');
    click(record);
    click(record);
    await settle();
    expect(actions.recordGap).toHaveBeenCalledTimes(1);
  });

  it('stays open while the guess about the conversation changes', async () => {
    const conversation = { customer: ['May I pay in pebbles?'], agent: [] };
    const { root, change } = show({}, { conversation, scenarios: [] });
    click(byRole(root, 'button', 'No rule for this?'));
    click(byRole(root, 'button', 'No rule covers it'));
    await settle();
    const [missing] = root.querySelectorAll<HTMLTextAreaElement>('.owed-edit textarea');
    missing!.value = 'payment in';
    change({ conversation, scenarios: [{ id: 'price-drop', score: 0.9, evidence: [] }] });
    expect(root.querySelector('.owed-edit textarea')).toBe(missing);
    expect(missing!.value).toBe('payment in');
  });

  it('says so where the customer asked nothing', () => {
    const { root, actions } = show({}, { conversation: { customer: [], agent: [] } });
    click(byRole(root, 'button', 'No rule for this?'));
    expect(root.textContent).toContain('The customer has not asked anything yet.');
    expect(actions.recordGap).not.toHaveBeenCalled();
  });
});

describe('the tab of everything that is owed', () => {
  it('counts what presses, and says when nothing is there', () => {
    expect(show({ promises: [made({ due: NOON - 1 }), made({ id: 'b' })] }).root.textContent).toContain(
      'Promised (1)',
    );
    const { root } = show();
    void toLedger(root);
    expect(root.textContent).toContain('Nothing is promised.');
    expect(root.textContent).toContain('No visits are planned.');
  });

  it('lists requests, questions and visits with what can be done about them', async () => {
    const { root, actions } = show({
      escalations: [anEscalation({ due: NOON + HOUR })],
      gaps: [
        aGap({
          due: NOON + HOUR,
          outcome: { at: NOON, by: 'Lin', as: 'script', book: 'own/shop', item: 'answer' },
        }),
      ],
      visits: [aFollowUp({ due: NOON - 1 }), aFollowUp({ id: 'later', due: NOON + HOUR })],
    });
    void toLedger(root);
    expect(root.textContent).toContain('The script answer');
    click(byRole(root, 'button', 'Granted'));
    click(byRole(root, 'button', 'Answered'));
    click(byRole(root, 'button', 'happy'));
    click(allByRole(root, 'button', 'Leave it out')[1]!);
    click(byRole(root, 'button', 'Visit after this purchase'));
    await settle();
    expect(actions.settleRequest.mock.calls).toEqual([['escalation-1', 'granted']]);
    expect(actions.changeGap.mock.calls).toEqual([['gap-1', { state: 'answered' }]]);
    expect(actions.changeVisit.mock.calls).toEqual([
      ['visit-1', { type: 'done', outcome: 'happy' }],
      ['later', { type: 'skip' }],
    ]);
    expect(actions.planVisit.mock.calls).toMatchObject([['purchase', '', { scenario: 'price-drop' }]]);
  });

  it('an outcome is asked for only when the visit was due', () => {
    const { root } = show({ visits: [aFollowUp({ due: NOON + HOUR })] });
    void toLedger(root);
    expect(allByRole(root, 'button', 'happy')).toEqual([]);
  });

  it('settled promises are folded away', () => {
    const { root } = show({ promises: [made({ state: 'late', sentence: 'the parcel' })] });
    void toLedger(root);
    expect(root.querySelector('details')?.open).toBe(false);
    expect(root.querySelector('.owed-settled')?.textContent).toContain('kept late the parcel');
  });
});
