import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Span } from '@/lib/composer';
import type { RunningConsole } from '@/lib/console';
import { wishOf } from '@/lib/offers';
import { type BlankSheet, type BlankValues, blankSheet, type Fact, factsIn, sureValues } from '@/lib/reply';
import type { InsertWhere, IntentRefusal, ScriptQuestion, ScriptRow } from '@/lib/rpc';
import { languageOfTalk } from '../talk';

/** What the palette shows; nothing while it is closed. */
export type PaletteView = 'closed' | 'list' | 'form';

export interface PaletteModel {
  readonly view: ReadonlySignal<PaletteView>;
  readonly query: ReadonlySignal<string>;
  readonly rows: ReadonlySignal<readonly ScriptRow[]>;
  readonly active: ReadonlySignal<number>;
  /** The script whose blanks are being filled. */
  readonly chosen: ReadonlySignal<ScriptRow | null>;
  readonly sheet: ReadonlySignal<BlankSheet | null>;
  readonly values: ReadonlySignal<BlankValues>;
  /** Blanks whose value came out of the log and was not changed. */
  readonly fromChat: ReadonlySignal<ReadonlySet<string>>;
  readonly facts: ReadonlySignal<readonly Fact[]>;
  /** An insertion was tried with a blank that is not right yet. */
  readonly tried: ReadonlySignal<boolean>;
  readonly trouble: ReadonlySignal<'unreachable' | IntentRefusal | null>;
  /** @param over the `//` that called it, which the script will replace */
  open(over?: Span): void;
  /** Closes it; `back`: the composer gets its focus and selection again. */
  close(back: boolean): void;
  type(query: string): void;
  move(to: (active: number, count: number) => number): void;
  /** Takes the active script (or one by its place): into the composer at once, or into the form where it has blanks. */
  take(where: InsertWhere, place?: number): void;
  setValue(id: string, value: string): void;
  /** Inserts the form's script, unless a blank is not right yet. */
  insert(where: InsertWhere): void;
  back(): void;
}

export interface PaletteOptions {
  readonly console: RunningConsole;
  readonly find: (question: ScriptQuestion) => Promise<readonly ScriptRow[]>;
}

export function paletteModel({ console, find }: PaletteOptions): PaletteModel {
  const view: Signal<PaletteView> = signal('closed');
  const query = signal('');
  const rows: Signal<readonly ScriptRow[]> = signal([]);
  const active = signal(0);
  const chosen: Signal<ScriptRow | null> = signal(null);
  const typed: Signal<BlankValues> = signal({});
  const facts: Signal<readonly Fact[]> = signal([]);
  const tried = signal(false);
  const trouble: PaletteModel['trouble'] & Signal<'unreachable' | IntentRefusal | null> = signal(null);
  let over: Span | undefined;
  let asked = 0;

  const sure = computed(() => {
    const it = chosen.value;
    return it === null ? {} : sureValues(it.variables, facts.value, it.language);
  });
  const values = computed((): BlankValues => ({ ...sure.value, ...typed.value }));
  const fromChat = computed(
    () => new Set(Object.keys(sure.value).filter((id) => typed.value[id] === undefined)),
  );
  const sheet = computed(() => {
    const it = chosen.value;
    return it === null ? null : blankSheet(it.text, values.value, it.variables);
  });

  const ask = (): void => {
    const { state } = console.runtime;
    const { conversation, checked, corrected, market, memory } = state;
    const language = languageOfTalk({ conversation, language: checked.language });
    const { moves, movesSaid, scenarios } = checked;
    const wish = wishOf({ corrected, scenarios, moves, movesSaid, market, conversation, memory }, language);
    const mine = ++asked;
    find({ query: query.peek(), ...wish }).then(
      (found) => {
        // An answer to an older key may come later than that to a newer one.
        if (mine !== asked) return;
        rows.value = found;
        active.value = 0;
        trouble.value = null;
      },
      () => {
        if (mine === asked) trouble.value = 'unreachable';
      },
    );
  };

  const put = async (text: string, script: string, where: InsertWhere): Promise<void> => {
    const answer = await console.intents.insert(text, where, script, over);
    if (answer.ok) {
      view.value = 'closed';
      chosen.value = null;
    } else {
      trouble.value = answer.reason;
    }
  };

  const model: PaletteModel = {
    view,
    query,
    rows,
    active,
    chosen,
    sheet,
    values,
    fromChat,
    facts,
    tried,
    trouble,
    open(from) {
      over = from;
      console.runtime.catchUp();
      console.runtime.closeCard();
      query.value = '';
      rows.value = [];
      chosen.value = null;
      trouble.value = null;
      facts.value = factsIn(console.runtime.state.conversation);
      view.value = 'list';
      ask();
    },
    close(back) {
      if (view.peek() === 'closed') return;
      asked += 1;
      view.value = 'closed';
      chosen.value = null;
      if (back) console.intents.focusComposer();
    },
    type(next) {
      if (next === query.peek()) return;
      query.value = next;
      ask();
    },
    move(to) {
      const count = rows.peek().length;
      if (count > 0) active.value = Math.max(0, Math.min(to(active.peek(), count), count - 1));
    },
    take(where, place = active.peek()) {
      const row = rows.peek()[place];
      if (row === undefined) return;
      trouble.value = null;
      const filled = blankSheet(row.text, {}, row.variables);
      if (filled.fields.length === 0) {
        void put(filled.filled.text, row.script, where);
        return;
      }
      typed.value = console.runtime.state.memory.values;
      tried.value = false;
      chosen.value = row;
      view.value = 'form';
    },
    setValue(id, value) {
      typed.value = { ...typed.peek(), [id]: value };
      console.runtime.remember({ values: typed.peek() });
    },
    insert(where) {
      const row = chosen.peek();
      const now = sheet.peek();
      if (row === null || now === null) return;
      tried.value = true;
      if (now.ready) void put(now.filled.text, row.script, where);
    },
    back() {
      trouble.value = null;
      chosen.value = null;
      view.value = 'list';
    },
  };
  return model;
}
