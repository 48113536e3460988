import type { ComposerAdapter, ShadowRootOf } from '@/lib/composer';
import type { ConversationSource } from './conversation';
import type { SiteProfile } from './site-profile';

export interface ConsoleOptions {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Extensions may look into closed shadow roots; without this only open ones are followed. */
  readonly shadowRootOf?: ShadowRootOf;
  readonly overrides?: readonly ComposerAdapter[];
  /** A practice chat knows its conversation; omitted: it is read from the page. */
  readonly conversation?: ConversationSource;
  readonly profile?: SiteProfile | null;
  /** Our own element to draw in, at the viewport's origin. */
  readonly layer: () => Element | null;
  /** Whether an event's target is our own card or badge. */
  readonly isOurs: (target: EventTarget | null) => boolean;
  readonly now?: () => number;
}
