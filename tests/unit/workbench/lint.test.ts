import { expect, it } from 'vitest';
import type { Book } from '@/lib/phrasebook';
import { PHONE, remarksOn } from '@/lib/workbench';
import { smallBook } from './fixtures';

const [rule] = smallBook().taboos;
const [script] = smallBook().scripts;

it('nothing is said about a sound book', () => {
  expect(remarksOn(smallBook() as Book, '2026-01-01')).toEqual([]);
});

it('says what is due, dead, long and twice there', () => {
  const book = smallBook({
    taboos: [
      { ...rule!, reviewBy: '2025-12-31' },
      { ...rule!, id: 'dead', flag: ['nobody writes this'] },
    ],
    scripts: [
      script!,
      { ...script!, id: 'again' },
      { ...script!, id: 'long', text: 'x{paid}\n'.repeat(PHONE.lines + 1) },
    ],
  }) as Book;
  expect(remarksOn(book, '2026-01-01')).toEqual([
    { kind: 'expired', section: 'taboos', id: 'blame/read', day: '2025-12-31' },
    { kind: 'dead', section: 'taboos', id: 'dead', pattern: 'nobody writes this' },
    { kind: 'long', section: 'scripts', id: 'long', lines: PHONE.lines + 2 },
    { kind: 'alike', section: 'scripts', id: 'again', other: 'thanks-1' },
  ]);
});
