import { describe, expect, it } from 'vitest';
import {
  exportPersonal,
  type ImportProblem,
  importPersonal,
  MOST_PERSONAL,
  newPersonalId,
  type PersonalScript,
  withImported,
} from '@/lib/personal';

const mine = (more: Partial<PersonalScript> = {}): PersonalScript => ({
  id: 'own/mine',
  language: 'zh-Hans',
  text: '我是小林，您说，我听着。',
  move: ['acknowledge'],
  scenario: ['other'],
  keys: ['开场'],
  opening: true,
  savedAt: 1_800_000_000_000,
  ...more,
});
const file = (scripts: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'tactful-personal-scripts', version: 1, scripts, ...more });

describe('sentences of one’s own in a file', () => {
  it('come back as they were', () => {
    const scripts = [mine(), mine({ id: 'own/more', opening: false })];
    expect(importPersonal(exportPersonal(scripts))).toEqual({ scripts, problems: [] });
  });

  it('come back from a file with a byte order mark', () => {
    expect(importPersonal(`\ufeff${exportPersonal([mine()])}`).scripts).toEqual([mine()]);
  });

  it.each<[string, string, ImportProblem[]]>([
    ['no JSON', 'hello', [{ kind: 'not-json' }]],
    ['another JSON', '{"a":1}', [{ kind: 'other-file' }]],
    ['a newer format', file([], { version: 2 }), [{ kind: 'other-file' }]],
    ['too many', file(new Array(MOST_PERSONAL + 1).fill(1)), [{ kind: 'too-many', most: MOST_PERSONAL }]],
    ['an empty text', file([mine({ text: '  ' })]), [{ kind: 'script', place: 1, field: 'text' }]],
    [
      'a text without end',
      file([mine({ text: 'a'.repeat(601) })]),
      [{ kind: 'script', place: 1, field: 'text' }],
    ],
    [
      'an id of a book’s script',
      file([mine({ id: 'price-drop/a' })]),
      [{ kind: 'script', place: 1, field: 'id' }],
    ],
    [
      'an unknown language',
      file([{ ...mine(), language: 'fr' }]),
      [{ kind: 'script', place: 1, field: 'language' }],
    ],
    ['no object', file([3]), [{ kind: 'script', place: 1, field: '' }]],
  ])('is refused: %s', (_, text, problems) => {
    expect(importPersonal(text)).toEqual({ scripts: [], problems });
  });

  it('keeps what is whole beside what is broken', () => {
    const read = importPersonal(file([mine(), { id: 1 }]));
    expect(read.scripts).toEqual([mine()]);
    expect(read.problems).toEqual([{ kind: 'script', place: 2, field: 'id' }]);
  });

  it('replaces the same sentence and has the same words once', () => {
    const own = [mine(), mine({ id: 'own/other', text: '谢谢您告诉我。' })];
    const imported = [
      mine({ keys: ['你好'] }),
      mine({ id: 'own/copy', text: '谢谢您告诉我。' }),
      mine({ id: 'own/new1', text: '我来办。' }),
    ];
    expect(withImported(own, imported).map((it) => [it.id, it.keys[0]])).toEqual([
      ['own/mine', '你好'],
      ['own/other', '开场'],
      ['own/new1', '开场'],
    ]);
  });

  it('has ids that no book can have', () => {
    expect(newPersonalId(() => 'abc123')).toBe('own/abc123');
  });
});
