import { asScripts, PERSONAL_SHELF, type PersonalScript } from '@/lib/personal';
import type { Book, Script, Variable } from '@/lib/phrasebook';
import {
  AUTHORITIES,
  type Authority,
  type Fault,
  type Language,
  type Market,
  type MoveId,
  type ScenarioId,
  type Tone,
} from '@/lib/phrasebook/vocabulary';
import { type ScriptShelf, type SuggestionReason, suggestScripts } from '@/lib/reply';
import { ScriptSearch, type SearchItem } from '@/lib/search';

/** Everything an agent can be offered words from. */
export interface OfferShelf {
  /** The books in force, scripts and steps included. */
  readonly books: readonly Book[];
  readonly personal?: readonly PersonalScript[];
  /** How often each script was inserted, by script id … */
  readonly uses: ReadonlyMap<string, number>;
  /** … taken out again … */
  readonly removed?: ReadonlyMap<string, number>;
  /** … and when it was inserted last, epoch ms. */
  readonly usedAt?: ReadonlyMap<string, number>;
  /** What this agent may grant alone. */
  readonly authority: Authority;
}

/** What is known of the conversation the words are for. */
export interface OfferWish {
  language: Language;
  /** Best first; the one the agent named stands first with score 1. */
  scenarios: readonly { id: ScenarioId; score: number }[];
  moves: readonly MoveId[];
  movesSaid: readonly MoveId[];
  /** The agent's earlier messages. */
  said: readonly string[];
  market: Market | null;
  tone: Tone | null;
  fault: Fault | null;
}

/** A script on offer, ready to be shown. */
export interface Offer {
  script: Script;
  language: Language;
  variables: readonly Variable[];
  /** One of the agent's own sentences. */
  own: boolean;
  uses: number;
  /** Whose consent its remedy needs beyond the agent's; `null`: none. `undefined`: it grants nothing. */
  needs: Authority | null | undefined;
  reason: readonly SuggestionReason[];
}

/** The wish that a console's state amounts to. */
export const wishOf = (
  state: {
    corrected: ScenarioId | null;
    scenarios: readonly { id: ScenarioId; score: number }[];
    moves: readonly MoveId[];
    movesSaid: readonly MoveId[];
    market: Market | null;
    conversation: { agent: readonly string[] };
    memory: { tone: Tone | null; fault: Fault | null };
  },
  language: Language,
): OfferWish => {
  const { corrected, moves, movesSaid, market, memory } = state;
  const guessed = state.scenarios
    .filter(({ id }) => id !== corrected)
    .map(({ id, score }) => ({ id, score }));
  return {
    language,
    scenarios: corrected ? [{ id: corrected, score: 1 }, ...guessed] : guessed,
    moves,
    movesSaid,
    said: state.conversation.agent,
    market,
    tone: memory.tone,
    fault: memory.fault,
  };
};

const offerOf = (
  shelf: OfferShelf,
  book: Book | undefined,
  language: Language,
  script: Script,
  own: boolean,
  reason: readonly SuggestionReason[],
): Offer => {
  const remedy = book?.remedies.find((it) => it.id === script.remedy);
  const allowed = remedy && AUTHORITIES.indexOf(remedy.authority) <= AUTHORITIES.indexOf(shelf.authority);
  return {
    script,
    language,
    variables: book?.variables ?? [],
    own,
    uses: shelf.uses.get(script.id) ?? 0,
    needs: remedy === undefined ? undefined : allowed ? null : remedy.authority,
    reason,
  };
};

const bookOf = ({ books }: OfferShelf, language: Language): Book | undefined =>
  books.find((it) => it.language === language);

const personalShelf = ({ personal = [] }: OfferShelf, language: Language): ScriptShelf => ({
  id: PERSONAL_SHELF,
  language,
  scripts: asScripts(personal, language),
});

