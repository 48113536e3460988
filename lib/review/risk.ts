import { SEVERITIES } from '@/lib/phrasebook/vocabulary';
import { gravest } from './fits';
import type { SentHow, SentRecord } from './record';

/** Shares of a risk; together 1000. */
const SHARE = { severity: 500, anger: 250, how: 100, cost: 100, more: 50 } as const;
/** How little and how much of a severity's share there is, `low` first. */
const OF_SEVERITY = [0.1, 0.35, 0.7, 1] as const;
/** Overriding with a written reason was thought about; being sent round the guard was not. */
const OF_HOW: Readonly<Record<SentHow, number>> = {
  unguarded: 0.2,
  reasoned: 0.4,
  confirmed: 0.7,
  elsewhere: 1,
};
/** What a conversation may cost before its share is full, minor units. */
const DEAR = 20_000;
/** Flags beyond the first before their share is full. */
const MANY = 3;
/** A rule nobody has judged yet is believed this much, with the weight of so many verdicts. */
const BELIEVED = 0.8;
const BELIEVED_WEIGHT = 5;

/** What was said of a rule's flags so far. */
export interface RuleVerdicts {
  /** Upheld or coached. */
  right: number;
  wrong: number;
}

/** How often a rule is right, drawn towards 0.8 while few verdicts are known. */
export function believedPrecision({ right, wrong }: RuleVerdicts): number {
  return (right + BELIEVED * BELIEVED_WEIGHT) / (right + wrong + BELIEVED_WEIGHT);
}

/**
 * What a record puts at risk, 0 … 1000: how grave its flags are and how often their rules are right, how angry the
 * customer is, how the message went off, and what the conversation costs the shop.
 */
export function riskOf(
  record: Pick<SentRecord, 'flags' | 'anger' | 'how' | 'remedyCost'>,
  verdicts: (rule: string) => RuleVerdicts,
): number {
  const { flags } = record;
  const worst = gravest(flags);
  const precision = Math.max(
    0,
    ...flags.filter((it) => it.severity === worst).map((it) => believedPrecision(verdicts(it.rule))),
  );
  const severity = OF_SEVERITY[SEVERITIES.indexOf(worst)] ?? 0;
  const part = (value: number, most: number): number => Math.min(Math.max(value, 0), most) / most;
  const risk =
    SHARE.severity * severity * precision +
    SHARE.anger * part(record.anger, 3) +
    SHARE.how * OF_HOW[record.how] +
    SHARE.cost * part(record.remedyCost, DEAR) +
    SHARE.more * part(flags.length - 1, MANY);
  return Math.round(risk);
}
