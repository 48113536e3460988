import type { InsertResult, Span } from '@/lib/composer';
import type { Replacement } from '@/lib/phrasebook/runtime';
import type { Language, ScenarioId } from '@/lib/phrasebook/vocabulary';
import type {
  ConsoleFlag,
  ConsoleIntent,
  CorrectionReport,
  DismissScope,
  InsertWhere,
  IntentAnswer,
  IntentRefusal,
} from '@/lib/rpc';
import type { InsertedScripts } from './inserted-scripts';
import type { ConsoleRuntime } from './runtime';
import { flagAfter, flagAt, flagName } from './state';

/** What reaches beyond this page: the store behind the background. All may fail; a failure is said, not thrown. */
export interface ConsoleActions {
  /** Keeps a dismissal that outlives the message; its id takes it back. */
  dismiss(id: string, scope: Exclude<DismissScope, 'here'>, flag: ConsoleFlag): Promise<boolean>;
  undo(dismissal: string): Promise<boolean>;
  /** Words were mended by a replacement. */
  count(what: 'mended', rule: string, language: Language): void;
  /** @param text as it was inserted, its blanks filled */
  scriptInserted(script: string, text: string): void;
  /** An inserted script was taken out again before the message went off. */
  scriptRemoved(script: string): void;
  /** The agent said what it really was about: a labelled example. */
  corrected(report: CorrectionReport): void;
}

/** Something the agent is told in passing, with a way back or onward. */
export type ConsoleNews =
  | {
      readonly kind: 'dismissed';
      readonly scope: DismissScope;
      readonly flag: ConsoleFlag;
      readonly dismissal: string;
    }
  | { readonly kind: 'not-inserted' | 'misplaced'; readonly text: string };

/** How a replacement goes into a draft (`replacementFor`), what goes beside the flagged words included. */
export type Fit = (draft: string, flag: Span, instead: string) => Replacement;

/** `{amount}` and the like: a blank nobody filled must not reach a customer. */
const BLANK = /\{[a-z][a-zA-Z0-9]*\}/;

const refused = (reason: IntentRefusal): IntentAnswer => ({ ok: false, reason });
const DONE: IntentAnswer = { ok: true };

/** Carries out what card, keys and panel ask for, one after another, on one console. */
export class Intents {
  readonly #runtime: ConsoleRuntime;
  readonly #actions: ConsoleActions;
  readonly #tell: (news: ConsoleNews) => void;
  readonly #newId: () => string;
  readonly #inserted: InsertedScripts;
  /** Dismissals of this frame that can be taken back, latest last. */
  readonly #undoable: { id: string; here: boolean }[] = [];
  #busy: Promise<unknown> = Promise.resolve();
  #fit: Fit | null = null;

  constructor(options: {
    runtime: ConsoleRuntime;
    actions: ConsoleActions;
    tell: (news: ConsoleNews) => void;
    newId: () => string;
    inserted: InsertedScripts;
  }) {
    this.#runtime = options.runtime;
    this.#actions = options.actions;
    this.#tell = options.tell;
    this.#newId = options.newId;
    this.#inserted = options.inserted;
  }

  /** The interface brings along how replacements go in: nothing is replaced that it could not have shown before. */
  fitWith(fit: Fit): void {
    this.#fit = fit;
  }

  get undoable(): number {
    return this.#undoable.length;
  }

