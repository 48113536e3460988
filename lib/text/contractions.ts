/**
 * English contractions, with and without their apostrophe, as the words they stand for.
 * Text and patterns are expanded alike, so `'s` and `'d` need one reading only: `is` and `would` after a pronoun.
 */

const WHOLE: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  cant: 'can not',
  "won't": 'will not',
  wont: 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  aint: 'is not',
  "let's": 'let us',
  "y'all": 'you all',
  im: 'i am',
  ive: 'i have',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'got to',
  gimme: 'give me',
  lemme: 'let me',
};

const NEGATED = 'are|is|was|were|do|does|did|have|has|had|could|should|would|must|need|might'.split('|');
const HAVING = 'you|they|we|could|should|would|must|might'.split('|');
const PRONOUNS = new Set(
  'it|that|this|there|here|he|she|what|who|where|how|when|why|everything|something|nothing|i|you|we|they'.split(
    '|',
  ),
);
/** Written without an apostrophe only where no other word is spelt so (not: were, well, shell, id, its). */
const WITHOUT_APOSTROPHE: readonly (readonly [string, string])[] = [
  ...NEGATED.map((verb) => [`${verb}nt`, `${verb} not`] as const),
  ...HAVING.map((host) => [`${host}ve`, `${host} have`] as const),
  ...['that', 'there', 'what', 'here'].map((host) => [`${host}s`, `${host} is`] as const),
  ...['you', 'they'].map((host) => [`${host}re`, `${host} are`] as const),
  ...['you', 'they', 'that', 'it'].map((host) => [`${host}ll`, `${host} will`] as const),
];

const words = new Map<string, string>([...Object.entries(WHOLE), ...WITHOUT_APOSTROPHE]);

const ENCLITICS: Readonly<Record<string, string>> = {
  "n't": ' not',
  "'ve": ' have',
  "'re": ' are',
  "'ll": ' will',
  "'m": ' am',
};
const PRONOUN_ENCLITICS: Readonly<Record<string, string>> = { "'s": ' is', "'d": ' would' };

const FILTER_SIZE = 1 << 12;
const filter = new Uint8Array(FILTER_SIZE);

/** One step of the rolling hash over a word's letters, for mayContract. */
export function hashStep(hash: number, unit: number): number {
  return (Math.imul(hash, 31) + unit) | 0;
}

for (const word of words.keys()) {
  let hash = 0;
  for (let index = 0; index < word.length; index++) hash = hashStep(hash, word.charCodeAt(index));
  filter[hash & (FILTER_SIZE - 1)] = 1;
}

/** Cheap test by hash: false means that the apostrophe-less word certainly is no contraction. */
export function mayContract(hash: number): boolean {
  return filter[hash & (FILTER_SIZE - 1)] === 1;
}

/** The words a folded word stands for, or undefined if it is no contraction. */
export function expandContraction(word: string): string | undefined {
  const whole = words.get(word);
  if (whole !== undefined) return whole;
  const apostrophe = word.lastIndexOf("'");
  if (apostrophe < 1) return undefined;
  const from = word.endsWith("n't") ? word.length - 3 : apostrophe;
  const host = word.slice(0, from);
  const ending = word.slice(from);
  const rest = ENCLITICS[ending] ?? (PRONOUNS.has(host) ? PRONOUN_ENCLITICS[ending] : undefined);
  if (rest === undefined || host === '') return undefined;
  return (expandContraction(host) ?? host) + rest;
}

/** What a detached ending after a list or group stands for: `(could|should)n't`, `(i|we)'ve`. */
export function expandEnclitic(ending: string): string | undefined {
  return ENCLITICS[ending] ?? PRONOUN_ENCLITICS[ending];
}
