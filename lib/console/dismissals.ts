import { type Edit, mapSpan, type Span } from '@/lib/composer';
import type { ConsoleFlag } from '@/lib/rpc';

/** Dismissals that outlive a message, as settings keep them. */
export interface LastingDismissals {
  readonly phrases: readonly { readonly id: string; readonly rule: string; readonly text: string }[];
  readonly rules: readonly { readonly id: string; readonly rule: string }[];
}

/** "Not here": one place in this message, followed as the draft changes. */
interface HereDismissal {
  readonly id: string;
  readonly rule: string;
  readonly span: Span;
}

/** Which flags an agent does not want to see, and how each dismissal is taken back. Pure; ids come from the caller. */
export class Dismissals {
  #here: HereDismissal[] = [];
  #rules = new Set<string>();
  #phrases = new Set<string>();

  setLasting(lasting: LastingDismissals): void {
    this.#rules = new Set(lasting.rules.map(({ rule }) => rule));
    this.#phrases = new Set(lasting.phrases.map(({ rule, text }) => phraseKey(rule, text)));
  }

  dismissHere(id: string, flag: ConsoleFlag): void {
    this.#here.push({ id, rule: flag.rule, span: { start: flag.start, end: flag.end } });
  }

  /** True when the id named a dismissal of this message. */
  undoHere(id: string): boolean {
    const before = this.#here.length;
    this.#here = this.#here.filter((it) => it.id !== id);
    return this.#here.length < before;
  }

  /** Follows an edit of the draft; words that were touched are no longer the dismissed ones. */
  follow(edit: Edit | null): void {
    if (edit === null) return;
    this.#here = this.#here.flatMap((it) => {
      const span = mapSpan(it.span, edit);
      return span === null ? [] : [{ ...it, span }];
    });
  }

  /** A new message begins. */
  forgetHere(): void {
    this.#here = [];
  }

  shown(flags: readonly ConsoleFlag[]): ConsoleFlag[] {
    return flags.filter(
      (flag) =>
        !this.#rules.has(flag.rule) &&
        !this.#phrases.has(phraseKey(flag.rule, flag.text)) &&
        !this.#here.some(
          ({ rule, span }) => rule === flag.rule && span.start < flag.end && flag.start < span.end,
        ),
    );
  }
}

const phraseKey = (rule: string, text: string): string => `${rule}\n${text}`;
