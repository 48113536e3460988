import { browser } from 'wxt/browser';

interface WithClosedRoot {
  readonly openOrClosedShadowRoot: ShadowRoot | null;
}

/**
 * The element of the page under the pointer, inside shadow trees too; `sealed` where even an extension may not look,
 * `null` where there is none.
 */
export function elementAt(document: Document, { clientX, clientY }: MouseEvent): Element | 'sealed' | null {
  let root: Document | ShadowRoot = document;
  let element: Element | null = null;
  for (;;) {
    const inner: Element | null = root.elementFromPoint(clientX, clientY);
    if (inner === null || inner === element) return element;
    element = inner;
    const shadow = rootOf(inner);
    if (shadow === null) return inner.localName.includes('-') && isBlank(inner) ? 'sealed' : inner;
    root = shadow;
  }
}

/** A component that shows something and lets nobody see what of. */
function isBlank(element: Element): boolean {
  return (
    element.childElementCount === 0 && (element.textContent ?? '').trim() === '' && element.clientHeight > 40
  );
}

function rootOf(host: Element): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in host) return (host as unknown as WithClosedRoot).openOrClosedShadowRoot;
  const { dom } = browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
  return dom === undefined || !(host instanceof HTMLElement)
    ? host.shadowRoot
    : dom.openOrClosedShadowRoot(host);
}
