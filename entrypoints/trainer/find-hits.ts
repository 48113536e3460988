import type { FindHits } from '@/components/trainer';
import type { Repositories } from '@/lib/store';
import { storeKeys } from '@/lib/store';
import { askWorker } from './ask-worker';
import type { HitsAnswer, HitsQuestion } from './hits.worker';
import HitsWorker from './hits.worker?worker';
import { sentMessages } from './saved-chats';

/**
 * Searches what agents wrote in every saved chat, beside the page. The worker starts with the first question, reads the
 * chats anew when they change, and ends with `lifetime`.
 */
export function createHitFinder(own: Repositories, lifetime: AbortSignal): FindHits {
  let ask: ReturnType<typeof askWorker<HitsQuestion>> | null = null;
  let loaded: Promise<unknown> | null = null;
  let searches = 0;
  const load = async (to: NonNullable<typeof ask>): Promise<void> => {
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
  return async (items, lists, signal) => {
    if (ask === null) {
      const worker = new HitsWorker();
      lifetime.addEventListener('abort', () => worker.terminate(), { once: true });
      ask = askWorker<HitsQuestion>(worker);
    }
    loaded ??= load(ask);
    await loaded;
    signal.throwIfAborted();
    const token = ++searches;
    const to = ask;
    const drop = (): void => void to({ kind: 'drop', token });
    signal.addEventListener('abort', drop, { once: true });
    const answer = await to<HitsAnswer>({ kind: 'find', token, items, lists });
    signal.removeEventListener('abort', drop);
    signal.throwIfAborted();
    if (answer === null) throw new DOMException('The search was dropped.', 'AbortError');
    return answer;
  };
}
