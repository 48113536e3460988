import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { ConsoleState, RunningConsole } from '@/lib/console';
import { replacementFor } from '@/lib/phrasebook/runtime';
import type { Language, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { VERDICT_AROUND, type VerdictReport } from '@/lib/rpc';
import type { LookMark } from '@/lib/second-look';

export interface OpenLook {
  readonly mark: LookMark;
  /** `entered`: by keyboard, which then works inside the card. */
  readonly reason: 'caret' | 'entered';
}

/** What the second look keeps and asks for beyond the page; all of it may fail, which is an answer. */
export interface LookPorts {
  instead(mark: LookMark, language: Language, scenario: ScenarioId | null): Promise<readonly string[]>;
  /** `null` where answers are not kept: none is asked for. */
  record: ((verdict: VerdictReport) => Promise<boolean>) | null;
  undo(id: string): Promise<boolean>;
  setOn(on: boolean): Promise<boolean>;
}

/** Something that was said, with the way back; `failed` has none. */
export interface LookNews {
  readonly kind: 'look';
  readonly what: 'fine' | 'right' | 'off' | 'failed';
  readonly undo: (() => void) | null;
}

/** The marks of a second look and the card about one of them, as signals over a running console. */
export interface LookModel {
  readonly marks: ReadonlySignal<readonly LookMark[]>;
  readonly card: ReadonlySignal<OpenLook | null>;
  readonly instead: ReadonlySignal<readonly string[] | null>;
  readonly news: Signal<LookNews | null>;
  /** How many clauses were marked at the last look that no earlier one had marked; 0: nothing new. */
  readonly heard: ReadonlySignal<number>;
  /** Whether an answer to the card's question is kept. */
  readonly asks: boolean;
  readonly language: () => Language;
  setMarks(marks: readonly LookMark[]): void;
  /** By command: the mark at the caret, else the first; false where there is none. */
  open(): boolean;
  close(): void;
  replace(text: string): Promise<void>;
  say(said: 'fine' | 'right'): Promise<void>;
  off(): Promise<void>;
}

/** Most of a clause that is kept. */
const VERDICT_TEXT = 400;

const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

export function createLookModel(options: {
  console: RunningConsole;
  signal: AbortSignal;
  ports: LookPorts;
  newId: () => string;
}): LookModel {
  const { console, signal: until, ports, newId } = options;
  const { runtime } = console;
  const marks = signal<readonly LookMark[]>([]);
  const card = signal<OpenLook | null>(null);
  const instead = signal<readonly string[] | null>(null);
  const news: LookModel['news'] = signal(null);
  const heard = signal(0);
  const told = new Set<string>();
  /** The clause whose card was closed by hand: it stays shut until the caret leaves it. */
  let shut: string | null = null;
  let last = runtime.state;

  const language = (): Language => {
    const said = runtime.state.checked.language;
    const han = hasHan(runtime.state.draft);
    return said !== null && (said === 'en') !== han ? said : han ? 'zh-Hans' : 'en';
  };
  const scenario = ({ corrected, checked }: ConsoleState): ScenarioId | null =>
    corrected ?? checked.scenarios[0]?.id ?? null;
  const at = (offset: number): LookMark | undefined =>
    marks.peek().find(({ start, end }) => start <= offset && offset <= end);

  const show = (next: OpenLook | null): void => {
    const before = card.peek();
    if (next === null && before === null) return;
    card.value = next;
    if (next === null || next.mark.name === before?.mark.name) return;
    instead.value = null;
    const { name } = next.mark;
    ports.instead(next.mark, language(), scenario(runtime.state)).then(
      (texts) => {
        if (card.peek()?.mark.name === name) instead.value = texts;
      },
      () => undefined,
    );
  };

  const follow = (state: ConsoleState): void => {
    const typed = state.draft !== last.draft;
    const wentOn = state.caret !== last.caret;
    last = state;
    const { caret } = state;
    const here = caret === null || caret.start !== caret.end ? undefined : at(caret.start);
    if (here?.name !== shut) shut = null;
    // A rule's card has the better reason; typing opens nothing.
    if (state.card !== null || state.composing || state.composer === null) show(null);
    else if (typed) show(null);
    else if (wentOn && state.focused)
      show(here === undefined || here.name === shut ? null : (keep(here) ?? { mark: here, reason: 'caret' }));
  };
  const keep = (mark: LookMark): OpenLook | null => {
    const open = card.peek();
    return open?.mark.name === mark.name ? { ...open, mark } : null;
  };
  runtime.subscribe(follow, until);

  const tell = (what: LookNews['what'], undo: LookNews['undo'] = null): void => {
    news.value = { kind: 'look', what, undo };
  };
  return {
    marks,
    card,
    instead,
    news,
    heard,
    asks: ports.record !== null,
    language,
    setMarks(next) {
      marks.value = next;
      const fresh = next.filter(({ name }) => !told.has(name));
      for (const { name } of fresh) told.add(name);
      if (fresh.length > 0 || next.length === 0) heard.value = fresh.length;
      const open = card.peek();
      if (open === null) return;
      const mark = next.find(({ name }) => name === open.mark.name);
      show(mark === undefined ? null : { ...open, mark });
    },
    open() {
      const { caret } = runtime.state;
      const mark = (caret === null ? undefined : at(caret.start)) ?? marks.peek()[0];
      if (mark === undefined) return false;
      shut = null;
      show({ mark, reason: 'entered' });
      return true;
    },
    close() {
      shut = card.peek()?.mark.name ?? null;
      show(null);
    },
    async replace(text) {
      const open = card.peek();
      if (open === null) return;
      const put = replacementFor(runtime.state.draft, open.mark, text);
      show(null);
      await runtime.insert(put.text, put, 'keep');
    },
    async say(said) {
      const open = card.peek();
      if (open === null || ports.record === null) return;
      const { mark } = open;
      const { draft } = runtime.state;
      const id = newId();
      shut = mark.name;
      show(null);
      const kept = await ports.record({
        id,
        language: language(),
        scenario: scenario(runtime.state),
        reading: language() === 'en' ? 'en' : 'zh',
        said,
        category: mark.category,
        text: mark.text.slice(0, VERDICT_TEXT),
        before: draft.slice(Math.max(0, mark.start - VERDICT_AROUND), mark.start),
        after: draft.slice(mark.end, mark.end + VERDICT_AROUND),
        mark: mark.name,
      });
      if (!kept) tell('failed');
      else
        tell(said, () => {
          void ports.undo(id);
        });
    },
    async off() {
      show(null);
      if (!(await ports.setOn(false))) tell('failed');
      else
        tell('off', () => {
          void ports.setOn(true);
        });
    },
  };
}
