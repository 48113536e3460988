import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import {
  CAUSES,
  type Cause,
  fillCard,
  isAgentsDoing,
  type Proposal,
  type RecordFilter,
  type RecordOrder,
  type Scorecard,
  type SentRecord,
  scoreOf,
  type Verdict,
} from '@/lib/review';
import type { Desk, Reviews } from '@/lib/store';
import { type Entered, enteredFrom } from '../cards/score-form';
import type { QueueSample } from './filter-bar';
import type { QueueAct } from './keys';
import { createQueueList, type QueueList } from './queue-list';

/** What a reviewer is told afterwards. */
export type DeskNews =
  | { kind: 'given'; verdict: Verdict; count: number; batch: string }
  | { kind: 'undone'; count: number }
  | { kind: 'nothing-to-undo' }
  | { kind: 'no-name' }
  | { kind: 'failed' };

export interface QueueDeskOptions {
  desk: Pick<Desk, 'queue' | 'ids' | 'sample' | 'get'>;
  reviews: Pick<Reviews, 'give' | 'undo'>;
  now: () => number;
  /** Who reviews; empty: not said. */
  reviewer: () => string;
  tell: (news: DeskNews) => void;
}

/** What is being said of the open record, until a verdict takes it along. */
export interface Draft {
  cause: Cause | null;
  reason: string;
  /** `null`: as the engine filled it. */
  entered: Entered | null;
  confirmed: boolean;
  /** Whether the card is for the whole conversation. */
  whole: boolean;
  /** On the card. */
  note: string;
}

const NO_DRAFT: Draft = { cause: null, reason: '', entered: null, confirmed: false, whole: false, note: '' };

/** Bulk verdicts reach this many at once. */
export const MOST_AT_ONCE = 2000;

/** The queue at work: what is asked for, what is open, what is said, and the way back. */
export interface QueueDesk {
  readonly filter: ReadonlySignal<RecordFilter>;
  readonly order: ReadonlySignal<RecordOrder>;
  readonly sample: ReadonlySignal<QueueSample | null>;
  readonly list: ReadonlySignal<QueueList>;
  readonly index: ReadonlySignal<number>;
  readonly open: ReadonlySignal<SentRecord | undefined>;
  readonly picked: ReadonlySignal<ReadonlySet<string>>;
  readonly draft: Signal<Draft>;
  readonly card: Signal<Scorecard | null>;
  /** Other messages of the open one's conversation; who has them puts them here. */
  readonly conversation: Signal<readonly SentRecord[]>;
  /** What the card is filled for, oldest first. */
  readonly scored: ReadonlySignal<readonly SentRecord[]>;
  readonly proposals: ReadonlySignal<readonly Proposal[]>;
  readonly entered: ReadonlySignal<Entered>;
  ask(filter: RecordFilter, order?: RecordOrder): void;
  drawSample(sample: QueueSample | null): Promise<void>;
  openAt(index: number): void;
  pick(id: string): void;
  pickAll(): Promise<void>;
  pickNone(): void;
  verdict(verdict: Verdict): Promise<void>;
  undo(): Promise<void>;
  /** Does what a key asked for; gives `false` for what only the page can do. */
  act(act: QueueAct): boolean;
  refresh(): void;
}

export const FIRST_FILTER: RecordFilter = { standings: ['open'] };

