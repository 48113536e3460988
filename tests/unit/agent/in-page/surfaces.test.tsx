// @vitest-environment happy-dom
import { type ComponentChild, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer, Card, CountBadge, Guard, type GuardProps, News } from '@/components/agent/in-page';
import { locale } from '@/lib/i18n';
import { flag } from '../../console/flag';

const shown = (node: ComponentChild): HTMLElement => {
  render(node, document.body);
  return document.body;
};
const text = (selector: string): string => document.body.querySelector(selector)?.textContent ?? '';
const button = (label: string): HTMLButtonElement =>
  [...document.body.querySelectorAll('button')].find((it) => it.textContent?.includes(label))!;

const DRAFT = '你还想怎么样';
const FLAG = flag(DRAFT, '还想怎么样', {
  why: '像在吵架。',
  instead: ['希望怎么处理呢', '想换还是退'],
});

beforeEach(() => {
  locale.value = 'zh-CN';
});
afterEach(() => render(null, document.body));

describe('the card', () => {
  it('names category and words, says why, and offers what to say with its keys', () => {
    shown(<Card draft={DRAFT} flag={FLAG} at={1} count={3} onReplace={vi.fn()} onDismiss={vi.fn()} />);
    expect(text('.words')).toContain('「还想怎么样」');
    expect(text('.count')).toBe('第 1 处，共 3 处');
    expect(text('.reason')).toBe('像在吵架。');
    expect([...document.querySelectorAll('.choice')].map((it) => it.textContent)).toEqual([
      '希望怎么处理呢Alt+1',
      '想换还是退Alt+2',
      '你还想怎么样 删掉这一句Alt+3',
    ]);
  });

  it('hands on the words chosen, nothing for leaving them out', () => {
    const onReplace = vi.fn();
    shown(<Card draft={DRAFT} flag={FLAG} at={1} count={1} onReplace={onReplace} onDismiss={vi.fn()} />);
    button('想换还是退').click();
    button('删掉这一句').click();
    expect(onReplace.mock.calls.map(([, words]) => words)).toEqual(['想换还是退', '']);
  });

  it('shows all that goes where that is more than the flagged words, to ears too', () => {
    const draft = 'I refunded $20 and you got extra anyway';
    const wide = flag(draft, 'you got extra', {
      language: 'en',
      instead: ['It goes out today.', 'we added one'],
    });
    locale.value = 'en';
    shown(<Card draft={draft} flag={wide} at={1} count={1} onReplace={vi.fn()} onDismiss={vi.fn()} />);
    const [sentence, words] = document.querySelectorAll('.choice');
    expect(sentence?.querySelector('del')?.textContent).toBe('and you got extra anyway');
    expect(sentence?.querySelector('span:not(.sr-only)')?.textContent).toBe('It goes out today.');
    // Whoever speaks to the computer says what is seen: the name is what stands on the button, and a little more.
    expect(sentence?.hasAttribute('aria-label')).toBe(false);
    expect(sentence?.textContent).toBe('Instead of and you got extra anyway, say It goes out today.Alt+1');
    expect(words?.querySelector('del')).toBeNull();
    expect(words?.textContent).toBe('we added oneAlt+2');
  });

  it('dismisses in four ways', () => {
    const onDismiss = vi.fn();
    shown(<Card draft={DRAFT} flag={FLAG} at={1} count={1} onReplace={vi.fn()} onDismiss={onDismiss} />);
    for (const it of document.querySelectorAll<HTMLButtonElement>('.dismiss button')) it.click();
    expect(onDismiss.mock.calls.map(([, scope]) => scope)).toEqual(['here', 'phrase', 'rule', 'site']);
  });

  it('shows markup in a phrase as the words they are', () => {
    const nasty = { ...FLAG, text: '<img src=x onerror=alert(1)>', why: '<b>bold</b>' };
    shown(<Card draft={DRAFT} flag={nasty} at={1} count={1} onReplace={vi.fn()} onDismiss={vi.fn()} />);
    expect(document.querySelector('.why img, .why b')).toBeNull();
    expect(text('.reason')).toBe('<b>bold</b>');
  });

  it('says which language the words are in, whatever the interface speaks', () => {
    locale.value = 'en';
    shown(<Card draft={DRAFT} flag={FLAG} at={1} count={1} onReplace={vi.fn()} onDismiss={vi.fn()} />);
    expect(document.querySelector('.reason')?.getAttribute('lang')).toBe('zh-Hans');
    expect(document.querySelector('.choice span')?.getAttribute('lang')).toBe('zh-Hans');
  });

  it('has one stop for the Tab key; arrows do the rest', () => {
    shown(<Card draft={DRAFT} flag={FLAG} at={1} count={1} onReplace={vi.fn()} onDismiss={vi.fn()} />);
    expect(document.querySelectorAll('[data-stop][tabindex="0"]')).toHaveLength(1);
  });
});

