import type { Outcome } from '@/lib/phrasebook/vocabulary';
import type { SentRecord } from '@/lib/review';
import type { InboxItem } from '@/lib/workbench';
import { withOutcome } from './outcome';
import type { Repositories } from './repositories';

/** Something that was sent to the trainers, with what became of it. */
export interface Incoming {
  item: InboxItem;
  /** `null`: it waits. */
  settled: Outcome | null;
  /** Whether it is about what was done in this browser, not in one that handed its records over. */
  ours: boolean;
}

/** Verdicts that are shown; a log can hold many thousands. */
const MOST_VERDICTS = 500;

type Own = Pick<
  Repositories,
  'dismissals' | 'contests' | 'reviews' | 'corrections' | 'ledger' | 'goodReplies'
>;

/** An id of an entry, told apart by where it comes from. */
const idOf = (from: InboxItem['from'], id: string): string => `${from}:${id}`;
const entryId = ({ id }: InboxItem): string => id.slice(id.indexOf(':') + 1);

async function dismissed(own: Own): Promise<Incoming[]> {
  return (await own.dismissals.list()).flatMap((it): Incoming[] => {
    if (it.kind !== 'phrase') return [];
    const { id, createdAt: at, rule, text: words, outcome = null } = it;
    const item = { id: idOf('dismissal', id), at, by: '', from: 'dismissal', rule, words } as const;
    return [{ item, settled: outcome, ours: true }];
  });
}

/** The flag that a record is about first of all. */
const flagOf = ({ flags, text, scenario }: SentRecord) =>
  flags.slice(0, 1).map(({ rule, start, end }) => ({ rule, text, start, end, scenario }));

async function contested(own: Own): Promise<Incoming[]> {
  return (await own.contests.forTrainers()).flatMap(({ contest, record }): Incoming[] => {
    if (record === undefined) return [];
    const { id, at, by, comment, outcome = null } = contest;
    return flagOf(record).map((flag) => ({
      item: { id: idOf('contest', id), at, by, from: 'contest', comment, ...flag },
      settled: outcome,
      ours: record.origin === 'own',
    }));
  });
}

async function judged(own: Own): Promise<Incoming[]> {
  return (await own.reviews.forTrainers(MOST_VERDICTS)).flatMap(({ review, record }): Incoming[] => {
    const { id, at, reviewer: by, reason: comment, outcome = null } = review;
    const wrong = review.verdict === 'dismiss';
    return flagOf(record).map((flag) => ({
      item: { id: idOf('verdict', id), at, by, from: 'verdict', wrong, comment, ...flag },
      settled: outcome,
      ours: record.origin === 'own',
    }));
  });
}

async function corrected(own: Own): Promise<Incoming[]> {
  return (await own.corrections.list()).map(({ id, at, customer, guessed, scenario, outcome = null }) => ({
    item: { id: idOf('correction', id), at, by: '', from: 'correction', customer, guessed, scenario },
    settled: outcome,
    ours: true,
  }));
}

async function gaps(own: Own): Promise<Incoming[]> {
  return (await own.ledger.gaps.list()).flatMap((it): Incoming[] => {
    const { id, at, question, missing, suggested, scenario, outcome = null } = it;
    if (it.state === 'closed' && outcome === null) return [];
    const item = {
      id: idOf('gap', id),
      at,
      by: '',
      from: 'gap',
      question,
      missing,
      suggested,
      scenario,
    } as const;
    return [{ item, settled: outcome, ours: true }];
  });
}

async function offered(own: Own): Promise<Incoming[]> {
  return (await own.goodReplies.picked()).map((it) => ({
    item: {
      id: idOf('reply', it.id),
      at: it.picked?.at ?? it.at,
      by: it.agent,
      from: 'reply',
      text: it.text,
      scenario: it.scenario,
      moves: it.moves,
      pickedBy: it.picked?.by ?? '',
    },
    settled: it.outcome ?? null,
    ours: it.origin === 'own',
  }));
}

/** How each kind of what was sent in is read. */
export const INCOMING: Readonly<Record<InboxItem['from'], (own: Own) => Promise<Incoming[]>>> = {
  dismissal: dismissed,
  contest: contested,
  verdict: judged,
  correction: corrected,
  gap: gaps,
  reply: offered,
};

/** Keeps what a trainer made of something; `null`: it waits again. */
export async function settleIncoming(own: Own, item: InboxItem, outcome: Outcome | null): Promise<void> {
  const id = entryId(item);
  switch (item.from) {
    case 'dismissal':
      return own.dismissals.settle(id, outcome);
    case 'correction':
      return own.corrections.settle(id, outcome);
    case 'contest':
      return own.contests.settle(id, outcome);
    case 'verdict':
      return own.reviews.settle(id, outcome);
    case 'reply':
      return own.goodReplies.settle(id, outcome);
    case 'gap':
      // Whether the customer has had an answer is for the agent to say.
      await own.ledger.gaps.change(id, (gap) => withOutcome(gap, outcome));
  }
}
