import { describe, expect, it } from 'vitest';
import type { Book } from '@/lib/phrasebook';
import {
  applyEdit,
  entriesOf,
  entryOf,
  fieldAt,
  fieldEdit,
  freshId,
  listEntries,
  listsOf,
  withField,
} from '@/lib/workbench';
import { smallBook } from './fixtures';

const base = smallBook({ id: 'base' }) as Book;
const overlay = (change: Parameters<typeof smallBook>[0] = {}) =>
  smallBook({ id: 'own/over', extends: 'base', lists: {}, taboos: [], scripts: [], ...change });

const ruleOf = (own = overlay()) => entryOf(own, base, 'taboos', 'blame/read')!;

describe('what stands in a part of a book', () => {
  it('is inherited, changed or its own, own first', () => {
    const own = overlay({
      taboos: [
        { id: 'blame/read', severity: 'low' },
        { ...base.taboos[0]!, id: 'new' },
      ],
    });
    expect(entriesOf(own, base, 'taboos').map((it) => [it.id, it.origin])).toEqual([
      ['new', 'own'],
      ['blame/read', 'changed'],
    ]);
    expect(ruleOf(own).item).toMatchObject({ severity: 'low', category: 'blame' });
  });

  it('tells what is switched off', () => {
    expect(ruleOf(overlay({ off: ['blame/read'] })).off).toBe(true);
  });

  it('takes scripts over only within one language', () => {
    expect(entriesOf(overlay(), base, 'scripts')).toHaveLength(1);
    expect(entriesOf(overlay({ language: 'zh-Hans' }), base, 'scripts')).toHaveLength(0);
  });

  it('puts lists together', () => {
    const own = overlay({ lists: { you: ['ya'], shop: ['store'] } });
    expect(listsOf(own, base)).toEqual({ you: ['you', 'u', 'ya'], shop: ['store'] });
    expect(listEntries(own, base).map((it) => [it.id, it.origin])).toEqual([
      ['shop', 'own'],
      ['you', 'changed'],
    ]);
  });
});

describe('a field', () => {
  it('is read and written by its path', () => {
    const item = withField({ id: 'a' }, ['examples', 'flag'], ['x']);
    expect(fieldAt(item, ['examples', 'flag'])).toEqual(['x']);
    expect(withField(item, ['examples', 'flag'], undefined)).toEqual({ id: 'a' });
  });

  it('of an inherited rule is kept by itself', () => {
    const own = applyEdit(overlay(), fieldEdit('taboos', ruleOf(), ['severity'], 'low'));
    expect(own.taboos).toEqual([{ id: 'blame/read', severity: 'low' }]);
  });

  it('taken back leaves nothing behind', () => {
    const changed = applyEdit(overlay(), fieldEdit('taboos', ruleOf(), ['severity'], 'low'));
    const own = applyEdit(changed, fieldEdit('taboos', ruleOf(changed), ['severity'], undefined));
    expect(own.taboos).toEqual([]);
  });

  it('of an inherited script takes the whole script along, until it is as before', () => {
    const entry = entryOf(overlay(), base, 'scripts', 'thanks-1')!;
    const own = applyEdit(overlay(), fieldEdit('scripts', entry, ['text'], 'Thanks!'));
    expect(own.scripts).toEqual([{ ...base.scripts[0], text: 'Thanks!' }]);
    const again = entryOf(own, base, 'scripts', 'thanks-1')!;
    expect(applyEdit(own, fieldEdit('scripts', again, ['text'], base.scripts[0]!.text)).scripts).toEqual([]);
  });
});

it('a fresh id is not taken', () => {
  expect(freshId('rule', new Set(['rule', 'rule-2']))).toBe('rule-3');
});
