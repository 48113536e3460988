import type { FindHits, MakeProposals } from '@/components/trainer';
import type { Repositories } from '@/lib/store';
import { storeKeys } from '@/lib/store';
import { askWorker } from './ask-worker';
import type { HitsAnswers, HitsQuestion, HitsSearch } from './hits.worker';
import HitsWorker from './hits.worker?worker';
import { sentMessages } from './saved-chats';

/** What the saved chats are asked while somebody writes rules. */
export interface ChatsDesk {
  find: FindHits;
  propose: MakeProposals;
}

/**
 * Asks what agents wrote in every saved chat, beside the page. The worker starts with the first question, reads the chats
 * anew when they change, and ends with `lifetime`.
 */
export function createChatsDesk(own: Repositories, lifetime: AbortSignal): ChatsDesk {
  let asking: ReturnType<typeof askWorker<HitsQuestion>> | null = null;
  let loaded: Promise<unknown> | null = null;
  let searches = 0;
  const load = async (to: NonNullable<typeof asking>): Promise<void> => {
    const messages = await sentMessages(own);
    for (const { id } of await own.savedMessages.sets()) {
      for (const it of await own.savedMessages.read(id)) if (it.who === 'agent') messages.push(it);
    }
    await to({ kind: 'messages', messages: messages.map(({ text, scenario }) => ({ text, scenario })) });
  };
  own.changes.listen((keys) => {
    const names: readonly string[] = [...storeKeys.messageSets, ...storeKeys.sent];
    if (keys.some(([name]) => name !== undefined && names.includes(name))) loaded = null;
  }, lifetime);
  const ask = async <K extends keyof HitsAnswers>(
    search: HitsSearch & { kind: K },
    signal: AbortSignal,
  ): Promise<HitsAnswers[K]> => {
    if (asking === null) {
      const worker = new HitsWorker();
      lifetime.addEventListener('abort', () => worker.terminate(), { once: true });
      asking = askWorker<HitsQuestion>(worker);
    }
    const to = asking;
    loaded ??= load(to);
    const mine = loaded;
    try {
      await mine;
    } catch (error) {
      // The next question tries again.
      if (loaded === mine) loaded = null;
      throw error;
    }
    signal.throwIfAborted();
    const token = ++searches;
    const drop = (): void => void to({ kind: 'drop', token });
    signal.addEventListener('abort', drop, { once: true });
    const answer = await to<HitsAnswers[K] | null>({ ...search, token });
    signal.removeEventListener('abort', drop);
    signal.throwIfAborted();
    if (answer === null) throw new DOMException('The search was dropped.', 'AbortError');
    return answer;
  };
  return {
    find: (items, lists, signal) => ask({ kind: 'find', items, lists }, signal),
    propose: (wanted, signal) => ask({ kind: 'propose', wanted }, signal),
  };
}
