import type { Variable } from '@/lib/phrasebook';
import type { Language, VariableType } from '@/lib/phrasebook/vocabulary';
import type { BlankValues } from './blanks';
import { FACT_PATTERNS } from './fact-patterns';
import { chineseNumber, englishNumber } from './numerals';

export const FACT_KINDS = [
  'order',
  'tracking',
  'money',
  'count',
  'date',
  'time',
  'carrier',
  'name',
  'product',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];
/** What an amount is, where the words beside it say so: what the customer paid, or what it costs now. */
export type FactRole = 'paid' | 'now';

/** Something already said in a conversation. Offsets are UTF-16 units into the message. */
export interface Fact {
  kind: FactKind;
  role?: FactRole;
  from: 'customer' | 'agent';
  /** Index into the messages of that side. */
  message: number;
  start: number;
  end: number;
  /** As it stands there. */
  text: string;
  /** As it goes into a blank: numbers in digits, without a unit. */
  value: string;
  /** Of `money`, minor units; the currency where the words tell it (元 alone does not). */
  amount?: { minor: number; currency: string | null };
  /** 0–1. */
  certainty: number;
}

/** From here on a fact may be filled in by itself; below it is only offered. */
export const SURE = 0.8;

const CURRENCIES: readonly [RegExp, string][] = [
  [/US\$|usd/i, 'USD'],
  [/NT\$|twd|台[币幣]/i, 'TWD'],
  [/HK\$|hkd|港[币幣]/i, 'HKD'],
  [/rmb|cny|人民[币幣]|块|元|[¥￥]/i, 'CNY'],
  [/€|euro/i, 'EUR'],
  [/£|pound/i, 'GBP'],
];
/** 元, 块 and ¥ mean the mainland's money only in Simplified words; NT$ is as often 元 or 塊. */
const TRADITIONAL = /[圓塊錢幣]/;

const PAID =
  /付|花了?|买|買|拍|下单|下單|原价|原價|当时|當時|之前|那时|那時|\bpaid|\bbought|\bcharged|\bcost|\bspent|\bwas\b|\bordered/i;
const NOW =
  /现在|現在|降|只要|只卖|只賣|今天|刚才|剛才|刚刚|剛剛|目前|变成|變成|\bnow\b|\bdrop|\bdown to|\btoday|\bcurrently|\bsell|\breduced|\bis only/i;
/** How far before an amount the word may stand that says what it is: "bought two pairs of trousers for $168". */
const REACH = 40;
const CLAUSE = /[，,。.！!？?；;\n]/;

/** Full-width digits and letters as ASCII, unit for unit, so that offsets stay. */
const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (it) => String.fromCharCode(it.charCodeAt(0) - 0xfee0));

/** What an amount is, by the nearest words before it in its clause, then after it. */
function roleOf(text: string, start: number, end: number): FactRole | undefined {
  const before = text.slice(0, start).split(CLAUSE).at(-1)?.slice(-REACH) ?? '';
  const after = text.slice(end).split(CLAUSE)[0]?.slice(0, 8) ?? '';
  const last = (pattern: RegExp): number => {
    const all = [...before.matchAll(new RegExp(pattern.source, 'gi'))];
    return all.at(-1)?.index ?? -1;
  };
  const paid = last(PAID);
  const now = last(NOW);
  if (paid !== -1 || now !== -1) return now > paid ? 'now' : 'paid';
  if (NOW.test(after)) return 'now';
  return /买|買|bought|paid/i.test(after) ? 'paid' : undefined;
}

function moneyOf(text: string): { value: string; amount: NonNullable<Fact['amount']> } | undefined {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replace(/,/g, '');
  const number = digits === undefined ? chineseNumber(text.replace(/[元块塊圆圓钱錢]/g, '')) : Number(digits);
  if (number === undefined || !Number.isFinite(number)) return undefined;
  const named = CURRENCIES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  const currency = named === 'CNY' && TRADITIONAL.test(text) ? null : named;
  return { value: String(number), amount: { minor: Math.round(number * 100), currency } };
}

function countOf(text: string): string | undefined {
  const number = /^\d/.test(text) ? Number(text) : (chineseNumber(text) ?? englishNumber(text));
  return number === undefined || number < 1 ? undefined : String(number);
}

