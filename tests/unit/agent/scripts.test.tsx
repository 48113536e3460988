// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { type Check, Panel, type PanelShelf } from '@/components/agent';
import { createToaster } from '@/components/ui';
import type { ConsoleIntent, ConsoleSnapshot, IntentAnswer } from '@/lib/rpc';
import { allByRole, byRole, click, press, stage, type } from '../ui/stage';
import { book, flag, shelf, snapshot } from './fixtures';

function scripts(
  options: { shelf?: Partial<PanelShelf>; snapshot?: Partial<ConsoleSnapshot>; answer?: IntentAnswer } = {},
) {
  const sent: ConsoleIntent[] = [];
  const copied: string[] = [];
  const view = (now: ConsoleSnapshot) => (
    <Panel
      site={{ kind: 'on', name: 'desk.example.com' }}
      snapshot={now}
      shelf={shelf(options.shelf)}
      check={signal<Check | null>(null)}
      onCheckNeeded={() => undefined}
      storeTrouble={null}
      keepsCorrections
      toaster={createToaster(new AbortController().signal)}
      send={async (intent) => {
        sent.push(intent);
        return options.answer ?? { ok: true };
      }}
      copy={async (text) => {
        copied.push(text);
        return true;
      }}
    />
  );
  const root = stage(view(snapshot(options.snapshot)));
  const cards = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.scripts > li')];
  const card = (words: string): HTMLElement => {
    const found = cards().filter((it) => it.textContent?.includes(words));
    if (found.length !== 1) throw new Error(`${found.length} cards with “${words}”`);
    return found[0]!;
  };
  return {
    root,
    sent,
    inserted: () => sent.filter((it) => it.type === 'insert'),
    copied,
    cards,
    card,
    show: (now: Partial<ConsoleSnapshot>) => stage(view(snapshot(now)), root),
  };
}

const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

describe('a script without blanks', () => {
  it('is inserted at the caret with one press', async () => {
    const { card, sent, root } = scripts();
    click(byRole(card('I am sorry'), 'button', 'Insert'));
    await settle();
    expect(sent).toEqual([
      {
        type: 'insert',
        text: 'I am sorry, the price dropped too soon.',
        where: 'caret',
        script: 'price-drop/apology',
      },
    ]);
    expect(byRole(root, 'status', 'Notices').textContent).toContain('Inserted');
  });

  it.each([
    ['no-composer', 'Click into the box', true],
    ['not-inserted', 'did not take the text', true],
    ['moved', 'The cursor moved', true],
    ['gone', 'does not answer', true],
    ['composing', 'input method', false],
    ['blank-left', 'blank is still empty', false],
  ] as const)(
    'that could not be inserted (%s) says so, and offers a copy where that helps',
    async (reason, words, copy) => {
      const { card, copied } = scripts({ answer: { ok: false, reason } });
      click(byRole(card('I am sorry'), 'button', 'Insert'));
      await settle();
      expect(card('I am sorry').textContent).toContain(words);
      const buttons = allByRole(card('I am sorry'), 'button', 'Copy it instead');
      expect(buttons).toHaveLength(copy ? 1 : 0);
      if (buttons[0]) click(buttons[0]);
      expect(copied).toEqual(copy ? ['I am sorry, the price dropped too soon.'] : []);
    },
  );
});

