import type { EscalationEntry, FollowUpEntry, GapEntry, PromiseEntry, RemedyEntry } from '@/lib/ledger';

const occasion = { site: null, language: 'zh-Hans', scenario: null, conversation: [] } as const;

/** Entries with what a test does not care about filled in. */
export const aPromise = (it: Partial<PromiseEntry> = {}): PromiseEntry => ({
  ...occasion,
  id: 'promise-1',
  madeAt: 1000,
  due: 10_000,
  precise: true,
  rule: 'dated/ship',
  sentence: '明天发货。',
  confirmed: false,
  state: 'open',
  snoozedUntil: null,
  remindedAt: null,
  settledAt: null,
  about: null,
  history: [{ at: 1000, what: 'made', due: 10_000 }],
  ...it,
});

export const aRemedy = (it: Partial<RemedyEntry> = {}): RemedyEntry => ({
  ...occasion,
  id: 'remedy-1',
  at: 1000,
  kind: 'coupon',
  remedy: 'coupon',
  amount: 1000,
  currency: 'CNY',
  order: null,
  role: 'agent',
  ...it,
});

export const aGap = (it: Partial<GapEntry> = {}): GapEntry => ({
  ...occasion,
  id: 'gap-1',
  at: 1000,
  question: '降价了能退差价吗',
  missing: '',
  suggested: '',
  due: null,
  state: 'open',
  history: [{ at: 1000, what: 'made' }],
  ...it,
});

export const anEscalation = (it: Partial<EscalationEntry> = {}): EscalationEntry => ({
  ...occasion,
  id: 'escalation-1',
  at: 1000,
  kind: 'waive',
  remedy: 'waive',
  amount: 20_000,
  currency: 'CNY',
  needs: 'manager',
  order: null,
  customer: '',
  due: null,
  state: 'open',
  history: [{ at: 1000, what: 'made' }],
  ...it,
});

export const aFollowUp = (it: Partial<FollowUpEntry> = {}): FollowUpEntry => ({
  ...occasion,
  id: 'visit-1',
  madeAt: 1000,
  kind: 'complaint',
  due: 10_000,
  snoozedUntil: null,
  remindedAt: null,
  note: '',
  script: null,
  state: 'planned',
  outcome: null,
  settledAt: null,
  history: [{ at: 1000, what: 'made', due: 10_000 }],
  ...it,
});
