import { describe, expect, it } from 'vitest';
import { findOffers, type Offer, type OfferShelf, type OfferWish, suggestOffers } from '@/lib/offers';
import type { PersonalScript } from '@/lib/personal';
import { builtInPaths } from '@/scripts/tactful/book-files';
import { openEngine } from '@/scripts/tactful/open-engine';
import { book } from '../agent/fixtures';
import { HUNDRED } from '../search/shop-terms';

const mine = (more: Partial<PersonalScript>): PersonalScript => ({
  id: 'own/mine',
  language: 'en',
  text: 'Let me put that right for you.',
  move: ['ownership'],
  scenario: ['price-drop'],
  keys: ['mend'],
  opening: false,
  savedAt: 1,
  ...more,
});
const shelf = (more: Partial<OfferShelf> = {}): OfferShelf => ({
  books: [book],
  uses: new Map(),
  authority: 'agent',
  ...more,
});
const wish = (more: Partial<OfferWish> = {}): OfferWish => ({
  language: 'en',
  scenarios: [{ id: 'price-drop', score: 0.8 }],
  moves: [],
  movesSaid: [],
  said: [],
  market: null,
  tone: null,
  fault: null,
  ...more,
});
const NOW = 1_800_000_000_000;

describe('what an agent is offered', () => {
  it('stands with the agent’s own sentences beside the trainers’', () => {
    const offers = suggestOffers(shelf({ personal: [mine({})] }), wish());
    expect(offers.map((it) => [it.script.id, it.own])).toContainEqual(['own/mine', true]);
    expect(offers.map((it) => it.script.id)).toContain('price-drop/apology');
  });

  it('has an opening line of the agent’s own for every conversation', () => {
    const offers = suggestOffers(
      shelf({ personal: [mine({ opening: true, text: 'Hello, Lin here.' })] }),
      wish({ scenarios: [{ id: 'allergy', score: 1 }] }),
    );
    expect(offers[0]).toMatchObject({ own: true, script: { text: 'Hello, Lin here.' } });
  });

  it('has no sentence in another language', () => {
    const offers = suggestOffers(shelf({ personal: [mine({ language: 'zh-Hans' })] }), wish());
    expect(offers.some((it) => it.own)).toBe(false);
  });

  it('says whose consent a remedy needs', () => {
    const needs = (authority: OfferShelf['authority']) =>
      findOffers(shelf({ authority }), 'refund', wish(), NOW)[0]?.needs;
    expect([needs('agent'), needs('supervisor')]).toEqual(['supervisor', null]);
  });

  it.each([
    ['a word', 'grateful', ['price-drop/thanks']],
    ['a typo', 'greatful', ['price-drop/thanks']],
    ['the name of a remedy', 'refund-difference', ['price-drop/remedy']],
    ['the name of a move', 'apology', ['price-drop/apology']],
    ['a key of one’s own', 'mend', ['own/mine']],
    ['nothing', '', []],
  ])('is found by %s', (_, query, ids) => {
    const found = findOffers(shelf({ personal: [mine({})] }), query, wish(), NOW);
    expect(found.map((it) => it.script.id)).toEqual(ids);
  });

  it('finds a sentence that was saved meanwhile', () => {
    const before = shelf({ personal: [] });
    expect(findOffers(before, 'mend', wish(), NOW)).toEqual([]);
    expect(findOffers({ ...before, personal: [mine({})] }, 'mend', wish(), NOW)).toHaveLength(1);
  });

  it('leaves out what was said already in this conversation', () => {
    const said = ['I am sorry, the price dropped too soon.'];
    expect(suggestOffers(shelf(), wish({ said })).map((it) => it.script.id)).not.toContain(
      'price-drop/apology',
    );
  });
});

describe('a hundred words of the shop by their initials', () => {
  const hans = openEngine(builtInPaths(), false).books.find((it) => it.language === 'zh-Hans');
  const said = (term: string): boolean => hans?.scripts.some(({ text }) => text.includes(term)) ?? false;
  // What the built-in book does not say an agent will: one sentence each.
  const missing = HUNDRED.map(([, term]) => term).filter((term) => !said(term));
  const full = shelf({
    books: hans === undefined ? [] : [hans],
    personal: missing.map((term, index) =>
      mine({
        id: `own/${index}`,
        language: 'zh-Hans',
        text: `您说的${term}，我来给您看看。`,
        keys: [],
        scenario: [],
      }),
    ),
  });

  it('are a hundred, and the book says four in ten of them', () => {
    expect(new Set(HUNDRED.map(([, term]) => term)).size).toBe(100);
    expect(missing.length).toBeLessThan(60);
  });

  it.each(HUNDRED.map(([initials, term]) => ({ initials, term })))(
    '$initials finds $term',
    ({ initials, term }) => {
      const first = findOffers(full, initials, wish({ language: 'zh-Hans' }), NOW).slice(0, 3);
      // Who looks for 道歉 wants what apologises, whatever its words.
      const does = ({ script }: Offer): boolean =>
        script.move.some((id) => hans?.moves.find((it) => it.id === id)?.title === term);
      expect(first.filter((it) => it.script.text.includes(term) || does(it))).not.toEqual([]);
    },
  );
});