describe('a script with blanks', () => {
  const open = (it: ReturnType<typeof scripts>): HTMLElement => {
    click(byRole(it.card('I can refund'), 'button', 'Fill in'));
    return it.card('I can refund');
  };

  it('asks for what is needed, the derived one by what it is worked out from', () => {
    const card = open(scripts());
    expect(
      allByRole(card, 'textbox').map((it) => document.querySelector(`label[for="${it.id}"]`)?.textContent),
    ).toEqual(['Paidrequired', 'Price nowrequired', 'Piecesrequired', 'Productrequired']);
  });

  it('starts where the first blank is', () => {
    const card = open(scripts());
    expect(document.activeElement).toBe(allByRole(card, 'textbox')[0]);
  });

  it('is never inserted with an empty blank: the first one is led to', () => {
    const it = scripts();
    const card = open(it);
    type(byRole(card, 'textbox', /^Paid/), '168');
    click(byRole(card, 'button', 'Insert'));
    expect(it.inserted()).toEqual([]);
    expect(document.activeElement).toBe(byRole(card, 'textbox', /^Price now/));
    expect(allByRole(card, 'alert').map((alert) => alert.textContent)).toEqual([
      'Fill this in: a customer must never see an empty blank.',
      'Fill this in: a customer must never see an empty blank.',
    ]);
  });

  it('shows how it will read and is inserted whole', async () => {
    const it = scripts();
    const card = open(it);
    type(byRole(card, 'textbox', /^Paid/), '168');
    type(byRole(card, 'textbox', /^Price now/), '79');
    type(byRole(card, 'textbox', /^Pieces/), '2');
    type(byRole(card, 'textbox', /^Product/), 'trousers');
    expect(card.querySelector('.script-text')?.textContent).toBe('I can refund 10 for your trousers.');
    click(byRole(card, 'button', 'Insert'));
    await settle();
    expect(it.inserted()).toEqual([
      {
        type: 'insert',
        text: 'I can refund 10 for your trousers.',
        where: 'caret',
        script: 'price-drop/remedy',
      },
    ]);
    expect(it.card('I can refund').querySelector('form')).toBeNull();
  });

  it('remembers values while the conversation lasts, and forgets them with it', () => {
    const it = scripts();
    type(byRole(open(it), 'textbox', /^Product/), 'trousers');
    it.show({ seq: 8, conversation: { customer: ['the price now is 79', 'hello?'], agent: [] } });
    expect(it.card('I can refund').querySelector('.script-text')?.textContent).toContain('trousers');
    it.show({ seq: 9, conversation: { customer: ['somebody else'], agent: [] } });
    expect(it.card('I can refund').textContent).not.toContain('trousers');
  });

  it('has the console remember what was typed', () => {
    const it = scripts();
    type(byRole(open(it), 'textbox', /^Product/), 'trousers');
    expect(it.sent.at(-1)).toEqual({ type: 'remember', memory: { values: { product: 'trousers' } } });
  });

  it('takes what the conversation says for sure, says so, and lets it be changed', () => {
    const conversation = {
      customer: ['I paid $168 and now it is $79. I bought two pairs of trousers.'],
      agent: [],
    };
    const it = scripts({ snapshot: { conversation } });
    const card = open(it);
    expect(card.querySelector('.script-text')?.textContent).toBe('I can refund $10 for your Product.');
    expect(
      allByRole(card, 'textbox').map((field) => [
        document.querySelector(`label[for="${field.id}"]`)?.textContent,
        (field as HTMLInputElement).value,
      ]),
    ).toEqual([
      ['Paidfrom the chat', '$168'],
      ['Price nowfrom the chat', '$79'],
      ['Piecesfrom the chat', '2'],
      ['Productrequired', ''],
    ]);
    type(byRole(card, 'textbox', /^Paid/), '170');
    expect(document.querySelector(`label[for="${byRole(card, 'textbox', /^Paid/).id}"]`)?.textContent).toBe(
      'Paidrequired',
    );
  });

  it('offers what the conversation says perhaps', () => {
    const conversation = { customer: ['I bought the wooden puzzle yesterday'], agent: [] };
    const it = scripts({ snapshot: { conversation } });
    const card = open(it);
    click(byRole(card, 'button', 'Use “wooden puzzle” from the chat'));
    expect((byRole(card, 'textbox', /^Product/) as HTMLInputElement).value).toBe('wooden puzzle');
  });

  it('is not inserted with words where a number belongs', () => {
    const it = scripts({
      snapshot: {
        memory: { values: { paid: 'much', now: '79', product: 'x' }, done: [], fault: null, tone: null },
      },
    });
    const card = open(it);
    click(byRole(card, 'button', 'Insert'));
    expect(it.inserted()).toEqual([]);
    expect(allByRole(card, 'alert').map((alert) => alert.textContent)).toEqual(['Write a number.']);
  });

  it('is left by Esc, but not while an input method composes', () => {
    const it = scripts();
    const input = allByRole(open(it), 'textbox')[0]!;
    press(input, 'Escape', { isComposing: true });
    expect(it.card('I can refund').querySelector('form')).not.toBeNull();
    press(input, 'Escape');
    expect(it.card('I can refund').querySelector('form')).toBeNull();
  });
});

