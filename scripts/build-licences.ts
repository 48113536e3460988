/**
 * The licences of everything the extension carries, as one text on stdout: NOTICE first, then each runtime dependency
 * with its own licence file. Bundling leaves some of them out; a licence too many harms nobody.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  name: string;
  version: string;
  license?: string;
  dependencies?: Record<string, string>;
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** Where Node finds a package that is asked for from `folder`. */
function folderOf(name: string, folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    const found = path.join(at, 'node_modules', name);
    if (existsSync(path.join(found, 'package.json'))) return found;
    if (at === path.dirname(at)) throw new Error(`${name} is not installed; run npm ci.`);
  }
}

const LICENCE = /^(licen[cs]e|copying|notice|third_party_licenses)(\.\w+)?$/i;

const textsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((it) => it.isFile() && LICENCE.test(it.name))
    .map((it) => readFileSync(path.join(folder, it.name), 'utf8').trim());

const found = new Map<string, string>();
const gather = (folder: string): void => {
  for (const name of Object.keys(manifestIn(folder).dependencies ?? {})) {
    const at = folderOf(name, folder);
    if (found.has(at)) continue;
    const { version, license } = manifestIn(at);
    const title = `${name} ${version}${license === undefined ? '' : ` (${license})`}`;
    found.set(at, [title, '', ...textsIn(at)].join('\n'));
    gather(at);
  }
};

gather(process.cwd());
const rule = `\n\n${'-'.repeat(80)}\n\n`;
process.stdout.write([readFileSync('NOTICE', 'utf8').trim(), ...[...found.values()].sort()].join(rule));
