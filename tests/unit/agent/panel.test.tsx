// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Check, Panel, type PanelProps } from '@/components/agent';
import { createToaster } from '@/components/ui';
import { locale } from '@/lib/i18n';
import type { ConsoleIntent, IntentAnswer } from '@/lib/rpc';
import { allByRole, byRole, click, stage, type } from '../ui/stage';
import { flag, shelf, snapshot } from './fixtures';

afterEach(() => {
  locale.value = 'en';
});

function panel(more: Partial<PanelProps> = {}, answer: IntentAnswer = { ok: true }) {
  const sent: ConsoleIntent[] = [];
  const copied: string[] = [];
  const props: PanelProps = {
    site: { kind: 'on', name: 'desk.example.com' },
    snapshot: snapshot(),
    shelf: shelf(),
    check: signal<Check | null>(null),
    onCheckNeeded: () => undefined,
    storeTrouble: null,
    keepsCorrections: true,
    toaster: createToaster(new AbortController().signal),
    send: async (intent) => {
      sent.push(intent);
      return answer;
    },
    copy: async (text) => {
      copied.push(text);
      return true;
    },
    ...more,
  };
  const root = stage(<Panel {...props} />);
  const show = (changed: Partial<PanelProps>) => stage(<Panel {...props} {...changed} />, root);
  return { root, sent, copied, show };
}

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));
const part = (root: HTMLElement, name: string) => byRole(root, 'region', name);
const texts = (elements: HTMLElement[]) => elements.map((it) => it.textContent?.trim());

describe('what stands where no console answers', () => {
  it('a site that is off can be turned on', () => {
    const onTurnOn = vi.fn();
    const { root } = panel({ snapshot: null, site: { kind: 'off', name: 'desk.example.com' }, onTurnOn });
    click(byRole(root, 'button', 'Turn on for desk.example.com'));
    expect(onTurnOn).toHaveBeenCalledTimes(1);
  });

  it('a site that is on is waited for', () => {
    expect(panel({ snapshot: null }).root.textContent).toContain('Waiting for the console');
  });

  it.each(['unseen', 'unsupported'] as const)('a page that is %s leaves the box for drafts', (kind) => {
    const { root } = panel({ snapshot: null, site: { kind } });
    if (kind === 'unseen') click(byRole(root, 'button', 'Check a draft'));
    expect(byRole(root, 'textbox', 'Your reply')).toBeTruthy();
  });

  it('books that are being read are waited for', () => {
    expect(byRole(panel({ shelf: null }).root.querySelector('.panel-wait')!, 'status').textContent).toBe(
      'Loading…',
    );
  });
});

describe('banners', () => {
  it('say that the store keeps nothing', () => {
    expect(panel({ storeTrouble: 'storeUnavailable' }).root.textContent).toContain('nothing new is kept');
  });
  it('say that a composer must be clicked', () => {
    expect(panel({ snapshot: snapshot({ composer: null }) }).root.textContent).toContain(
      'Click into the box',
    );
  });
  it.each([
    ['loading', 'Getting the phrasebooks ready'],
    ['stale', 'Reload the page'],
  ] as const)('say that the console is %s', (state, words) => {
    expect(panel({ snapshot: snapshot({ state }) }).root.textContent).toContain(words);
  });
  it('of a paused site offer to go on', () => {
    const onResume = vi.fn();
    const { root } = panel({
      site: { kind: 'paused', name: 'x' },
      snapshot: snapshot({ state: 'paused' }),
      onResume,
    });
    click(byRole(root, 'button', 'Go on'));
    expect(onResume).toHaveBeenCalledTimes(1);
  });
});

