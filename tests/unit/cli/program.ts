import { execFile } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const SOURCE = path.join(ROOT, 'scripts/tactful.ts');
const FROM_SOURCE = [
  path.join(ROOT, 'node_modules/.bin/tsx'),
  '--tsconfig',
  path.join(ROOT, 'tsconfig.json'),
  SOURCE,
] as const;

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Starts the command in `cwd`; what is not in `env` stays as it is here, `undefined` takes it away. */
function start(
  [file, ...before]: readonly [string, ...string[]],
  args: readonly string[],
  { cwd, input = '', env = {} }: { cwd: string; input?: string; env?: NodeJS.ProcessEnv },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      file,
      [...before, ...args],
      { cwd, env: { ...process.env, ...env } },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
    child.stdin?.end(input);
  });
}

export type Given = Parameters<typeof start>[2];

/** The command as people start it. */
export const fromSource = (args: readonly string[], given: Given): Promise<Outcome> =>
  start(FROM_SOURCE, args, given);

/** The command as one file in `folder`: made once, it starts in a fraction of the time that reading the source takes. */
export async function buildProgram(
  folder: string,
): Promise<(args: readonly string[], given: Given) => Promise<Outcome>> {
  const outfile = path.join(folder, 'program.mjs');
  await build({
    entryPoints: [SOURCE],
    outfile,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // It looks for phrasebooks beside its source, and packages for programs still ask for `require`.
    define: {
      'import.meta.url': JSON.stringify(pathToFileURL(path.join(ROOT, 'scripts/tactful/program.ts'))),
    },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(process.execPath);",
    },
  });
  return (args, given) => start([process.execPath, outfile], args, given);
}
