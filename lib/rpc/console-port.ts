/**
 * The conversation between a view (panel, palette) and the console runtime of a tab.
 *
 * The view opens the port; every frame of the tab that runs a console answers on it with snapshots, each under its own
 * `frame` token, because one port reaches all frames at once. The view shows the frame whose composer was focused
 * last and addresses its intents to that frame; every intent is answered, also when it failed.
 *
 *   view                                   frame (content script or practice page)
 *     | -- {kind:'hello'} ------------------> |
 *     | <-- {kind:'snapshot', snapshot} ----- |   at once, and after each change (at most one a frame)
 *     | -- {kind:'intent', frame, id, ..} --> |
 *     | <-- {kind:'answer', frame, id, ..} -- |
 *     | <-- {kind:'bye', frame} ------------- |   the composer's page leaves, or the console is switched off
 *
 * Everything here is plain data and types: a content script may import it for free.
 */
import type { Fault, Language, Market, MoveId, ScenarioId, Tone } from '@/lib/phrasebook/vocabulary';
import type { DraftNotice, Flag } from '@/lib/reply';

/** Name of the port towards content scripts; a practice page listens on `console:<its tab id>` instead. */
export const CONSOLE_PORT = 'console';
export const practicePortName = (tabId: number): string => `${CONSOLE_PORT}:${tabId}`;

/** A draft longer than this is cut in a snapshot (UTF-16 units); offsets of flags always refer to the whole draft. */
export const DRAFT_LIMIT = 20_000;

/** What a flag looks like on the wire, a rule's or a model's. Offsets are UTF-16 units into `draft`. */
export interface ConsoleFlag extends Omit<Flag, 'by'> {
  by: 'rule' | 'model';
}

/** Something the whole draft lacks; it has no span. */
export type ConsoleNotice = DraftNotice;

/** A guess, best first; `evidence.message` indexes `conversation.customer` of the same snapshot. */
export interface ConsoleScenario {
  id: ScenarioId;
  score: number;
  evidence: readonly { message: number; start: number; end: number; text: string }[];
}

/**
 * What the agent entered about one conversation. It lives in the memory of that page and nowhere else: closed with the
 * page, found again when the conversation comes back.
 */
export interface ConversationMemory {
  /** Values of blanks by variable id, as typed; `''` where one was emptied by hand. */
  values: Readonly<Record<string, string>>;
  /** Steps and questions that are ticked, by their words. */
  done: readonly string[];
  /** Whose fault it is, and in which tone to answer, where the agent said so. */
  fault: Fault | null;
  tone: Tone | null;
}

export const NOTHING_REMEMBERED: ConversationMemory = { values: {}, done: [], fault: null, tone: null };

export type ComposerKind = 'text-control' | 'editable' | 'site';

export interface ConsoleSnapshot {
  /** Token of the frame, new with each start of its console. */
  frame: string;
  /** Counts up with each snapshot of a frame; an intent names the one it was chosen from. */
  seq: number;
  /** `loading`: the books are not compiled yet. `paused`: nothing is marked. `stale`: extension was updated, reload the page. */
  state: 'loading' | 'on' | 'paused' | 'stale';
  /** Host of the page, as shown to people. */
  site: string;
  /** The composer that was focused last, `null` before the first focus. */
  composer: {
    kind: ComposerKind;
    focused: boolean;
    /** An input method is composing: nothing is checked or inserted meanwhile. */
    composing: boolean;
    /** When it last received focus, epoch ms: the latest frame wins. */
    focusedAt: number;
  } | null;
  draft: string;
  /** The part of the draft that is selected, `''` for none; cut like the draft. */
  selected: string;
  /** Language of the draft, else of the customer, else `null`. */
  language: Language | null;
  market: Market | null;
  flags: readonly ConsoleFlag[];
  notices: readonly ConsoleNotice[];
  /** Moves the draft already makes. */
  moves: readonly MoveId[];
  /** Moves made in the agent's earlier messages. */
  movesSaid: readonly MoveId[];
  scenarios: readonly ConsoleScenario[];
  /** What the agent said the scenario is; it stands before every guess. */
  corrected: ScenarioId | null;
  conversation: {
    /** The customer's last messages, oldest first: ≤20, ≤4,000 characters together. */
    customer: readonly string[];
    /** The agent's own earlier messages, oldest first. */
    agent: readonly string[];
  };
  /** A send that is held: the agent mends it, or releases it, with a reason where the level is critical. */
  held: { level: 'high' | 'critical'; flags: readonly ConsoleFlag[] } | null;
  memory: ConversationMemory;
  /** How many dismissals made in this frame can be undone. */
  undoable: number;
}

