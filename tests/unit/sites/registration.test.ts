import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  CONSOLE_SCRIPT,
  createRegistrar,
  declaredSites,
  type RegistrationApi,
  type SiteChoices,
} from '@/lib/sites';

const A = 'https://a.example';
const B = 'https://b.example';
const on = (...sites: string[]): SiteChoices =>
  Object.fromEntries(sites.map((site) => [site, { on: true, pausedUntil: null, since: 0 }]));

interface Script {
  id: string;
  matches?: string[];
  matchOriginAsFallback?: true;
}

/** A browser that remembers what is registered and where it injected. */
function fakeApi(granted: Set<string>, tabs: Record<string, number[]> = {}) {
  const scripts = new Map<string, Script>();
  const injected: number[] = [];
  const api = {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) => origins.every((it) => granted.has(it)),
    },
    scripting: {
      getRegisteredContentScripts: async () => [...scripts.values()],
      registerContentScripts: vi.fn(async (made: Script[]) => {
        for (const it of made) {
          if (scripts.has(it.id)) throw new Error(`Duplicate script ID '${it.id}'`);
          scripts.set(it.id, it);
        }
      }),
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
      },
      executeScript: async ({ target }: { target: { tabId: number } }) => {
        if (target.tabId === 13) throw new Error('The tab was closed');
        injected.push(target.tabId);
      },
    },
    tabs: { query: async ({ url }: { url: string }) => (tabs[url] ?? []).map((id) => ({ id })) },
  };
  return {
    api: api as unknown as RegistrationApi,
    scripts,
    injected,
    register: api.scripting.registerContentScripts,
  };
}

let granted: Set<string>;
let choices: SiteChoices;
beforeEach(() => {
  granted = new Set([`${A}/*`, `${B}/*`]);
  choices = {};
});
const registrarOn = (api: RegistrationApi, declared: string[] = []) =>
  createRegistrar(api, async () => choices, declared);

describe('registering consoles', () => {
  it('registers what is on and granted, for all frames, once the page stands', async () => {
    const { api, scripts } = fakeApi(granted);
    choices = on(A, 'https://not-granted.example');
    expect(await registrarOn(api).sync()).toEqual({ on: [A], failed: [] });
    expect([...scripts.values()]).toEqual([
      {
        id: `console:${A}`,
        js: [CONSOLE_SCRIPT],
        matches: [`${A}/*`],
        runAt: 'document_idle',
        allFrames: true,
        matchOriginAsFallback: true,
      },
    ]);
  });

  it('does without what an older browser does not know', async () => {
    const { api, scripts, register } = fakeApi(granted);
    register.mockRejectedValueOnce(new TypeError('Unexpected property: matchOriginAsFallback'));
    choices = on(A);
    await registrarOn(api).sync();
    expect(scripts.get(`console:${A}`)).toMatchObject({ matches: [`${A}/*`] });
    expect(scripts.get(`console:${A}`)).not.toHaveProperty('matchOriginAsFallback');
  });

  it('comes alive in open tabs of a new site, and leaves the others alone', async () => {
    const { api, injected } = fakeApi(granted, { [`${A}/*`]: [1, 13, 2], [`${B}/*`]: [3] });
    const registrar = registrarOn(api);
    choices = on(A);
    await registrar.sync();
    choices = on(A, B);
    await registrar.sync();
    await registrar.sync();
    expect(injected).toEqual([1, 2, 3]);
  });

  it('comes alive everywhere again after an update', async () => {
    const { api, injected } = fakeApi(granted, { [`${A}/*`]: [1] });
    const registrar = registrarOn(api);
    choices = on(A);
    await registrar.sync();
    await registrar.sync({ everywhere: true });
    expect(injected).toEqual([1, 1]);
  });

  it.each<[string, () => void]>([
    [
      'switched off',
      () => {
        choices = {};
      },
    ],
    [
      'no longer granted',
      () => {
        granted.clear();
      },
    ],
  ])('unregisters a site that is %s', async (_, change) => {
    const { api, scripts } = fakeApi(granted);
    const registrar = registrarOn(api);
    choices = on(A);
    await registrar.sync();
    change();
    await registrar.sync();
    expect(scripts.size).toBe(0);
  });

  it('leaves scripts of other purposes alone', async () => {
    const { api, scripts } = fakeApi(granted);
    scripts.set('picker', { id: 'picker' });
    await registrarOn(api).sync();
    expect([...scripts.keys()]).toEqual(['picker']);
  });

  it('registers the others when the browser refuses one', async () => {
    const { api, scripts, register } = fakeApi(granted);
    register.mockImplementation(async ([it]: Script[]) => {
      if (it!.id.endsWith(A)) throw new Error('Invalid match pattern');
      scripts.set(it!.id, it!);
    });
    choices = on(A, B);
    expect(await registrarOn(api).sync()).toEqual({ on: [B], failed: [A] });
  });

  it('runs one after another: quick changes never register twice', async () => {
    const { api, scripts } = fakeApi(granted);
    const registrar = registrarOn(api);
    choices = on(A, B);
    const results = await Promise.all([registrar.sync(), registrar.sync(), registrar.sync()]);
    expect(results.every((it) => it.failed.length === 0)).toBe(true);
    expect(scripts.size).toBe(2);
  });

  it('goes on after a failure', async () => {
    const { api } = fakeApi(granted);
    const query = vi
      .spyOn(api.scripting, 'getRegisteredContentScripts')
      .mockRejectedValueOnce(new Error('busy'));
    const registrar = registrarOn(api);
    await expect(registrar.sync()).rejects.toThrow('busy');
    choices = on(A);
    expect(await registrar.sync()).toEqual({ on: [A], failed: [] });
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('starts with the sites an administrator declared, where they stand alone', async () => {
    const declared = declaredSites({ host_permissions: [`${A}/*`, '*://*.shop.com/*'] });
    expect(declared).toEqual([A]);
    const { api } = fakeApi(granted);
    expect(await registrarOn(api, declared).sync()).toEqual({ on: [A], failed: [] });
  });
});
