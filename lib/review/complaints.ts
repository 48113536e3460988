import type { ScenarioId } from '@/lib/phrasebook/vocabulary';

/** What a customer is unhappy with, in a few classes: a chart of sixteen scenarios is read by nobody. */
export const COMPLAINT_CLASSES = ['goods', 'price', 'delivery', 'returns', 'rating', 'none'] as const;
/** `returns`: sending back and money back. `rating`: a bad review. `none`: advice before, care after, or nothing known. */
export type ComplaintClass = (typeof COMPLAINT_CLASSES)[number];

const CLASS_OF: Readonly<Record<ScenarioId, ComplaintClass>> = {
  'wrong-item': 'goods',
  'not-as-pictured': 'goods',
  'missing-parts': 'goods',
  damaged: 'goods',
  defective: 'goods',
  allergy: 'goods',
  'price-drop': 'price',
  'value-complaint': 'price',
  'late-shipping': 'delivery',
  'refund-slow': 'returns',
  'return-request': 'returns',
  'return-dispute': 'returns',
  'bad-review': 'rating',
  'presale-advice': 'none',
  'after-care': 'none',
  other: 'none',
};

export const complaintOf = (scenario: ScenarioId | null): ComplaintClass =>
  scenario === null ? 'none' : CLASS_OF[scenario];
