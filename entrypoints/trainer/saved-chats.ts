import type { SentRecord } from '@/lib/review';
import type { Repositories } from '@/lib/store';
import { amountsOf, type MessageSet, type SavedMessage, type Verdict } from '@/lib/workbench';

/** Id of the set that is made of what agents here sent in spite of a flag. */
export const SENT = 'sent';

/** The newest messages of the log that are looked at: a team's log can hold a million. */
export const SENT_MOST = 20_000;

const VERDICT: Readonly<Partial<Record<SentRecord['standing'], Verdict>>> = {
  upheld: 'offence',
  coached: 'offence',
  dismissed: 'fine',
};

const messageOf = ({ sentAt, scenario, text, standing }: SentRecord): SavedMessage => ({
  text,
  who: 'agent',
  at: sentAt,
  verdict: VERDICT[standing] ?? null,
  scenario,
});

/** What agents sent in spite of a flag, as messages, with what reviewers said of it. */
export const sentMessages = async ({ sent }: Pick<Repositories, 'sent'>): Promise<SavedMessage[]> =>
  (await sent.list({ limit: SENT_MOST })).map(messageOf);

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