  /**
   * Replaces the words of a flag, or their whole clause where the replacement is a whole sentence; `''` leaves the words
   * out. The caret stays with the words it stood at.
   */
  replace(flag: ConsoleFlag, text: string): Promise<IntentAnswer> {
    return this.#inTurn(async () => {
      const current = this.#now(flag);
      if (current === null) return refused('stale');
      const put = this.#fit?.(this.#runtime.state.draft, current, text);
      if (put === undefined) return refused('unavailable');
      const answer = this.#answer(await this.#runtime.insert(put.text, put, 'keep'), put.text);
      if (answer.ok) this.#actions.count('mended', flag.rule, flag.language);
      return answer;
    });
  }

  dismiss(flag: ConsoleFlag, scope: DismissScope): Promise<IntentAnswer> {
    return this.#inTurn(async () => {
      const current = this.#now(flag);
      if (current === null) return refused('stale');
      const id = this.#newId();
      if (scope === 'here') {
        this.#runtime.dismissals.dismissHere(id, { ...flag, ...current });
        this.#runtime.recheck();
      } else if (!(await this.#actions.dismiss(id, scope, flag))) {
        return refused('unavailable');
      }
      this.#undoable.push({ id, here: scope === 'here' });
      this.#tell({ kind: 'dismissed', scope, flag, dismissal: id });
      return { ok: true, dismissal: id };
    });
  }

  undo(dismissal?: string): Promise<IntentAnswer> {
    return this.#inTurn(async () => {
      const index =
        dismissal === undefined
          ? this.#undoable.length - 1
          : this.#undoable.findIndex(({ id }) => id === dismissal);
      const entry = this.#undoable[index];
      if (entry === undefined) return refused('nothing');
      const undone = entry.here
        ? this.#runtime.dismissals.undoHere(entry.id)
        : await this.#actions.undo(entry.id);
      if (!undone) return refused(entry.here ? 'nothing' : 'unavailable');
      this.#undoable.splice(index, 1);
      this.#runtime.recheck();
      return DONE;
    });
  }

  /** @param over what is to give way instead of the caret's place: the `//` that called the palette */
  insert(text: string, where: InsertWhere, script?: string, over?: Span): Promise<IntentAnswer> {
    return this.#inTurn(async () => {
      if (BLANK.test(text)) return refused('blank-left');
      this.#runtime.catchUp();
      const put = this.#placed(text, where, over);
      if (put === null) return refused('nothing');
      const answer = this.#answer(await this.#runtime.insert(put.text, put, 'behind'), put.text);
      if (answer.ok && script !== undefined) {
        this.#actions.scriptInserted(script, text);
        this.#inserted.add(script, put.text);
      }
      return answer;
    });
  }

  /** Where a text goes and how it reads there; `null` where no words are flagged to go over. */
  #placed(text: string, where: InsertWhere, over?: Span): (Span & { text: string }) | null {
    const { draft, caret } = this.#runtime.state;
    const end = draft.length;
    if (where === 'flagged') {
      const flag = this.#flagAtHand();
      return flag === null ? null : (this.#fit?.(draft, flag, text) ?? null);
    }
    if (where === 'whole') return { start: 0, end, text };
    const at = where === 'end' || caret === null ? { start: end, end } : (over ?? caret);
    return { ...at, text: joined(draft, at, text) };
  }

  /** The flag of the open card, at the caret, or the first one. */
  #flagAtHand(): ConsoleFlag | null {
    const { flags, caret, card } = this.#runtime.state;
    const index = card?.index ?? (caret === null ? -1 : flagAt(flags, caret.start));
    return flags[index] ?? flags[0] ?? null;
  }

  nextFlag(): IntentAnswer {
    const { flags, caret, composer } = this.#runtime.state;
    if (composer === null) return refused('no-composer');
    if (this.#runtime.state.composing) return refused('composing');
    // From inside a flag the next one is wanted, not the same again.
    const from = caret === null ? -1 : (flags[flagAt(flags, caret.start)]?.start ?? caret.start);
    const index = flagAfter(flags, from);
    const flag = flags[index];
    if (flag === undefined) return refused('nothing');
    if (!this.#runtime.placeCaret({ start: flag.end, end: flag.end })) return refused('moved');
    this.#runtime.openCard(index, 'asked');
    return DONE;
  }

  /**
   * The first replacement of the flag at the caret, of the open card, or of the only flag. Where more than the flagged
   * words would go, the card shows that first, and the second time it is done.
   */
  applyFirst(): Promise<IntentAnswer> {
    const { draft, flags, caret, card } = this.#runtime.state;
    const index = card?.index ?? (caret === null ? -1 : flagAt(flags, caret.start));
    const flag = flags[index] ?? (flags.length === 1 ? flags[0] : undefined);
    const text = flag?.instead[0];
    if (flag === undefined || text === undefined) return Promise.resolve(refused('nothing'));
    if (card === null && this.#fit?.(draft, flag, text).wider)
      return Promise.resolve(this.openCard(flags.indexOf(flag)));
    return this.replace(flag, text);
  }

  openCard(flagIndex?: number, reason: 'asked' | 'entered' = 'asked'): IntentAnswer {
    const { flags, caret } = this.#runtime.state;
    const atCaret = caret === null ? -1 : flagAt(flags, caret.start);
    const index = flagIndex ?? (atCaret === -1 ? 0 : atCaret);
    if (flags[index] === undefined) return refused('nothing');
    this.#runtime.openCard(index, reason);
    return DONE;
  }

  focusComposer(): IntentAnswer {
    const { caret, draft, composer } = this.#runtime.state;
    if (composer === null) return refused('no-composer');
    const at = caret ?? { start: draft.length, end: draft.length };
    return this.#runtime.placeCaret(at) ? DONE : refused('no-composer');
  }

  /** An intent of the panel; `flagsAt` gives the flags of the snapshot it was chosen from. */
  async handle(
    intent: Exclude<ConsoleIntent, { type: 'release' | 'mend' }>,
    flagsAt: (seq: number) => readonly ConsoleFlag[] | undefined,
  ): Promise<IntentAnswer> {
    const chosen = (seq: number, index: number): ConsoleFlag | undefined => flagsAt(seq)?.[index];
    switch (intent.type) {
      case 'replace': {
        const flag = chosen(intent.seq, intent.flagIndex);
        const text = flag?.instead[intent.insteadIndex];
        return flag === undefined || text === undefined ? refused('stale') : this.replace(flag, text);
      }
      case 'dismiss': {
        const flag = chosen(intent.seq, intent.flagIndex);
        return flag === undefined ? refused('stale') : this.dismiss(flag, intent.scope);
      }
      case 'openCard': {
        if (intent.flagIndex === undefined) return this.openCard();
        const flag = chosen(intent.seq ?? -1, intent.flagIndex);
        const index = this.#runtime.state.flags.findIndex((it) => flagName(it) === flagName(flag));
        if (flag === undefined || index === -1) return refused('stale');
        const { end } = this.#runtime.state.flags[index]!;
        if (!this.#runtime.placeCaret({ start: end, end })) return refused('no-composer');
        return this.openCard(index);
      }
      case 'insert':
        return this.insert(intent.text, intent.where, intent.script);
      case 'nextFlag':
        return this.nextFlag();
      case 'applyFirst':
        return this.applyFirst();
      case 'focusComposer':
        return this.focusComposer();
      case 'remember':
        this.#runtime.remember(intent.memory);
        return DONE;
      case 'correctScenario':
        return this.#correct(intent.scenario);
      case 'undo':
        return this.undo(intent.dismissal);
    }
  }

  #correct(scenario: ScenarioId | null): IntentAnswer {
    const { checked, conversation, corrected, market } = this.#runtime.state;
    const guessed = corrected === null ? (checked.scenarios[0]?.id ?? null) : null;
    this.#runtime.correctScenario(scenario);
    if (scenario !== null && conversation.customer.length > 0) {
      const { customer } = conversation;
      this.#actions.corrected({
        id: this.#newId(),
        language: checked.language,
        market,
        customer,
        guessed,
        scenario,
      });
    }
    return DONE;
  }

  /** Where the flag's words stand now; `null` when they are no longer flagged. */
  #now(flag: ConsoleFlag): Span | null {
    const same = this.#runtime.state.flags.filter((it) => flagName(it) === flagName(flag));
    // The same words twice: the nearest is meant.
    const nearest = same.sort((a, b) => Math.abs(a.start - flag.start) - Math.abs(b.start - flag.start))[0];
    return nearest === undefined ? null : { start: nearest.start, end: nearest.end };
  }

  #answer(result: InsertResult, text: string): IntentAnswer {
    if (result.ok) return DONE;
    const { reason } = result;
    if (reason === 'not-inserted' || reason === 'misplaced') this.#tell({ kind: reason, text });
    return refused(reason === 'not-writable' ? 'no-composer' : reason);
  }

  /** Two inserts at once would take each other's selection. */
  #inTurn(work: () => Promise<IntentAnswer>): Promise<IntentAnswer> {
    const next = this.#busy.then(work, work);
    this.#busy = next.catch(() => undefined);
    return next;
  }
}

/** Scripts that are stacked need a space between them where English sentences meet. */
function joined(draft: string, at: Span, text: string): string {
  const before = draft[at.start - 1];
  return before !== undefined && /[.!?,;:'")]|[A-Za-z0-9]/.test(before) && /^[A-Za-z0-9]/.test(text)
    ? ` ${text}`
    : text;
}
