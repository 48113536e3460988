import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileBook, toRuntime } from '@/lib/phrasebook/runtime';
import {
  createReplyReader,
  type Dialogue,
  grade,
  hurts,
  loadPracticeCase,
  type PracticeCase,
  reply,
  startDialogue,
} from '@/lib/practice';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';

/** The played customers against the built-in phrasebooks: what the data promises must come true together. */
const books = openEngine(builtInPaths(), false).books.map((book) => compileBook(toRuntime(book)));
const folder = fileURLToPath(new URL('../../../phrasebooks/practice', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => loadPracticeCase(name, readFileSync(`${folder}/${name}`, 'utf8')))
  .flatMap((loaded): [string, PracticeCase][] => (loaded.ok ? [[loaded.played.id, loaded.played]] : []));

function say(played: PracticeCase, before: Dialogue, text: string): Dialogue {
  const said = (by: 'customer' | 'agent') =>
    before.lines.filter((line) => line.by === by).map((line) => line.text);
  const { read } = createReplyReader(played, books);
  return reply(played, before, text, read(text, { customer: said('customer'), agent: said('agent') }));
}

describe.each(cases)('%s', (_id, played) => {
  it.each(Object.entries(played.nodes))('suggests nothing that hurts: %s', (_node, { better }) => {
    const { read } = createReplyReader(played, books);
    const { flags } = read(better, { customer: played.opens, agent: [] });
    expect(flags.filter(hurts).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([]);
  });

  it.each(Object.keys(played.nodes))('is won from %s by the replies it calls better', (start) => {
    let dialogue: Dialogue = { ...startDialogue(played), node: start };
    for (let turn = 0; turn < 5 && !dialogue.ending; turn++) {
      dialogue = say(played, dialogue, played.nodes[dialogue.node]!.better);
    }
    expect({
      ending: dialogue.ending,
      way: dialogue.lines.filter((line) => line.by === 'customer').map((line) => line.text),
    }).toMatchObject({ ending: 'settled' });
  });

  it('is graded 90 or more for the best way through', () => {
    let dialogue = startDialogue(played);
    for (let turn = 0; turn < 5 && !dialogue.ending; turn++) {
      dialogue = say(played, dialogue, played.nodes[dialogue.node]!.better);
    }
    const { score, reasons } = grade(played, dialogue);
    expect({ score, reasons }).toMatchObject({ score: expect.toSatisfy((it: number) => it >= 90) });
  });

  it('leaves one who says nothing', () => {
    let dialogue = startDialogue(played);
    for (let turn = 0; turn < 12 && !dialogue.ending; turn++) dialogue = say(played, dialogue, '…');
    expect(dialogue.ending).toBe('left');
    expect(grade(played, dialogue).score).toBeLessThan(60);
  });
});

/** What was really said in the source cases, or nearly so, and how the customer took it. */
const TOLD: readonly [string, string, string[]][] = [
  ['puzzle-zh-hans', '而且这个礼包原来三样，现在给您五样了', ['got-extra']],
  ['price-zh-hans', '这个很麻烦的，要往上申请', ['brush-off']],
  ['price-zh-hans', '要不您先拒收，再下一单吧', ['burden']],
  ['puzzle-zh-hant', '而且這個禮盒原來三樣，現在給您五樣了', ['got-extra']],
  ['price-zh-hant', '這個很麻煩，要往上申請', ['brush-off']],
  ['price-zh-hant', '要不然您先拒收，再重新下單', ['burden']],
  ['puzzle-en', 'As a mother myself, you should not divide toys into boys’ and girls’', ['blame', 'demean']],
  ['puzzle-en', 'And the set used to have three toys, now you get five', ['got-extra']],
  ['price-en', 'This is a real hassle, it has to be applied for above', ['brush-off']],
  ['puzzle-zh-hans', '选玩具不用分男孩女孩的', ['blame', 'demean']],
  ['puzzle-zh-hans', '这是厂家那边配的，来的时候就是装好的', ['deflect']],
  ['puzzle-zh-hant', '選玩具不用分男生女生的', ['blame', 'demean']],
  ['puzzle-zh-hant', '這是廠商那邊配的，來的時候就是裝好的', ['deflect']],
  ['puzzle-en', 'That is the manufacturer’s doing, the set comes packed', ['deflect']],
  ['price-en', 'Why don’t you refuse the parcel and order again?', ['burden']],
];

describe('the words of the source cases', () => {
  it.each(TOLD)('%s: %s', (id, text, categories) => {
    const played = cases.find(([name]) => name === id)![1];
    const after = say(played, startDialogue(played), text);
    const [agent] = after.lines.filter((line) => line.by === 'agent');
    const met = agent?.by === 'agent' ? agent.reading.flags.filter(hurts).map((it) => it.category) : [];
    expect({ met, hurt: met.some((it) => categories.includes(it)) }).toMatchObject({ hurt: true });
    expect(after.patience).toBeLessThan(played.patience);
  });
});
