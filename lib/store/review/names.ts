import { NAME_KINDS, type NameKind } from '@/lib/review';
import type { LogName, RuleCounts, Transaction } from '../tables';

/** Codes of two bytes. */
const MOST = 65_535;

export const NO_RULE_COUNTS: RuleCounts = { right: 0, wrong: 0, contests: 0, overturned: 0 };

/** The names of the log inside one transaction; new ones are given codes and written at the end. */
export class Names {
  readonly #tx: Transaction;
  readonly #byName = new Map<string, LogName>();
  readonly #next = new Map<NameKind, number>();
  readonly #changed = new Set<LogName>();

  private constructor(tx: Transaction, known: readonly LogName[]) {
    this.#tx = tx;
    for (const it of known) {
      this.#byName.set(`${it.kind} ${it.name}`, it);
      this.#next.set(it.kind, Math.max(this.#next.get(it.kind) ?? 1, it.code + 1));
    }
  }

  static async read(tx: Transaction): Promise<Names> {
    return new Names(tx, await tx.list('logNames'));
  }

  /** The code of a name; 0 where there are more names than codes. */
  readonly codeOf = (kind: NameKind, name: string): number => this.#named(kind, name)?.code ?? 0;

  /** What was said of a rule so far. */
  ruleCounts(rule: string): RuleCounts {
    return this.#byName.get(`rule ${rule}`)?.counts ?? NO_RULE_COUNTS;
  }

  countRule(rule: string, more: RuleCounts): void {
    const named = this.#named('rule', rule);
    if (named === undefined) return;
    const before = named.counts ?? NO_RULE_COUNTS;
    named.counts = {
      right: before.right + more.right,
      wrong: before.wrong + more.wrong,
      contests: before.contests + more.contests,
      overturned: before.overturned + more.overturned,
    };
    this.#changed.add(named);
  }

  async write(): Promise<void> {
    for (const it of this.#changed) await this.#tx.put('logNames', it);
    this.#changed.clear();
  }

  #named(kind: NameKind, name: string): LogName | undefined {
    const known = this.#byName.get(`${kind} ${name}`);
    if (known !== undefined) return known;
    const code = this.#next.get(kind) ?? 1;
    if (code > MOST) return undefined;
    this.#next.set(kind, code + 1);
    const made: LogName = { kind, code, name };
    this.#byName.set(`${kind} ${name}`, made);
    this.#changed.add(made);
    return made;
  }
}

/** Names by code, for reading columns. */
export function namesByCode(known: readonly LogName[]): Record<NameKind, string[]> {
  const names = Object.fromEntries(NAME_KINDS.map((kind) => [kind, ['']])) as Record<NameKind, string[]>;
  for (const { kind, code, name } of known) names[kind][code] = name;
  return names;
}
