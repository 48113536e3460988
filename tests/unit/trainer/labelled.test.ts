// Before anything that looks for a browser.
import '../fake-extension';

import { describe, expect, it } from 'vitest';
import { judgedClauses, judgedMessages } from '@/entrypoints/trainer/labelled';
import type { ModelVerdict } from '@/lib/store';
import { PROPOSE_LIMITS, type SavedMessage } from '@/lib/workbench';

const said = (text: string, verdict: SavedMessage['verdict'], who: SavedMessage['who'] = 'agent') =>
  ({ text, verdict, who, at: null, scenario: null }) satisfies SavedMessage;
const answered = (text: string, what: ModelVerdict['said']): ModelVerdict => ({
  id: text,
  at: 1,
  site: null,
  language: 'en',
  scenario: null,
  reading: 'en',
  said: what,
  category: 'blame',
  text,
  before: 'Well, ',
  after: ' then.',
  mark: text,
});

describe('messages that people judged', () => {
  it('are the agents’, each once and on one line', () => {
    const messages = [
      said('Read it\n again', 'offence'),
      said('Read it again', 'offence'),
      said('Thank you', 'fine'),
      said('Rude customer', 'offence', 'customer'),
      said('Nobody said', null),
    ];
    expect(judgedMessages(messages, 'en')).toEqual({ bad: ['Read it again'], good: ['Thank you'] });
  });

  it('are of the book’s language', () => {
    const messages = [said('您没看', 'offence'), said('You did not look', 'offence'), said('您 OK', 'fine')];
    expect(judgedMessages(messages, 'en')).toEqual({ bad: ['You did not look'], good: [] });
    expect(judgedMessages(messages, 'zh-Hant')).toEqual({ bad: ['您没看'], good: ['您 OK'] });
  });

  it('are no more than proposals are made from', () => {
    const many = Array.from({ length: 300 }, (_, at) => said(`message ${at}`, at % 2 ? 'fine' : 'offence'));
    const { bad, good } = judgedMessages([...many, said('x'.repeat(601), 'offence')], 'en');
    expect([bad.length, good.length]).toEqual([PROPOSE_LIMITS.bad, 150]);
  });
});

it('answers to the second look stand in what was around them, the clause marked where it hurt', () => {
  expect(judgedClauses([answered('as I said', 'right'), answered('thanks', 'fine')], 'en')).toEqual({
    bad: ['Well, [[as I said]] then.'],
    good: ['Well, thanks then.'],
  });
});
