// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type ComposerKind, createTalk, PracticePage, siteFromTyped, type Talk } from '@/components/practice';
import { locale } from '@/lib/i18n';
import type { PracticeCase, Remembered } from '@/lib/practice';
import { allByRole, byRole, click, press, stage, type } from '../ui/stage';
import { customer, flag, reading } from './customer';

afterEach(() => {
  locale.value = 'en';
});

const played = customer();
const other: PracticeCase = { ...played, id: 'test-zh-hans', language: 'zh-Hans', title: '标题' };

function newTalk(): Talk {
  return createTalk({
    played,
    read: (text) =>
      text.includes('sorry')
        ? reading(['apology', 'remedy'])
        : text.includes('Friday')
          ? reading(['commitment'])
          : reading([], text.includes('fault') ? [flag('blame', 'high', 'your fault')] : []),
    pace: 0,
    lifetime: new AbortController().signal,
  });
}

function page(
  talk: Talk | null,
  initialComposer: ComposerKind = 'plain',
  results: readonly Remembered[] = [],
) {
  const onStart = vi.fn();
  const onTurnOn = vi.fn();
  const root = stage(
    <PracticePage
      cases={[played, other]}
      talk={talk}
      results={results}
      localeSetting="auto"
      onLocale={() => undefined}
      onStart={onStart}
      onTurnOn={onTurnOn}
      initialComposer={initialComposer}
    >
      <p>panel</p>
    </PracticePage>,
  );
  return { root, onStart, onTurnOn };
}

const bubbles = (root: HTMLElement) => [...root.querySelectorAll('.bubble')].map((it) => it.textContent);

describe('past grades', () => {
  const graded = (score: number, at: number, id = played.id): Remembered => ({ played: id, at, score });

  it('show the best on the customer and the latest below', () => {
    const { root } = page(null, 'plain', [graded(60, 2), graded(85, 1)]);
    expect(root.querySelector('.customer')?.textContent).toContain('Best 85');
    expect([...root.querySelectorAll('.past-score')].map((it) => it.textContent)).toEqual(['60', '85']);
  });

  it.each([
    ['there are none', []],
    ['they are of a customer who is gone', [graded(60, 1, 'gone-en')]],
  ])('say nothing where %s', (_, results) => {
    expect(page(null, 'plain', results).root.querySelector('.past')).toBeNull();
  });
});

describe('the welcome', () => {
  it('says what it does and that nothing leaves the browser', () => {
    const { root } = page(null);
    expect(root.textContent).toContain('It marks words that hurt');
    expect(root.textContent).toContain('Nothing leaves this browser.');
    expect(root.textContent).not.toContain('panel');
  });

  it('shows customers in the language of the interface, others on demand', () => {
    const { root, onStart } = page(null);
    const customers = () => [...root.querySelectorAll<HTMLElement>('.customer')];
    expect(customers().map((it) => it.dataset.case)).toEqual(['test-en']);
    click(allByRole(root, 'radio').find((it) => it.getAttribute('value') === 'zh-Hans')!);
    expect(customers().map((it) => it.dataset.case)).toEqual(['test-zh-hans']);
    click(customers()[0]!);
    expect(onStart).toHaveBeenCalledWith(other);
  });
});

