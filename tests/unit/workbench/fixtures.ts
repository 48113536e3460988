import type { OwnBook } from '@/lib/phrasebook';

/** A small whole book: one rule, one script, one list. */
export function smallBook(change: Partial<OwnBook> = {}): OwnBook {
  return {
    id: 'own/small',
    name: 'Small',
    language: 'en',
    version: 1,
    license: 'CC0',
    lists: { you: ['you', 'u'] },
    taboos: [
      {
        id: 'blame/read',
        category: 'blame',
        severity: 'high',
        flag: ['@you should have read'],
        why: 'It tells them that they are at fault.',
        instead: ['I should have made that clearer.'],
        examples: {
          flag: ['[[You should have read]] the page.'],
          pass: ['I should have read your note.'],
        },
      },
    ],
    absences: [],
    softenings: [],
    scenarios: [],
    moves: [],
    commitments: [],
    scripts: [
      {
        id: 'thanks-1',
        scenario: ['other'],
        move: ['thanks'],
        text: 'Thank you for telling us.',
        tone: 'warm',
        fault: 'any',
      },
    ],
    remedies: [],
    variables: [],
    ...change,
  };
}
