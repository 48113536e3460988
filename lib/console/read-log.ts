import type { Box } from '@/lib/composer';
import type { Message } from './conversation';
import { matches, type SiteProfile } from './site-profile';
import { type MessageTrace, speakersOf, tokensIn } from './speaker';

/** Layout questions about words; a test without layout answers them itself. */
export interface WordLayout {
  isBlock(element: Element): boolean;
  /** The box of a node's words, not of its row. */
  wordsOf(element: Element): Box;
  boxOf(element: Element): Box;
  isRightToLeft(element: Element): boolean;
}

export const browserWordLayout: WordLayout = {
  isBlock: (element) => {
    const { display } = getComputedStyle(element);
    return !display.startsWith('inline') && display !== 'contents';
  },
  wordsOf: (element) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  },
  boxOf: (element) => element.getBoundingClientRect(),
  isRightToLeft: (element) => getComputedStyle(element).direction === 'rtl',
};

/** How many blocks of words are read from the log's end: 20 messages a side and what stands between them. */
const BLOCKS = 80;
const UNITS = 12_000;

/** Words beside a message: when, by whom, whether it was read. */
const ASIDE =
  /(^|[-_\s])(time|date|timestamp|name|nick|nickname|author|avatar|status|read|unread|receipt|badge|toolbar|action|actions|menu|tooltip|system|notice|divider|separator|typing)([-_\s]|$)/i;
const ASIDE_TAGS = new Set([
  'time',
  'button',
  'script',
  'style',
  'svg',
  'select',
  'textarea',
  'input',
  'noscript',
  'template',
]);
/** A line that is nothing but a time or a date; a bare number or a bare "昨天" may be an answer. */
const CLOCK_WORDS =
  /^(?:[\s,，]|\d{1,2}:\d{2}(?::\d{2})?|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}月\d{1,2}日|今天|昨天|前天|(?:星期|周|週)[一二三四五六日天]|上午|下午|凌晨|晚上|[ap]m|today|yesterday)+$/i;
const isClock = (text: string): boolean => /\d/.test(text) && CLOCK_WORDS.test(text);

/** The last messages of a log, oldest first. */
export function readLog(
  log: Element,
  profile: SiteProfile | null,
  layout: WordLayout = browserWordLayout,
): Message[] {
  if (profile?.customer !== undefined || profile?.agent !== undefined) {
    const taught = readTaught(log, profile);
    if (taught.length > 0) return taught;
  }
  const bubbles = bubblesOf(blocksOf(log, layout), log, layout);
  const frame = layout.boxOf(log);
  const speakers = speakersOf(
    bubbles.map((bubble) => traceOf(bubble, log, layout)),
    { left: frame.left, right: frame.right, rightToLeft: layout.isRightToLeft(log) },
  );
  return bubbles.map((bubble, index) => ({ speaker: speakers[index] ?? null, text: bubble.text }));
}

function readTaught(log: Element, profile: SiteProfile): Message[] {
  const messages: Message[] = [];
  const visit = (element: Element): void => {
    const customer = matches(element, profile.customer);
    if (customer || matches(element, profile.agent)) {
      const text = tidy(element.textContent ?? '');
      if (text !== '') messages.push({ speaker: customer ? 'customer' : 'agent', text });
      return;
    }
    for (const child of element.children) visit(child);
  };
  visit(log);
  return messages.slice(-BLOCKS);
}

interface Bubble {
  readonly element: Element;
  text: string;
}

/** The innermost blocks with words, from the log's end backwards, then in reading order. */
function blocksOf(log: Element, layout: WordLayout): Bubble[] {
  const blocks: Bubble[] = [];
  let units = 0;
  let current: Bubble | null = null;
  const take = (text: Text): boolean => {
    if (text.data.trim() === '') return true;
    let block = text.parentElement;
    while (block !== null && block !== log && !layout.isBlock(block)) block = block.parentElement;
    const element = block ?? log;
    if (current !== null && current.element === element) {
      current.text = `${text.data}${current.text}`;
    } else {
      if (blocks.length >= BLOCKS || units > UNITS) return false;
      current = { element, text: text.data };
      blocks.push(current);
    }
    units += text.data.length;
    return true;
  };
  const back = (parent: Node): boolean => {
    for (let child = parent.lastChild; child !== null; child = child.previousSibling) {
      if (child.nodeType === 3) {
        if (!take(child as Text)) return false;
      } else if (child.nodeType === 1) {
        const element = child as Element;
        if (element.localName === 'br') {
          if (current !== null) current.text = `\n${current.text}`;
          continue;
        }
        if (isAside(element)) continue;
        const inner = element.shadowRoot;
        if (inner !== null && !back(inner)) return false;
        if (!back(element)) return false;
      }
    }
    return true;
  };
  back(log);
  return blocks
    .map((block) => ({ ...block, text: tidy(block.text) }))
    .filter(({ text }) => text !== '' && !isClock(text))
    .reverse();
}

function isAside(element: Element): boolean {
  if (ASIDE_TAGS.has(element.localName)) return true;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const name = element.getAttribute('class') ?? '';
  // A wrapper may be called after one of its parts (`message-with-status`): only small things are beside the point.
  return (
    name !== '' &&
    ASIDE.test(name) &&
    (element.textContent ?? '').length <= 40 &&
    !/bubble|content|text|body/i.test(name)
  );
}

/** Paragraphs of one message are one message: blocks that share a parent which holds nothing else. */
function bubblesOf(blocks: readonly Bubble[], log: Element, layout: WordLayout): Bubble[] {
  if (blocks.length < 2) return blocks.map((block) => ({ ...block }));
  const list = commonAncestor(
    blocks.map(({ element }) => element),
    log,
  );
  const bubbles: Bubble[] = [];
  for (const block of blocks) {
    const last = bubbles.at(-1);
    const parent = block.element.parentElement;
    const paragraphs =
      last !== undefined &&
      parent !== null &&
      parent !== list &&
      parent === last.element.parentElement &&
      block.element.localName === last.element.localName &&
      /^(p|li|blockquote|pre)$/.test(block.element.localName) &&
      layout.isBlock(parent);
    if (last !== undefined && paragraphs) last.text = `${last.text}\n${block.text}`;
    else bubbles.push({ ...block });
  }
  return bubbles;
}

function commonAncestor(elements: readonly Element[], log: Element): Element {
  let ancestor: Element = elements[0]!;
  while (ancestor !== log && !elements.every((element) => ancestor.contains(element))) {
    ancestor = ancestor.parentElement ?? log;
  }
  return ancestor;
}

function traceOf(bubble: Bubble, log: Element, layout: WordLayout): MessageTrace {
  const { left, right } = layout.wordsOf(bubble.element);
  const tokens: string[] = [];
  let element: Element | null = bubble.element;
  for (let level = 0; element !== null && element !== log && level < 10; level++) {
    for (const name of [
      element.getAttribute('class'),
      element.id,
      element.getAttribute('data-testid'),
      element.getAttribute('data-role'),
      element.getAttribute('data-type'),
      element.getAttribute('data-direction'),
      element.getAttribute('data-from'),
    ]) {
      if (name !== null && name !== '') tokens.push(...tokensIn(name));
    }
    element = element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
  }
  return { left, right, tokens };
}

const tidy = (text: string): string =>
  text
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
