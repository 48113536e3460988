import type { Ignore, PatternRule } from '@/lib/rules';

/** A rule of the plain-text notation of tests/fixtures/rules.txt, with its examples. */
export interface NotedRule extends PatternRule {
  readonly shouldFlag: readonly string[];
  readonly shouldPass: readonly string[];
}

export interface NotedBook {
  readonly lists: Record<string, string[]>;
  readonly rules: NotedRule[];
}

const RANKS = ['low', 'medium', 'high', 'critical'];

/** Reads the notation: `list @name = a|b`, `rule id`, and indented `key: value` lines, each key repeatable. */
export function readNotation(source: string): NotedBook {
  const lists: Record<string, string[]> = {};
  const rules: NotedRule[] = [];
  let values = new Map<string, string[]>();
  let id = '';
  const finish = () => {
    if (id !== '') rules.push(toRule(id, values));
    values = new Map();
    id = '';
  };
  for (const line of source.split('\n')) {
    const list = /^list @(\S+) = (.*)$/.exec(line);
    const rule = /^rule (\S+)$/.exec(line);
    const pair = /^ {2}([a-z ]+): (.*)$/.exec(line);
    if (list) lists[list[1]!] = [list[2]!];
    else if (rule) {
      finish();
      id = rule[1]!;
    } else if (pair) {
      const value = pair[2]!.replace(/\\u\{([0-9a-f]+)\}/g, (_, hex) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      );
      values.set(pair[1]!, [...(values.get(pair[1]!) ?? []), value]);
    } else if (line.trim() !== '') throw new Error(`Not in the notation: ${line}`);
  }
  finish();
  return { lists, rules };
}

function toRule(id: string, values: ReadonlyMap<string, string[]>): NotedRule {
  return {
    id,
    flag: values.get('flag') ?? [],
    notAfter: values.get('not after'),
    notBefore: values.get('not before'),
    unlessPartOf: values.get('unless part of'),
    ignore: values.get('ignore')?.[0] as Ignore | undefined,
    quotes: values.get('quotes')?.[0] as 'pass' | 'flag' | undefined,
    rank: RANKS.indexOf(values.get('severity')?.[0] ?? 'low'),
    shouldFlag: values.get('should flag') ?? [],
    shouldPass: values.get('should pass') ?? [],
  };
}

/** The text of an example and the span in its double brackets, if it has one. */
export function readExample(example: string): { text: string; span?: [number, number] } {
  const open = example.indexOf('[[');
  const close = example.indexOf(']]');
  if (open < 0 || close < 0) return { text: example };
  return { text: example.replace('[[', '').replace(']]', ''), span: [open, close - 2] };
}
