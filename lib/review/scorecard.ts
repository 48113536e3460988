import type { CardItem, FilledCard, Scorecard, SentRecord } from './record';

/** The built-in card; the interface names its items by their ids. Weights after DESIGN section 7. */
export const DEFAULT_CARD: Scorecard = {
  id: 'default',
  version: 1,
  name: '',
  savedAt: 0,
  savedBy: '',
  items: [
    {
      id: 'attitude',
      title: '',
      weight: 25,
      fatal: false,
      reads: 'category',
      of: ['blame', 'suspicion', 'demean', 'got-extra', 'brush-off', 'confront'],
    },
    {
      id: 'ownership',
      title: '',
      weight: 20,
      fatal: false,
      reads: 'move',
      of: ['apology', 'ownership', 'thanks'],
    },
    { id: 'solution', title: '', weight: 25, fatal: false, reads: 'move', of: ['remedy', 'choice'] },
    {
      id: 'accuracy',
      title: '',
      weight: 20,
      fatal: false,
      reads: 'category',
      of: ['overpromise', 'deflect', 'rule-wall', 'burden'],
    },
    { id: 'closing', title: '', weight: 10, fatal: false, reads: 'move', of: ['commitment', 'follow-up'] },
    { id: 'compliance', title: '', weight: 0, fatal: true, reads: 'category', of: ['compliance'] },
    { id: 'abuse', title: '', weight: 0, fatal: true, reads: 'severity', of: ['critical'] },
  ],
};

/** What the engine proposes for one item; `because` are flags by their place in the record, or moves. */
export interface Proposal {
  item: string;
  /** `null`: the reviewer judges alone. */
  points: number | null;
  because: { flags: number[]; made: string[]; lacked: string[] };
}

const NOTHING: Proposal['because'] = { flags: [], made: [], lacked: [] };

function propose(item: CardItem, records: readonly SentRecord[]): Proposal {
  const { reads, of = [] } = item;
  if (reads === undefined) return { item: item.id, points: null, because: NOTHING };
  if (reads === 'move') {
    const made = of.filter((move) => records.some((it) => it.moves.some((has) => has === move)));
    const lacked = of.filter((move) => !made.includes(move));
    return {
      item: item.id,
      points: Math.round((item.weight * made.length) / Math.max(1, of.length)),
      because: { flags: [], made, lacked },
    };
  }
  // Flags are numbered through all records of a conversation.
  const flags = records
    .flatMap((it) => it.flags)
    .flatMap((flag, at) => (of.includes(flag[reads]) ? [at] : []));
  return { item: item.id, points: flags.length === 0 ? item.weight : 0, because: { ...NOTHING, flags } };
}

/** A score card filled in from what the engine read in a message or a conversation; the reviewer confirms or changes it. */
export function fillCard(card: Scorecard, records: readonly SentRecord[]): Proposal[] {
  return card.items.map((item) => propose(item, records));
}

/**
 * The score of what a reviewer entered, 0 … 100: items that do not apply (`null`) count neither way, a fatal item that is
 * missed makes it 0. `missed` names those.
 */
export function scoreOf(card: Scorecard, points: FilledCard['points'], missed: readonly string[]): number {
  const given = new Map(Object.entries(points));
  if (card.items.some((it) => it.fatal && missed.includes(it.id))) return 0;
  const counted = card.items.filter((it) => it.weight > 0 && (given.get(it.id) ?? null) !== null);
  const most = counted.reduce((sum, it) => sum + it.weight, 0);
  if (most === 0) return 100;
  const reached = counted.reduce(
    (sum, it) => sum + Math.min(it.weight, Math.max(0, given.get(it.id) ?? 0)),
    0,
  );
  return Math.round((reached / most) * 100);
}
