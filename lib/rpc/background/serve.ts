import { browser } from 'wxt/browser';
import type { Site } from '@/lib/sites';
import {
  CHANNELS,
  type Channel,
  type Envelope,
  POLICY,
  type Request,
  type Response,
  type RpcProblem,
} from '../channels';
import { messenger } from '../messenger';
import { type Caller, callerOf } from './caller';
import { requestSchemas } from './channel-schemas';
import { createRateLimit } from './rate';

export type Handlers = {
  readonly [C in Channel]: (request: Request<C>, caller: Caller) => Promise<Response<C>>;
};

export interface ServeOptions {
  /** Whether this site is switched on: a content script that outlived its permission is refused. */
  isOn: (site: Site) => Promise<boolean>;
  now?: () => number;
  /** Hears of refusals and failures, for the extension's own console; no request is ever passed on. */
  report?: (channel: Channel, problem: RpcProblem) => void;
}

type Sender = Parameters<typeof callerOf>[0];

/** One request from the wire to its envelope: sender, size, rate, shape, then the work. Exported for tests. */
export function createGate(handlers: Handlers, { isOn, now = Date.now, report }: ServeOptions) {
  const rate = createRateLimit();

  const pass = async <C extends Channel>(channel: C, data: unknown, sender: Sender): Promise<Envelope<C>> => {
    const policy = POLICY[channel];
    const own = { id: browser.runtime.id, origin: browser.runtime.getURL('/').replace(/\/$/, '') };
    const caller = callerOf(sender, own);
    if (caller === null || !policy.from.includes(caller.kind))
      return refuse({ kind: 'refused', why: 'sender' });
    if (measured(data) > policy.limit) return refuse({ kind: 'too-large', limit: policy.limit });
    const taken = rate.take(`${channel} ${caller.tabId ?? 'page'}`, policy.perMinute, now());
    if (!taken.ok) return refuse({ kind: 'too-often', retryAfter: taken.retryAfter });
    const parsed = requestSchemas[channel].safeParse(data);
    if (!parsed.success)
      return refuse({ kind: 'invalid', path: parsed.error.issues[0]?.path.join('.') ?? '' });
    if (caller.kind === 'content' && !policy.whenOff && !(await isOn(caller.site))) {
      return refuse({ kind: 'refused', why: 'site-off' });
    }
    return { ok: true, value: await handlers[channel](parsed.data, caller) };
  };

  const refuse = (problem: RpcProblem): { ok: false; problem: RpcProblem } => ({ ok: false, problem });

  return async <C extends Channel>(channel: C, data: unknown, sender: Sender): Promise<Envelope<C>> => {
    const envelope = await pass(channel, data, sender).catch((error: unknown) =>
      refuse({ kind: 'failed', error: error instanceof Error ? error.name : 'unknown' }),
    );
    if (!envelope.ok) report?.(channel, envelope.problem);
    return envelope;
  };
}

/** Characters of a request as JSON; what cannot be written as JSON is too large for everything. */
function measured(data: unknown): number {
  try {
    return JSON.stringify(data)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Answers every channel in this context (the background) until the extension ends. Call it synchronously at start. */
export function serve(handlers: Handlers, options: ServeOptions): void {
  const gate = createGate(handlers, options);
  const onMessage = messenger.onMessage as unknown as (
    type: Channel,
    listener: (message: { data: unknown; sender: Sender }) => Promise<Envelope<Channel>>,
  ) => void;
  for (const channel of CHANNELS) onMessage(channel, ({ data, sender }) => gate(channel, data, sender));
}
