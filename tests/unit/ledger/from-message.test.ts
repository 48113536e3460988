import { describe, expect, it } from 'vitest';
import { promisesFrom, type SaidPromise, type ShopHours } from '@/lib/ledger';

const shop: ShopHours = {
  timeZone: 'UTC',
  days: [1, 2, 3, 4, 5, 6, 7],
  opens: 540,
  closes: 1080,
  closedOn: [],
};
const NOON = Date.parse('2026-11-23T12:00:00Z');

const said = (words: string, sentence = words, kind: SaidPromise['kind'] = 'dated'): SaidPromise => ({
  rule: `${kind}/x`,
  kind,
  words,
  sentence,
});
const read = (...promises: SaidPromise[]): string[] =>
  promisesFrom(promises, NOON, shop).map(
    ({ sentence, due }) => `${sentence} ${due === null ? '?' : new Date(due.at).toISOString().slice(5, 16)}`,
  );

describe('the promises of a message', () => {
  it.each<[string, SaidPromise[], string[]]>([
    ['one', [said('今天发货')], ['今天发货 11-23T18:00']],
    [
      'two times in one sentence are two',
      [said('今天发货', '今天发货，明天送到。'), said('明天送到', '今天发货，明天送到。')],
      ['今天发货，明天送到。 11-23T18:00', '今天发货，明天送到。 11-24T18:00'],
    ],
    [
      'one time read by two rules is one',
      [said('两小时内', '两小时内回您'), said('小时内回您', '两小时内回您')],
      ['两小时内回您 11-23T14:00'],
    ],
    [
      'a time the rule’s words cut off is read from the sentence',
      [said('之前回复您', '下午五点之前回复您')],
      ['下午五点之前回复您 11-23T17:00'],
    ],
    [
      'a time that goes on after the rule’s words',
      [said('write to you by 10:00', 'I will write to you by 10:00 tomorrow.')],
      ['I will write to you by 10:00 tomorrow. 11-24T10:00'],
    ],
    [
      'a time that begins before them',
      [said('三点前回复您', '明天下午三点前回复您。')],
      ['明天下午三点前回复您。 11-24T15:00'],
    ],
    [
      'two promises without a comma keep their own times',
      [said('今天发货', '今天发货明天送到。'), said('明天送到', '今天发货明天送到。')],
      ['今天发货明天送到。 11-23T18:00', '今天发货明天送到。 11-24T18:00'],
    ],
    [
      'a day and, after a comma, its hour are one time',
      [
        said('write to you by tomorrow', 'I will write to you by tomorrow, 6 pm at the latest.'),
        said('at the latest', 'I will write to you by tomorrow, 6 pm at the latest.'),
      ],
      ['I will write to you by tomorrow, 6 pm at the latest. 11-24T18:00'],
    ],
    [
      'so they are in Chinese',
      [
        said('明天回复', '我明天回复您，最晚下午六点。'),
        said('最晚下午六点', '我明天回复您，最晚下午六点。'),
      ],
      ['我明天回复您，最晚下午六点。 11-24T18:00'],
    ],
    [
      'a day that stands before a comma belongs to the hour behind it',
      [said('下午三点前我给您答复', '明天，下午三点前我给您答复。')],
      ['明天，下午三点前我给您答复。 11-24T15:00'],
    ],
    [
      'an hour that no rule read is still the hour',
      [said('get back to you tomorrow', 'I will get back to you tomorrow, before 3 pm.')],
      ['I will get back to you tomorrow, before 3 pm. 11-24T15:00'],
    ],
    [
      'another day after the comma is another promise',
      [
        said('call you today', 'I will call you today, and ship it by tomorrow.'),
        said('ship it by tomorrow', 'I will call you today, and ship it by tomorrow.'),
      ],
      [
        'I will call you today, and ship it by tomorrow. 11-23T18:00',
        'I will call you today, and ship it by tomorrow. 11-24T18:00',
      ],
    ],
    ['vague waiting asks for a time', [said('尽快处理', '我尽快处理。', 'vague')], ['我尽快处理。 ?']],
    [
      'vague words beside a time are no promise of their own',
      [said('尽快', '我尽快，两小时内回您。', 'vague'), said('两小时内回您', '我尽快，两小时内回您。')],
      ['我尽快，两小时内回您。 11-23T14:00'],
    ],
    [
      'vague words in another sentence are',
      [said('尽快处理', '我尽快处理。', 'vague'), said('两小时内回您', '两小时内回您。')],
      ['我尽快处理。 ?', '两小时内回您。 11-23T14:00'],
    ],
  ])('%s', (_, promises, expected) => expect(read(...promises)).toEqual(expected));
});