describe('what happened to the customer', () => {
  const title = 'What happened to the customer';

  it('shows the guess with its share and the words it rests on; noise is left out', () => {
    const region = part(panel().root, title);
    expect(region.textContent).toContain('Price dropped72%');
    expect(region.textContent).toContain('Because of “price now”');
    expect(allByRole(region, 'button', /Late shipping 20%/)).toHaveLength(1);
    expect(region.textContent).not.toContain('Something else');
  });

  it('is corrected with one click on another guess', async () => {
    const { root, sent } = panel();
    click(byRole(part(root, title), 'button', /Late shipping/));
    await settle();
    expect(sent).toEqual([{ type: 'correctScenario', scenario: 'late-shipping' }]);
    expect(byRole(root, 'status', 'Notices').textContent).toContain('Changed to “Late shipping”');
  });

  it('is not kept as an example in practice, and does not say so', async () => {
    const { root } = panel({ keepsCorrections: false });
    click(byRole(part(root, title), 'button', /Late shipping/));
    await settle();
    expect(byRole(root, 'status', 'Notices').textContent).toBe('');
  });

  it('can be any of the sixteen', () => {
    const { root, sent } = panel();
    const region = part(root, title);
    click(byRole(region, 'button', 'Not right? Change'));
    expect(allByRole(region, 'button').filter((it) => it.hasAttribute('aria-pressed'))).toHaveLength(16);
    click(byRole(region, 'button', 'Arrived damaged'));
    expect(sent).toEqual([{ type: 'correctScenario', scenario: 'damaged' }]);
  });

  it('goes back to guessing', () => {
    const { root, sent } = panel({ snapshot: snapshot({ corrected: 'damaged' }) });
    const region = part(root, title);
    expect(region.textContent).toContain('You said so');
    click(byRole(region, 'button', 'Not right? Change'));
    click(byRole(region, 'button', 'Let Tactful guess'));
    expect(sent).toEqual([{ type: 'correctScenario', scenario: null }]);
  });

  it('gives steps and questions as checklists', () => {
    const { root, sent, show } = panel();
    const boxes = allByRole(root, 'checkbox');
    expect(texts(boxes.map((it) => it.closest('label')!))).toEqual([
      'Work out the difference',
      'Offer a choice',
      'What was paid?',
    ]);
    click(boxes[0]!);
    const ticked: ConsoleIntent = { type: 'remember', memory: { done: ['Work out the difference'] } };
    expect(sent).toEqual([ticked]);
    show({ snapshot: snapshot({ memory: { ...snapshot().memory, ...ticked.memory } }) });
    expect(root.querySelector('.todo summary')?.textContent).toContain('1 of 2');
  });
});

describe('what the reply has and lacks', () => {
  it('names every move with its state, not by colour alone', () => {
    const region = part(panel({ snapshot: snapshot({ moves: ['apology'] }) }).root, 'In this reply');
    expect(region.textContent).toContain('5 still missing');
    const states = [...region.querySelectorAll('.chip .sr-only')].map((it) => it.textContent);
    expect(states).toContain('Apology: there');
    expect(states).toContain('Remedy: missing');
  });

  it('misses no apology from one who is asked before buying', () => {
    const advice = snapshot({ corrected: 'presale-advice', moves: ['acknowledge', 'thanks', 'choice'] });
    expect(part(panel({ snapshot: advice }).root, 'In this reply').textContent).toContain('Nothing missing');
  });
});

describe('a send that is held', () => {
  const held = (level: 'high' | 'critical') => snapshot({ held: { level, flags: [flag()] } });

  it('takes its reason in the panel; Enter alone sends nothing', async () => {
    const { root, sent } = panel({ snapshot: held('critical') });
    const box = byRole(root, 'textbox', 'Why it has to go out like this') as HTMLTextAreaElement;
    box.value = 'the court asked for it';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settle();
    expect(sent).toEqual([]);
    click(byRole(root, 'button', 'Send anyway'));
    expect(sent).toEqual([{ type: 'release', reason: 'the court asked for it' }]);
  });

  it('says that a reason was too short', async () => {
    const { root } = panel({ snapshot: held('critical') }, { ok: false, reason: 'reason-short' });
    click(byRole(root, 'button', 'Send anyway'));
    await settle();
    expect(byRole(root, 'status', 'Notices').textContent).toContain('at least four characters');
  });

  it('asks none for words that are not critical', () => {
    const { root } = panel({ snapshot: held('high') });
    expect(part(root, 'This still holds words that hurt.').querySelector('textarea')).toBeNull();
  });
});

