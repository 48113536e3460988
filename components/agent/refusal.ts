import { panel } from '@/lib/i18n';
import type { IntentRefusal } from '@/lib/rpc';

/** What happened and what to do, in the agent's words. */
export const refusalText = (reason: IntentRefusal): string => panel(`refusal.${reason}`);

/** Refusals after which the agent is better served by the text itself: it is offered for copying. */
export const offersCopy = (reason: IntentRefusal): boolean =>
  reason === 'no-composer' ||
  reason === 'moved' ||
  reason === 'not-inserted' ||
  reason === 'gone' ||
  reason === 'unavailable';