export function createQueueDesk({ desk, reviews, now, reviewer, tell }: QueueDeskOptions): QueueDesk {
  const filter = signal<RecordFilter>(FIRST_FILTER);
  const order = signal<RecordOrder>('risk');
  const sample = signal<QueueSample | null>(null);
  const index = signal(0);
  const picked = signal<ReadonlySet<string>>(new Set());
  const draft = signal<Draft>(NO_DRAFT);
  const card = signal<Scorecard | null>(null);
  const conversation = signal<readonly SentRecord[]>([]);
  const batches: { batch: string; index: number }[] = [];

  /** Only the standing of a listed record changes while it is listed. */
  const stillFits = (record: SentRecord): boolean =>
    filter.value.standings === undefined || filter.value.standings.includes(record.standing);
  const wholeList = (): QueueList => {
    const asked = filter.value;
    const by = order.value;
    return createQueueList(
      (offset, limit) => desk.queue({ filter: asked, order: by, offset, limit }),
      stillFits,
    );
  };
  const drawnList = (ids: readonly string[]): QueueList =>
    createQueueList(
      async (offset, limit) => ({
        total: ids.length,
        records: await desk.get(ids.slice(offset, offset + limit)),
      }),
      () => true,
    );
  const list = signal(wholeList());
  list.value.see(0, 0);

  const open = computed(() => {
    void list.value.changed.value;
    return list.value.rowAt(index.value);
  });
  const scored = computed(() => {
    const record = open.value;
    if (!record) return [];
    if (!draft.value.whole || record.conversation === null) return [record];
    // What still stands here of the message before is of another conversation, or the message itself.
    const others = conversation.value.filter(
      (it) => it.conversation === record.conversation && it.id !== record.id,
    );
    return [...others, record].sort((a, b) => a.sentAt - b.sentAt);
  });
  const proposals = computed(() => (card.value ? fillCard(card.value, scored.value) : []));
  const entered = computed(
    () =>
      draft.value.entered ??
      (card.value ? enteredFrom(card.value, proposals.value) : { points: {}, missed: [] }),
  );

  const openAt = (to: number): void => {
    const last = Math.max(0, (list.value.total.value ?? 1) - 1);
    const wanted = Math.min(last, Math.max(0, to));
    if (wanted === index.value) return;
    batch(() => {
      index.value = wanted;
      draft.value = NO_DRAFT;
    });
    list.value.see(wanted, wanted + 1);
  };
  const start = (fresh: QueueList): void => {
    batch(() => {
      list.value = fresh;
      index.value = 0;
      picked.value = new Set();
      draft.value = NO_DRAFT;
    });
    fresh.see(0, 0);
  };
  const patch = async (ids: readonly string[]): Promise<void> => {
    const at = list.value;
    at.patch(await desk.get(ids));
  };

  async function verdict(said: Verdict): Promise<void> {
    const record = open.value;
    const many = picked.value.size > 0;
    if (!many && !record) return;
    const name = reviewer();
    if (name === '') {
      tell({ kind: 'no-name' });
      return;
    }
    const ids = many ? [...picked.value] : [record!.id];
    const { cause, reason, confirmed, note } = draft.value;
    const at = card.value;
    const scorecard =
      !many && confirmed && at && isAgentsDoing(cause)
        ? {
            card: at.id,
            version: at.version,
            points: entered.value.points,
            missed: [...entered.value.missed],
            score: scoreOf(at, entered.value.points, entered.value.missed),
            ...(scored.value.length > 1 ? { messages: scored.value.length } : {}),
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          }
        : null;
    const from = index.value;
    // On to the next before it is written: the reader reads on, and a quick second key must not meet the same message.
    if (many)
      batch(() => {
        picked.value = new Set();
        draft.value = NO_DRAFT;
      });
    else {
      draft.value = NO_DRAFT;
      openAt(from + 1);
    }
    try {
      const given = await reviews.give(
        { records: ids, reviewer: name, verdict: said, reason, cause, scorecard },
        now(),
      );
      batches.push({ batch: given.batch, index: from });
      await patch(ids);
      tell({ kind: 'given', verdict: said, count: given.given, batch: given.batch });
    } catch {
      tell({ kind: 'failed' });
    }
  }

  async function undo(): Promise<void> {
    const last = batches.pop();
    if (!last) {
      tell({ kind: 'nothing-to-undo' });
      return;
    }
    try {
      const count = await reviews.undo(last.batch, now());
      openAt(last.index);
      const record = open.value;
      if (record) await patch([record.id]);
      tell({ kind: 'undone', count });
    } catch {
      batches.push(last);
      tell({ kind: 'failed' });
    }
  }

  const self: QueueDesk = {
    filter,
    order,
    sample,
    list,
    index,
    open,
    picked,
    draft,
    card,
    conversation,
    scored,
    proposals,
    entered,
    ask(asked, by = order.value) {
      batch(() => {
        filter.value = asked;
        order.value = by;
        sample.value = null;
      });
      start(wholeList());
    },
    async drawSample(wanted) {
      if (!wanted) {
        sample.value = null;
        start(wholeList());
        return;
      }
      const { kind, size, seed } = wanted;
      const ids = await desk.sample({
        filter: filter.value,
        size,
        seed,
        ...(kind === 'random' ? {} : { by: kind }),
      });
      sample.value = wanted;
      start(drawnList(ids));
    },
    openAt,
    pick(id) {
      const next = new Set(picked.value);
      if (!next.delete(id)) next.add(id);
      picked.value = next;
    },
    async pickAll() {
      const ids: string[] = [];
      if (sample.value) {
        const count = list.value.total.value ?? 0;
        for (let at = 0; at < count; at++) {
          const record = await list.value.load(at);
          if (record) ids.push(record.id);
        }
      } else ids.push(...(await desk.ids(filter.value, order.value, MOST_AT_ONCE)));
      picked.value = new Set(ids);
    },
    pickNone() {
      picked.value = new Set();
    },
    verdict,
    undo,
    act(act) {
      switch (act.kind) {
        case 'verdict':
          void verdict(act.verdict);
          return true;
        case 'move':
          openAt(index.value + act.by);
          return true;
        case 'cause': {
          const chosen = CAUSES[act.index] ?? null;
          draft.value = { ...draft.value, cause: chosen === draft.value.cause ? null : chosen };
          return true;
        }
        case 'score':
          draft.value = { ...draft.value, confirmed: !draft.value.confirmed };
          return true;
        case 'pick': {
          const record = open.value;
          if (record) self.pick(record.id);
          return true;
        }
        case 'undo':
          void undo();
          return true;
        default:
          return false;
      }
    },
    refresh() {
      if (!sample.value) start(wholeList());
    },
  };
  return self;
}
