import type { Browser } from 'wxt/browser';
import { type Site, siteOf } from '@/lib/sites';

/** Who sent a message, as far as the browser vouches for it. */
export type Caller =
  | { kind: 'page'; tabId: number | null; windowId: number | null }
  | { kind: 'content'; site: Site; tabId: number; frameId: number; windowId: number | null };

/**
 * Works out the caller, or `null` for somebody we do not know. `origin` outranks `url`: a renderer that was taken over
 * can lie about its url, the origin comes from the browser. A frame without an origin of its own (about:blank, srcdoc)
 * counts as the site of its tab.
 *
 * @param own id of this extension and the origin of its pages, `chrome-extension://…` without a slash at the end
 */
export function callerOf(
  sender: Partial<Browser.runtime.MessageSender> | undefined,
  own: { id: string; origin: string },
): Caller | null {
  if (sender === undefined || sender.id !== own.id) return null;
  const tabId = sender.tab?.id ?? null;
  const windowId = sender.tab?.windowId ?? null;
  const opaque = sender.origin === undefined || sender.origin === 'null';
  const from = opaque ? sender.url : sender.origin;
  if (from !== undefined && (from === own.origin || from.startsWith(`${own.origin}/`))) {
    return { kind: 'page', tabId, windowId };
  }
  if (tabId === null) return null;
  const site = siteOf(from) ?? (opaque ? siteOf(sender.tab?.url) : null);
  return site === null ? null : { kind: 'content', site, tabId, windowId, frameId: sender.frameId ?? 0 };
}
