// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { sendButtonIn } from '@/lib/console';

function row(
  attributes: Record<string, string>,
  text = '',
  tag = 'button',
): { field: Element; button: Element } {
  const field = document.createElement('textarea');
  const button = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  button.textContent = text;
  const bar = document.createElement('div');
  bar.append(field, button);
  document.body.append(bar);
  return { field, button };
}

beforeEach(() => document.body.replaceChildren());

describe('the send button', () => {
  it.each<[string, Record<string, string>, string, boolean]>([
    ['English', {}, 'Send', true],
    ['Simplified Chinese', {}, '发送', true],
    ['Traditional Chinese', {}, '傳送', true],
    ['an icon with a label', { 'aria-label': 'Send message' }, '', true],
    ['an icon with a title', { title: '送出' }, '', true],
    ['an icon with a class name', { class: 'btn btn-send' }, '', true],
    ['a name in camel case', { id: 'sendMessageBtn' }, '', true],
    ['the submit button of a form', { type: 'submit' }, '', true],
    ['a file button', { 'aria-label': 'Send file' }, '', false],
    ['a coupon button', {}, '发送优惠券', false],
    ['an emoji button', { class: 'emoji' }, '☺', false],
    ['a word that only contains it', {}, 'Resend later', false],
  ])('%s', (_name, attributes, text, is) => {
    const { field, button } = row(attributes, text);
    expect(sendButtonIn([button, document.body], field, undefined)).toBe(is ? button : null);
  });

  it('is found from the icon inside it', () => {
    const { field, button } = row({}, 'Send');
    const icon = document.createElement('i');
    button.append(icon);
    expect(sendButtonIn([icon, button], field, undefined)).toBe(button);
  });

  it('of another part of the page is not ours', () => {
    const { field } = row({}, 'Send');
    const far = document.createElement('button');
    far.textContent = 'Send';
    let nest: Element = far;
    for (let level = 0; level < 9; level++) {
      const around = document.createElement('div');
      around.append(nest);
      nest = around;
    }
    let deep: Element = field.parentElement!;
    for (let level = 0; level < 9; level++) {
      const around = document.createElement('div');
      around.append(deep);
      deep = around;
    }
    document.body.append(nest, deep);
    expect(sendButtonIn([far], field, undefined)).toBeNull();
  });

  it('is what the profile says, and still what calls itself so', () => {
    const { field, button } = row({ class: 'go' }, '➤');
    expect(sendButtonIn([button], field, '.go')).toBe(button);
    const plain = row({}, 'Send');
    expect(sendButtonIn([plain.button], plain.field, '.go')).toBe(plain.button);
  });
});