/** Scripts for what the draft still lacks, best first. */
export function suggestOffers(shelf: OfferShelf, wish: OfferWish, limit?: number): Offer[] {
  const { language, scenarios, moves, movesSaid, said, market, tone, fault } = wish;
  const own = personalShelf(shelf, language);
  return suggestScripts([...shelf.books, own], {
    scenarios: scenarios.length > 0 ? scenarios : [{ id: 'other', score: 1 }],
    moves,
    movesSaid,
    said,
    language,
    usage: shelf.uses,
    ...(shelf.removed ? { removed: shelf.removed } : {}),
    ...(market ? { market } : {}),
    ...(tone ? { tone } : {}),
    ...(fault ? { fault } : {}),
    ...(limit ? { limit } : {}),
  }).map(({ book: id, script, reason }) => {
    const book = shelf.books.find((it) => it.id === id);
    return offerOf(shelf, book ?? bookOf(shelf, language), language, script, id === PERSONAL_SHELF, reason);
  });
}

interface Searched extends SearchItem {
  script: Script;
  book: Book | undefined;
  own: boolean;
}

/** Indexes are built once for a set of books and sentences: 200 ms for 5,000 scripts. */
const indexes = new WeakMap<
  readonly Book[],
  Map<Language, { personal: unknown; search: ScriptSearch<Searched> }>
>();

function indexOf(shelf: OfferShelf, language: Language): ScriptSearch<Searched> {
  const known = indexes.get(shelf.books) ?? new Map();
  indexes.set(shelf.books, known);
  const before = known.get(language);
  if (before !== undefined && before.personal === shelf.personal) return before.search;
  const items = shelf.books
    .filter((it) => it.language === language)
    .flatMap((book) =>
      book.scripts.map((script) => ({
        text: script.text,
        keys: script.keys ?? [],
        names: namesOf(script, book),
        script,
        book,
        own: false,
      })),
    );
  const book = bookOf(shelf, language);
  const own = personalShelf(shelf, language).scripts.map((script) => ({
    text: script.text,
    keys: script.keys ?? [],
    names: book === undefined ? [] : namesOf(script, book),
    script,
    book,
    own: true,
  }));
  const search = new ScriptSearch<Searched>([...own, ...items]);
  known.set(language, { personal: shelf.personal, search });
  return search;
}

const NAMED = 2;

/** Scenario, move and remedy in the words of the book and by their ids, which are English. */
function namesOf(script: Script, book: Book): string[] {
  const remedy = book.remedies.find((it) => it.id === script.remedy);
  // What fits many things is found by its words, not by the name of each.
  const about = script.scenario.length <= NAMED ? script.scenario : [];
  return [
    ...about.flatMap((id) => [id, book.scenarios.find((it) => it.id === id)?.title ?? '']),
    ...script.move.flatMap((id) => [id, book.moves.find((it) => it.id === id)?.title ?? '']),
    ...(remedy === undefined ? [] : [remedy.kind, remedy.title]),
  ].filter(Boolean);
}

/** At most so many are listed; a longer list is a sign to write another word. */
const FOUND_AT_MOST = 30;

/** Scripts of one language that hold all the words typed, best first; see `ScriptSearch` for what counts as a word. */
export function findOffers(shelf: OfferShelf, query: string, wish: OfferWish, now: number): Offer[] {
  const scenario = new Map(wish.scenarios.map(({ id, score }) => [id, score]));
  return indexOf(shelf, wish.language)
    .find(
      query,
      {
        now,
        uses: ({ script }) => shelf.uses.get(script.id) ?? 0,
        lastUsedAt: ({ script }) => shelf.usedAt?.get(script.id),
        fits: ({ script }) => Math.max(0, ...script.scenario.map((id) => scenario.get(id) ?? 0)),
      },
      FOUND_AT_MOST,
    )
    .filter(({ item }) => wish.market === null || item.script.markets?.includes(wish.market) !== false)
    .map(({ item: { script, book, own } }) => offerOf(shelf, book, wish.language, script, own, []));
}
