import { CATEGORIES, MOVES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import { SENT_HOWS, type SentRecord, seeded } from '@/lib/review';
import { aFlag, aRecord } from './records';

const WORDS = ['退款', '发货', '多给您', '规定', '快递', 'refund', 'parcel', 'anyway', 'calm down', '您別急'];
const AGENTS = ['', 'Mei', 'Ann', '小林', 'Bo'];

/** Records of every kind, whole seconds apart, decided by the seed alone. */
export function manyRecords(count: number, seed = 1): SentRecord[] {
  const random = seeded(seed);
  const one = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  return Array.from({ length: count }, (_, at) => {
    const text = Array.from({ length: 2 + Math.floor(random() * 5) }, () => one(WORDS)).join('，');
    const flags = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
      aFlag({
        rule: `rule/${Math.floor(random() * 12)}`,
        category: one(CATEGORIES),
        severity: one(SEVERITIES),
        start: 0,
        end: 2,
        by: random() < 0.8 ? 'rule' : 'model',
        book: null,
      }),
    );
    return aRecord({
      id: `sent-${String(at).padStart(6, '0')}`,
      sentAt: Date.UTC(2026, 0, 1) + Math.floor(random() * 60 * 86_400) * 1000,
      text,
      flags,
      agent: one(AGENTS),
      scenario: random() < 0.1 ? null : one(SCENARIOS),
      how: one(SENT_HOWS),
      moves: MOVES.filter(() => random() < 0.3),
      site: random() < 0.2 ? null : one(['https://a.example', 'https://b.example']),
      language: one(['en', 'zh-Hans', 'zh-Hant', null]),
      risk: Math.floor(random() * 1001),
      conversation: random() < 0.3 ? null : `c${Math.floor(random() * 40)}`,
    });
  });
}
