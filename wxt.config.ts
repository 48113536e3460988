import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { defineConfig } from 'wxt';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * The built-in phrasebooks as the extension carries them. A broken book breaks the build; the development server and
 * `TACTFUL_DRAFT_BOOKS=1` leave its broken items out and name them instead.
 */
async function bookFiles(lenient: boolean): Promise<{ path: string; contents: string }[]> {
  return JSON.parse(await printedBy('scripts/build-books.ts', ...(lenient ? ['--lenient'] : [])));
}

/** What a script of the project prints. */
async function printedBy(...script: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', ...script], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stderr !== '') console.warn(stderr.trimEnd());
  return stdout;
}

/**
 * Shortcuts stay within Chrome's four suggested keys, use no Ctrl+Alt (AltGr on many keyboards) and no bare letters;
 * what has none can be given one in the browser's own settings.
 */
const commands = {
  'open-panel': {
    description: '__MSG_commandOpenPanel__',
    suggested_key: { default: 'Alt+Shift+K' },
  },
  'next-flag': {
    description: '__MSG_commandNextFlag__',
    suggested_key: { default: 'Alt+J' },
  },
  'open-card': {
    description: '__MSG_commandOpenCard__',
    suggested_key: { default: 'Alt+Shift+J' },
  },
  'open-palette': {
    description: '__MSG_commandOpenPalette__',
    suggested_key: { default: 'Alt+K' },
  },
  'apply-first': { description: '__MSG_commandApplyFirst__' },
};

/**
 * Nothing is fetched from outside but books that somebody subscribed to, whose addresses are not known when this is
 * built. Styles come in files and constructed sheets.
 */
const CSP = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Takes the one place where the renderer could write HTML out of the bundle: no component does (the linter forbids it),
 * and what is not there needs no reviewer's trust. HTML handed to it would appear as text.
 */
const textNodesOnly = {
  name: 'tactful:text-nodes-only',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!/\/preact\/dist\/preact\.(module\.js|mjs)/.test(id)) return;
    return { code: code.replaceAll('.innerHTML', '.textContent'), map: null };
  },
};

/**
 * What goes into pages goes through terser: two passes of it leave 2 KB gzip less in every frame of a console than the
 * bundler's own minifier. The rest keeps the quicker one.
 */
const smallScripts = {
  name: 'tactful:small-scripts',
  config: ({ build }: { build?: { lib?: false | { fileName?: unknown } } }) =>
    build?.lib && build.lib.fileName !== 'background'
      ? { build: { minify: 'terser' as const, terserOptions: { compress: { passes: 2 } } } }
      : {},
};

export default defineConfig({
  // What tests and trials leave behind is no source.
  zip: { excludeSources: ['output/**'] },
  manifestVersion: 3,
  imports: false,
  vite: () => ({ plugins: [textNodesOnly, smallScripts] }),
  hooks: {
    'build:publicAssets': async (wxt, files) => {
      files.push({
        relativeDest: 'licences.txt',
        contents: await printedBy('scripts/build-licences.ts'),
      });
      for (const { path, contents } of await bookFiles(
        wxt.config.command === 'serve' || process.env.TACTFUL_DRAFT_BOOKS === '1',
      )) {
        files.push({ relativeDest: path.replace(/^\//, ''), contents });
      }
      for (const reading of ['zh', 'en'])
        files.push({
          absoluteSrc: `${root}phrasebooks/model/${reading}.json`,
          relativeDest: `model/${reading}.json`,
        });
    },
  },
  manifest: ({ browser, command }) => {
    const firefox = browser === 'firefox';
    return {
      name: '__MSG_extensionName__',
      description: '__MSG_extensionDescription__',
      default_locale: 'en',
      // activeTab: the popup learns the address of the page it was opened on, and of no other.
      permissions: [
        'storage',
        'unlimitedStorage',
        'alarms',
        'scripting',
        'activeTab',
        ...(firefox ? [] : (['sidePanel'] as const)),
      ],
      // Asked for when reminders are switched on, not before.
      optional_permissions: ['notifications'],
      optional_host_permissions: ['*://*/*'],
      commands,
      // The development server needs a policy of its own, which WXT writes.
      ...(command === 'serve' ? {} : { content_security_policy: { extension_pages: CSP } }),
      ...(firefox
        ? {
            browser_specific_settings: {
              gecko: {
                id: 'tactful@tactful.example',
                // 146: text decorations of custom highlights.
                strict_min_version: '146.0',
                data_collection_permissions: {
                  required: ['none'],
                  optional: ['personalCommunications', 'websiteContent', 'technicalAndInteraction'],
                },
              },
            },
          }
        : // 120: `match_origin_as_fallback` for registered scripts, the side panel's `open()`, popovers.
          { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
    };
  },
});
