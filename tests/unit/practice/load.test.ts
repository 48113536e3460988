import { describe, expect, it } from 'vitest';
import { loadPracticeCase } from '@/lib/practice';
import { customer } from './customer';

const written = (change: (raw: ReturnType<typeof customer>) => void): string => {
  const raw = structuredClone(customer());
  change(raw);
  return JSON.stringify(raw);
};

describe('a played customer', () => {
  it.each<[string, string, RegExp]>([
    ['broken YAML', 'id: [', /./],
    ['an empty file', '', /file/],
    ['an unknown key', written((it) => Object.assign(it, { colour: 'red' })), /colour/],
    [
      'a start that is nowhere',
      written((it) => Object.assign(it, { start: 'nowhere' })),
      /there is no node "nowhere"/,
    ],
    [
      'a way to nowhere',
      written((it) => Object.assign(it.nodes.first!.branches[2]!, { to: 'gone' })),
      /there is no node "gone"/,
    ],
    [
      'an unknown topic',
      written((it) => Object.assign(it.nodes.first!.branches[3]!, { when: { topics: ['moon'] } })),
      /there is no topic "moon"/,
    ],
    [
      'a node without a last resort',
      written((it) => it.nodes.second!.branches.reverse()),
      /leave out "when"/,
    ],
    [
      'a branch that hides those after it',
      written((it) => it.nodes.second!.branches.unshift({ says: ['x'], patience: 0 })),
      /ever reached/,
    ],
    [
      'a node nobody reaches',
      written((it) => Object.assign(it.nodes, { island: it.nodes.second })),
      /no branch leads here/,
    ],
    [
      'no way to settle',
      written((it) => {
        delete it.nodes.second!.branches[0]!.ends;
      }),
      /no branch settles it/,
    ],
  ])('with %s is refused and the reason said', (_name, text, expected) => {
    const result = loadPracticeCase('x.yaml', text);
    expect(result.ok ? [] : result.problems.join('\n')).toMatch(expected);
  });

  it('that is whole is taken', () => {
    expect(
      loadPracticeCase(
        'x.yaml',
        written(() => {}),
      ),
    ).toEqual({ ok: true, played: customer() });
  });
});
