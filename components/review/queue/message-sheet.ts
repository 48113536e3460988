import { categoryName, moveName, severityName, review as t } from '@/lib/i18n';
import type { SentRecord } from '@/lib/review';
import { nameOfAgent, nameOfScenario, worstFlag } from '../names';

/** Columns of the table that messages are saved as. */
export const messageHeadings = (): string[] => [
  t('col.sent'),
  t('agent'),
  t('col.site'),
  t('scenario'),
  t('severity'),
  t('category'),
  t('rule'),
  t('message'),
  t('how'),
  t('col.reason'),
  t('col.moves'),
  t('standing'),
  t('col.risk'),
];

/** A message as a row of that table; its words are masked already. */
export function messageRow(record: SentRecord): string[] {
  const worst = worstFlag(record);
  return [
    new Date(record.sentAt).toISOString(),
    nameOfAgent(record.agent),
    record.site ?? '',
    nameOfScenario(record.scenario),
    worst ? severityName(worst.severity) : '',
    [...new Set(record.flags.map((it) => categoryName(it.category)))].join(', '),
    [...new Set(record.flags.map((it) => it.rule))].join(', '),
    record.text,
    t(`how.${record.how}`),
    record.reason ?? '',
    record.moves.map(moveName).join(', '),
    t(`standing.${record.standing}`),
    String(record.risk),
  ];
}
