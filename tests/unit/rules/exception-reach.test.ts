import { describe, expect, it } from 'vitest';
import { compileRules } from '@/lib/rules';

describe('how far a harmless phrase reaches', () => {
  it.each([
    ['you need to send it back', 'you do not need {0-6}', 'You do not need to send it back.', false],
    ['you need to send it back', 'you do not need {0-6}', 'You need to send it back.', true],
    ['自己修', '不用{0-3}', '您不用自己修', false],
    ['自己修', '不用{0-3}', '您自己修', true],
  ] as const)('%s unless part of %s: %s', (flag, unlessPartOf, text, flagged) => {
    const pattern = flag.replace('you need to', '[you] [do not] need to');
    const { matcher } = compileRules([{ id: 'r', flag: [pattern], unlessPartOf: [unlessPartOf] }], {});
    expect(matcher.scan(text).hits.length > 0).toBe(flagged);
  });
});
