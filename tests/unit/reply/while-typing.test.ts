import { describe, expect } from 'vitest';
import { compileBook, forTyping, toRuntime } from '@/lib/phrasebook/runtime';
import { check } from '@/lib/reply';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';
import { fc, test } from '../property';

const books = openEngine(builtInPaths(), false).books.map((book) => compileBook(toRuntime(book)));

const SENTENCES = [
  '您好，非常抱歉给您带来不便。',
  '您已经多拿了两样了，还想怎么样？',
  '這不歸我管，您自己看一下說明書。',
  '我们明天下午三点前给您回复！',
  '实在对不起，真的抱歉\n',
  'We are sorry that it came late. ',
  'You got extra anyway, calm down please! ',
  "That isn't my department. ",
  '顾客说“你有病吧”，',
  '谢谢您，30元已经退给您了；',
];
const PIECES = [...SENTENCES, '。', '“', '”', '\n', '> ', ' ', '不', '多拿', 'sorry', 'Mr. ', '2', '.', '👍'];
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.constantFrom(0, 0, 1, 2, 9),
    inserted: fc.constantFrom('', ...PIECES),
  }),
  { minLength: 1, maxLength: 6 },
);

describe('a draft that changes', () => {
  test.prop([fc.array(fc.constantFrom(...SENTENCES), { minLength: 3, maxLength: 16 }), edits], 25)(
    'is answered as a draft seen for the first time',
    (first, changes) => {
      const quick = books.map(forTyping);
      const context = { customer: ['我前天买的今天就便宜了30'], agent: ['非常抱歉', '实在对不起'] };
      let draft = first.join('');
      for (const { at, removed, inserted } of [{ at: 0, removed: 0, inserted: '' }, ...changes]) {
        const start = Math.floor(at * draft.length);
        draft = draft.slice(0, start) + inserted + draft.slice(start + removed);
        expect(check(quick, draft, context)).toEqual(check(books, draft, context));
      }
    },
  );
});