/** `flagged`: over the words of the flag at the caret, of the open card or the first one. */
export type InsertWhere = 'caret' | 'end' | 'whole' | 'flagged';
export type DismissScope = 'here' | 'phrase' | 'rule' | 'site';

/** What a view can ask for. Indexes count in the snapshot `seq`; when the flags changed since, the answer is `stale`. */
export type ConsoleIntent =
  | { type: 'replace'; seq: number; flagIndex: number; insteadIndex: number }
  /** `whole` replaces the draft. Blanks must be filled before: a text with `{blank}` in it is refused. */
  | { type: 'insert'; text: string; where: InsertWhere; script?: string }
  /** Moves the caret to the next flag after it, round the end. */
  | { type: 'nextFlag' }
  /** Applies the first replacement of the flag at the caret, or of the only flag. */
  | { type: 'applyFirst' }
  | { type: 'openCard'; seq?: number; flagIndex?: number }
  | { type: 'focusComposer' }
  | { type: 'correctScenario'; scenario: ScenarioId | null }
  /** Replaces the parts that are given. */
  | { type: 'remember'; memory: Partial<ConversationMemory> }
  | { type: 'dismiss'; seq: number; flagIndex: number; scope: DismissScope }
  /** Takes back one dismissal by id, or the latest of this frame. */
  | { type: 'undo'; dismissal?: string }
  /** "Send anyway": the agent presses send again. `reason` as written or picked, `''` for none. */
  | { type: 'release'; reason: string }
  /** Withdraws the question about a held send. */
  | { type: 'mend' };

export type IntentRefusal =
  /** No composer was focused yet, or it left the page. */
  | 'no-composer'
  /** An input method is composing. */
  | 'composing'
  /** The draft changed since the snapshot the intent was chosen from. */
  | 'stale'
  /** The selection moved while inserting. */
  | 'moved'
  /** The page took the text but it is not there: offer to copy it. */
  | 'not-inserted'
  /** The text is in the draft, but not where it was meant to go. */
  | 'misplaced'
  /** The text still has an empty blank. */
  | 'blank-left'
  /** Nothing to do: no flag, no replacement, nothing to undo. */
  | 'nothing'
  /** Critical words need a reason of some length. */
  | 'reason-short'
  /** The store or the extension could not be reached. */
  | 'unavailable'
  /** The frame went away or did not answer in time (made by the client). */
  | 'gone';

export type IntentAnswer = { ok: true; dismissal?: string } | { ok: false; reason: IntentRefusal };

export type ToFrame =
  | { kind: 'hello' }
  | { kind: 'intent'; frame: string; id: number; intent: ConsoleIntent };

export type ToView =
  | { kind: 'snapshot'; snapshot: ConsoleSnapshot }
  | { kind: 'answer'; frame: string; id: number; answer: IntentAnswer }
  | { kind: 'bye'; frame: string };

/** Commands of the keyboard that the background forwards to the active tab's console. */
export const CONSOLE_COMMANDS = ['next-flag', 'apply-first', 'open-card', 'open-palette'] as const;
export type ConsoleCommand = (typeof CONSOLE_COMMANDS)[number];

/** What a frame gives to be shown and steered (see `serveConsole`). */
export interface ConsoleSource {
  /** The state now, without the frame's token and count, which the server adds. */
  snapshot(): Omit<ConsoleSnapshot, 'frame' | 'seq'>;
  /** Calls `changed` after every change of the state, until the signal aborts. */
  subscribe(changed: () => void, signal: AbortSignal): void;
  /** `snapshotAt(seq)` was chosen from; the source compares it with its state now. */
  handle(intent: ConsoleIntent): Promise<IntentAnswer>;
}

/** What a view holds (see `openConsole`). */
export interface ConsoleView {
  /** Snapshot of the frame that wins, `null` when no console answers in this tab. */
  readonly current: ConsoleSnapshot | null;
  subscribe(changed: (snapshot: ConsoleSnapshot | null) => void): () => void;
  send(intent: ConsoleIntent): Promise<IntentAnswer>;
}
