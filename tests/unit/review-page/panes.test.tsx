// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { TakeIn } from '@/components/hand-over';
import { enteredFrom, ScoreForm } from '@/components/review/cards/score-form';
import { scoreSheet } from '@/components/review/cards/score-sheet';
import { BarChart } from '@/components/review/charts';
import { labelEvery, ticksTo } from '@/components/review/charts/scale';
import { ContestsPane } from '@/components/review/contests/contests-pane';
import { MarkedMessage } from '@/components/review/marked-message';
import { sheetsOf } from '@/components/review/statistics/sheets';
import { saveTables } from '@/lib/exchange';
import { LOCALES, locale } from '@/lib/i18n';
import {
  type BundleRefusal,
  type Contest,
  DEFAULT_CARD,
  fillCard,
  type Review,
  statisticsOf,
} from '@/lib/review';
import { byRole, click, stage, type } from '../ui/stage';
import { recordOf } from './records';

describe('axes', () => {
  it.each([
    [0, [0, 1]],
    [0.3, [0, 0.1, 0.2, 0.3]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 25, 50, 75, 100]],
    [Number.NaN, [0, 1]],
  ])('to %s have round ticks', (highest, ticks) => {
    expect(ticksTo(highest)).toEqual(ticks);
  });

  it('leave out labels that have no room', () => {
    expect(labelEvery(12, 600, 50)).toBe(1);
    expect(labelEvery(52, 600, 50)).toBe(5);
  });
});

describe('a bar chart', () => {
  const bar = (id: string, value: number, cases: number) => ({
    id,
    name: id,
    value,
    low: 0,
    high: value,
    cases,
  });
  const names = (root: HTMLElement) => [...root.querySelectorAll('tbody th')].map((it) => it.textContent);

  it('reads as a table, with few cases last and outside the order', () => {
    const root = stage(
      <BarChart
        title="Flags"
        axis="Rule"
        bars={[bar('few', 90, 3), bar('low', 1, 50), bar('high', 5, 50)]}
        write={String}
      />,
    );
    expect(root.querySelectorAll('.chart-bar.is-few')).toHaveLength(1);
    click(byRole(root, 'button', 'As a table'));
    expect(names(root)).toEqual(['high', 'low', 'few']);
    expect(root.querySelector('svg')).toBeNull();
  });
});

describe('a marked message', () => {
  it('keeps every character, whatever the flags overlap', () => {
    const flags = [
      { start: 4, end: 8, severity: 'high' },
      { start: 0, end: 6, severity: 'low' },
    ] as const;
    const root = stage(<MarkedMessage text="not ours, sorry" flags={flags} />);
    expect(root.textContent).toBe('not ours, sorry');
    expect([...root.querySelectorAll('mark')].map((it) => it.textContent)).toEqual(['not ou', 'rs']);
  });

  it('is cut around its first flag in a row of the queue', () => {
    const text = `${'a'.repeat(60)}HIT${'b'.repeat(60)}`;
    const root = stage(
      <MarkedMessage text={text} flags={[{ start: 60, end: 63, severity: 'high' }]} around={5} />,
    );
    expect(root.textContent).toBe(`…${'a'.repeat(5)}HIT${'b'.repeat(15)}…`);
  });
});

