import type { CompiledBook } from '@/lib/phrasebook/runtime';
import { MOVES, type MoveId } from '@/lib/phrasebook/vocabulary';
import { type CheckContext, check } from '@/lib/reply';
import { compileRules } from '@/lib/rules';
import type { ReplyReading } from './dialogue';
import type { PracticeCase } from './schema';

export type ReadReply = (text: string, said: Pick<CheckContext, 'customer' | 'agent'>) => ReplyReading;

export interface ReplyReader {
  read: ReadReply;
  /** Patterns of topics that do not compile: a fault of the case. */
  problems: string[];
}

/** Reads replies as one played customer does: with the phrasebooks, and with the topics of the case. */
export function createReplyReader(played: PracticeCase, books: readonly CompiledBook[]): ReplyReader {
  const { matcher, problems } = compileRules(
    Object.entries(played.topics).map(([id, { says, notAfter }]) => ({ id, flag: says, notAfter })),
    {},
  );
  return {
    problems: problems
      .filter(({ level }) => level === 'error')
      .map(({ rule, index, message, fix }) => `${rule}[${index}]: ${message} ${fix}`),
    read(text, said) {
      const checked = check(books, text, { ...said, scenario: played.scenario, language: played.language });
      const topics = [...new Set(matcher.scan(text, { overlaps: true }).hits.map(({ id }) => id))];
      const counted = topics.map((id) => played.topics[id]?.counts);
      const made = new Set<MoveId | undefined>([...checked.moves, ...counted]);
      return {
        flags: checked.flags,
        moves: MOVES.filter((move) => made.has(move)),
        topics,
      };
    },
  };
}
