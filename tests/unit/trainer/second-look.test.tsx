// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SecondLookPane, type SecondLookPaneProps } from '@/components/trainer';
import type { ModelFigures, ModelVerdict } from '@/lib/store';
import { shipped } from '../classifier/material';

const verdict = (id: string, said: 'fine' | 'right'): ModelVerdict => ({
  id,
  at: 1,
  site: null,
  language: 'zh-Hans',
  scenario: null,
  reading: 'zh',
  said,
  category: 'demean',
  text: `您怕是<b>属牛</b>的吧${id}`,
  before: '亲，',
  after: '',
  mark: id,
});
const none = { before: 0, after: 0, of: 0 };
const figures: ModelFigures = {
  found: { before: 1, after: 9, of: 12 },
  marked: none,
  elsewhere: { before: 30, after: 31, of: 90 },
  innocent: { before: 2, after: 3, of: 200 },
  messages: none,
};

const show = (over: Partial<SecondLookPaneProps> = {}) => {
  const props: SecondLookPaneProps = {
    reading: 'zh',
    readOnly: false,
    verdicts: [verdict('v1', 'right'), verdict('v2', 'fine')],
    versions: [],
    current: 0,
    lessons: { kind: 'none' },
    onRule: vi.fn(),
    onForget: vi.fn(),
    onRetrain: vi.fn(),
    onCancel: vi.fn(),
    onPublish: vi.fn(),
    onUse: vi.fn(),
    ...over,
  };
  render(<SecondLookPane {...props} />, document.body);
  return props;
};
const button = (name: string) =>
  [...document.querySelectorAll('button')].filter((it) => it.textContent?.includes(name));

afterEach(() => render(null, document.body));

describe('the trainer’s pane about the second look', () => {
  it('lists what agents said, as text, and makes a rule of what was right', () => {
    const { onRule, verdicts } = show();
    expect(document.querySelector('b')).toBeNull();
    expect(button('Make a rule')).toHaveLength(1);
    button('Make a rule')[0]?.click();
    expect(onRule).toHaveBeenCalledWith(verdicts[0]);
    show({ readOnly: true });
    expect(button('Make a rule')).toHaveLength(0);
  });

  it('learns only where a mark was called right', () => {
    const { onRetrain } = show();
    button('Retrain')[0]?.click();
    expect(onRetrain).toHaveBeenCalledOnce();
    show({ verdicts: [verdict('v2', 'fine')] });
    expect(button('Retrain')[0]?.disabled).toBe(true);
  });

  it('says how far it is and can be stopped', () => {
    const { onCancel } = show({ lessons: { kind: 'running', share: 0.42 } });
    expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('42');
    button('Cancel')[0]?.click();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it('compares both models before one is put to use, leaving out what there is none of', () => {
    const model = shipped('zh');
    const { onPublish } = show({
      lessons: { kind: 'done', result: { model, learned: { fine: 0, right: 12 }, figures } },
    });
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((it) => it.textContent),
    );
    expect(rows).toEqual([
      ['1', '9'],
      ['30', '31'],
      ['2', '3'],
    ]);
    button('Put it to use')[0]?.click();
    expect(onPublish).toHaveBeenCalledWith('');
  });

  it('goes back to an earlier model, and to the shipped one', () => {
    const version = {
      reading: 'zh',
      savedAt: 1,
      by: 'Ada',
      note: 'first',
      learned: { fine: 0, right: 12 },
      figures,
      model: shipped('zh'),
    } as const;
    const { onUse } = show({
      versions: [
        { ...version, version: 2 },
        { ...version, version: 1 },
      ],
      current: 2,
    });
    for (const it of button('Use this one')) it.click();
    expect(vi.mocked(onUse).mock.calls).toEqual([[1], [0]]);
  });
});
