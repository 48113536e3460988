import { describe, expect, it } from 'vitest';
import { readChats } from '@/lib/exchange';
import { maskText } from '@/lib/review';
import {
  amountsOf,
  guessMapping,
  messagesFrom,
  type SavedMessage,
  searchHits,
  valuesIn,
} from '@/lib/workbench';
import { fc } from '../property';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const plain = (text: string): string => text;

async function read(name: string, text: string) {
  const { tables, problems } = await readChats({ name, bytes: bytes(text) });
  const [sheet] = tables;
  const mapping = sheet && guessMapping(sheet);
  return {
    problems,
    sheet,
    mapping,
    messages: sheet && mapping ? messagesFrom(sheet, mapping, { mask: plain }).messages : [],
  };
}

const said = (messages: readonly SavedMessage[]) => messages.map(({ who, text }) => `${who}: ${text}`);

describe('a chat export', () => {
  it.each([
    [
      'with English headings',
      'chats.csv',
      'time,sender,message\n2026-01-02 10:00,customer,Where is it?\n2026-01-02 10:01,agent,On its way.\n',
    ],
    [
      'with Chinese headings',
      'chats.csv',
      '发送时间,发送者,消息内容\n2026/1/2 10:00,买家,Where is it?\n2026/1/2 10:01,客服小美,On its way.\n',
    ],
    [
      'with tabs',
      'chats.tsv',
      'when\tfrom\ttext\n2026年1月2日 10:00\tbuyer\tWhere is it?\n2026年1月2日 10:01\tshop\tOn its way.\n',
    ],
    [
      'as JSON lines',
      'chats.jsonl',
      '{"text":"Where is it?","role":"user","ts":1}\n{"role":"assistant","text":"On its way."}\n',
    ],
    [
      'as a transcript',
      'chats.txt',
      '2026-01-02 10:00 customer: Where is it?\n2026-01-02 10:01 agent: On its way.\n',
    ],
    [
      'as a transcript over two lines',
      'chats.txt',
      'customer 2026-01-02 10:00:00\nWhere is it?\nagent 2026-01-02 10:01:00\nOn its way.\n',
    ],
  ])('%s is read without a word of help', async (_, name, text) => {
    const { messages, problems } = await read(name, text);
    expect(problems).toEqual([]);
    expect(said(messages)).toEqual(['customer: Where is it?', 'agent: On its way.']);
  });

  it.each([
    ['2026-01-02 10:00', new Date(2026, 0, 2, 10, 0).getTime()],
    ['2026年1月2日 10:00', new Date(2026, 0, 2, 10, 0).getTime()],
    ['1767348000', 1_767_348_000_000],
    ['1767348000123', 1_767_348_000_123],
    ['yesterday', null],
  ])('%s is read as a time', async (cell, time) => {
    const { messages } = await read('chats.csv', `time,message\n${cell},Hello\n`);
    expect(messages.map((it) => it.at)).toEqual([time]);
  });

  it('without headings begins with its first row', async () => {
    const { mapping, messages } = await read('chats.csv', 'Where is it?,1\nOn its way.,2\n');
    expect(mapping?.headed).toBe(false);
    expect(messages.map((it) => it.text)).toEqual(['Where is it?', 'On its way.']);
  });

  it('of bare lines is one message a line', async () => {
    const { messages } = await read('chats.txt', '没办法\n\n规定就是这样\n');
    expect(said(messages)).toEqual(['agent: 没办法', 'agent: 规定就是这样']);
  });

  it('with labels and scenarios keeps them', async () => {
    const { messages } = await read(
      'chats.csv',
      'text,违规,scenario\n爱买不买,是,price-drop\n马上帮您查,否,nonsense\n在的,,\n',
    );
    expect(messages.map(({ verdict, scenario }) => [verdict, scenario])).toEqual([
      ['offence', 'price-drop'],
      ['fine', null],
      [null, null],
    ]);
    expect(amountsOf(messages)).toEqual({ count: 3, agents: 3, judged: 2 });
  });

  it('puts names that nobody knows on the side of which nobody is known', async () => {
    const { mapping } = await read('chats.csv', 'from,text\nMia,Hi\nbuyer,Hello\nJo,Hi\n');
    expect(mapping?.agents.toSorted()).toEqual(['Jo', 'Mia']);
  });

  it('is masked before anything else', async () => {
    const { sheet, mapping } = await read('chats.csv', 'text\n打我电话 13812345678\n');
    const { messages } = messagesFrom(sheet!, mapping!, { mask: maskText });
    expect(messages[0]?.text).toBe('打我电话 [PHONE]');
  });

  it('counts the rows that say nothing', async () => {
    const { sheet, mapping } = await read('chats.csv', 'text,who\nHi,agent\n,agent\n,customer\n');
    expect(messagesFrom(sheet!, mapping!, { mask: plain }).empty).toBe(2);
  });

  it('names what stands in a column, the most frequent first', async () => {
    const { sheet } = await read('chats.csv', 'text,who\na,x\nb,y\nc,y\n');
    expect(valuesIn(sheet!, true, 1)).toEqual(['y', 'x']);
  });
});

