import { patternOf, type Site, type SiteChoices, siteOfPattern, sitesOn } from './site';

/** The console's script as the build names it. */
export const CONSOLE_SCRIPT = 'content-scripts/console.js';
const ID = 'console:';

interface RegisteredScript {
  id: string;
  matches?: string[];
}
interface Registration extends RegisteredScript {
  matches: string[];
  js: string[];
  runAt: 'document_idle';
  allFrames: true;
  matchOriginAsFallback?: true;
}

/** The part of the browser that registering needs. */
export interface RegistrationApi {
  permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
  scripting: {
    getRegisteredContentScripts(): Promise<RegisteredScript[]>;
    registerContentScripts(scripts: Registration[]): Promise<void>;
    unregisterContentScripts(filter: { ids: string[] }): Promise<void>;
    executeScript(injection: {
      target: { tabId: number; allFrames: true };
      files: string[];
    }): Promise<unknown>;
  };
  tabs: { query(filter: { url: string; discarded: false }): Promise<{ id?: number }[]> };
}

export interface Registrar {
  /**
   * Makes the registered scripts what choices and permissions say: switched on *and* granted. Sites that are new come
   * alive in their open tabs without a reload; `everywhere` does that for all of them (after an update).
   * Calls run one after another, each on the newest choices.
   */
  sync(options?: { everywhere?: boolean }): Promise<{ on: Site[]; failed: Site[] }>;
}

/** Sites that an administrator's build declares in its manifest. */
export function declaredSites(manifest: { host_permissions?: readonly string[] }): Site[] {
  return (manifest.host_permissions ?? []).map(siteOfPattern).filter((it) => it !== null);
}

/** Those of the sites whose permission we hold. */
export async function grantedOf(
  api: Pick<RegistrationApi, 'permissions'>,
  sites: readonly Site[],
): Promise<Site[]> {
  const held = await Promise.all(sites.map((it) => api.permissions.contains({ origins: [patternOf(it)] })));
  return sites.filter((_, at) => held[at]);
}

export function createRegistrar(
  api: RegistrationApi,
  choices: () => Promise<SiteChoices>,
  declared: readonly Site[],
): Registrar {
  let turn: Promise<unknown> = Promise.resolve();

  const register = async (site: Site): Promise<void> => {
    const script: Registration = {
      id: ID + site,
      js: [CONSOLE_SCRIPT],
      matches: [patternOf(site)],
      runAt: 'document_idle',
      allFrames: true,
    };
    try {
      // Frames without an address of their own (about:blank, srcdoc) inside the site: some consoles write in one.
      await api.scripting.registerContentScripts([{ ...script, matchOriginAsFallback: true }]);
    } catch {
      await api.scripting.registerContentScripts([script]);
    }
  };

  const inject = async (site: Site): Promise<void> => {
    const tabs = await api.tabs.query({ url: patternOf(site), discarded: false });
    await Promise.allSettled(
      tabs.flatMap(({ id }) =>
        id === undefined
          ? []
          : api.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [CONSOLE_SCRIPT] }),
      ),
    );
  };

  const syncNow = async (everywhere: boolean): Promise<{ on: Site[]; failed: Site[] }> => {
    const wanted = await grantedOf(api, sitesOn(await choices(), declared));
    const standing = (await api.scripting.getRegisteredContentScripts())
      .map((it) => it.id)
      .filter((id) => id.startsWith(ID))
      .map((id) => id.slice(ID.length));
    const gone = standing.filter((it) => !wanted.includes(it));
    if (gone.length > 0) await api.scripting.unregisterContentScripts({ ids: gone.map((it) => ID + it) });
    const fresh = wanted.filter((it) => !standing.includes(it));
    const failed: Site[] = [];
    // One by one: a site that the browser refuses must not take the others along.
    for (const site of fresh) await register(site).catch(() => failed.push(site));
    const on = wanted.filter((it) => !failed.includes(it));
    await Promise.allSettled((everywhere ? on : on.filter((it) => fresh.includes(it))).map(inject));
    return { on, failed };
  };

  return {
    sync({ everywhere = false } = {}) {
      const next = turn.then(() => syncNow(everywhere));
      turn = next.catch(() => undefined);
      return next;
    },
  };
}
