import type { PanelShelf } from '@/components/agent';
import { type Book, bookSchema } from '@/lib/phrasebook';
import type { ConsoleFlag, ConsoleSnapshot } from '@/lib/rpc';

const script = (id: string, text: string, move: string[], more: object = {}) => ({
  id,
  scenario: ['price-drop'],
  move,
  text,
  tone: 'neutral',
  ...more,
});

export const book: Book = bookSchema.parse({
  id: 'shop',
  name: 'Shop',
  language: 'en',
  version: 1,
  license: 'Apache-2.0',
  scenarios: [
    {
      id: 'price-drop',
      title: 'Price dropped',
      cues: ['price'],
      steps: ['Work out the difference', 'Offer a choice'],
      ask: ['What was paid?'],
    },
  ],
  scripts: [
    script('price-drop/apology', 'I am sorry, the price dropped too soon.', ['apology']),
    script('price-drop/thanks', 'Thank you for asking me directly.', ['thanks'], { keys: ['grateful'] }),
    script('price-drop/remedy', 'I can refund {difference} for your {product}.', ['remedy'], {
      remedy: 'refund',
    }),
    script('price-drop/gift', 'I will add a small gift.', ['remedy'], { remedy: 'gift' }),
  ],
  remedies: [
    { id: 'refund', kind: 'refund-difference', title: 'Refund', authority: 'supervisor' },
    { id: 'gift', kind: 'gift', title: 'Gift', authority: 'agent' },
  ],
  variables: [
    { id: 'product', label: 'Product', type: 'text', example: 'trousers' },
    { id: 'paid', label: 'Paid', type: 'money', example: '168' },
    { id: 'now', label: 'Price now', type: 'money', example: '79' },
    { id: 'count', label: 'Pieces', type: 'number', default: '1', example: '2' },
    { id: 'difference', label: 'Difference', type: 'money', derive: 'paid - now * count', example: '10' },
  ],
});

export const shelf = (more: Partial<PanelShelf> = {}): PanelShelf => ({
  books: [book],
  uses: new Map(),
  authority: 'agent',
  ...more,
});

export const flag = (more: Partial<ConsoleFlag> = {}): ConsoleFlag => ({
  rule: 'burden/reorder',
  category: 'burden',
  severity: 'high',
  start: 0,
  end: 12,
  text: 'order it again',
  why: 'One trip becomes three.',
  instead: ['I will refund the difference.', 'You decide.'],
  language: 'en',
  by: 'rule',
  ...more,
});

export const snapshot = (more: Partial<ConsoleSnapshot> = {}): ConsoleSnapshot => ({
  frame: 'frame',
  seq: 7,
  state: 'on',
  site: 'desk.example.com',
  composer: { kind: 'text-control', focused: true, composing: false, focusedAt: 1 },
  draft: 'Please order it again.',
  selected: '',
  language: 'en',
  market: null,
  flags: [],
  notices: [],
  moves: [],
  movesSaid: [],
  scenarios: [
    { id: 'price-drop', score: 0.72, evidence: [{ message: 0, start: 0, end: 9, text: 'price now' }] },
    { id: 'late-shipping', score: 0.2, evidence: [] },
    { id: 'other', score: 0.04, evidence: [] },
  ],
  corrected: null,
  conversation: { customer: ['the price now is 79'], agent: [] },
  held: null,
  memory: { values: {}, done: [], fault: null, tone: null },
  beside: [],
  undoable: 0,
  ...more,
});
