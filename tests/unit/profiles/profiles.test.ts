import { describe, expect, test } from 'vitest';
import type { SiteProfile } from '@/lib/console';
import {
  exportProfiles,
  importProfiles,
  KNOWN_PROFILES,
  profileAt,
  taughtSchema,
  withImported,
  withTaught,
} from '@/lib/profiles';

const desk: SiteProfile = { id: 'desk', hosts: ['*.desk.example'], log: '.log', tested: true };

describe('site profiles', () => {
  test('one’s own stands before a known one', () => {
    const [known] = KNOWN_PROFILES;
    const [host] = known!.hosts;
    expect(profileAt([], host!)).toBe(known);
    const own = withTaught([], host!, { log: '.mine' });
    expect(profileAt(own, host!)).toMatchObject({ log: '.mine', hosts: [host] });
  });

  test('a host nobody taught or knows has none', () => {
    expect(profileAt([desk], 'shop.example')).toBeNull();
    expect(profileAt([desk], 'a.desk.example')).toBe(desk);
  });

  test('teaching a host again replaces what was taught there, and nothing else', () => {
    const twice = withTaught(withTaught([desk], 'shop.example', { log: '.old' }), 'shop.example', {
      send: '#go',
    });
    expect(twice.map(({ id, log, send }) => [id, log, send])).toEqual([
      ['taught-shop-example', undefined, '#go'],
      ['desk', '.log', undefined],
    ]);
  });

  test('what is exported can be imported', () => {
    expect(importProfiles(exportProfiles([desk, ...KNOWN_PROFILES]))).toEqual([desk, ...KNOWN_PROFILES]);
  });

  test.each([
    ['no JSON', '{'],
    ['something else', '[]'],
    ['an unknown key', exportProfiles([{ ...desk, extra: 1 } as SiteProfile])],
    ['a host that is an address', exportProfiles([{ ...desk, hosts: ['https://desk.example/'] }])],
    ['a selector beyond all measure', exportProfiles([{ ...desk, log: 'x'.repeat(501) }])],
  ])('%s is refused whole', (_, text) => {
    expect(importProfiles(text)).toBeNull();
  });

  test('imported ones replace those of the same name', () => {
    const newer = { ...desk, log: '.newer' };
    expect(withImported([desk], [newer])).toEqual([newer]);
  });

  test('every known profile is marked untested', () => {
    expect(KNOWN_PROFILES.filter(({ tested }) => tested)).toEqual([]);
  });

  test('nothing learned is nothing to keep', () => {
    expect(taughtSchema.safeParse({}).success).toBe(false);
    expect(taughtSchema.safeParse({ hosts: ['other.example'], log: '.x' }).success).toBe(false);
    expect(taughtSchema.safeParse({ log: '.x' }).success).toBe(true);
  });
});