describe('the chat', () => {
  it('says who speaks', () => {
    const { root } = page(newTalk());
    expect(bubbles(root)).toEqual(['Customer: It is broken', 'Customer: What now?']);
    expect(root.querySelector('[role="log"]')?.getAttribute('aria-label')).toBe('Conversation with Customer');
    expect(byRole(root, 'progressbar', 'Patience').getAttribute('aria-valuetext')).toBe('4 of 4');
    expect(root.textContent).toContain('panel');
  });

  it('sends with Enter and with the button, and empties the box', () => {
    const { root } = page(newTalk());
    const box = byRole(root, 'textbox', 'Your reply') as HTMLTextAreaElement;
    expect(document.activeElement).toBe(box);
    type(box, 'Hello');
    expect(press(box, 'Enter').defaultPrevented).toBe(true);
    expect(box.value).toBe('');
    type(box, 'Once more');
    click(byRole(root, 'button', 'Send'));
    expect(bubbles(root).filter((it) => it?.startsWith('You'))).toEqual(['You: Hello', 'You: Once more']);
  });

  it.each<[string, KeyboardEventInit & { keyCode?: number }]>([
    ['picks a candidate', { isComposing: true }],
    ['picks a candidate in a browser that says so by keyCode', { keyCode: 229 }],
    ['starts a line', { shiftKey: true }],
  ])('does not send with an Enter that %s', (_name, init) => {
    const { root } = page(newTalk());
    const box = byRole(root, 'textbox', 'Your reply') as HTMLTextAreaElement;
    type(box, 'Hello');
    expect(press(box, 'Enter', init).defaultPrevented).toBe(false);
    expect(box.value).toBe('Hello');
  });

  it('sends nothing that is empty', () => {
    const { root } = page(newTalk());
    const box = byRole(root, 'textbox', 'Your reply');
    type(box, '   ');
    press(box, 'Enter');
    expect(bubbles(root)).toHaveLength(2);
  });

  it('can be written in an editable element', () => {
    const { root } = page(newTalk());
    click(allByRole(root, 'radio').find((it) => it.getAttribute('value') === 'rich')!);
    const box = byRole(root, 'textbox', 'Your reply');
    expect([box.isContentEditable, document.activeElement === box]).toEqual([true, true]);
    box.textContent = 'Hello';
    press(box, 'Enter');
    expect(bubbles(root).at(2)).toBe('You: Hello');
    expect(box.textContent).toBe('');
  });
});

describe('the result', () => {
  const finish = (...replies: string[]) => {
    const talk = newTalk();
    const it = page(talk);
    act(() => {
      for (const text of replies) talk.send(text);
      talk.stop();
    });
    return it;
  };

  it('shows the grade, how it came about, and takes the place of composer and panel', () => {
    const { root } = finish('sorry, a new one is on its way', 'It is your fault', 'It comes by Friday.');
    expect(root.querySelector('.result-score')?.textContent).toBe('76');
    expect(byRole(root, 'heading', /Solved it at once/)).toBe(document.activeElement);
    const reasons = [...root.querySelectorAll('.reasons li')].map((it) => it.textContent);
    expect(reasons).toContain('+85Solved it at once');
    expect(reasons).toContain('−12Blames the customer: “your fault”');
    expect(reasons).toContain('·Not said: Thanks');
    expect(allByRole(root, 'textbox')).toEqual([]);
    expect(root.textContent).not.toContain('panel');
  });

  it('shows a better reply beside what was written', () => {
    const { root } = finish('It is your fault');
    expect(root.querySelector('.better')?.textContent).toBe(
      'You wrote: It is your faultSorry, here is a new one.',
    );
  });

  it('leads on', () => {
    const { root, onStart } = finish();
    click(byRole(root, 'button', 'Try again'));
    click(byRole(root, 'button', 'Another customer'));
    expect(onStart.mock.calls).toEqual([[played], [null]]);
  });
});

describe('turning on for a console of one’s own', () => {
  it.each([
    ['https://desk.example.com/inbox?x=1', 'https://desk.example.com'],
    ['desk.example.com', 'https://desk.example.com'],
    ['http://localhost:8080/', 'http://localhost'],
    ['  https://desk.example.com  ', 'https://desk.example.com'],
    ['my desk', null],
    ['desk', null],
    ['file:///tmp/x.html', null],
    ['chrome://settings', null],
    ['', null],
  ])('reads %j as %s', (typed, expected) => {
    expect(siteFromTyped(typed)).toBe(expected);
  });

  it('asks for an address and says when it is none', () => {
    const { root, onTurnOn } = page(null);
    click(byRole(root, 'button', 'Turn on for my own console'));
    const dialog = byRole(root, 'dialog', 'Turn on for your console');
    const address = byRole(dialog, 'textbox', 'Address of your chat console');
    const form = dialog.querySelector('form')!;
    type(address, 'my desk');
    act(() => {
      form.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
    });
    expect(byRole(dialog, 'alert').textContent).toContain('Write a web address');
    expect(onTurnOn).not.toHaveBeenCalled();
    type(address, 'desk.example.com');
    act(() => {
      form.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
    });
    expect(onTurnOn).toHaveBeenCalledWith('https://desk.example.com');
    expect(allByRole(root, 'dialog')).toEqual([]);
  });
});

it.each([
  ['zh-CN', '挑一位顾客'],
  ['zh-TW', '挑一位顧客'],
] as const)('speaks %s', (to, words) => {
  const { root } = page(null);
  act(() => {
    locale.value = to;
  });
  expect(root.textContent).toContain(words);
});
