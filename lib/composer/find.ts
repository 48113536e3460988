import type { Composer, ComposerAdapter } from './composer';
import { editableAdapter } from './editable';
import { isShadowRoot } from './selection';
import { textControlAdapter } from './text-control';

/** Opens a shadow root the page closed: extensions may, by `chrome.dom` or Firefox's own property. */
export type ShadowRootOf = (host: Element) => ShadowRoot | null;

export const openShadowRootOf: ShadowRootOf = (host) => host.shadowRoot;

/** The element that really has the focus, through shadow roots. */
export function deepActiveElement(root: Document | ShadowRoot, shadowRootOf: ShadowRootOf): Element | null {
  let active = root.activeElement;
  for (let depth = 0; active !== null && depth < 20; depth++) {
    const inner: Element | null = shadowRootOf(active)?.activeElement ?? null;
    if (inner === null) return active;
    active = inner;
  }
  return active;
}

/** The element an event happened on, through open and (with `shadowRootOf`) closed shadow roots. */
export function eventElement(event: Event, shadowRootOf: ShadowRootOf): Element | null {
  const target = event.composedPath()[0];
  if (target === undefined || !('nodeType' in target)) return null;
  const node = target as Node;
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  const closed = element === null ? null : shadowRootOf(element);
  if (closed === null) return element;
  return deepActiveElement(closed, shadowRootOf) ?? element;
}

/** The composer an element belongs to: site overrides first, then text controls, then contenteditable. */
export function composerFor(element: Element, overrides: readonly ComposerAdapter[] = []): Composer | null {
  for (const adapter of [...overrides, textControlAdapter, editableAdapter]) {
    if (adapter.matches(element)) return adapter.open(element);
  }
  return null;
}

/** Every root from a node up to its document, innermost first: where highlight rules must be adopted. */
export function rootsOf(node: Node): (Document | ShadowRoot)[] {
  const roots: (Document | ShadowRoot)[] = [];
  let root = node.getRootNode();
  while (isShadowRoot(root)) {
    roots.push(root);
    root = root.host.getRootNode();
  }
  if (root.nodeType === 9) roots.push(root as Document);
  return roots;
}
