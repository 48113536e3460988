import type { SentFlag, SentRecord } from '@/lib/review';
import type { NewRecord } from '@/lib/store';

export const aFlag = (over: Partial<SentFlag> = {}): SentFlag => ({
  rule: 'got-extra/anyway',
  category: 'got-extra',
  severity: 'high',
  start: 8,
  end: 24,
  by: 'rule',
  book: 'builtin-en@3',
  ...over,
});

/** A message as a page of an agent leaves it for the log. */
export const aNewRecord = (over: Partial<NewRecord> = {}): NewRecord => ({
  id: 'sent-0001',
  sentAt: Date.UTC(2026, 0, 31, 12),
  site: 'https://desk.example',
  language: 'en',
  scenario: 'price-drop',
  market: null,
  how: 'confirmed',
  reason: null,
  length: 28,
  text: 'But you got extra anyway, no?',
  flags: [aFlag()],
  moves: ['acknowledge'],
  marks: [],
  agent: 'Mei',
  anger: 1,
  remedyCost: 0,
  ...over,
});

export const aRecord = (over: Partial<SentRecord> = {}): SentRecord => ({
  ...aNewRecord(),
  conversation: null,
  risk: 500,
  origin: 'own',
  standing: 'open',
  ...over,
});
