import { describe, expect, it } from 'vitest';
import {
  patternOf,
  type SiteChange,
  type SiteChoices,
  siteName,
  siteOf,
  siteOfPattern,
  siteStateAt,
  sitesOn,
  withSite,
} from '@/lib/sites';

const DESK = 'https://desk.example.com';

describe('a site', () => {
  it.each([
    ['https://desk.example.com/chat?id=1#x', DESK],
    ['http://localhost:8080/', 'http://localhost'],
    ['https://例え.jp/', 'https://xn--r8jz45g.jp'],
    ['http://[::1]:80/', 'http://[::1]'],
    ['file:///home/me/a.html', null],
    ['chrome://extensions', null],
    ['about:blank', null],
    ['chrome-extension://abc/options.html', null],
    ['not an address', null],
    [undefined, null],
  ])('of %s is %s', (url, site) => {
    expect(siteOf(url)).toBe(site);
  });

  it.each([
    ['https://desk.example.com/*', DESK],
    ['http://localhost:8080/*', 'http://localhost'],
    ['*://*/*', null],
    ['https://*/*', null],
    ['https://*.example.com/*', null],
    ['<all_urls>', null],
    ['file:///*', null],
  ])('granted by %s is %s', (pattern, site) => {
    expect(siteOfPattern(pattern)).toBe(site);
  });

  it('asks for itself and nothing else', () => {
    expect(patternOf(DESK)).toBe('https://desk.example.com/*');
    expect(siteOfPattern(patternOf(DESK))).toBe(DESK);
    expect(siteName(DESK)).toBe('desk.example.com');
  });
});

describe('what holds for a site', () => {
  const at = (choice: Partial<SiteChoices[string]> | null, declared = false) =>
    siteStateAt(
      choice === null ? {} : { [DESK]: { on: true, pausedUntil: null, since: 0, ...choice } },
      DESK,
      100,
      declared ? [DESK] : [],
    );

  it.each<[string, ReturnType<typeof at>, object]>([
    ['never chosen', at(null), { kind: 'off' }],
    ['never chosen, declared by an administrator', at(null, true), { kind: 'on' }],
    ['on', at({}), { kind: 'on' }],
    ['off', at({ on: false }), { kind: 'off' }],
    ['off though declared', at({ on: false }, true), { kind: 'off' }],
    ['paused', at({ pausedUntil: 101 }), { kind: 'paused', until: 101 }],
    ['pause over', at({ pausedUntil: 100 }), { kind: 'on' }],
    ['off while paused', at({ on: false, pausedUntil: 101 }), { kind: 'off' }],
  ])('%s', (_, state, expected) => {
    expect(state).toEqual(expected);
  });

  it.each(['constructor', '__proto__', 'toString'])('is off for a site that is called %s', (site) => {
    expect(siteStateAt({}, site, 0)).toEqual({ kind: 'off' });
  });

  it('lists what is on, paused and declared ones included', () => {
    const choices: SiteChoices = {
      'https://b.example': { on: true, pausedUntil: 9e15, since: 0 },
      'https://a.example': { on: true, pausedUntil: null, since: 0 },
      'https://c.example': { on: false, pausedUntil: null, since: 0 },
    };
    expect(sitesOn(choices, ['https://d.example', 'https://c.example'])).toEqual([
      'https://a.example',
      'https://b.example',
      'https://d.example',
    ]);
  });
});

describe('changing a site', () => {
  const steps = (...changes: SiteChange[]): SiteChoices =>
    changes.reduce<SiteChoices>((choices, change) => withSite(choices, DESK, change), {});

  it.each<[string, SiteChange[], object]>([
    ['on', [{ type: 'on', now: 5 }], { on: true, pausedUntil: null, since: 5 }],
    [
      'on twice keeps the first time',
      [
        { type: 'on', now: 5 },
        { type: 'on', now: 6 },
      ],
      { on: true, pausedUntil: null, since: 5 },
    ],
    [
      'pause',
      [
        { type: 'on', now: 5 },
        { type: 'pause', until: 99, now: 6 },
      ],
      { on: true, pausedUntil: 99, since: 5 },
    ],
    [
      'resume',
      [
        { type: 'on', now: 5 },
        { type: 'pause', until: 99, now: 6 },
        { type: 'resume', now: 7 },
      ],
      { on: true, pausedUntil: null, since: 5 },
    ],
    [
      'off ends a pause',
      [
        { type: 'pause', until: 99, now: 6 },
        { type: 'off', now: 7 },
      ],
      { on: false, pausedUntil: null, since: 7 },
    ],
  ])('%s', (_, changes, choice) => {
    expect(steps(...changes)[DESK]).toEqual(choice);
  });

  it('forgets it', () => {
    expect(steps({ type: 'on', now: 1 }, { type: 'forget' })).toEqual({});
  });
});
