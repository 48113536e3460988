import type { Outcome } from '@/lib/phrasebook/vocabulary';
import type { GoodReply } from '@/lib/review';
import type { Changes } from './changes';
import { storeKeys } from './keys';
import { withOutcome } from './outcome';
import type { Engine, KeptReply } from './tables';

/** More of one browser or bundle than anybody reads; the best stay. */
const MOST = 500;

/** Good replies that agents offered: QA picks some for the trainers. */
export interface GoodReplies {
  /** Keeps a reply unless the same words are there already; gives whether it was new. */
  add(reply: Omit<KeptReply, 'picked' | 'outcome'>): Promise<boolean>;
  /** Since a time, best first and of these the newest. */
  best(since: number): Promise<KeptReply[]>;
  /** Everything of one origin, newest first. */
  of(origin: string): Promise<KeptReply[]>;
  count(origin: string): Promise<number>;
  pick(id: string, by: string, at: number): Promise<void>;
  unpick(id: string): Promise<void>;
  /** What was picked, newest first: the trainers' inbox. */
  picked(): Promise<KeptReply[]>;
  settle(id: string, outcome: Outcome | null): Promise<void>;
  /** Deletes what was written before that time. */
  purge(before: number): Promise<number>;
  /** Forgets what came from one origin; `unpicked`: but for what became a proposal. */
  forget(origin: string, which?: 'all' | 'unpicked'): Promise<void>;
}

export function createGoodReplies(engine: Engine, changes: Changes): GoodReplies {
  const changed = (): void => changes.announce(storeKeys.goodReplies);
  const edit = async (id: string, work: (reply: KeptReply) => KeptReply): Promise<void> => {
    await engine.write(['goodReplies'], 'strict', async (tx) => {
      const reply = await tx.get('goodReplies', id);
      if (reply !== undefined) await tx.put('goodReplies', work(reply));
    });
    changed();
  };
  const all = (): Promise<KeptReply[]> =>
    engine.read(['goodReplies'], (tx) => tx.list('goodReplies', { index: 'at', reverse: true }));
  const drop = async (isGone: (reply: KeptReply) => boolean): Promise<number> => {
    const gone = await engine.write(['goodReplies'], 'strict', async (tx) => {
      const found = (await tx.list('goodReplies')).filter(isGone);
      for (const { id } of found) await tx.delete('goodReplies', id);
      return found.length;
    });
    if (gone > 0) changed();
    return gone;
  };
  return {
    async add(reply) {
      const isNew = await engine.write(['goodReplies'], 'strict', async (tx) => {
        const known = (await tx.list('goodReplies')).filter((it) => it.origin === reply.origin);
        if (known.some((it) => it.id === reply.id || it.text === reply.text)) return false;
        const [worst] = known
          .filter((it) => it.picked === null)
          .sort((a, b) => a.grade - b.grade || a.at - b.at);
        if (known.length >= MOST && worst !== undefined) await tx.delete('goodReplies', worst.id);
        await tx.put('goodReplies', { ...reply, picked: null });
        return true;
      });
      if (isNew) changed();
      return isNew;
    },
    best: async (since) =>
      (await engine.read(['goodReplies'], (tx) => tx.list('goodReplies', { index: 'at', from: since }))).sort(
        (a, b) => b.grade - a.grade || b.at - a.at,
      ),
    of: async (origin) => (await all()).filter((it) => it.origin === origin),
    count: async (origin) => (await all()).filter((it) => it.origin === origin).length,
    pick: (id, by, at) => edit(id, (reply) => ({ ...reply, picked: { by, at } })),
    unpick: (id) => edit(id, (reply) => ({ ...reply, picked: null })),
    picked: async () => (await all()).filter((it) => it.picked !== null),
    settle: (id, outcome) => edit(id, (reply) => withOutcome(reply, outcome)),
    purge: (before) => drop((it) => it.at < before && it.picked === null),
    async forget(origin, which = 'all') {
      await drop((it) => it.origin === origin && (which === 'all' || it.picked === null));
    },
  };
}

/** A reply as a bundle carries it: what others made of it stays where it was made. */
export function replyOf({ origin: _, picked: __, outcome: ___, ...reply }: KeptReply): GoodReply {
  return reply;
}
