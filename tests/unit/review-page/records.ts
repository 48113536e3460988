import type { SentRecord } from '@/lib/review';

/** A message of Lin’s that was sent with a flag standing. */
export const recordOf = (id: string, over: Partial<SentRecord> = {}): SentRecord => ({
  id,
  sentAt: 0,
  site: null,
  language: 'en',
  scenario: null,
  market: null,
  how: 'unguarded',
  reason: null,
  length: 8,
  text: 'not ours',
  flags: [
    {
      rule: 'deflect/not-ours',
      category: 'deflect',
      severity: 'high',
      start: 0,
      end: 8,
      by: 'rule',
      book: null,
    },
  ],
  moves: [],
  conversation: null,
  marks: [],
  agent: 'Lin',
  anger: 0,
  remedyCost: 0,
  risk: 0,
  origin: 'own',
  standing: 'open',
  ...over,
});
