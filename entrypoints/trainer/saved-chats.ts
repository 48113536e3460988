import type { Repositories, SentRecord } from '@/lib/store';
import { amountsOf, type MessageSet, type SavedMessage } from '@/lib/workbench';

/** Id of the set that is made of what agents here sent in spite of a flag. */
export const SENT = 'sent';

const messageOf = ({ sentAt, scenario, flags }: SentRecord): SavedMessage => ({
  text: flags.map(({ before, text, after }) => `${before}${text}${after}`).join('\n'),
  who: 'agent',
  at: sentAt,
  verdict: null,
  scenario,
});

/** What agents at this browser sent in spite of a flag, as messages. */
export const sentMessages = async ({ sent }: Pick<Repositories, 'sent'>): Promise<SavedMessage[]> =>
  (await sent.list()).map(messageOf);

/** The messages of a set. */
export const messagesOf = (own: Repositories, set: string): Promise<SavedMessage[]> =>
  set === SENT ? sentMessages(own) : own.savedMessages.read(set);

/** Keeps messages as a new set. */
export async function keepMessages(
  { savedMessages }: Pick<Repositories, 'savedMessages'>,
  name: string,
  messages: readonly SavedMessage[],
  now: number,
): Promise<MessageSet> {
  const set: MessageSet = { id: crypto.randomUUID(), name, savedAt: now, ...amountsOf(messages) };
  await savedMessages.save(set, messages);
  return set;
}

/** Deletes a set; gives the way back. */
export async function dropMessages(
  { savedMessages }: Pick<Repositories, 'savedMessages'>,
  set: MessageSet,
): Promise<() => Promise<void>> {
  const messages = await savedMessages.read(set.id);
  await savedMessages.remove(set.id);
  return () => savedMessages.save(set, messages);
}
