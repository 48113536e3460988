import { noted } from './promise';
import type { EscalationEntry, GapEntry, HistoryLine, PromiseEntry } from './records';

/** What goes up: a wish for a remedy, or a question no rule covers. */
export function newEscalation(made: Omit<EscalationEntry, 'state' | 'history'>): EscalationEntry {
  return { ...made, state: 'open', history: [{ at: made.at, what: 'made', due: made.due }] };
}

export function newGap(made: Omit<GapEntry, 'state' | 'history'>): GapEntry {
  return { ...made, state: 'open', history: [{ at: made.at, what: 'made', due: made.due }] };
}

export function settleEscalation(
  entry: EscalationEntry,
  state: EscalationEntry['state'],
  now: number,
): EscalationEntry {
  if (entry.state === state) return entry;
  const what: HistoryLine['what'] = state === 'open' ? 'reopened' : state;
  return noted({ ...entry, state }, { at: now, what });
}

export function changeGap(
  entry: GapEntry,
  change: Partial<Pick<GapEntry, 'missing' | 'suggested' | 'state'>>,
  now: number,
): GapEntry {
  const next = { ...entry, ...change };
  if (next.state === entry.state) return noted(next, { at: now, what: 'edited' });
  return noted(next, { at: now, what: next.state === 'open' ? 'reopened' : next.state });
}

/** Time to ask around and still be back before the customer's day is over, ms. */
const ANSWER_WITHIN = 2 * 60 * 60_000;

/** When to promise an answer by, if nobody says otherwise: in two hours, on the next quarter of an hour. */
export function answerBy(now: number): number {
  const quarter = 15 * 60_000;
  return Math.ceil((now + ANSWER_WITHIN) / quarter) * quarter;
}

/** When to come back oneself: before the customer expects it. */
export function followUpBefore(due: number, now: number): number {
  return Math.max(now, due - (due - now) / 4);
}

/** The promise that an open request makes to the customer. */
export function promiseAbout(
  { id, at, site, language, scenario, conversation, due }: EscalationEntry | GapEntry,
  kind: 'gap' | 'escalation',
  sentence: string,
): PromiseEntry {
  return {
    id: `${id}-promise`,
    madeAt: at,
    due,
    precise: true,
    rule: null,
    sentence,
    confirmed: true,
    state: 'open',
    snoozedUntil: null,
    remindedAt: null,
    settledAt: null,
    about: { kind, id },
    site,
    language,
    scenario,
    conversation,
    history: [{ at, what: 'made', due }],
  };
}
