import { describe, expect, test } from 'vitest';
import { type MessageTrace, speakersOf, tokensIn } from '@/lib/console';

const LOG = { left: 0, right: 1000, rightToLeft: false };
/** A message at the log's left edge, called by these class names, innermost first. */
const left = (...names: string[]): MessageTrace => ({
  left: 10,
  right: 300,
  tokens: names.flatMap(tokensIn),
});
const right = (...names: string[]): MessageTrace => ({
  left: 700,
  right: 990,
  tokens: names.flatMap(tokensIn),
});

describe('who said a message', () => {
  test.each([
    ['the side it stands on', [left('bubble'), right('bubble')], ['customer', 'agent']],
    ['its names, where both stand on one side', [left('msg--them'), left('msg--me')], ['customer', 'agent']],
    [
      'its names, though both are marked as received by the server',
      [left('body--received', 'content--them'), left('body--received', 'content--me')],
      ['customer', 'agent'],
    ],
    [
      'received and sent, where nothing else tells',
      [left('message received'), left('message sent')],
      ['customer', 'agent'],
    ],
    ['no name that both carry', [left('message in list'), right('message in list')], ['customer', 'agent']],
  ] as const)('is told by %s', (_, traces, speakers) => {
    expect(speakersOf(traces, LOG)).toEqual(speakers);
  });
});
