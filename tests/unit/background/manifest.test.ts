import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import config from '@/wxt.config';

interface Manifest {
  permissions: string[];
  optional_permissions: string[];
  optional_host_permissions: string[];
  host_permissions?: unknown;
  externally_connectable?: unknown;
  web_accessible_resources?: unknown;
  commands: Record<string, { description: string; suggested_key?: Record<string, string> }>;
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: { gecko: Record<string, unknown> };
}

const manifestFor = (browser: 'chrome' | 'firefox'): Manifest => {
  if (typeof config.manifest !== 'function') throw new Error('The manifest depends on the browser.');
  const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const;
  return config.manifest(env) as unknown as Manifest;
};

const BROWSERS = ['chrome', 'firefox'] as const;
const locales = new URL('../../../public/_locales/', import.meta.url);
const messagesOf = (locale: string): Record<string, { message: string }> =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, locales), 'utf8'));

describe('the manifest asks for', () => {
  it('these permissions and no more', () => {
    const both = ['storage', 'unlimitedStorage', 'alarms', 'scripting', 'activeTab'];
    expect(manifestFor('firefox').permissions).toEqual(both);
    expect(manifestFor('chrome').permissions).toEqual([...both, 'sidePanel']);
  });

  it.each(BROWSERS)('notifications in %s only when reminders are switched on', (browser) => {
    expect(manifestFor(browser).optional_permissions).toEqual(['notifications']);
  });

  it.each(BROWSERS)('no site at all in %s until the agent says so', (browser) => {
    const manifest = manifestFor(browser);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });
});

describe.each(BROWSERS)('the manifest for %s', (browser) => {
  const manifest = manifestFor(browser);

  it('lets no page reach us and nothing of ours out', () => {
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
    const policy = new Map(
      manifest.content_security_policy.extension_pages.split('; ').map((it) => {
        const [directive, ...sources] = it.split(' ');
        return [directive, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self' data:",
      // A subscribed book may be anywhere; nothing is asked for but what somebody subscribed to.
      'connect-src': "'self' https: http://localhost:* http://127.0.0.1:*",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
    });
  });

  it('suggests few keys, and none that a keyboard layout or an input method needs', () => {
    const keys = Object.values(manifest.commands).flatMap((it) => Object.values(it.suggested_key ?? {}));
    expect(keys.length).toBeLessThanOrEqual(4);
    for (const key of keys) expect(key).toMatch(/^Alt\+(Shift\+)?[A-Z]$/);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is worded in every locale', () => {
    const used = [...JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)].map((it) => it[1]!);
    expect(used).toContain('extensionName');
    for (const locale of readdirSync(locales)) {
      const messages = messagesOf(locale);
      for (const name of used) expect(messages[name]?.message, `${locale}: ${name}`).toBeTruthy();
    }
  });
});

it('tells Firefox that nothing is collected', () => {
  expect(manifestFor('firefox').browser_specific_settings?.gecko.data_collection_permissions).toEqual({
    required: ['none'],
    optional: ['personalCommunications', 'websiteContent', 'technicalAndInteraction'],
  });
});
