// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LookCard, type LookCardProps } from '@/components/agent/second-look';
import { locale } from '@/lib/i18n';
import { clauseName } from '@/lib/second-look';

const TEXT = '哪能个个都盯着';

const show = (over: Partial<LookCardProps> = {}) => {
  const props: LookCardProps = {
    mark: {
      start: 3,
      end: 3 + TEXT.length,
      text: TEXT,
      category: 'brush-off',
      score: 1,
      probability: 0.9,
      words: [
        { start: 0, end: 2 },
        { start: 5, end: 7 },
      ],
      name: clauseName(TEXT),
    },
    lang: 'zh-Hans',
    instead: ['我这就帮您查', '我来跟'],
    onReplace: vi.fn(),
    onSaid: vi.fn(),
    onOff: vi.fn(),
    ...over,
  };
  render(<LookCard {...props} />, document.body);
  return props;
};
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

afterEach(() => {
  render(null, document.body);
  locale.value = 'en';
});

describe('the card of the second look', () => {
  it.each([
    ['en', 'Might be read as: '],
    ['zh-CN', '可能会被听成：'],
    ['zh-TW', '可能會被聽成：'],
  ] as const)('says in %s what the clause might be read as', (language, said) => {
    locale.value = language;
    show();
    expect(all('.words strong')[0]?.textContent?.startsWith(said)).toBe(true);
  });

  it('puts the weighty words in bold and loses none of the others', () => {
    show();
    expect(all('.look-clause strong').map((it) => it.textContent)).toEqual(['哪能', '盯着']);
    expect(all('.look-clause')[0]?.textContent).toBe(TEXT);
  });

  it('offers what to say instead by key, none while it is asked for', () => {
    const { onReplace } = show();
    all('.choice')[1]?.click();
    expect(onReplace).toHaveBeenCalledWith(expect.anything(), '我来跟');
    expect(all('.choice .kbd, .choice kbd').map((it) => it.textContent)).toEqual(['Alt+1', 'Alt+2']);
    show({ instead: null });
    expect(all('.choice')).toEqual([]);
  });

  it('asks for no answer where none is kept', () => {
    show({ onSaid: undefined });
    expect(all('[data-said]').map((it) => it.dataset.said)).toEqual(['off']);
  });

  it('takes two answers, and goes off', () => {
    const onSaid = vi.fn<NonNullable<LookCardProps['onSaid']>>();
    const { onOff } = show({ onSaid });
    for (const it of all('[data-said]')) it.click();
    expect(onSaid.mock.calls.map(([, said]) => said)).toEqual(['fine', 'right']);
    expect(onOff).toHaveBeenCalledOnce();
  });
});
