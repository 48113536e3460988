import type { ModelFile, Reading } from '@/lib/classifier';
import type { SiteProfile } from '@/lib/console';
import type { SaidPromise } from '@/lib/ledger';
import type { Offer, OfferWish } from '@/lib/offers';
import type { Authority, Category, Language, Market, MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { SentFlag, SentRecord } from '@/lib/review';
import type { SiteState } from '@/lib/sites';
import type { BookParcel, Counted, ModelVerdict } from '@/lib/store';
import type { ConsoleCommand } from './console-port';

/**
 * Everything that can be asked of the background, channel by channel: one place where request, answer, who may ask
 * and how much stand together. Types and plain data only, so a content script may import it for free.
 */
export interface Channels {
  /** The rules in force; books whose tag the frame already has are only named in `keep`. */
  getBooks: {
    request: { have: Readonly<Record<string, string>> };
    response: { books: BookParcel[]; keep: string[]; store: 'disk' | 'memory' };
  };
  /** A message left with a flag standing. It is masked and cut by the receiver. */
  recordSent: {
    request: SentReport;
    response: { kept: boolean };
  };
  /** A message without a flag that makes several moves; only where the agent offers hers. Masked by the receiver. */
  recordReply: { request: ReplyReport; response: { kept: boolean } };
  /** A dismissal that outlives the message; `site` is always the caller's own. */
  recordDismissal: {
    request: DismissalReport;
    response: { id: string };
  };
  undoDismissal: {
    request: { id: string };
    response: { undone: boolean };
  };
  /** A message left with promises in it. Their sentences are masked by the receiver, the customer's only make marks. */
  recordPromises: {
    request: PromiseReport;
    response: { kept: number };
  };
  /** A page changed the ledger: reminders and badge are worked out anew. */
  lookAtLedger: { request: Record<string, never>; response: null };
  /** Looks at the subscriptions that are on, or at one of them, now; and sets the alarm for the next time. */
  checkSubscriptions: { request: { url?: string }; response: null };
  correctScenario: {
    request: CorrectionReport;
    response: { id: string };
  };
  /** A script was inserted; `removed`: it was taken out again before the message went off. */
  useScript: { request: { script: string; language?: Language; removed?: true }; response: null };
  /** Scripts for the palette: found by the query, or the best for the conversation where there is none. */
  findScripts: { request: ScriptQuestion; response: { rows: ScriptRow[] } };
  /** Adds to today's counts; `mendedRule` says whose flag was mended, in the book of which language. */
  count: {
    request: Partial<Record<Counted, number>> & { mendedRule?: string; language?: Language };
    response: null;
  };
  /** What holds for the caller's site, or for `site` when a page asks. */
  siteState: { request: { site?: string }; response: SiteState };
  /** What was taught or is known of the caller's own site, `null` where everything is guessed. */
  getProfile: { request: Record<string, never>; response: { profile: SiteProfile | null } };
  /** Selectors an agent clicked together; they are kept for the caller's own site and no other. */
  teachSite: {
    request: Pick<SiteProfile, 'composer' | 'log' | 'customer' | 'agent' | 'send'>;
    response: { kept: boolean };
  };
  /** Puts badge, card and guard into the caller's frame: a frame in which nobody types never carries them. */
  showInterface: { request: Record<string, never>; response: { shown: boolean } };
  /** The key that is set for a command now, as people read it; `null` where none is. */
  keyOf: { request: { command: ConsoleCommand }; response: { key: string | null } };
  /** The trained model of a language, and its reader into the caller's frame; `null` where `have` names the one in use. */
  getModel: {
    request: { reading: Reading; have: string | null };
    response: { tag: string; model: ModelFile | null };
  };
  /** What may be said instead of an offence of this kind, what fits the scenario first. */
  sayInstead: {
    request: { category: Category; language: Language; scenario: ScenarioId | null };
    response: { instead: string[] };
  };
  /** What the agent said of a mark of the trained model. Its text is masked by the receiver. */
  recordVerdict: { request: VerdictReport; response: { kept: boolean } };
  undoVerdict: { request: { id: string }; response: { undone: boolean } };
  /** The agent wants no second look, or wants it again. */
  secondLook: { request: { on: boolean }; response: null };
  /** Opens a surface of ours beside the caller's tab. */
  open: { request: { surface: 'panel' | 'options' | 'practice' }; response: { opened: boolean } };
}
export type Channel = keyof Channels;
export type Request<C extends Channel> = Channels[C]['request'];
export type Response<C extends Channel> = Channels[C]['response'];

/** What the palette asks with each key. */
export interface ScriptQuestion extends OfferWish {
  query: string;
}

/** A script as the palette shows it; `variables` are those of its blanks and of what they are worked out from. */
export interface ScriptRow extends Pick<Offer, 'language' | 'own' | 'uses' | 'variables' | 'reason'> {
  script: string;
  text: string;
  move: readonly MoveId[];
  needs: Authority | null;
}

export interface VerdictReport extends Omit<ModelVerdict, 'site' | 'at'> {}

/** A message that left with flags standing; the receiver masks it and works out the rest. */
export interface SentReport
  extends Pick<
    SentRecord,
    'id' | 'sentAt' | 'language' | 'scenario' | 'market' | 'how' | 'reason' | 'length'
  > {
  /** The message, or as much of it as holds its flags; offsets are in it. */
  text: string;
  flags: readonly Omit<SentFlag, 'book'>[];
  moves: readonly MoveId[];
  /** The customer's last messages, for the marks of the conversation and for its mood; never written. */
  customer: readonly string[];
}

export interface PromiseReport {
  /** Of the message; each promise gets it with its number. */
  id: string;
  language: Language | null;
  scenario: ScenarioId | null;
  /** The customer's last messages, for the marks of the conversation. */
  customer: readonly string[];
  promises: readonly SaidPromise[];
}

export type DismissalReport =
  | { id: string; kind: 'phrase'; rule: string; text: string }
  | { id: string; kind: 'rule'; rule: string }
  | { id: string; kind: 'site' };

export interface ReplyReport {
  language: Language | null;
  scenario: ScenarioId | null;
  text: string;
  moves: readonly MoveId[];
}

export interface CorrectionReport {
  id: string;
  language: Language | null;
  market: Market | null;
  customer: readonly string[];
  guessed: ScenarioId | null;
  scenario: ScenarioId;
}

/** Who may ask: a content script on a switched-on site, a page of the extension, or both. */
export type CallerKind = 'content' | 'page';

export interface Policy {
  from: readonly CallerKind[];
  /** Most characters of JSON in a request. */
  limit: number;
  /** Most requests of one tab in a minute. */
  perMinute: number;
  /** Open to a content script whose site is switched off. */
  whenOff?: true;
}

const BOTH: readonly CallerKind[] = ['content', 'page'];

/**
 * Limits lie far above what a person can do (a busy agent sends four messages a minute) and far below what could fill
 * the disk from a page that took over its renderer.
 */
export const POLICY: Readonly<Record<Channel, Policy>> = {
  getBooks: { from: BOTH, limit: 20_000, perMinute: 120 },
  recordSent: { from: BOTH, limit: 40_000, perMinute: 30 },
  recordReply: { from: BOTH, limit: 8000, perMinute: 30 },
  recordPromises: { from: BOTH, limit: 20_000, perMinute: 30 },
  lookAtLedger: { from: ['page'], limit: 200, perMinute: 240 },
  checkSubscriptions: { from: ['page'], limit: 3000, perMinute: 30 },
  recordDismissal: { from: BOTH, limit: 2000, perMinute: 30 },
  undoDismissal: { from: BOTH, limit: 200, perMinute: 60 },
  correctScenario: { from: BOTH, limit: 20_000, perMinute: 30 },
  useScript: { from: BOTH, limit: 500, perMinute: 60 },
  // One a key: a fast typist strikes 600 a minute.
  findScripts: { from: BOTH, limit: 60_000, perMinute: 900 },
  count: { from: BOTH, limit: 500, perMinute: 120 },
  // How a script learns that its site went off.
  siteState: { from: BOTH, limit: 500, perMinute: 240, whenOff: true },
  getProfile: { from: ['content'], limit: 200, perMinute: 120 },
  teachSite: { from: ['content'], limit: 4000, perMinute: 20 },
  showInterface: { from: ['content'], limit: 200, perMinute: 60 },
  keyOf: { from: BOTH, limit: 200, perMinute: 120 },
  getModel: { from: BOTH, limit: 200, perMinute: 60 },
  sayInstead: { from: BOTH, limit: 200, perMinute: 120 },
  recordVerdict: { from: BOTH, limit: 4000, perMinute: 60 },
  undoVerdict: { from: BOTH, limit: 200, perMinute: 60 },
  secondLook: { from: BOTH, limit: 100, perMinute: 20 },
  // Must reach the browser in the same turn as the click, so nothing is looked up before it.
  open: { from: BOTH, limit: 100, perMinute: 20, whenOff: true },
};
export const CHANNELS = /* @__PURE__ */ Object.keys(POLICY) as Channel[];

/** Characters of a reply that is offered: what is longer is no script. */
export const OFFERED_TEXT = 600;
/** A reply of fewer moves cannot reach the grade of a good one: nothing is sent on for it. */
export const OFFERED_MOVES = 4;

/** Characters of a message that a report may carry; more than are kept, so that masking sees whole numbers. */
export const REPORTED_TEXT = 4000;
/** Flags of a message that a report may carry. */
export const REPORTED_FLAGS = 50;
/** Characters around a doubted clause that a report may carry each side; more than are kept. */
export const VERDICT_AROUND = 120;
/** Characters of a sentence that promises, and promises of one message, that a report may carry. */
export const REPORTED_SENTENCE = 300;
export const REPORTED_PROMISES = 8;

export type RpcProblem =
  /** The caller may not use this channel. */
  | { kind: 'refused'; why: 'sender' | 'site-off' }
  /** The request has the wrong shape; `path` leads to the first fault. */
  | { kind: 'invalid'; path: string }
  | { kind: 'too-large'; limit: number }
  | { kind: 'too-often'; retryAfter: number }
  /** The background could not be reached: `orphaned` means the extension was updated or switched off under this page. */
  | { kind: 'unavailable'; why: 'orphaned' | 'no-answer' }
  /** The work itself failed; the name of the error, without its words. */
  | { kind: 'failed'; error: string };

export class RpcError extends Error {
  override readonly name = 'RpcError';
  constructor(
    readonly channel: Channel,
    readonly problem: RpcProblem,
  ) {
    super(`${channel}: ${problem.kind}`);
  }
}

export type Envelope<C extends Channel> =
  | { ok: true; value: Response<C> }
  | { ok: false; problem: RpcProblem };
