import { browser } from 'wxt/browser';

interface WithClosedRoot {
  readonly openOrClosedShadowRoot: ShadowRoot | null;
}

/** The shadow root of an element, also a closed one: Firefox gives extensions a property, Chromium a function. */
export function closedShadowRootOf(host: Element): ShadowRoot | null {
  if ('openOrClosedShadowRoot' in host) return (host as unknown as WithClosedRoot).openOrClosedShadowRoot;
  const dom = (browser as { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } }).dom;
  return dom === undefined || !(host instanceof HTMLElement)
    ? host.shadowRoot
    : dom.openOrClosedShadowRoot(host);
}
