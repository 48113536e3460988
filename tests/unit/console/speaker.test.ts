import { describe, expect, it } from 'vitest';
import { type MessageTrace, speakersOf, tokensIn } from '@/lib/console';

const LOG = { left: 0, right: 600, rightToLeft: false };
const left = (...names: string[]): MessageTrace => ({
  left: 10,
  right: 300,
  tokens: names.flatMap(tokensIn),
});
const right = (...names: string[]): MessageTrace => ({
  left: 300,
  right: 590,
  tokens: names.flatMap(tokensIn),
});
const wide = (...names: string[]): MessageTrace => ({
  left: 10,
  right: 590,
  tokens: names.flatMap(tokensIn),
});

describe('who said it', () => {
  it.each<[string, readonly MessageTrace[], readonly (string | null)[]]>([
    ['by side alone', [left(), right()], ['customer', 'agent']],
    ['one side only', [left(), left()], ['customer', 'customer']],
    ['by name alone, rows as wide as the log', [wide('msg in'), wide('msg out')], ['customer', 'agent']],
    ['names with parts', [wide('message--incoming'), wide('messageOutgoing')], ['customer', 'agent']],
    [
      'sender names of a chat server',
      [wide('chat-msg sender-them'), wide('chat-msg sender-me')],
      ['customer', 'agent'],
    ],
    ['names and sides agree', [left('received'), right('sent')], ['customer', 'agent']],
    ['a name beats the side', [right('customer'), left('agent')], ['customer', 'agent']],
    [
      'a name on every message tells nothing',
      [left('item-in-list'), right('item-in-list')],
      ['customer', 'agent'],
    ],
    ['the innermost name decides', [wide('customer', 'out'), wide('agent', 'in')], ['customer', 'agent']],
    ['a notice in the middle', [left(), wide('system-notice'), right()], ['customer', null, 'agent']],
    ['nothing to go by', [wide(), wide()], [null, null]],
  ])('%s', (_name, traces, expected) => {
    expect(speakersOf(traces, LOG)).toEqual(expected);
  });

  it('mirrors the sides where the page reads from right to left', () => {
    expect(speakersOf([left(), right()], { ...LOG, rightToLeft: true })).toEqual(['agent', 'customer']);
  });
});

describe('the words in a name', () => {
  it.each([
    [
      'msgItem--from_me',
      ['item-msg', 'from-item', 'me-from']
        .map((it) => it.split('-').reverse().join('-'))
        .concat(['msg', 'item', 'from', 'me']),
    ],
    ['OUTGOING', ['outgoing']],
    ['', []],
  ])('%s', (name, tokens) => {
    expect(tokensIn(name)).toEqual(tokens);
  });
});
