import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach } from 'vitest';

const stages: HTMLElement[] = [];

afterEach(() => {
  for (const stage of stages.splice(0)) {
    render(null, stage);
    stage.remove();
  }
});

/** Renders into the document; what stands there goes after the test. Rendering again updates it. */
export function stage(view: ComponentChild, into?: HTMLElement): HTMLElement {
  const element = into ?? document.body.appendChild(document.createElement('div'));
  if (!into) stages.push(element);
  act(() => render(view, element));
  return element;
}

/** The accessible name as far as our components use it: aria-label, aria-labelledby, label element, own text. */
export function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby');
  const text =
    element.getAttribute('aria-label') ??
    (labelled
      ? labelled
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' ')
      : null) ??
    (element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : null) ??
    element.textContent;
  return (text ?? '').trim();
}

const ROLES: Readonly<Record<string, string>> = {
  button: 'button, [role="button"]',
  switch: '[role="switch"]',
  tab: '[role="tab"]',
  tabpanel: '[role="tabpanel"]',
  radio: 'input[type="radio"]',
  textbox: 'textarea, input:not([type]), input[type="text"], input[type="search"], [role="textbox"]',
  combobox: 'select, [role="combobox"]',
  list: 'ul, ol, [role="list"]',
  listitem: 'li',
  status: '[role="status"]',
  alert: '[role="alert"]',
  dialog: 'dialog, [role="dialog"]',
  progressbar: '[role="progressbar"]',
  heading: 'h1, h2, h3',
  checkbox: 'input[type="checkbox"]',
  region: 'section[aria-label], section[aria-labelledby], [role="region"]',
};

/** Every visible element of a role, with a name where one is given. */
export function allByRole(root: ParentNode, role: keyof typeof ROLES, name?: string | RegExp): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(ROLES[role] ?? '')].filter((element) => {
    if (element.closest('[hidden]')) return false;
    if (name === undefined) return true;
    const actual = nameOf(element);
    return typeof name === 'string' ? actual === name : name.test(actual);
  });
}

export function byRole(root: ParentNode, role: keyof typeof ROLES, name?: string | RegExp): HTMLElement {
  const found = allByRole(root, role, name);
  if (found.length !== 1) {
    const names = allByRole(root, role).map((element) => `“${nameOf(element)}”`);
    throw new Error(
      `wanted one ${role} ${String(name ?? '')}, found ${found.length}; there are: ${names.join(', ')}`,
    );
  }
  return found[0]!;
}

export function press(element: Element, key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  act(() => {
    element.dispatchEvent(event);
  });
  return event;
}

export function click(element: HTMLElement): void {
  act(() => element.click());
}

export function type(element: HTMLElement, text: string): void {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) {
    throw new Error('can only type into inputs and textareas');
  }
  act(() => {
    element.value = text;
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
