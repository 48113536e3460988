import { describe, expect, it } from 'vitest';
import { formatProblem, loadBook, type SourceFile } from '@/lib/phrasebook';

const HEADER = `id: shop
name: A shop's book
language: en
version: 1
license: Apache-2.0
`;

const TABOO = `
  - id: blame/manual
    category: blame
    severity: medium
    flag:
      - you should have ~read
    why: It blames.
    instead:
      - Let me look that up for you.
    examples:
      flag:
        - '[[you should have read]] it'
      pass:
        - you should have it by Friday
`;

const file = (text: string, path = 'shop.yaml'): SourceFile => ({ path, text });
const book = (body: string): SourceFile[] => [file(HEADER + body)];
const taboo = (change: (text: string) => string): SourceFile[] => book(`taboos:${change(TABOO)}`);

interface Bad {
  what: string;
  files: SourceFile[];
  /** `file:line`, 1-based; the header takes five lines. */
  at: string;
  says: RegExp;
  fix: RegExp;
}

const BAD_BOOKS: Bad[] = [
  {
    what: 'an unknown key, with the one that was meant',
    files: taboo((it) => it.replace('why:', 'unless part of: [x]\n    why:')),
    at: 'shop.yaml:12',
    says: /Unknown key "unless part of"/,
    fix: /did you mean "unlessPartOf"/,
  },
  {
    what: 'an unknown key at the top',
    files: book('tabboos: []\n'),
    at: 'shop.yaml:6',
    says: /Unknown key "tabboos"/,
    fix: /did you mean "taboos"/,
  },
  {
    what: 'an unknown key in an example',
    files: taboo((it) => it.replace("'[[you should have read]] it'", '{ text: x, custmer: y }')),
    at: 'shop.yaml:17',
    says: /Unknown key "custmer"/,
    fix: /did you mean "customer"/,
  },
  {
    what: 'an id used twice in one file',
    files: book(`taboos:${TABOO}${TABOO}`),
    at: 'shop.yaml:21',
    says: /"blame\/manual" is already used at shop.yaml:7/,
    fix: /another id/,
  },
  {
    what: 'an id used twice in two files',
    files: [file(`${HEADER}taboos:${TABOO}`, 'book.yaml'), file(`taboos:${TABOO}`, 'more.yaml')],
    at: 'more.yaml:2',
    says: /already used at book.yaml:7/,
    fix: /another id/,
  },
  {
    what: 'a list written twice',
    files: [
      file(`${HEADER}lists:\n  you: [you]\n`, 'book.yaml'),
      file('lists:\n  you: [yours]\n', 'more.yaml'),
    ],
    at: 'more.yaml:2',
    says: /The list "you" is already written at book.yaml:7/,
    fix: /one place/,
  },
  {
    what: 'a header written twice',
    files: [file(HEADER, 'book.yaml'), file('language: en\n', 'more.yaml')],
    at: 'more.yaml:1',
    says: /"language" is already written at book.yaml:3/,
    fix: /book.yaml only/,
  },
  {
    what: 'a missing header key',
    files: [file(HEADER.replace('license: Apache-2.0\n', ''))],
    at: 'shop.yaml:1',
    says: /"license" is missing/,
    fix: /add license/,
  },
  {
    what: 'a missing key of a rule',
    files: taboo((it) => it.replace('    severity: medium\n', '')),
    at: 'shop.yaml:7',
    says: /"severity" is missing/,
    fix: /low, medium, high, critical/,
  },
  {
    what: 'a word outside the vocabulary',
    files: taboo((it) => it.replace('category: blame', 'category: blaim')),
    at: 'shop.yaml:8',
    says: /"category" cannot be "blaim"/,
    fix: /did you mean "blame"/,
  },
  {
    what: 'a number where text belongs',
    files: taboo((it) => it.replace('why: It blames.', 'why: 100')),
    at: 'shop.yaml:12',
    says: /"why" should be text but is a number/,
    fix: /single quotes/,
  },
  {
    what: 'a pattern that YAML reads as a list',
    files: taboo((it) => it.replace('- you should have ~read', '- [也]')),
    at: 'shop.yaml:11',
    says: /"flag" should be text but is a list/,
    fix: /single quotes/,
  },
  {
    what: 'one pattern instead of a list of patterns',
    files: taboo((it) => it.replace('flag:\n      - you should have ~read', 'flag: you should have ~read')),
    at: 'shop.yaml:10',
    says: /"flag" should be a list but is text/,
    fix: /"- "/,
  },
  {
    what: 'a rule without an innocent example',
    files: taboo((it) => it.replace('pass:\n        - you should have it by Friday', 'pass: []')),
    at: 'shop.yaml:18',
    says: /"pass" needs at least 1/,
    fix: /add one/,
  },
  {
    what: 'a pattern that is too long',
    files: taboo((it) => it.replace('you should have ~read', 'you '.repeat(400))),
    at: 'shop.yaml:11',
    says: /"flag" has 1,599 characters; at most 1,200 are read/,
    fix: /shorten/,
  },
  {
    what: 'an id in capitals',
    files: taboo((it) => it.replace('id: blame/manual', 'id: Blame Manual')),
    at: 'shop.yaml:7',
    says: /"id" is not written as it should be/,
    fix: /small letters/,
  },
  {
    what: 'a text where a rule belongs',
    files: book('taboos:\n  - just words\n'),
    at: 'shop.yaml:7',
    says: /should be keys with values but is text/,
    fix: /indented/,
  },
  {
    what: 'a section that is no list',
    files: book('taboos: none\n'),
    at: 'shop.yaml:6',
    says: /"taboos" should be a list/,
    fix: /- id/,
  },
  {
    what: 'broken YAML: a bracket that is not closed',
    files: taboo((it) => it.replace('- you should', '- [you should')),
    at: 'shop.yaml:12',
    says: /YAML cannot be read here/,
    fix: /single quotes/,
  },
  {
    what: 'broken YAML: a pattern that starts with @',
    files: taboo((it) => it.replace('- you should have ~read', '- @you should')),
    at: 'shop.yaml:11',
    says: /YAML cannot be read here/,
    fix: /single quotes/,
  },
  {
    what: 'broken YAML: a tab as indentation',
    files: book('taboos:\n\t- id: x\n'),
    at: 'shop.yaml:7',
    says: /YAML cannot be read here/,
    fix: /spaces/,
  },
  {
    what: 'a key written twice in one rule',
    files: taboo((it) => it.replace('why: It blames.', 'why: It blames.\n    why: Again.')),
    at: 'shop.yaml:13',
    says: /YAML cannot be read here: Map keys must be unique/,
    fix: /keep one/,
  },
  {
    what: 'broken JSON',
    files: [file('{"id": "shop",\n "name": }', 'shop.json')],
    at: 'shop.json:2',
    says: /This is not JSON/,
    fix: /double quotes/,
  },
  {
    what: 'a comma too many in JSON',
    files: [file('{"id": "shop",\n}', 'shop.json')],
    at: 'shop.json:2',
    says: /This is not JSON/,
    fix: /none after the last/,
  },
  {
    what: 'a line of 5 MB',
    files: book(`taboos:\n  - id: ${'x'.repeat(5_000_000)}\n`),
    at: 'shop.yaml:7',
    says: /This line has 5,000,008 characters; at most 20,000 are read/,
    fix: /break it into lines/,
  },
  {
    what: 'a line of 5 MB in JSON',
    files: [file(`{\n"id": "${'x'.repeat(5_000_000)}"}`, 'shop.json')],
    at: 'shop.json:2',
    says: /This line has/,
    fix: /break it into lines/,
  },
  {
    what: 'a file above the limit',
    files: book('# more of the same\n'.repeat(900_000)),
    at: 'shop.yaml:1',
    says: /The file has 17,100,\d+ characters; at most 16,000,000 are read/,
    fix: /several files/,
  },
  {
    what: 'a key that every object has',
    files: taboo((it) => it.replace('why: It blames.', '__proto__: { polluted: true }\n    why: It blames.')),
    at: 'shop.yaml:12',
    says: /"__proto__" may not be used as a key/,
    fix: /another name/,
  },
  {
    what: 'the same in JSON',
    files: [file('{\n"lists": { "constructor": ["x"] }}', 'shop.json')],
    at: 'shop.json:2',
    says: /"constructor" may not be used as a key/,
    fix: /another name/,
  },
  {
    what: 'a bomb of references',
    files: book(
      `lists:\n  a: &a [x, x, x, x, x, x, x, x, x, x]\n${'bcdefgh'
        .split('')
        .map((it, i) => `  ${it}: &${it} [${new Array(10).fill(`*${'abcdefg'[i]}`).join(', ')}]`)
        .join('\n')}\n`,
    ),
    at: 'shop.yaml:8',
    says: /references \(\*name\) more often than is read/,
    fix: /write the texts out/,
  },
  {
    what: 'brackets nested without end',
    files: book(`lists: ${'['.repeat(9_000)}${']'.repeat(9_000)}\n`),
    at: 'shop.yaml:1',
    says: /nested too deeply/,
    fix: /bracket/,
  },
  {
    what: 'a script with an unknown variable',
    files: book(
      'variables:\n  - { id: paid, label: Paid, type: money, example: "5" }\nscripts:\n  - id: a\n    scenario: [other]\n    move: [remedy]\n    tone: warm\n    text: You paid {payd}.\n',
    ),
    at: 'shop.yaml:13',
    says: /There is no variable "payd"/,
    fix: /did you mean "paid"/,
  },
  {
    what: 'a script with a bracket that is no blank',
    files: book(
      'scripts:\n  - id: a\n    scenario: [other]\n    move: [remedy]\n    tone: warm\n    text: Hello { name }.\n',
    ),
    at: 'shop.yaml:11',
    says: /The bracket at "\{ name \}" is not a blank/,
    fix: /\{name\}/,
  },
  {
    what: 'a script with an unknown remedy',
    files: book(
      'scripts:\n  - id: a\n    scenario: [other]\n    move: [remedy]\n    tone: warm\n    remedy: refund\n    text: Here.\n',
    ),
    at: 'shop.yaml:11',
    says: /There is no remedy "refund"/,
    fix: /remedies/,
  },
  {
    what: 'a formula that cannot be read',
    files: book(
      'variables:\n  - id: difference\n    label: Difference\n    type: money\n    derive: paid minus now\n    example: "1"\n',
    ),
    at: 'shop.yaml:10',
    says: /The formula "paid minus now" cannot be read: a sign is missing between two of its parts/,
    fix: /paid - now \* count/,
  },
  {
    what: 'a formula over an unknown variable',
    files: book(
      'variables:\n  - id: difference\n    label: Difference\n    type: money\n    derive: paid - now\n    example: "1"\n',
    ),
    at: 'shop.yaml:10',
    says: /There is no variable "paid"/,
    fix: /variables/,
  },
  {
    what: 'a choice without choices',
    files: book('variables:\n  - { id: size, label: Size, type: choice, example: M }\n'),
    at: 'shop.yaml:7',
    says: /A choice needs its choices/,
    fix: /choices:/,
  },
  {
    what: 'a replacement with a blank',
    files: taboo((it) => it.replace('Let me look that up for you.', 'I will call you at {time}.')),
    at: 'shop.yaml:14',
    says: /A replacement goes in by one click and has no blanks, but this one has "\{time\}"/,
    fix: /make it a script/,
  },
  {
    what: 'a book on top of one that was not given',
    files: [file(`${HEADER}extends: another\n`)],
    at: 'shop.yaml:6',
    says: /The book "another", on which this one builds, was not given/,
    fix: /remove "extends"/,
  },
  {
    what: 'a file that is only text',
    files: [file('hello')],
    at: 'shop.yaml:1',
    says: /A phrasebook file holds keys/,
    fix: /taboos/,
  },
  { what: 'no file at all', files: [], at: '(no file):1', says: /There is no file to read/, fix: /folder/ },
];

describe('a bad book is refused, with file, line and a plain sentence', () => {
  it.each(BAD_BOOKS)('$what', ({ files, at, says, fix }) => {
    const { book: loaded, problems } = loadBook(files);
    expect(loaded).toBeUndefined();
    const found = problems.find((it) => says.test(it.message));
    expect(found, problems.map(formatProblem).join('\n').slice(0, 2000)).toBeDefined();
    expect(`${found?.file}:${found?.line}`).toBe(at);
    expect(found?.fix).toMatch(fix);
    expect(found?.level).toBe('error');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
