import { matches } from './site-profile';

/** What send buttons are called, in labels, titles, class names and test ids. */
const SENDS = /(^|[^a-z])(send|submit|reply)([^a-z]|$)|发送|發送|傳送|传送|送出|提交|回复|回覆/i;
/** A button that sends something else than the message. */
const NOT_SENDS =
  /file|image|photo|emoji|attach|voice|gift|coupon|card|later|schedul|图片|圖片|文件|檔案|表情|红包|優惠|优惠/i;
/** How far a send button stands from its composer, in ancestors of the composer. */
const NEAR = 7;

const LIKE_BUTTON = 'button, [role="button"], input[type="submit"], input[type="button"], a[href]';

/** The send button an event happened on, `null` when it happened elsewhere. `path` is the event's composed path. */
export function sendButtonIn(
  path: readonly EventTarget[],
  field: Element,
  taught: string | undefined,
): Element | null {
  for (const target of path) {
    if (!isElement(target)) continue;
    // What was taught stands beside the guess, not in its place: a page that was rebuilt is still guarded.
    if (matches(target, taught)) return target;
    if (
      target.matches(LIKE_BUTTON) ||
      /(^|[-_\s])send([-_\s]|btn|button|$)/i.test(target.getAttribute('class') ?? '')
    ) {
      if (callsItselfSend(target) && standsNear(target, field)) return target;
    }
    if (target.localName === 'form' || target.localName === 'body') return null;
  }
  return null;
}

function callsItselfSend(button: Element): boolean {
  const names = [
    (button.textContent ?? '').trim().slice(0, 40),
    ...['aria-label', 'title', 'data-testid', 'name', 'value', 'id', 'class'].map(
      (name) => button.getAttribute(name) ?? '',
    ),
  ];
  // `sendMessageBtn` and `btn_send` are words too.
  const words = names.map((name) => name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '));
  if (words.some((name) => NOT_SENDS.test(name))) return false;
  if (button.getAttribute('type') === 'submit') return true;
  return words.some((name) => SENDS.test(name));
}

function standsNear(button: Element, field: Element): boolean {
  let ancestor: Element | null = field;
  for (let level = 0; ancestor !== null && level < NEAR; level++) {
    if (ancestor.contains(button)) return true;
    ancestor = ancestor.parentElement ?? hostOf(ancestor);
  }
  return false;
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return 'host' in root ? (root as ShadowRoot).host : null;
}

const isElement = (target: EventTarget): target is Element => 'nodeType' in target && target.nodeType === 1;