describe('a bad file', () => {
  it.each([
    ['another kind', 'chats.pdf', '%PDF-1', /not read here/, 1],
    ['a line that is no JSON', 'chats.jsonl', '{"text":"a"}\n{"text":\n', /no JSON object/, 2],
    ['a picture', 'chats.txt', '\u0000\u0001\u0002', /not text/, 1],
    [
      'a very long text',
      'chats.jsonl',
      `{"text":"a"}\n{"text":"${'b'.repeat(40_000)}"}\n`,
      /40,000 characters/,
      2,
    ],
  ])('%s is named with file, row and what to do', async (_, name, text, message, line) => {
    const { problems } = await read(name, text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: name, line, message: expect.stringMatching(message) });
    expect(problems[0]?.fix).not.toBe('');
  });

  it('that complains at every line is not read to its end', async () => {
    const { problems, sheet } = await read('chats.jsonl', 'x\n'.repeat(5000));
    expect(problems).toHaveLength(20);
    expect(sheet).toBeUndefined();
  });

  it('cannot reach what every object has', async () => {
    const { messages } = await read(
      'chats.jsonl',
      '{"__proto__":{"text":"x"},"text":"Hi"}\n{"constructor":"y","text":"Ho"}\n',
    );
    expect(messages.map((it) => it.text)).toEqual(['Hi', 'Ho']);
    expect(({} as { text?: string }).text).toBeUndefined();
  });

  it('throws nothing, whatever it is', async () => {
    const files = fc.tuple(fc.string({ maxLength: 400 }), fc.constantFrom('a.txt', 'a.jsonl', 'a.csv'));
    await fc.assert(
      fc.asyncProperty(files, async ([text, name]) => {
        const { tables } = await readChats({ name, bytes: bytes(text) });
        for (const sheet of tables) messagesFrom(sheet, guessMapping(sheet), { mask: plain });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a search among messages', () => {
  const messages = ['没办法', '有办法', '您没办法吗', 'hello'].map((text) => ({ text, scenario: null }));

  it('finds each rule by itself, with its words', () => {
    const search = searchHits(
      [
        { id: 'a', flag: ['没办法'] },
        { id: 'b', flag: ['办法'], notAfter: ['没'] },
      ],
      {},
    );
    search.run(messages, 0, messages.length);
    expect(search.found).toEqual([
      {
        count: 2,
        hits: [
          { message: 0, text: '没办法', spans: [{ start: 0, end: 3 }] },
          { message: 2, text: '您没办法吗', spans: [{ start: 1, end: 4 }] },
        ],
      },
      { count: 1, hits: [{ message: 1, text: '有办法', spans: [{ start: 1, end: 3 }] }] },
    ]);
  });

  it('counts on after it has enough to show', () => {
    const search = searchHits([{ id: 'a', flag: ['没办法'] }], {}, 1);
    search.run(messages, 0, messages.length);
    expect([search.found[0]?.count, search.found[0]?.hits.length]).toEqual([2, 1]);
  });

  it('keeps to the scenarios of the rule', () => {
    const search = searchHits([{ id: 'a', flag: ['没办法'], notIn: ['price-drop'] }], {});
    search.run(
      [
        { text: '没办法', scenario: 'price-drop' },
        { text: '没办法', scenario: 'damaged' },
      ],
      0,
      2,
    );
    expect(search.found[0]?.hits.map((it) => it.message)).toEqual([1]);
  });

  it('of a rule that cannot be read finds nothing', () => {
    const search = searchHits([{ id: 'a', flag: ['(没'] }], {});
    search.run(messages, 0, messages.length);
    expect(search.found).toEqual([{ count: 0, hits: [] }]);
  });
});
