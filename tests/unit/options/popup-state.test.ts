import { describe, expect, it } from 'vitest';
import { listedSites, popupState } from '@/components/options';
import type { SiteChoices } from '@/lib/sites';

const OWN = 'chrome-extension://tactful-test';
const DESK = 'https://desk.example';
const on = (pausedUntil: number | null = null): SiteChoices => ({
  [DESK]: { on: true, pausedUntil, since: 5 },
});

describe('what the popup says about a page', () => {
  it.each<[string | undefined, SiteChoices, object]>([
    [`${DESK}/chat`, {}, { kind: 'off', site: DESK }],
    [`${DESK}/chat`, on(), { kind: 'on', site: DESK }],
    [`${DESK}/chat`, on(101), { kind: 'paused', site: DESK, until: 101 }],
    [`${DESK}/chat`, on(100), { kind: 'on', site: DESK }],
    ['http://localhost:3000/', {}, { kind: 'off', site: 'http://localhost' }],
    ['https://declared.example/', {}, { kind: 'on', site: 'https://declared.example' }],
    [`${OWN}/practice.html?case=1`, {}, { kind: 'ours', practice: true }],
    [`${OWN}/options.html`, {}, { kind: 'ours', practice: false }],
    ['chrome-extension://other/x.html', {}, { kind: 'blocked', why: 'browser' }],
    ['chrome://newtab/', {}, { kind: 'blocked', why: 'browser' }],
    ['about:addons', {}, { kind: 'blocked', why: 'browser' }],
    [undefined, {}, { kind: 'blocked', why: 'browser' }],
    ['file:///home/me/a.html', {}, { kind: 'blocked', why: 'file' }],
    ['https://chromewebstore.google.com/detail/x', {}, { kind: 'blocked', why: 'store' }],
    ['https://chrome.google.com/webstore/x', {}, { kind: 'blocked', why: 'store' }],
    ['https://addons.mozilla.org/firefox/', {}, { kind: 'blocked', why: 'store' }],
  ])('%s', (url, choices, state) => {
    expect(popupState({ url, own: OWN, choices, declared: ['https://declared.example'], now: 100 })).toEqual(
      state,
    );
  });
});

describe('the list of sites', () => {
  it('has what is on first, then by name, declared ones included', () => {
    const choices: SiteChoices = {
      'https://z.example': { on: true, pausedUntil: null, since: 1 },
      'https://b.example': { on: false, pausedUntil: null, since: 2 },
      'https://c.example': { on: true, pausedUntil: 900, since: 3 },
    };
    expect(listedSites(choices, ['https://a.example'], 100)).toEqual([
      { site: 'https://a.example', state: { kind: 'on' }, since: null },
      { site: 'https://c.example', state: { kind: 'paused', until: 900 }, since: 3 },
      { site: 'https://z.example', state: { kind: 'on' }, since: 1 },
      { site: 'https://b.example', state: { kind: 'off' }, since: 2 },
    ]);
  });
});
