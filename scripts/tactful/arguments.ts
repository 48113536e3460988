/** A command that was called in a way it does not know; ends the program with exit code 2. */
export class UsageError extends Error {}

/** `flag` takes nothing, `one` the next word, `many` every word up to the next option. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'one' | 'many'>>;

export interface ReadArguments {
  /** Words that belong to no option. */
  words: string[];
  flags: ReadonlySet<string>;
  one: ReadonlyMap<string, string>;
  many: ReadonlyMap<string, readonly string[]>;
}

/** Reads `--name value`, `--name=value` and plain words. An unknown option is a UsageError. */
export const readArguments = (given: readonly string[], kinds: OptionKinds): ReadArguments => {
  const words: string[] = [];
  const flags = new Set<string>();
  const one = new Map<string, string>();
  const many = new Map<string, string[]>();
  let open: string[] | undefined;
  for (let at = 0; at < given.length; at++) {
    const word = given[at] ?? '';
    if (!word.startsWith('--') || word === '--') {
      (open ?? words).push(word);
      continue;
    }
    open = undefined;
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const value = equals < 0 ? undefined : word.slice(equals + 1);
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(kinds).map((it) => `--${it}`);
      throw new UsageError(`Unknown option --${name}; known here: ${known.join(', ')}`);
    }
    if (kind === 'flag') {
      if (value !== undefined) throw new UsageError(`--${name} takes no value`);
      flags.add(name);
    } else if (kind === 'one') {
      const next = value ?? given[++at];
      if (next === undefined || next.startsWith('--')) throw new UsageError(`--${name} needs a value`);
      one.set(name, next);
    } else {
      const list = many.get(name) ?? [];
      many.set(name, list);
      if (value === undefined) open = list;
      else list.push(value);
    }
  }
  for (const [name, list] of many) {
    if (list.length === 0) throw new UsageError(`--${name} needs at least one value`);
  }
  return { words, flags, one, many };
};

/** The value of an option that must be one of a few words. */
export const choice = <T extends string>(
  read: ReadArguments,
  name: string,
  known: readonly T[],
  fallback: T,
): T => {
  const given = read.one.get(name);
  if (given === undefined) return fallback;
  const found = known.find((it) => it === given);
  if (found === undefined) throw new UsageError(`--${name} is one of: ${known.join(', ')}`);
  return found;
};

/** The value of an option that must be a whole number. */
export const wholeNumber = (read: ReadArguments, name: string, fallback: number): number => {
  const given = read.one.get(name);
  if (given === undefined) return fallback;
  if (!/^\d+$/.test(given)) throw new UsageError(`--${name} needs a whole number`);
  return Number(given);
};
