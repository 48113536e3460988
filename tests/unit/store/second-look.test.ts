// Before anything that looks for a browser.
import '../fake-extension';

import { beforeEach, describe, expect, it } from 'vitest';
import type { ModelVerdict, ModelVersion } from '@/lib/store';
import { secondLookSettings } from '@/lib/store/settings';
import { fakeBrowser } from '../fake-extension';
import { ENGINES } from './support';

beforeEach(() => fakeBrowser.reset());

const verdict = (over: Partial<ModelVerdict> = {}): ModelVerdict => ({
  id: 'verdict-1',
  at: 1,
  site: null,
  language: 'en',
  scenario: null,
  reading: 'en',
  said: 'fine',
  category: 'blame',
  text: 'we can hardly watch each parcel',
  before: '',
  after: '',
  mark: 'abc',
  ...over,
});

const none = { before: 0, after: 0, of: 0 };
const model = (note: string): Omit<ModelVersion, 'version'> => ({
  reading: 'zh',
  savedAt: 1,
  by: 'Ada',
  note,
  learned: { fine: 0, right: 1 },
  figures: { found: none, marked: none, elsewhere: none, innocent: none, messages: none },
  model: {
    version: 3,
    reading: 'zh',
    classes: '',
    detector: { bits: 1, scale: 1, gaps: '', levels: '', bias: [0] },
    sorter: { bits: 1, scale: 1, gaps: '', levels: '', bias: [0] },
    categories: ['blame'],
    calibration: { slope: 1, offset: 0 },
    thresholds: { quiet: 2, usual: 1, keen: 0 },
  },
});

describe.each(ENGINES)('the second look, on %s', (_, open) => {
  const fine = () => secondLookSettings.fine.getValue();

  it('tells consoles which clauses are fine, until that is undone', async () => {
    const { verdicts } = open();
    await verdicts.add(verdict());
    expect(await fine()).toEqual(['abc']);
    await verdicts.undo('verdict-1');
    expect(await fine()).toEqual([]);
    expect(await verdicts.list()).toEqual([]);
  });

  it('keeps the last word about a clause', async () => {
    const { verdicts } = open();
    await verdicts.add(verdict());
    await verdicts.add(verdict({ id: 'verdict-2', said: 'right', at: 2 }));
    expect((await verdicts.list()).map(({ id }) => id)).toEqual(['verdict-2']);
    expect(await fine()).toEqual([]);
  });

  it('puts a published model to use and goes back', async () => {
    const { models } = open();
    expect(await models.current('zh')).toBe(0);
    expect(await models.publish(model('first'))).toBe(1);
    expect(await models.publish(model('second'))).toBe(2);
    expect((await models.inUse('zh'))?.note).toBe('second');
    await models.use('zh', 1);
    expect((await models.inUse('zh'))?.note).toBe('first');
    await models.use('zh', 0);
    expect(await models.inUse('zh')).toBeUndefined();
    expect((await models.versions('zh')).map(({ version }) => version)).toEqual([2, 1]);
    expect(await models.versions('en')).toEqual([]);
    expect(await secondLookSettings.modelsEpoch.getValue()).toBe(4);
  });
});
