import { moveName, scenarioName } from '@/lib/i18n';
import type { Book, Scenario, Script, Variable } from '@/lib/phrasebook';
import {
  AUTHORITIES,
  type Authority,
  type Language,
  MOVES,
  type ScenarioId,
} from '@/lib/phrasebook/vocabulary';
import { type CheckContext, type CheckResult, type Suggestion, suggestScripts } from '@/lib/reply';
import type { ConsoleSnapshot } from '@/lib/rpc';
import { searchScripts } from './script-search';

/** Checks a draft: a pure call of lib/reply over the books at hand. */
export type Check = (draft: string, context: CheckContext) => CheckResult;

/** What the panel takes from the store. */
export interface PanelShelf {
  /** The books in force, scripts and steps included. */
  books: readonly Book[];
  /** How often each script was inserted, by script id. */
  uses: ReadonlyMap<string, number>;
  /** What this agent may grant alone. */
  authority: Authority;
}

/** A script on offer, ready to be shown. */
export interface Offer {
  script: Script;
  language: Language;
  variables: readonly Variable[];
  uses: number;
  /** Whose consent its remedy needs beyond the agent's; `null`: none. `undefined`: it grants nothing. */
  needs: Authority | null | undefined;
  reason: Suggestion['reason'];
}

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

function offerOf(shelf: PanelShelf, book: Book, script: Script, reason: Suggestion['reason']): Offer {
  const remedy = book.remedies.find((it) => it.id === script.remedy);
  const allowed = remedy && AUTHORITIES.indexOf(remedy.authority) <= AUTHORITIES.indexOf(shelf.authority);
  return {
    script,
    language: book.language,
    variables: book.variables,
    uses: shelf.uses.get(script.id) ?? 0,
    needs: remedy === undefined ? undefined : allowed ? null : remedy.authority,
    reason,
  };
}

/** Scripts for what the draft still lacks, best first. */
export function suggestOffers(
  shelf: PanelShelf,
  snapshot: Pick<ConsoleSnapshot, 'corrected' | 'scenarios' | 'moves' | 'market'>,
  language: Language,
): Offer[] {
  const { corrected, market } = snapshot;
  const guessed = snapshot.scenarios.filter(({ id }) => id !== corrected);
  const scenarios = corrected ? [{ id: corrected, score: 1 }, ...guessed] : guessed;
  const suggestions = suggestScripts(shelf.books, {
    scenarios: scenarios.length > 0 ? scenarios : [{ id: 'other', score: 1 }],
    moves: snapshot.moves,
    language,
    usage: shelf.uses,
    ...(market ? { market } : {}),
  });
  return suggestions.flatMap(({ book: id, script, reason }) => {
    const book = shelf.books.find((it) => it.id === id);
    return book ? [offerOf(shelf, book, script, reason)] : [];
  });
}

/** At most so many are listed; a longer list is a sign to write another word. */
const FOUND_AT_MOST = 30;

/** Scripts of one language with all the words that were typed; scenario and move names count as words of theirs. */
export function searchOffers(shelf: PanelShelf, query: string, language: Language): Offer[] {
  const items = shelf.books
    .filter((book) => book.language === language)
    .flatMap((book) =>
      book.scripts.map((script) => ({
        book,
        script,
        names: [
          ...script.scenario.map(scenarioName),
          ...script.move.filter((it) => MOVES.includes(it)).map(moveName),
        ],
      })),
    );
  return searchScripts(items, query)
    .slice(0, FOUND_AT_MOST)
    .map(({ book, script }) => offerOf(shelf, book, script, []));
}
