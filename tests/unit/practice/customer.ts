import type { Category, MoveId, Severity } from '@/lib/phrasebook/vocabulary';
import { type PracticeCase, practiceCaseSchema, type ReadFlag, type ReplyReading } from '@/lib/practice';

/** A short customer for the tables: two nodes, every kind of condition. */
export function customer(): PracticeCase {
  return practiceCaseSchema.parse({
    id: 'test-en',
    story: 'test',
    language: 'en',
    level: 'easy',
    shop: 'Shop',
    customer: 'Customer',
    title: 'Title',
    about: 'About',
    facts: ['Fact'],
    scenario: 'other',
    patience: 4,
    topics: { boss: { says: ['my boss'] } },
    opens: ['It is broken', 'What now?'],
    start: 'first',
    leaves: ['Goodbye.'],
    nodes: {
      first: {
        better: 'Sorry, here is a new one.',
        tired: ['You said that.'],
        branches: [
          { when: { taboo: ['blame'] }, says: ['My fault?'], patience: -1 },
          { when: { taboo: true }, says: ['Ouch.'] },
          {
            when: { moves: ['apology', 'remedy'] },
            says: ['Fine.'],
            to: 'second',
            achieves: 'solved',
            patience: 1,
          },
          { when: { topics: ['boss'] }, says: ['When?'], to: 'second', achieves: 'reported' },
          { when: { moves: ['remedy'] }, says: ['No sorry?'], achieves: 'way-out' },
          { when: { soFar: ['apology', 'thanks'] }, says: ['Polite.'] },
          { when: { moves: ['thanks'], lacks: ['empathy'] }, says: ['Cold.'] },
          { says: ['So?'], again: ['So what?'], patience: -1 },
        ],
      },
      second: {
        better: 'By Friday, and I will check back.',
        tired: ['Again?'],
        branches: [
          { when: { moves: ['commitment'] }, says: ['Thanks.'], ends: 'settled' },
          { says: ['By when?'], patience: -1 },
        ],
      },
    },
  });
}

export function flag(category: Category, severity: Severity, text = 'words'): ReadFlag {
  return {
    rule: 'rule',
    category,
    severity,
    start: 0,
    end: text.length,
    text,
    why: 'why',
    instead: ['better'],
  };
}

export function reading(moves: MoveId[] = [], flags: ReadFlag[] = [], topics: string[] = []): ReplyReading {
  return { moves, flags, topics };
}
