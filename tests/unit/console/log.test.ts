// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { findLog, type Layout, readLog, type SiteProfile, type WordLayout } from '@/lib/console';

/** Layout comes from attributes: `data-box="left top right bottom"`, `data-scrolls`. Others inherit their parent's box. */
function boxOf(element: Element): { left: number; top: number; right: number; bottom: number } {
  const written = element.closest('[data-box]')?.getAttribute('data-box') ?? '0 0 600 400';
  const [left = 0, top = 0, right = 0, bottom = 0] = written.split(' ').map(Number);
  return { left, top, right, bottom };
}
const layout: Layout = { boxOf, scrolls: (element) => element.hasAttribute('data-scrolls') };
const words: WordLayout = {
  boxOf,
  wordsOf: boxOf,
  isBlock: (element) => !['span', 'b', 'time', 'a'].includes(element.localName),
  isRightToLeft: () => false,
};

interface Part {
  tag?: string;
  class?: string;
  box?: string;
  more?: Record<string, string>;
  children?: readonly (Part | string)[];
}
function make(part: Part): HTMLElement {
  const element = document.createElement(part.tag ?? 'div');
  if (part.class !== undefined) element.className = part.class;
  if (part.box !== undefined) element.setAttribute('data-box', part.box);
  for (const [name, value] of Object.entries(part.more ?? {})) element.setAttribute(name, value);
  for (const child of part.children ?? []) element.append(typeof child === 'string' ? child : make(child));
  return element;
}
const page = (...parts: Part[]): void => document.body.replaceChildren(...parts.map(make));
const field = (): HTMLElement => document.querySelector('textarea')!;
const COMPOSER: Part = { tag: 'textarea', box: '0 400 600 480' };
const says = (text: string): Part => ({ children: [text] });

beforeEach(() => document.body.replaceChildren());

describe('finding the log beside a composer', () => {
  it.each<[string, readonly Part[], string | null]>([
    ['by its role', [{ class: 'x', more: { role: 'log' }, children: [says('a'), says('b')] }, COMPOSER], 'x'],
    [
      'what scrolls above it',
      [{ class: 'x', more: { 'data-scrolls': '' }, children: [says('a'), says('b')] }, COMPOSER],
      'x',
    ],
    [
      'by what it is called, inside a scrolling panel',
      [
        {
          class: 'panel',
          children: [
            { class: 'message-list', more: { 'data-scrolls': '' }, children: [says('a'), says('b')] },
          ],
        },
        COMPOSER,
      ],
      'message-list',
    ],
    [
      'not a list of conversations in another column',
      [
        {
          class: 'chat-list',
          box: '700 0 900 480',
          more: { 'data-scrolls': '' },
          children: [says('Lin'), says('Wang')],
        },
        COMPOSER,
      ],
      null,
    ],
    ['not an empty box', [{ class: 'chat', more: { 'data-scrolls': '' } }, COMPOSER], null],
    ['nothing there', [COMPOSER], null],
  ])('%s', (_name, parts, found) => {
    page(...parts);
    expect(findLog(field(), null, layout)?.className ?? null).toBe(found);
  });

  it('takes the nearest one where a page has two chats', () => {
    const chat = (name: string, composer: Part): Part => ({
      children: [{ class: name, more: { role: 'log' }, children: [says('a'), says('b')] }, composer],
    });
    page(chat('other', { ...COMPOSER, tag: 'input' }), chat('mine', COMPOSER));
    expect(findLog(field(), null, layout)?.className).toBe('mine');
  });

  it('believes a profile before its own eyes, and ignores a broken selector', () => {
    page(
      { class: 'x', more: { role: 'log' }, children: [says('a'), says('b')] },
      { class: 'taught' },
      COMPOSER,
    );
    const profile: SiteProfile = { id: 'p', hosts: ['h'], tested: false, log: '.taught' };
    expect(findLog(field(), profile, layout)?.className).toBe('taught');
    expect(findLog(field(), { ...profile, log: '>>>' }, layout)?.className).toBe('x');
  });
});

const LEFT = '10 0 300 20';
const RIGHT = '300 0 590 20';

describe('reading a log', () => {
  it('reads bubbles by side, without names, times and buttons', () => {
    page({
      class: 'log',
      children: [
        {
          class: 'row',
          children: [
            { class: 'name', children: ['Lin'] },
            { class: 'bubble', box: LEFT, children: ['中午收到的，跟图上不一样'] },
            { tag: 'time', children: ['12:01'] },
          ],
        },
        {
          class: 'row',
          children: [
            { class: 'bubble', box: RIGHT, children: ['您稍等'] },
            { tag: 'button', children: ['撤回'] },
          ],
        },
      ],
    });
    expect(readLog(document.querySelector('.log')!, null, words)).toEqual([
      { speaker: 'customer', text: '中午收到的，跟图上不一样' },
      { speaker: 'agent', text: '您稍等' },
    ]);
  });

  it.each<[string, readonly (Part | string)[], string]>([
    ['inline elements', ['您 ', { tag: 'b', children: ['稍'] }, '等'], '您 稍等'],
    ['line breaks', ['一', { tag: 'br' }, '二'], '一\n二'],
    [
      'paragraphs',
      [
        { tag: 'p', children: ['一'] },
        { tag: 'p', children: ['二'] },
      ],
      '一\n二',
    ],
    ['white space of the source', ['\n   您好\n   '], '您好'],
  ])('joins what one bubble holds: %s', (_name, children, text) => {
    page({
      class: 'log',
      children: [
        { class: 'out', children },
        { class: 'in', children: ['好'] },
      ],
    });
    expect(readLog(document.querySelector('.log')!, null, words)[0]).toEqual({ speaker: 'agent', text });
  });

  it.each([
    ['2026-01-31 12:30', false],
    ['昨天 下午 3:05', false],
    ['12:30 PM', false],
    ['2', true],
    ['昨天', true],
    ['三', true],
    ['30', true],
  ])('tells a time between messages from an answer: %s is a message: %s', (line, message) => {
    page({
      class: 'log',
      children: [
        { class: 'in', children: [line] },
        { class: 'in', children: ['好'] },
      ],
    });
    const texts = readLog(document.querySelector('.log')!, null, words).map(({ text }) => text);
    expect(texts).toEqual(message ? [line, '好'] : ['好']);
  });

  it('reads by the selectors of a profile where there is one', () => {
    page({
      class: 'log',
      children: [
        { class: 'a1', box: RIGHT, children: ['问'] },
        { class: 'b2', box: LEFT, children: ['答'] },
        { children: ['广告'] },
      ],
    });
    const profile: SiteProfile = { id: 'p', hosts: ['h'], tested: false, customer: '.a1', agent: '.b2' };
    expect(readLog(document.querySelector('.log')!, profile, words)).toEqual([
      { speaker: 'customer', text: '问' },
      { speaker: 'agent', text: '答' },
    ]);
  });
});
