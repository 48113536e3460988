import type { Box } from '@/lib/composer';
import { find, type SiteProfile } from './site-profile';

/** Layout questions, so that a test without layout can answer them itself. */
export interface Layout {
  boxOf(element: Element): Box;
  scrolls(element: Element): boolean;
}

export const browserLayout: Layout = {
  boxOf: (element) => element.getBoundingClientRect(),
  scrolls: (element) => {
    const { overflowY } = getComputedStyle(element);
    return overflowY === 'auto' || overflowY === 'scroll' || overflowY === 'overlay';
  },
};

/** Elements looked at beside one ancestor of the composer; a log is near the top of its panel. */
const LOOK_AT_MOST = 1500;
const CLIMB_AT_MOST = 14;
/** Below this a scrolling box is a menu or a field, pixels. */
const LEAST_HEIGHT = 60;
const ENOUGH = 4;

const NAMED = /messag|chat|convers|dialog|history|thread|bubble|talk|(^|[-_\s])(log|msg|feed)/i;

/** What stands beside a log in a chat's panel, and is called after the chat as well. */
const NOT_THE_LOG =
  /(^|[-_\s])(head|header|heading|title|topbar|nav|navbar|tabs?|menu|toolbar|footer|sidebar|rooms?|contacts?)([-_\s]|$)/i;

/**
 * The element beside a composer that holds the conversation: climbs from the composer and takes the best of what
 * scrolls, is called a log, or stands above it in the same column. `null` when nothing is convincing.
 */
export function findLog(
  field: HTMLElement,
  profile: SiteProfile | null,
  layout: Layout = browserLayout,
): Element | null {
  const root = field.getRootNode() as Document | ShadowRoot;
  const taught = find(root, profile?.log) ?? find(field.ownerDocument, profile?.log);
  if (taught !== null) return taught;

  const fieldBox = layout.boxOf(field);
  let best: { element: Element; score: number } | null = null;
  let inner: Node = field;
  let ancestor = parentOf(field);
  for (let level = 0; ancestor !== null && level < CLIMB_AT_MOST; level++) {
    for (const element of beside(ancestor, inner)) {
      const score = scoreOf(element, fieldBox, layout);
      if (score >= ENOUGH && (best === null || score > best.score)) best = { element, score };
    }
    // A log found next to the composer beats a better-named one at the other end of the page.
    if (best !== null) return best.element;
    inner = ancestor;
    ancestor = parentOf(ancestor);
  }
  return null;
}

/** How much higher than its composer the panel of a chat is at least, pixels. */
const LOG_ROOM = 160;

/** The panel a composer belongs to: the nearest ancestor with room for a conversation; `null` before the page is laid out. */
export function panelAround(field: HTMLElement, layout: Layout = browserLayout): Element | null {
  const { top, bottom } = layout.boxOf(field);
  let ancestor = parentOf(field);
  for (let level = 0; ancestor !== null && level < CLIMB_AT_MOST; level++) {
    const box = layout.boxOf(ancestor);
    if (box.bottom - box.top >= bottom - top + LOG_ROOM) return ancestor;
    ancestor = parentOf(ancestor);
  }
  return null;
}

function* beside(ancestor: Element, inner: Node): Generator<Element> {
  let looked = 0;
  for (const child of ancestor.children) {
    if (child === inner || child.contains(inner)) continue;
    yield child;
    const walker = child.ownerDocument.createTreeWalker(child, 1 /* elements */);
    while (looked < LOOK_AT_MOST && walker.nextNode() !== null) {
      looked++;
      yield walker.currentNode as Element;
    }
    // A console built as a web component keeps its log behind its own root.
    if (child.shadowRoot !== null) yield* child.shadowRoot.querySelectorAll('*');
  }
}

function scoreOf(element: Element, field: Box, layout: Layout): number {
  const role = element.getAttribute('role');
  const named = NAMED.test(`${element.className} ${element.id} ${element.getAttribute('aria-label') ?? ''}`);
  const live = element.hasAttribute('aria-live');
  // The cheap questions first: most elements of a page are asked nothing else.
  if (
    role !== 'log' &&
    !named &&
    !live &&
    element.childElementCount < 2 &&
    element.firstElementChild === null
  )
    return 0;
  const scrolls = layout.scrolls(element);
  if (role !== 'log' && !named && !live && !scrolls) return 0;
  const box = layout.boxOf(element);
  const overlap = Math.min(box.right, field.right) - Math.max(box.left, field.left);
  if (overlap < (field.right - field.left) * 0.5) return 0;
  if (role !== 'log' && box.bottom - box.top < LEAST_HEIGHT) return 0;
  if ((element.textContent ?? '').trim() === '') return role === 'log' ? ENOUGH : 0;
  let score = 0;
  if (role === 'log') score += 5;
  if (scrolls) score += 3;
  if (named) score += 2;
  if (NOT_THE_LOG.test(`${element.className} ${element.localName}`)) score -= 3;
  if (live) score += 1;
  if (box.bottom <= field.top + 40) score += 1;
  if (element.childElementCount >= 2 || (element.firstElementChild?.childElementCount ?? 0) >= 2) score += 1;
  return score;
}

function parentOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent === null) return null;
  if (parent.nodeType === 1) return parent as Element;
  return 'host' in parent ? (parent as ShadowRoot).host : null;
}