function factsOf(raw: string, from: Fact['from'], message: number): Fact[] {
  const text = narrow(raw);
  const found: Fact[] = [];
  for (const { kind, certainty, pattern, role } of FACT_PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const at = match.indices?.groups?.value;
      if (at === undefined) continue;
      const [start, end] = at;
      if (found.some((it) => start < it.end && it.start < end)) continue;
      const written = text.slice(start, end).trim();
      const base = { kind, from, message, start, end, text: raw.slice(start, end), certainty };
      if (kind === 'money') {
        const money = moneyOf(written);
        const means = role ?? roleOf(text, start, end);
        if (money !== undefined) found.push({ ...base, ...money, ...(means ? { role: means } : {}) });
      } else if (kind === 'count') {
        const value = countOf(written.toLowerCase());
        if (value !== undefined) found.push({ ...base, value });
      } else {
        // A phone number is no order.
        if (kind === 'order' && /^1[3-9]\d{9}$/.test(written)) continue;
        found.push({ ...base, value: written });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** What one side may say for somebody else's case: the agent's "order 123" is as good as the customer's. */
export interface Talk {
  /** Oldest first. */
  customer: readonly string[];
  agent?: readonly string[];
}

/** Everything a conversation already says that a blank may want, oldest first, the customer's before the agent's. */
export const factsIn = ({ customer, agent = [] }: Talk): Fact[] => [
  ...customer.flatMap((text, index) => factsOf(text, 'customer', index)),
  ...agent.flatMap((text, index) => factsOf(text, 'agent', index)),
];

/** Blanks that mean one kind of fact by their name; others go by their type. */
const BY_ID: Readonly<Record<string, { kind: FactKind; role?: FactRole }>> = {
  order: { kind: 'order' },
  tracking: { kind: 'tracking' },
  product: { kind: 'product' },
  carrier: { kind: 'carrier' },
  paid: { kind: 'money', role: 'paid' },
  now: { kind: 'money', role: 'now' },
  count: { kind: 'count' },
  name: { kind: 'name' },
  customer: { kind: 'name' },
};
const BY_TYPE: Partial<Record<VariableType, FactKind>> = {
  money: 'money',
  date: 'date',
  time: 'time',
  tracking: 'tracking',
};

/** The facts that fit a blank, surest first, then latest; each value once. */
export const factsFor = (
  variable: Pick<Variable, 'id' | 'type' | 'derive'>,
  facts: readonly Fact[],
): Fact[] => {
  const wanted: { kind?: FactKind; role?: FactRole } = BY_ID[variable.id] ?? {
    kind: BY_TYPE[variable.type],
  };
  if (wanted.kind === undefined || variable.derive !== undefined) return [];
  const seen = new Set<string>();
  return facts
    .map((fact, place) => ({ fact, place, fits: fact.role === wanted.role || wanted.role === undefined }))
    .filter(({ fact }) => fact.kind === wanted.kind)
    .filter(({ fact, fits }) => fits || fact.role === undefined)
    .sort(
      (a, b) => Number(b.fits) - Number(a.fits) || b.fact.certainty - a.fact.certainty || b.place - a.place,
    )
    .map(({ fact }) => fact)
    .filter(({ value }) => !seen.has(value) && seen.add(value).size > 0);
};

/** How a fact reads in a reply: amounts with their sign in English, where the script leaves it to the value. */
export const writtenFact = (fact: Fact, language: Language): string =>
  fact.kind === 'money' && language === 'en' && /[$€£]/.test(fact.text) ? fact.text.trim() : fact.value;

/**
 * The blanks that the log fills by itself: one sure fact and no other that says something else. Dates and times are
 * never sure: the customer's are past ones, a reply names those to come.
 */
export const sureValues = (
  variables: readonly Variable[],
  facts: readonly Fact[],
  language: Language,
): BlankValues => {
  const sure: Record<string, string> = {};
  for (const variable of variables) {
    if (variable.type === 'date' || variable.type === 'time') continue;
    const { role } = BY_ID[variable.id] ?? {};
    const fitting = factsFor(variable, facts).filter(
      (it) => it.certainty >= SURE && (role === undefined || it.role === role),
    );
    const [only] = fitting;
    // An amount nobody named could be any of those that were said.
    const nameless = variable.type === 'money' && role === undefined;
    if (only !== undefined && fitting.length === 1 && !nameless)
      sure[variable.id] = writtenFact(only, language);
  }
  return sure;
};
