import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One measured number and what it was measured on, printed as one JSON line. */
type Figure = Readonly<Record<string, unknown>>;

interface Bench {
  run(emit: (figure: Figure) => void): Promise<void> | void;
}

const FOLDER = 'tests/bench';

function benches(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.basename(file, '.ts'));
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !existsSync(path.join(FOLDER, `${name}.ts`)));
if (unknown.length) {
  console.error(`There is no bench called ${unknown.join(', ')}. There are: ${benches().join(', ')}.`);
  process.exit(2);
}
for (const name of names.length ? names : benches()) {
  const bench = (await import(pathToFileURL(path.resolve(FOLDER, `${name}.ts`)).href)) as Partial<Bench>;
  if (!bench.run) continue;
  await bench.run((figure) => console.log(JSON.stringify({ bench: name, ...figure })));
}
