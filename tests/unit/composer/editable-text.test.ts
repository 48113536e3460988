// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type FlowOf, readEditable } from '@/lib/composer';

const BLOCKS = new Set(['div', 'p', 'li', 'ul', 'ol', 'pre', 'blockquote', 'h1']);
const flowOf: FlowOf = (element) => {
  if (element.hasAttribute('data-hidden')) return 'hidden';
  return BLOCKS.has(element.localName) ? 'block' : 'inline';
};

/** Builds an editor from a small tree: a string is a text node, an array an element with children. */
type Tree = string | Branch;
interface Branch extends ReadonlyArray<Tree> {
  readonly 0: string;
}
function build(...children: readonly Tree[]): HTMLElement {
  const make = (tree: Tree): Node => {
    if (typeof tree === 'string') return document.createTextNode(tree);
    const tag = tree[0];
    const inner = tree.slice(1);
    const element = document.createElement(tag.replace('!', ''));
    if (tag.endsWith('!')) element.setAttribute('data-hidden', '');
    element.append(...inner.map(make));
    return element;
  };
  const root = document.createElement('div');
  root.style.whiteSpace = 'pre-wrap';
  root.append(...children.map(make));
  document.body.replaceChildren(root);
  return root;
}

const BR: Tree = ['br'];

describe('the text of a contenteditable', () => {
  it.each<[string, readonly Tree[], string]>([
    ['nothing', [], ''],
    ['plain text', ['您好'], '您好'],
    ['text and a trailing filler br', ['您好', BR], '您好'],
    ['two lines by br', ['一', BR, '二'], '一\n二'],
    ['an empty last line by two brs', ['一', BR, BR], '一\n'],
    [
      'blocks as ProseMirror, Quill and Draft have them',
      [
        ['p', '一'],
        ['p', '二'],
      ],
      '一\n二',
    ],
    [
      'an empty block in the middle',
      [
        ['p', '一'],
        ['p', BR],
        ['p', '二'],
      ],
      '一\n\n二',
    ],
    [
      'an empty last block',
      [
        ['p', '一'],
        ['p', BR],
      ],
      '一\n',
    ],
    ['text before the first block', ['一', ['div', '二'], ['div', '三']], '一\n二\n三'],
    [
      'nested blocks make one line end',
      [
        ['div', ['div', ['p', '一']]],
        ['div', ['div', ['p', '二']]],
      ],
      '一\n二',
    ],
    [
      'a list',
      [
        ['ul', ['li', '一'], ['li', '二']],
        ['p', '三'],
      ],
      '一\n二\n三',
    ],
    [
      'words split over inline elements',
      [['p', ['span', '多拿'], ['strong', '了两'], ['span', '样']]],
      '多拿了两样',
    ],
    [
      'a Slate empty line',
      [
        ['p', ['span', '\ufeff', BR]],
        ['p', ['span', '二']],
      ],
      '\n二',
    ],
    ['a Lexical soft break', [['p', ['span', '一'], BR, ['span', '二']]], '一\n二'],
    ['zero-width fillers', [['p', '\u2060\u2060多\u200b拿\ufeff']], '多拿'],
    ['no-break spaces', [['p', 'you\u00a0got\u00a0extra']], 'you got extra'],
    ['an emoji joined by a joiner', [['p', '👩\u200d👧']], '👩\u200d👧'],
    ['a placeholder', [['p', ['span!', 'Type here'], '一']], '一'],
  ])('%s', (_name, tree, text) => {
    expect(readEditable(build(...tree), flowOf).text).toBe(text);
  });

  it('leaves out white space between blocks where the page collapses it', () => {
    const root = build(['p', '一'], '\n    ', ['p', '二'], '\n');
    root.style.whiteSpace = 'normal';
    expect(readEditable(root, flowOf).text).toBe('一\n二');
  });
});

describe('offsets and DOM positions', () => {
  it.each<[string, readonly Tree[]]>([
    ['one text node', ['您已经多拿了两样了']],
    ['inline elements', [['p', ['span', '多拿'], ['strong', '了两'], ['span', '样']]]],
    [
      'lines',
      [
        ['p', '一二'],
        ['p', BR],
        ['p', '三四'],
      ],
    ],
    ['soft breaks', ['一二', BR, '三四', BR, BR, '五']],
    [
      'fillers',
      [
        ['p', '\ufeff一\u200b二\ufeff'],
        ['p', '\ufeff三'],
      ],
    ],
    [
      'an empty last line',
      [
        ['p', '一'],
        ['p', BR],
      ],
    ],
  ])('go round trip: %s', (_name, tree) => {
    const root = build(...tree);
    const read = readEditable(root, flowOf);
    for (let offset = 0; offset <= read.text.length; offset++) {
      for (const side of ['before', 'after'] as const) {
        const position = read.positionAt(offset, side);
        expect(position, `offset ${offset} ${side}`).not.toBeNull();
        expect(read.offsetAt(position!.node, position!.index), `offset ${offset} ${side}`).toBe(offset);
      }
    }
  });

  it('a span that starts a line begins in that line, one that ends a run ends in that run', () => {
    const root = build(['p', ['span', '多拿'], ['strong', '了']], ['p', '二']);
    const read = readEditable(root, flowOf);
    const [bold, second] = [root.querySelector('strong')!.firstChild, root.children[1]!.firstChild];
    const first = root.querySelector('span')!.firstChild;
    expect(read.positionAt(4, 'before')).toEqual({ node: second, index: 0 });
    expect(read.positionAt(2, 'before')).toEqual({ node: bold, index: 0 });
    expect(read.positionAt(2, 'after')).toEqual({ node: first, index: 2 });
  });

  it.each<[string, (root: HTMLElement) => [Node, number], number | null]>([
    ['the end of the first block', (root) => [root.children[0]!, 1], 2],
    ['the start of the second block', (root) => [root.children[1]!, 0], 3],
    ['between the blocks, in the editor', (root) => [root, 1], 3],
    ['the very end of the editor', (root) => [root, 2], 5],
    ['a place outside the editor', (root) => [root.parentNode!, 0], null],
  ])('reads element positions: %s', (_name, at, offset) => {
    const root = build(['p', '一二'], ['p', '三四']);
    const [node, index] = at(root);
    expect(readEditable(root, flowOf).offsetAt(node, index)).toBe(offset);
  });

  it('puts the caret of an empty editor into its innermost block', () => {
    const root = build(['div', ['p']]);
    expect(readEditable(root, flowOf).positionAt(0, 'after')).toEqual({
      node: root.querySelector('p'),
      index: 0,
    });
  });
});
