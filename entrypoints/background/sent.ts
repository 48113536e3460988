import { conversationMarks } from '@/lib/ledger';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { angerOf, keptMessage, maskText } from '@/lib/review';
import type { SentReport } from '@/lib/rpc';
import type { Site } from '@/lib/sites';
import type { BookParcel, NewRecord, Repositories } from '@/lib/store';

/** Marks of a conversation that a record keeps: the customer's newest messages, by which the next record finds it. */
const MARKS = 3;
/** The newest remedies that are looked at for the same conversation. */
const RECENT_REMEDIES = 50;

/** What the background knows besides the report. */
export interface SentContext {
  site: Site | null;
  agent: string;
  parcels: readonly BookParcel[];
  marks: readonly string[];
  remedyCost: number;
}

/** The book and version a rule stands in: the one of its language first, a book of the shop's own before a built-in one. */
function bookOf(parcels: readonly BookParcel[], rule: string, language: Language | null): string | null {
  const holding = parcels.filter((it) => it.runtime.taboos.some(({ id }) => id === rule));
  const found = holding.findLast((it) => it.language === language) ?? holding.at(-1);
  return found === undefined ? null : `${found.id}@${found.version}`;
}

/** A report as it may be written: masked first, then cut, so that half a number never slips through. */
export function newRecord(report: SentReport, context: SentContext): NewRecord {
  const { id, sentAt, language, scenario, market, how, reason, length, moves, customer } = report;
  const { text, flags } = keptMessage(report.text, report.flags);
  return {
    id,
    sentAt,
    language,
    scenario,
    market,
    how,
    reason: reason === null ? null : maskText(reason),
    length,
    text,
    flags: flags.map((it) => ({ ...it, book: bookOf(context.parcels, it.rule, language) })),
    moves: [...moves],
    marks: context.marks.slice(-MARKS),
    anger: angerOf(customer),
    site: context.site,
    agent: context.agent,
    remedyCost: context.remedyCost,
  };
}

/** Everything a report needs to become a record. */
export async function contextOf(
  { ledger, shelf }: Pick<Repositories, 'ledger' | 'shelf'>,
  report: SentReport,
  who: Pick<SentContext, 'site' | 'agent'>,
): Promise<SentContext> {
  const marks = await conversationMarks(await ledger.salt(), report.customer);
  const given = marks.length === 0 ? [] : await ledger.remedies.list(RECENT_REMEDIES);
  return {
    ...who,
    marks,
    // What was sent is kept, whatever can be read of the books.
    parcels: await shelf.parcels().catch(() => []),
    remedyCost: given
      .filter((it) => it.conversation.some((mark) => marks.includes(mark)))
      .reduce((sum, it) => sum + it.amount, 0),
  };
}
