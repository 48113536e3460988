import { findOffers, type Offer, type OfferShelf, suggestOffers } from '@/lib/offers';
import type { Variable } from '@/lib/phrasebook';
import { blanksIn } from '@/lib/phrasebook/runtime';
import { blanksToAsk } from '@/lib/reply';
import type { ScriptQuestion, ScriptRow } from '@/lib/rpc';
import type { Repositories } from '@/lib/store';
import { settings } from '@/lib/store/settings';

/** Answers the palette; what it knows of the store is read again after every change of it. */
export interface Palette {
  find(question: ScriptQuestion): Promise<ScriptRow[]>;
}

type Kept = Omit<OfferShelf, 'authority'>;

const SUGGESTED = 9;

export function createPalette(
  { shelf, scriptUses, personalScripts, changes }: Repositories,
  now: () => number,
  signal: AbortSignal = new AbortController().signal,
): Palette {
  let books: Promise<Kept['books']> | undefined;
  let personal: Promise<NonNullable<Kept['personal']>> | undefined;
  let uses: Promise<Pick<Kept, 'uses' | 'removed' | 'usedAt'>> | undefined;
  changes.listen((keys) => {
    for (const [first] of keys) {
      if (first === 'books') books = undefined;
      if (first === 'personalScripts') personal = undefined;
      if (first === 'scriptUsage') uses = undefined;
    }
  }, signal);

  const readUses = async (): Promise<Pick<Kept, 'uses' | 'removed' | 'usedAt'>> => {
    const used = await scriptUses.list().catch(() => []);
    return {
      uses: new Map(used.map((it) => [it.script, it.count])),
      removed: new Map(used.flatMap((it) => (it.removed ? [[it.script, it.removed] as const] : []))),
      usedAt: new Map(used.map((it) => [it.script, it.lastUsedAt])),
    };
  };
  const current = async (): Promise<OfferShelf> => {
    books ??= shelf.books();
    personal ??= personalScripts.list().catch(() => []);
    uses ??= readUses();
    return {
      books: await books,
      personal: await personal,
      ...(await uses),
      authority: await settings.authority.getValue(),
    };
  };

  return {
    async find({ query, ...wish }) {
      const offered = await current();
      const offers =
        query.trim() === ''
          ? suggestOffers(offered, wish, SUGGESTED)
          : findOffers(offered, query, wish, now());
      return offers.map(rowOf);
    },
  };
}

/** Only the blanks a script has, and what they are worked out from, go along. */
function rowOf({ script, language, own, uses, variables, needs, reason }: Offer): ScriptRow {
  const ids = new Set([...blanksIn(script.text).map((it) => it.id), ...blanksToAsk(script.text, variables)]);
  const wanted: Variable[] = variables.filter((it) => ids.has(it.id));
  return {
    script: script.id,
    text: script.text,
    language,
    own,
    uses,
    variables: wanted,
    reason,
    move: script.move,
    needs: needs ?? null,
  };
}
