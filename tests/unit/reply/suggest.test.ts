import { describe, expect, it } from 'vitest';
import { MOVES, type MoveId, type ScenarioId, type Script } from '@/lib/phrasebook';
import { type ScriptShelf, type SuggestionWish, suggestScripts } from '@/lib/reply';

const script = (id: string, scenario: ScenarioId[], move: MoveId[], more: Partial<Script> = {}): Script => ({
  id,
  scenario,
  move,
  text: id,
  tone: 'neutral',
  fault: 'any',
  ...more,
});

const SHELF: ScriptShelf = {
  id: 'shop',
  language: 'en',
  scripts: [
    ...MOVES.map((move) => script(`damaged/${move}`, ['damaged'], [move])),
    script('damaged/apology-warm', ['damaged'], ['apology'], { tone: 'warm' }),
    script('damaged/apology-carrier', ['damaged'], ['apology'], { fault: 'carrier' }),
    script('damaged/remedy-tw', ['damaged'], ['remedy'], { markets: ['tw'] }),
    script('late/apology', ['late-shipping'], ['apology']),
    script('general/thanks', ['other'], ['thanks']),
    script('all/apology', ['damaged', 'late-shipping', 'other'], ['apology']),
  ],
};
const CHINESE: ScriptShelf = {
  id: 'zh',
  language: 'zh-Hans',
  scripts: [script('zh/apology', ['damaged'], ['apology'])],
};

const ids = (wish: Partial<SuggestionWish>): string[] =>
  suggestScripts([SHELF, CHINESE], {
    scenarios: [{ id: 'damaged', score: 0.8 }],
    moves: [],
    language: 'en',
    ...wish,
  }).map((it) => it.script.id);

describe('suggesting scripts', () => {
  it('offers one for each missing move, in the order of a good reply', () => {
    const suggestions = suggestScripts([SHELF], {
      scenarios: [{ id: 'damaged', score: 0.8 }],
      moves: [],
      language: 'en',
    });
    expect(suggestions.map((it) => it.move)).toEqual([...MOVES]);
  });

  it('prefers a script for what happened to one for anything, whatever they are called', () => {
    expect(ids({})[2]).toBe('damaged/apology');
    expect(ids({ scenarios: [{ id: 'other', score: 1 }] })).toEqual(['all/apology', 'general/thanks']);
  });

  it('leaves out what the draft says already, as long as something is missing', () => {
    expect(ids({ moves: ['acknowledge', 'empathy', 'apology'], limit: 2 })).toEqual([
      'damaged/thanks',
      'damaged/ownership',
    ]);
  });

  it('comes back to moves already made only when nothing is missing', () => {
    const all = ids({ moves: [...MOVES], limit: 3 });
    expect(all).toEqual(['damaged/acknowledge', 'damaged/empathy', 'damaged/apology']);
  });

  it.each<{ what: string; wish: Partial<SuggestionWish>; first: string }>([
    { what: 'the tone asked for', wish: { tone: 'warm' }, first: 'damaged/apology-warm' },
    { what: 'the fault asked for', wish: { fault: 'carrier' }, first: 'damaged/apology-carrier' },
    {
      what: 'a script used often',
      wish: { usage: new Map([['damaged/apology-warm', 5]]) },
      first: 'damaged/apology-warm',
    },
    {
      what: 'the likelier scenario',
      wish: {
        scenarios: [
          { id: 'late-shipping', score: 0.5 },
          { id: 'damaged', score: 0.5 },
        ],
      },
      first: 'late/apology',
    },
    { what: 'the language of the draft', wish: { language: 'zh-Hans' }, first: 'zh/apology' },
  ])('prefers $what', ({ wish, first }) => {
    const apologies = suggestScripts([SHELF, CHINESE], {
      scenarios: [{ id: 'damaged', score: 0.8 }],
      moves: [],
      language: 'en',
      ...wish,
    }).filter((it) => it.move === 'apology');
    expect(apologies[0]?.script.id).toBe(first);
  });

  it('keeps scripts of another market out, and takes all where the market is unknown', () => {
    expect(ids({ market: 'cn', limit: 99 })).not.toContain('damaged/remedy-tw');
    expect(ids({ market: 'tw', limit: 99 })).toContain('damaged/remedy-tw');
    expect(ids({ limit: 99 })).toContain('damaged/remedy-tw');
  });

  it('falls back on general scripts where nothing is known of the conversation', () => {
    expect(ids({ scenarios: [] })).toEqual(['all/apology', 'general/thanks']);
  });

  it.each<{ what: string; said: string[]; apologies: number }>([
    { what: 'nothing', said: [], apologies: 2 },
    { what: 'the same words', said: ['抱歉，图片是我们放错了，这是我们的错。'], apologies: 1 },
    { what: 'nearly the same words', said: ['實在抱歉！這張圖片是我們放錯了～是我們的錯'], apologies: 1 },
    { what: 'something else', said: ['好的，我来看看您的订单，马上回复您。'], apologies: 2 },
  ])('does not offer again what was said before: $what', ({ said, apologies }) => {
    const shelf: ScriptShelf = {
      id: 'zh',
      language: 'zh-Hans',
      scripts: [
        script('a', ['damaged'], ['apology'], { text: '抱歉，图片是我们放错了，这是我们的错。' }),
        script('b', ['damaged'], ['apology'], { text: '{product}让您失望了，对不起，我来负责到底。' }),
      ],
    };
    const found = suggestScripts([shelf], {
      scenarios: [{ id: 'damaged', score: 1 }],
      moves: [],
      language: 'zh-Hans',
      said,
    });
    expect(found).toHaveLength(apologies);
    expect(found.at(-1)?.script.id).toBe('b');
  });

  it('asks for no second apology in one conversation, other moves may come again', () => {
    const again = ids({ movesSaid: ['apology', 'thanks'], limit: 4 });
    expect(again).toEqual(['damaged/acknowledge', 'damaged/empathy', 'damaged/thanks', 'damaged/ownership']);
  });

  it('puts back what was inserted and taken out again', () => {
    const apologies = suggestScripts([SHELF], {
      scenarios: [{ id: 'damaged', score: 0.8 }],
      moves: MOVES.filter((it) => it !== 'apology'),
      language: 'en',
      usage: new Map([['damaged/apology', 3]]),
      removed: new Map([['damaged/apology', 3]]),
      limit: 3,
    });
    expect(apologies.map((it) => it.script.id)).toEqual([
      'damaged/apology-carrier',
      'damaged/apology-warm',
      'damaged/apology',
    ]);
    expect(apologies[2]?.reason).toContainEqual({ kind: 'removed', times: 3 });
  });

  it('says why', () => {
    const [first] = suggestScripts([SHELF], {
      scenarios: [{ id: 'damaged', score: 0.8 }],
      moves: ['acknowledge', 'empathy'],
      language: 'en',
      tone: 'warm',
    });
    expect(first).toMatchObject({
      book: 'shop',
      move: 'apology',
      text: 'damaged/apology-warm',
      reason: [
        { kind: 'missing-move', move: 'apology' },
        { kind: 'scenario', scenario: 'damaged', score: 0.8 },
        { kind: 'tone', tone: 'warm' },
      ],
    });
  });
});
