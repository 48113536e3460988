import { categoryName, locale, scenarioName, review as t } from '@/lib/i18n';
import type { Language, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { Estimate, SentRecord } from '@/lib/review';

/** A rule as people read it: the words of its own, else the category it stands in. */
export interface RuleFacts {
  id: string;
  /** Why it is there; empty where no book in use knows the rule any more. */
  why: string;
  instead: readonly string[];
  /** Share of verdicts that said the flag was right. */
  precision: Estimate | null;
  /** More than the allowed share of its contests was upheld. */
  retire: boolean;
}

/** What is known of a rule, in the words of the book of that language. */
export type RuleOf = (id: string, language: Language | null) => RuleFacts;

export const nameOfScenario = (id: ScenarioId | null): string =>
  id === null ? t('scenario.none') : scenarioName(id);

export const nameOfAgent = (alias: string): string => alias || t('agent.none');

export const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

export const day = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium' }).format(at);

export const percent = (share: number): string =>
  new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const decimal = (value: number, digits = 1): string =>
  new Intl.NumberFormat(locale.value, { maximumFractionDigits: digits }).format(value);

/** A figure with the interval it lies in. */
export const between = (it: Estimate, write: (value: number) => string): string =>
  `${write(it.value)} (${write(it.low)} – ${write(it.high)})`;

const WEIGHT = { low: 0, medium: 1, high: 2, critical: 3 } as const;

/** The flag that weighs most: what a row is headed by. */
export const worstFlag = ({ flags }: Pick<SentRecord, 'flags'>): SentRecord['flags'][number] | undefined =>
  [...flags].sort((a, b) => WEIGHT[b.severity] - WEIGHT[a.severity])[0];

export const headingOf = (record: SentRecord): string => {
  const worst = worstFlag(record);
  return worst ? categoryName(worst.category) : t('noFlag');
};
