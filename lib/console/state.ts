import type { Composer, Span } from '@/lib/composer';
import type { Market, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { type ConsoleFlag, type ConversationMemory, NOTHING_REMEMBERED } from '@/lib/rpc';
import { type Checked, NOTHING_FOUND } from './checking';
import { type Conversation, NO_CONVERSATION } from './conversation';

/** Why the card is open: the caret moved into marked words, somebody asked for it, or asked to work in it by keyboard. */
export type CardReason = 'caret' | 'asked' | 'entered';

export interface OpenCard {
  /** Index in `flags` of the one the card is about. */
  readonly index: number;
  readonly reason: CardReason;
}

/** The live view of one frame's console; a new object after each change. */
export interface ConsoleState {
  readonly mode: 'loading' | 'on' | 'paused' | 'stale';
  readonly composer: Composer | null;
  readonly focused: boolean;
  readonly composing: boolean;
  /** When the composer was focused last, epoch ms. */
  readonly focusedAt: number;
  readonly draft: string;
  /** Where the caret was last seen in the composer. */
  readonly caret: Span | null;
  /** What was found, and what of it the agent wants to see. */
  readonly checked: Checked;
  readonly flags: readonly ConsoleFlag[];
  /** Marks of a second look: shown and reported beside the flags, and no more than that. */
  readonly beside: readonly ConsoleFlag[];
  readonly card: OpenCard | null;
  readonly conversation: Conversation;
  readonly corrected: ScenarioId | null;
  readonly market: Market | null;
  readonly memory: ConversationMemory;
  /** Counts up a quiet second after typing: what a screen reader may be told. */
  readonly quiet: number;
}

export const AT_REST: ConsoleState = {
  mode: 'loading',
  composer: null,
  focused: false,
  composing: false,
  focusedAt: 0,
  draft: '',
  caret: null,
  checked: NOTHING_FOUND,
  flags: [],
  beside: [],
  card: null,
  conversation: NO_CONVERSATION,
  corrected: null,
  market: null,
  memory: NOTHING_REMEMBERED,
  quiet: 0,
};

/** What happened in a frame, as far as the card cares. */
export interface CardMoment {
  /** The draft is another than before. */
  readonly typed: boolean;
  /** The selection is another than before. */
  readonly moved: boolean;
  readonly focused: boolean;
  readonly caret: Span | null;
  /** The flag whose card was closed by hand, by key: it stays shut until the caret leaves it. */
  readonly shut: string | null;
}

/** Which card is open after a frame: typing never opens one, moving the caret into marked words does. */
export function cardAfter(
  card: OpenCard | null,
  flags: readonly ConsoleFlag[],
  moment: CardMoment,
): OpenCard | null {
  const { caret } = moment;
  const at = caret === null || caret.start !== caret.end ? -1 : flagAt(flags, caret.start);
  if (moment.typed) return card !== null && at !== -1 ? { index: at, reason: card.reason } : null;
  if (!moment.moved || !moment.focused) return card !== null && flags[card.index] !== undefined ? card : null;
  if (at === -1 || flagName(flags[at]) === moment.shut) return null;
  return card?.index === at ? card : { index: at, reason: 'caret' };
}

/** The flag a caret stands in or at the edge of, `-1` for none. */
export function flagAt(flags: readonly ConsoleFlag[], offset: number): number {
  return flags.findIndex(({ start, end }) => start <= offset && offset <= end);
}

/** The flag after an offset, round the end; `-1` when there are none. */
export function flagAfter(flags: readonly ConsoleFlag[], offset: number): number {
  const next = flags.findIndex(({ start }) => start > offset);
  return next === -1 && flags.length > 0 ? 0 : next;
}

/** Words and rule name a flag while the draft changes around it. */
export function flagName(flag: ConsoleFlag | undefined): string | null {
  return flag === undefined ? null : `${flag.rule}\n${flag.text}`;
}
