// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { isWritten, messagesFrom, selectorOf } from '@/lib/teach';

describe('names people wrote', () => {
  test.each([
    'message',
    'chat-msg__content--them',
    'messageList',
    'MessageInput',
    'vac-message-current',
    'cs-message',
  ])('%s is one', (name) => expect(isWritten(name)).toBe(true));
  test.each(['css-1x2f9k', 'sc-bdVaJa', '_3kf92', 'jsx-2947103', 'x9Kq', 'ember1234', 'bcdfgh', 'a'])(
    '%s is none',
    (name) => expect(isWritten(name)).toBe(false),
  );
});

/** Builds a page from rows of `[row classes, bubble classes, words]`. */
function pageOf(rows: readonly (readonly [string, string, string])[]): Element[] {
  const log = document.createElement('div');
  log.className = 'css-9f8a7b history';
  const bubbles = rows.map(([row, bubble, words]) => {
    const outer = document.createElement('div');
    outer.className = row;
    const inner = document.createElement('p');
    inner.className = bubble;
    inner.textContent = words;
    outer.append(inner);
    log.append(outer);
    return inner;
  });
  document.body.replaceChildren(log);
  return bubbles;
}

describe('one message of each side', () => {
  test.each([
    ['names on the rows', ['row them', 'text'], ['row me', 'text'], '.them .text', '.me .text'],
    ['names on the bubbles', ['row', 'text in'], ['row', 'text out-going'], '.in', '.out-going'],
    [
      'a name on one side only',
      ['row', 'card'],
      ['row', 'card card-own'],
      '.card:not(.card-own)',
      '.card-own',
    ],
  ] as const)('teaches the sides by %s', (_, customer, own, customerSelector, agentSelector) => {
    const bubbles = pageOf([
      [...customer, 'hello'],
      [...own, 'hi'],
      [...customer, 'where is it'],
    ]);
    const taught = messagesFrom(bubbles[0]!, bubbles[1]!);
    expect(taught).toEqual({ log: '.history', customer: customerSelector, agent: agentSelector });
    expect(bubbles.map((it) => [it.matches(taught.customer!), it.matches(taught.agent!)])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  test('teaches the log alone where both sides look alike', () => {
    const [customer, own] = pageOf([
      ['row css-1a2b3c', 'text', 'hello'],
      ['row css-4d5e6f', 'text', 'hi'],
    ]);
    expect(messagesFrom(customer!, own!)).toEqual({ log: '.history' });
  });
});

test('an element without a lasting name has no selector', () => {
  const twins = [document.createElement('div'), document.createElement('div')];
  document.body.replaceChildren(...twins);
  expect(selectorOf(twins[0]!)).toBeNull();
});