describe('the badge', () => {
  it.each([
    ['zh-CN', 3, '3 处'],
    ['zh-TW', 3, '3 處'],
    ['en', 1, '1 to mend'],
  ] as const)('gives the count as text (%s)', (language, count, words) => {
    locale.value = language;
    shown(<CountBadge count={count} worst="high" shortcut={null} onOpen={vi.fn()} />);
    expect(text('.count-badge')).toBe(words);
  });
});

describe('the guard', () => {
  const critical = { level: 'critical', flags: [{ ...FLAG, severity: 'critical' }] } as const;
  const shownGuard = (more: Partial<GuardProps> = {}) =>
    shown(
      <Guard
        ask={critical}
        reason={null}
        short={false}
        onReason={vi.fn()}
        onConfirm={vi.fn()}
        onMend={vi.fn()}
        onOpenPanel={vi.fn()}
        {...more}
      />,
    );

  it('lists what is held, and asks no reason for high flags', () => {
    shownGuard({ ask: { level: 'high', flags: [FLAG] } });
    expect(text('.held')).toContain('还想怎么样');
    expect(document.querySelector('.reason-choice')).toBeNull();
  });

  it('has reasons to press and nothing to type into, which a page could hear', () => {
    const onReason = vi.fn();
    shownGuard({ onReason });
    expect(document.querySelectorAll('.reason-choice')).toHaveLength(4);
    expect(document.querySelector('textarea, input, [contenteditable]')).toBeNull();
    button('主管已经同意').click();
    expect(onReason.mock.calls.map(([, reason]) => reason)).toEqual(['reason.agreed']);
  });

  it('shows which one is picked', () => {
    shownGuard({ reason: 'reason.mistake' });
    expect(
      [...document.querySelectorAll('.reason-choice')].map((it) => it.getAttribute('aria-pressed')),
    ).toEqual(['false', 'false', 'false', 'true']);
  });

  it('says that one is missing', () => {
    shownGuard({ short: true });
    const described = document.querySelector('fieldset')!.getAttribute('aria-describedby')!;
    expect(document.getElementById(described)?.textContent).toContain('请先选一个原因');
  });

  it('leads to the panel, where one can be written', () => {
    const onOpenPanel = vi.fn();
    shownGuard({ onOpenPanel });
    button('到侧边栏里写原因').click();
    expect(onOpenPanel).toHaveBeenCalledOnce();
  });

  it('puts mending first', () => {
    shownGuard();
    expect(document.querySelector('.decide button')?.textContent).toBe('改一改');
  });
});

describe('news', () => {
  it('offers the way back after a dismissal', () => {
    const onUndo = vi.fn();
    const news = { kind: 'dismissed', scope: 'phrase', flag: FLAG, dismissal: 'd1' } as const;
    shown(
      <News
        news={news}
        site="shop.example"
        onUndoLook={vi.fn()}
        onUndo={onUndo}
        onCopy={vi.fn()}
        onClose={vi.fn()}
      />,
    );
    expect(text('.toast-text')).toBe('以后不再提示「还想怎么样」');
    button('撤销').click();
    expect(onUndo.mock.calls.map(([, id]) => id)).toEqual(['d1']);
  });

  it('offers to copy what the page did not take', () => {
    const onCopy = vi.fn();
    shown(
      <News
        news={{ kind: 'not-inserted', text: '话术' }}
        site="s"
        onUndoLook={vi.fn()}
        onUndo={vi.fn()}
        onCopy={onCopy}
        onClose={vi.fn()}
      />,
    );
    button('改为复制').click();
    expect(onCopy.mock.calls.map(([, words]) => words)).toEqual(['话术']);
  });

  it('says that the text went elsewhere, and offers no second copy of it', () => {
    const news = { kind: 'misplaced', text: '话术' } as const;
    shown(
      <News news={news} site="s" onUndoLook={vi.fn()} onUndo={vi.fn()} onCopy={vi.fn()} onClose={vi.fn()} />,
    );
    expect(text('.toast-text')).toBe('页面把文字放到了别处，请检查回复。');
    expect([...document.querySelectorAll('button')].map((it) => it.textContent)).not.toContain('改为复制');
  });
});

describe('what a screen reader hears', () => {
  it.each([
    [null, null, 0, ''],
    [2, null, 0, '有 2 处话要看一下'],
    [0, null, 0, '没有要看的了'],
    [2, '页面没有收下这段文字。', 0, '页面没有收下这段文字。'],
    [null, null, 1, '再看一眼：有 1 处可能会让人听着不舒服，侧栏里列出来了。'],
  ])('count %j, said %j, doubted %j: %j', (count, said, doubted, words) => {
    shown(<Announcer count={count} said={said} doubted={doubted} />);
    const regions = [...document.querySelectorAll('[role="status"]')];
    expect(regions.map((it) => it.getAttribute('aria-live'))).toEqual(['polite', 'polite']);
    expect(regions.map((it) => it.textContent).join('')).toBe(words);
  });
});
