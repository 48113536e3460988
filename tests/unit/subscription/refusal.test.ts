import { afterEach, describe, expect, it } from 'vitest';
import { refusalText } from '@/components/subscription';
import { LOCALES, locale, subscription } from '@/lib/i18n';
import type { SubscriptionProblem, SubscriptionProblemKind } from '@/lib/subscription';

const FIRST = { code: 'missing', mend: 'all-keys', values: { name: { quoted: ['why'] } } } as const;
const ONE_OF_EACH: { readonly [K in SubscriptionProblemKind]: Extract<SubscriptionProblem, { kind: K }> } = {
  'no-permission': { kind: 'no-permission', host: 'books.example' },
  unreachable: { kind: 'unreachable', host: 'books.example' },
  'too-slow': { kind: 'too-slow', seconds: 20 },
  redirected: { kind: 'redirected', host: 'books.example' },
  status: { kind: 'status', status: 1404 },
  'too-large': { kind: 'too-large', limit: 16 },
  'cut-short': { kind: 'cut-short' },
  'not-a-book': { kind: 'not-a-book' },
  unsigned: { kind: 'unsigned' },
  'wrong-key': { kind: 'wrong-key', found: 'ab'.repeat(20), wanted: 'cd'.repeat(20) },
  forged: { kind: 'forged' },
  'other-book': { kind: 'other-book', found: 'team/a', wanted: 'team/b' },
  older: { kind: 'older', version: 1, current: 2 },
  replaced: { kind: 'replaced', version: 2 },
  taken: { kind: 'taken', id: 'team/a' },
  'fails-checks': { kind: 'fails-checks', count: 2, rule: 'blame/words', first: FIRST },
  'not-kept': { kind: 'not-kept' },
};

afterEach(() => {
  locale.value = 'en';
});

describe.each(LOCALES)('a refusal in %s', (at) => {
  it.each(Object.values(ONE_OF_EACH))('says $kind plainly', (problem) => {
    locale.value = at;
    const text = refusalText(problem);
    expect(text).not.toMatch(/\{[a-zA-Z]+\}/);
    expect(text).toMatch(problem.kind === 'fails-checks' ? /[.。a-z]$/ : /[.。]$/);
    for (const [key, value] of Object.entries(problem)) {
      if (key === 'kind' || typeof value === 'object') continue;
      // Fingerprints are told as they are compared, numbers of an error as they are.
      const said = /^([a-f]{2}){20}$/.test(String(value)) ? String(value).slice(0, 4).toUpperCase() : value;
      expect(text).toContain(String(said));
    }
  });
});

it('has words for nothing that cannot happen', () => {
  const worded = Object.keys(subscription.messages.en).flatMap(
    (key) => /^problem\.(.+)$/.exec(key)?.[1] ?? [],
  );
  expect(worded.sort()).toEqual(Object.keys(ONE_OF_EACH).sort());
});
