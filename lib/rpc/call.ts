import { browser } from 'wxt/browser';
import { type Channel, type Envelope, type Request, type Response, RpcError } from './channels';
import { messenger } from './messenger';

/** Whether the extension this script belongs to was updated, removed or switched off under it. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true; // Firefox: the extension's objects are dead
  }
}

/** Asks the background; fails with an `RpcError` whose `problem` says why, and never otherwise. */
export async function call<C extends Channel>(channel: C, request: Request<C>): Promise<Response<C>> {
  let envelope: Envelope<C>;
  try {
    if (isOrphaned()) throw new RpcError(channel, { kind: 'unavailable', why: 'orphaned' });
    // The messenger's own types tie the arguments to a literal channel; ours stays generic.
    const send = messenger.sendMessage as unknown as (
      type: C,
      data: Request<C>,
    ) => Promise<Envelope<C> | undefined>;
    const answer = await send(channel, request);
    if (answer === undefined) throw new RpcError(channel, { kind: 'unavailable', why: 'no-answer' });
    envelope = answer;
  } catch (error) {
    if (error instanceof RpcError) throw error;
    const orphaned = isOrphaned() || /context invalidated/i.test(String(error));
    throw new RpcError(channel, { kind: 'unavailable', why: orphaned ? 'orphaned' : 'no-answer' });
  }
  if (!envelope.ok) throw new RpcError(channel, envelope.problem);
  return envelope.value;
}
