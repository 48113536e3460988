import { SEVERITIES, type Severity } from '@/lib/phrasebook/vocabulary';
import type { RecordFilter, RecordOrder, SentRecord } from './record';
import { holdsWords } from './words';

/** The gravest of its flags. */
export function gravest(flags: readonly { severity: Severity }[]): Severity {
  return SEVERITIES[Math.max(0, ...flags.map((it) => SEVERITIES.indexOf(it.severity)))] ?? 'low';
}

const among = <T>(wanted: readonly T[] | undefined, has: readonly T[]): boolean =>
  wanted === undefined || has.some((it) => wanted.includes(it));

/** Whether a record is one of those a filter asks for. */
export function fits(record: SentRecord, filter: RecordFilter): boolean {
  const { flags, moves } = record;
  return (
    among(
      filter.rules,
      flags.map((it) => it.rule),
    ) &&
    among(
      filter.categories,
      flags.map((it) => it.category),
    ) &&
    among(filter.severities, [gravest(flags)]) &&
    among(filter.scenarios, [record.scenario]) &&
    among(filter.agents, [record.agent]) &&
    among(filter.sites, [record.site]) &&
    among(filter.languages, [record.language]) &&
    among(
      filter.books,
      flags.flatMap((it) => it.book ?? []),
    ) &&
    among(filter.hows, [record.how]) &&
    among(filter.standings, [record.standing]) &&
    (filter.by === undefined || flags.some((it) => it.by === filter.by)) &&
    (filter.own === undefined || record.origin === 'own') &&
    (filter.makes ?? []).every((it) => moves.includes(it)) &&
    !(filter.lacks ?? []).some((it) => moves.includes(it)) &&
    (filter.conversation === undefined || record.conversation === filter.conversation) &&
    record.sentAt >= (filter.from ?? Number.NEGATIVE_INFINITY) &&
    record.sentAt < (filter.to ?? Number.POSITIVE_INFINITY) &&
    (filter.text === undefined || holdsWords(record.text, filter.text))
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders records; what is equal comes newest first. */
export function inOrder(order: RecordOrder): (a: SentRecord, b: SentRecord) => number {
  const newest = (a: SentRecord, b: SentRecord): number => b.sentAt - a.sentAt || byText(a.id, b.id);
  switch (order) {
    case 'risk':
      return (a, b) => b.risk - a.risk || newest(a, b);
    case 'newest':
      return newest;
    case 'oldest':
      return (a, b) => -newest(a, b);
    case 'agent':
      return (a, b) => byText(a.agent, b.agent) || newest(a, b);
    case 'rule':
      return (a, b) => byText(a.flags[0]?.rule ?? '', b.flags[0]?.rule ?? '') || newest(a, b);
    case 'scenario':
      return (a, b) => byText(a.scenario ?? '', b.scenario ?? '') || newest(a, b);
  }
}
