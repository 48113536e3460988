import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The two families the extension is built for. */
export type BrowserKind = 'chromium' | 'firefox';

export interface InstalledBrowser {
  kind: BrowserKind;
  name: string;
  executable: string;
}

interface Candidate {
  kind: BrowserKind;
  name: string;
  /** Looked for on PATH. */
  commands: readonly string[];
  /** Looked for below the usual program folders of macOS and Windows. */
  places: readonly string[];
}

const CANDIDATES: readonly Candidate[] = [
  {
    kind: 'chromium',
    name: 'Chromium',
    commands: ['chromium', 'chromium-browser'],
    places: ['/Applications/Chromium.app/Contents/MacOS/Chromium', 'Chromium/Application/chrome.exe'],
  },
  {
    kind: 'chromium',
    name: 'Chrome',
    commands: ['google-chrome-stable', 'google-chrome'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'Google/Chrome/Application/chrome.exe',
    ],
  },
  {
    kind: 'chromium',
    name: 'Edge',
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    places: [
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  {
    kind: 'firefox',
    name: 'Firefox',
    commands: ['firefox', 'firefox-esr'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'Mozilla Firefox/firefox.exe'],
  },
];

/** Debian's packages; the font draws Chinese, which a bare machine shows as boxes. */
const DEBIAN_PACKAGES: Record<BrowserKind, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DEBIAN_FONT = 'fonts-noto-cjk';

const HOW_TO_INSTALL: Record<BrowserKind, string> = {
  chromium:
    'Chromium, Chrome or Edge 120 or later (Debian and Ubuntu: sudo apt-get install chromium; elsewhere: https://www.google.com/chrome)',
  firefox:
    'Firefox 146 or later (Debian: sudo apt-get install firefox-esr; elsewhere: https://www.mozilla.org/firefox)',
};

/** Every browser of this machine that can run the extension, the preferred one first. */
export function installedBrowsers(): InstalledBrowser[] {
  return CANDIDATES.flatMap(({ kind, name, commands, places }) => {
    const executable = [...onPath(commands), ...inProgramFolders(places)][0];
    return executable ? [{ kind, name, executable }] : [];
  });
}

/** The browser of one family, or a sentence that says what to install and how. */
export function requireBrowser(kind: BrowserKind): InstalledBrowser {
  const found = installedBrowsers().find((browser) => browser.kind === kind);
  if (!found) throw new Error(`No browser of this family is installed. Install ${HOW_TO_INSTALL[kind]}.`);
  return found;
}

/** One sentence for a machine that has no browser at all. */
export function installAdvice(kinds: readonly BrowserKind[]): string {
  return `Install ${kinds.map((kind) => HOW_TO_INSTALL[kind]).join(' or ')}.`;
}

/**
 * Installs the missing ones of `kinds`, and a font for Chinese, with Debian's packages where that can be done;
 * elsewhere it changes nothing. `say` hears what is being done.
 */
export function installMissing(kinds: readonly BrowserKind[], say: (line: string) => void): void {
  const missing = kinds.filter((kind) => !installedBrowsers().some((browser) => browser.kind === kind));
  const packages = missing.map((kind) => DEBIAN_PACKAGES[kind]);
  installPackages(hasChineseFont() ? packages : [...packages, DEBIAN_FONT], say);
}

/** Installs a program of Debian's that is not on PATH, under the same conditions. */
export function installProgram(program: string, say: (line: string) => void): void {
  if (onPath([program]).length === 0) installPackages([program], say);
}

/** Works as root on Debian and its like; anywhere else the person is told by whoever misses the program. */
function installPackages(packages: readonly string[], say: (line: string) => void): void {
  if (packages.length === 0 || !canInstall()) return;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  apt('update');
  if (!apt('install', '-y', '--no-install-recommends', ...packages)) {
    say(`apt-get could not install ${packages.join(', ')}.`);
  }
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && onPath(['apt-get']).length > 0;
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

function onPath(commands: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return commands.flatMap((command) =>
    folders.map((folder) => path.join(folder, command)).filter((file) => existsSync(file)),
  );
}

function inProgramFolders(places: readonly string[]): string[] {
  const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
  return places
    .flatMap((place) =>
      path.isAbsolute(place) ? [place] : roots.flatMap((root) => (root ? [path.join(root, place)] : [])),
    )
    .filter((file) => existsSync(file));
}
