import type { OfferShelf } from '@/lib/offers';
import type { Book, Scenario } from '@/lib/phrasebook';
import type { Language, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type { CheckContext, CheckResult } from '@/lib/reply';
import type { ConsoleSnapshot } from '@/lib/rpc';

/** Checks a draft: a pure call of lib/reply over the books at hand. */
export type Check = (draft: string, context: CheckContext) => CheckResult;

/** What the panel takes from the store. */
export type PanelShelf = OfferShelf;

export const bookOf = (shelf: PanelShelf, language: Language): Book | undefined =>
  shelf.books.find((book) => book.language === language);

/** The scenario the panel works with: what the agent said, else the best guess. */
export const scenarioOf = (snapshot: Pick<ConsoleSnapshot, 'corrected' | 'scenarios'>): ScenarioId | null =>
  snapshot.corrected ?? snapshot.scenarios[0]?.id ?? null;

/** Steps and questions for a scenario, in the language of the conversation. */
export const guideOf = (
  shelf: PanelShelf,
  language: Language,
  scenario: ScenarioId | null,
): Scenario | undefined =>
  scenario === null ? undefined : bookOf(shelf, language)?.scenarios.find((it) => it.id === scenario);