describe('words to look at', () => {
  const two = snapshot({
    flags: [
      flag(),
      flag({ rule: 'blame/you', text: 'your fault', category: 'blame', instead: ['our fault'] }),
    ],
  });

  it('are a list with category, words and severity in words', () => {
    const items = [
      ...part(panel({ snapshot: two }).root, 'Words to look at').querySelectorAll('ol.flags > li'),
    ];
    expect(items.map((it) => it.querySelector('.flag-head')?.textContent)).toEqual([
      'Leaves it to the customerorder it againHurts',
      'Blames the customeryour faultHurts',
    ]);
  });

  it('unfold one at a time and lead to the place in the reply', () => {
    const { root, sent } = panel({ snapshot: two });
    const heads = () => allByRole(root, 'button').filter((it) => it.classList.contains('flag-head'));
    expect(heads().map((it) => it.getAttribute('aria-expanded'))).toEqual(['true', 'false']);
    click(heads()[1]!);
    expect(heads().map((it) => it.getAttribute('aria-expanded'))).toEqual(['false', 'true']);
    expect(sent).toEqual([{ type: 'openCard', seq: 7, flagIndex: 1 }]);
  });

  it('have what the second look marks below them, which leads to its place in the reply', () => {
    const mark = flag({
      rule: 'second-look',
      text: 'as you know',
      category: 'demean',
      by: 'model',
      instead: [],
    });
    const { root, sent } = panel({ snapshot: snapshot({ flags: [], beside: [mark] }) });
    const region = part(root, 'A second look');
    expect(region.textContent).toContain('as you knowMight be read as: ');
    click(byRole(region, 'button', /as you know/));
    expect(sent).toEqual([{ type: 'goBeside', text: 'as you know' }]);
    expect(part(root, 'Words to look at').querySelectorAll('li')).toHaveLength(0);
  });

  it('are replaced from the snapshot they were chosen in', () => {
    const { root, sent } = panel({ snapshot: two });
    click(byRole(root, 'button', 'Instead of Please order it again., say You decide.'));
    expect(sent).toEqual([{ type: 'replace', seq: 7, flagIndex: 0, insteadIndex: 1 }]);
  });

  it('say why a replacement did not land', async () => {
    const { root } = panel({ snapshot: two }, { ok: false, reason: 'stale' });
    click(byRole(root, 'button', 'Instead of Please order it again., say You decide.'));
    await settle();
    expect(byRole(root, 'status', 'Notices').textContent).toContain('The reply has changed meanwhile');
  });

  it.each([
    ['Not here', 'here'],
    ['Allow this phrase', 'phrase'],
    ['Turn off rule', 'rule'],
    ['Off on this site', 'site'],
  ])('can be waved through: %s, and taken back', async (label, scope) => {
    const { root, sent } = panel({ snapshot: two }, { ok: true, dismissal: 'd1' });
    click(byRole(root, 'button', label));
    await settle();
    expect(sent).toEqual([{ type: 'dismiss', seq: 7, flagIndex: 0, scope }]);
    click(byRole(root, 'button', 'Undo'));
    expect(sent[1]).toEqual({ type: 'undo', dismissal: 'd1' });
  });

  it('leave room for what is not said', () => {
    const notice = {
      rule: 'wait',
      category: 'brush-off',
      severity: 'low',
      why: 'Say by when.',
      instead: [],
    } as const;
    expect(
      part(panel({ snapshot: snapshot({ notices: [notice] }) }).root, 'What is not said').textContent,
    ).toContain('Say by when.');
  });

  it.each([
    ['', 'As you type'],
    ['Fine.', 'No words that hurt.'],
  ])('for the draft %j say %s', (draft, words) => {
    expect(part(panel({ snapshot: snapshot({ draft }) }).root, 'Words to look at').textContent).toContain(
      words,
    );
  });
});

describe('the box for pasted drafts', () => {
  const check: Check = (draft) => {
    const at = draft.indexOf('order it again');
    const found = at < 0 ? [] : [{ ...flag({ start: at, end: at + 14 }), by: 'rule' as const }];
    return { language: 'en', flags: found, notices: [], moves: [], movesSaid: [], scenarios: [] };
  };

  it('checks, mends and copies without any page', async () => {
    const onCheckNeeded = vi.fn();
    const { root, copied, sent } = panel({
      snapshot: null,
      site: { kind: 'unsupported' },
      check: signal<Check | null>(check),
      onCheckNeeded,
    });
    expect(onCheckNeeded).toHaveBeenCalled();
    const box = byRole(root, 'textbox', 'Your reply') as HTMLTextAreaElement;
    type(box, 'Please order it again, thanks');
    click(byRole(root, 'button', 'Instead of Please order it again, say You decide'));
    await settle();
    expect(box.value).toBe('You decide, thanks');
    click(byRole(root, 'button', 'Copy the reply'));
    await settle();
    expect(copied).toEqual(['You decide, thanks']);
    expect(sent).toEqual([]);
  });

  it('offers no dismissals, because it remembers nothing', () => {
    const { root } = panel({
      snapshot: null,
      site: { kind: 'unsupported' },
      check: signal<Check | null>(check),
    });
    type(byRole(root, 'textbox', 'Your reply'), 'order it again');
    expect(allByRole(root, 'button', 'Turn off rule')).toEqual([]);
  });
});

it.each([
  ['zh-CN', '顾客遇到的事'],
  ['zh-TW', '要留意的話'],
] as const)('speaks %s as soon as it is chosen', (to, words) => {
  const { root } = panel();
  act(() => {
    locale.value = to;
  });
  expect(root.textContent).toContain(words);
});