describe('ways to insert', () => {
  const two = 'Thank you. I will see to it.';
  const personal = [
    {
      id: 'own/two',
      language: 'en' as const,
      text: two,
      move: ['thanks' as const],
      scenario: ['price-drop' as const],
      keys: [],
      opening: false,
      savedAt: 1,
    },
  ];

  it('only one sentence of it', async () => {
    const it = scripts({ shelf: { personal } });
    click(byRole(it.card('see to it'), 'button', 'I will see to it.'));
    await settle();
    expect(it.inserted()).toEqual([
      { type: 'insert', text: 'I will see to it.', where: 'caret', script: 'own/two' },
    ]);
  });

  it('over the flagged words, where there are some', async () => {
    const it = scripts({ shelf: { personal }, snapshot: { flags: [flag()] } });
    click(byRole(it.card('see to it'), 'button', 'Over the flagged words'));
    await settle();
    expect(it.inserted()).toEqual([{ type: 'insert', text: two, where: 'flagged', script: 'own/two' }]);
  });

  it('has the agent’s own sentences marked as theirs', () => {
    expect(scripts({ shelf: { personal } }).card('see to it').textContent).toContain('yours');
  });
});

describe('what a script gives away', () => {
  it.each([
    ['agent', 'I can refund', 'needs a supervisor'],
    ['supervisor', 'I can refund', 'within your authority'],
  ] as const)('beside an %s: “%s” %s', (authority, words, expected) => {
    const it = scripts({ shelf: { authority } });
    expect(it.card(words).textContent).toContain(expected);
  });
  it('is not spoken of where it gives nothing', () => {
    expect(scripts().card('I am sorry').textContent).not.toContain('authority');
  });
});

describe('the order', () => {
  it('goes by what is missing in a good reply, and says why', () => {
    const it = scripts();
    expect(it.cards()[0]?.textContent).toContain('I am sorry');
    const insert = byRole(it.cards()[0]!, 'button', 'Insert');
    const why = document.getElementById(insert.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('For: Price dropped · missing: Apology');
  });
  it('leaves out what was said', () => {
    const it = scripts({ snapshot: { moves: ['apology'] } });
    expect(it.cards()[0]?.textContent).toContain('Thank you');
  });
  it('counts how often it was used', () => {
    const it = scripts({ shelf: { uses: new Map([['price-drop/gift', 12]]) } });
    expect(it.card('small gift').textContent).toContain('used 12 times');
    expect(it.cards().findIndex((card) => card.textContent?.includes('small gift'))).toBeLessThan(
      it.cards().findIndex((card) => card.textContent?.includes('I can refund')),
    );
  });
});

describe('a long list', () => {
  const six = (): Partial<PanelShelf> => ({
    books: [
      {
        ...book,
        scripts: Array.from({ length: 6 }, (_, index) => ({
          ...book.scripts[0]!,
          id: `many/${index}`,
          text: `Sorry, ${index}.`,
        })),
      },
    ],
  });

  it('shows the best few, the rest with one click, and folds again', () => {
    const { root, cards } = scripts({ shelf: six() });
    expect(cards()).toHaveLength(4);
    const more = byRole(root, 'button', '2 more');
    click(more);
    expect(cards()).toHaveLength(6);
    expect(document.contains(more)).toBe(true);
    click(byRole(root, 'button', 'Fewer'));
    expect(cards()).toHaveLength(4);
  });

  it('of what was searched for shows more at once', () => {
    const it = scripts({ shelf: six() });
    type(byRole(it.root, 'textbox', 'Search scripts'), 'sorry');
    expect(it.cards()).toHaveLength(6);
  });
});

describe('the search box', () => {
  const search = (it: ReturnType<typeof scripts>, query: string) =>
    type(byRole(it.root, 'textbox', 'Search scripts'), query);

  it.each([
    ['gift', ['I will add a small gift.']],
    ['GRATEFUL', ['Thank you for asking me directly.']],
    ['sorry price', ['I am sorry, the price dropped too soon.']],
    ['nothing like it', []],
  ])('finds by words: %s', (query, expected) => {
    const it = scripts();
    search(it, query);
    expect(it.cards().map((card) => card.querySelector('.script-text')?.textContent)).toEqual(expected);
    if (expected.length === 0) expect(it.root.textContent).toContain('No script has these words.');
  });

  it('says how many it found, and Esc empties it', () => {
    const it = scripts();
    search(it, 'gift');
    expect(allByRole(it.root, 'status').map((status) => status.textContent)).toContain('1 script');
    press(byRole(it.root, 'textbox', 'Search scripts'), 'Escape');
    expect(it.cards().length).toBeGreaterThan(1);
  });
});