describe('a score form', () => {
  const record = recordOf('a', { moves: ['remedy'] });
  const proposals = fillCard(DEFAULT_CARD, [record]);
  const entered = enteredFrom(DEFAULT_CARD, proposals);
  const show = (cause: 'carrier' | null, onEnter = vi.fn()) =>
    stage(
      <ScoreForm
        card={DEFAULT_CARD}
        proposals={proposals}
        entered={entered}
        records={[record]}
        messages={1}
        whole={false}
        note=""
        onWhole={vi.fn()}
        onNote={vi.fn()}
        confirmed={false}
        cause={cause}
        onEnter={onEnter}
        onConfirm={vi.fn()}
      />,
    );

  it('says by which words and moves an item was filled', () => {
    const text = show(null).textContent;
    expect(text).toContain('found: not ours');
    expect(text).toContain('has: Remedy; lacks: Let them choose');
  });

  it('names the words of every message of a conversation, and lets the whole be scored', () => {
    const later = recordOf('b', { text: 'your own fault', flags: [{ ...record.flags[0]!, end: 14 }] });
    const onWhole = vi.fn();
    const root = stage(
      <ScoreForm
        card={DEFAULT_CARD}
        proposals={fillCard(DEFAULT_CARD, [record, later])}
        entered={entered}
        records={[record, later]}
        messages={2}
        whole={true}
        note=""
        onWhole={onWhole}
        onNote={vi.fn()}
        confirmed={false}
        cause={null}
        onEnter={vi.fn()}
        onConfirm={vi.fn()}
      />,
    );
    expect(root.textContent).toContain('found: not ours, your own fault');
    click(byRole(root, 'button', 'This message'));
    expect(onWhole).toHaveBeenCalledWith(false);
  });

  it('are exported as rows that no spreadsheet runs', async () => {
    const scorecard = { card: 'default', version: 1, points: { attitude: 25 }, missed: ['abuse'], score: 0 };
    const given: Review = {
      id: 'v',
      record: 'a',
      batch: 'b',
      reviewer: '=cmd()',
      verdict: 'coach',
      reason: '',
      cause: null,
      scenario: null,
      scorecard: { ...scorecard, messages: 3, note: '+talk' },
      at: Date.UTC(2026, 0, 31),
      order: 1,
      undoneAt: null,
    };
    const undone: Review = { ...given, id: 'w', undoneAt: 1 };
    const sheet = scoreSheet([given, undone], [record], [DEFAULT_CARD]);
    expect(sheet.rows).toHaveLength(1);
    expect(Object.fromEntries(sheet.headings.map((it, at) => [it, sheet.rows[0]![at]]))).toMatchObject({
      Agent: 'Lin',
      'Messages scored': '3',
      Score: '0',
      'Kind to the customer': '25',
      Failed: 'Nothing that must not go out',
      Note: '+talk',
    });
    const csv = new TextDecoder().decode(await saveTables([sheet], 'csv'));
    expect(csv).not.toMatch(/(^|,)"?[=+]/m);
  });

  it('is confirmed by the reviewer, save where the cause is not the agent’s', () => {
    expect(byRole(show(null), 'button', /Confirm the score/)).toBeDefined();
    const others = show('carrier');
    expect(others.textContent).toContain('no score is kept');
    expect(others.querySelector('button')).toBeNull();
  });
});

describe('contests', () => {
  const review: Review = {
    id: 'v',
    record: 'a',
    batch: 'b',
    reviewer: 'Wang',
    verdict: 'uphold',
    reason: '',
    cause: null,
    scenario: null,
    scorecard: null,
    at: 0,
    order: 1,
    undoneAt: null,
  };
  const contest: Contest = {
    id: 'c',
    record: 'a',
    review: 'v',
    by: 'Lin',
    comment: 'She asked for it.',
    at: 0,
    state: 'open',
    decidedBy: null,
    decision: '',
    decidedAt: null,
  };
  const show = (reviewer: string, onDecide = vi.fn()) => {
    const root = stage(
      <ContestsPane
        cases={[{ contest, record: recordOf('a'), review }]}
        retiring={[]}
        ruleOf={(id) => ({ id, why: '', instead: [], precision: null, retire: false })}
        reviewer={reviewer}
        onDecide={onDecide}
        onWho={vi.fn()}
      />,
    );
    return { root, onDecide };
  };

  it('are decided by somebody else, with a reason', () => {
    const { root, onDecide } = show('Zhao');
    const uphold = byRole(root, 'button', /^Contest upheld/) as HTMLButtonElement;
    expect(uphold.disabled).toBe(true);
    type(root.querySelector('textarea')!, 'True.');
    click(uphold);
    expect(onDecide).toHaveBeenCalledWith('c', true, 'True.');
  });

  it('are never decided by who gave the verdict', () => {
    const { root, onDecide } = show('Wang');
    type(root.querySelector('textarea')!, 'True.');
    click(byRole(root, 'button', /^Contest upheld/));
    expect(onDecide).not.toHaveBeenCalled();
    expect(root.textContent).toContain('somebody else decides');
  });
});

describe('files handed over', () => {
  const REFUSALS: readonly BundleRefusal[] = [
    { kind: 'oversized', limit: 1 },
    { kind: 'unreadable' },
    { kind: 'newer', version: 9 },
    { kind: 'forged' },
    { kind: 'invalid', path: 'records.0.id' },
    { kind: 'not-a-reviewer', known: 'Lin' },
    { kind: 'other-agent', agent: 'Lin', known: 'Chen' },
    { kind: 'replayed', at: 0 },
    {
      kind: 'unknown-key',
      ...{ fingerprint: '0a-1b', publicKey: 'k', role: 'agent', agent: 'Lin', made: 0, signer: 'Lin' },
    },
    { kind: 'no-session' },
    { kind: 'session-closed', name: 'March' },
  ];

  it.each(LOCALES)('are refused with a reason of their own each, in %s', (at) => {
    locale.value = at;
    const root = stage(
      <TakeIn
        working={false}
        onFiles={vi.fn()}
        onTrust={vi.fn()}
        outcomes={REFUSALS.map((why, id) => ({ id, file: 'x.json', kind: 'refused', why }))}
      />,
    );
    const said = [...root.querySelectorAll('.banner-body > p:first-child')].map((it) => it.textContent);
    locale.value = 'en';
    expect(new Set(said).size).toBe(REFUSALS.length);
    expect(said.join()).not.toMatch(/[{}]/);
  });
});

it('an export has a sheet for every chart, in every language', () => {
  for (const at of LOCALES) {
    locale.value = at;
    const sheets = sheetsOf(statisticsOf([], []), { moves: ['apology'], rows: [] });
    expect(new Set(sheets.map((it) => it.name)).size).toBe(sheets.length);
    for (const { headings, rows } of sheets)
      for (const row of rows) expect(row).toHaveLength(headings.length);
  }
  locale.value = 'en';
});

it('an exported name is no formula', async () => {
  const bytes = await saveTables(
    [{ name: 'Agents', headings: ['agent'], rows: [['=HYPERLINK("x")']] }],
    'csv',
  );
  expect(new TextDecoder().decode(bytes)).toContain(`"'=HYPERLINK(""x"")"`);
});
