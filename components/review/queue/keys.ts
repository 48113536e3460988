/** What a key does in the queue. Digits choose a cause. */
export type QueueAct =
  | { kind: 'verdict'; verdict: 'uphold' | 'dismiss' | 'coach' }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'cause'; index: number }
  | { kind: 'pick' }
  | { kind: 'score' }
  | { kind: 'undo' }
  | { kind: 'search' }
  | { kind: 'help' };

const BY_KEY: ReadonlyMap<string, QueueAct> = new Map(
  Object.entries<QueueAct>({
    u: { kind: 'verdict', verdict: 'uphold' },
    d: { kind: 'verdict', verdict: 'dismiss' },
    c: { kind: 'verdict', verdict: 'coach' },
    j: { kind: 'move', by: 1 },
    arrowdown: { kind: 'move', by: 1 },
    k: { kind: 'move', by: -1 },
    arrowup: { kind: 'move', by: -1 },
    x: { kind: 'pick' },
    s: { kind: 'score' },
    z: { kind: 'undo' },
    '/': { kind: 'search' },
    '?': { kind: 'help' },
  }),
);

const TYPED_INTO =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable], dialog';
/** Controls that move by arrows themselves. */
const MOVES_ITSELF = '[type="radio"], [role="tab"]';

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'defaultPrevented' | 'repeat'
>;

/**
 * What a key press asks for; `null`: nothing of ours. `target`: where it was pressed. Without `letters` only arrows work:
 * whoever speaks to the computer would set single letters off.
 */
export function actOf(event: KeyPress, target: Element | null, letters = true): QueueAct | null {
  const { key, altKey, ctrlKey, metaKey, isComposing, defaultPrevented, repeat } = event;
  if (altKey || ctrlKey || metaKey || isComposing || defaultPrevented) return null;
  if (target?.closest(TYPED_INTO)) return null;
  if (!letters && !key.startsWith('Arrow')) return null;
  if (/^[1-6]$/.test(key)) return { kind: 'cause', index: Number(key) - 1 };
  const act = BY_KEY.get(key.toLowerCase()) ?? null;
  // A key held down moves on, but decides only once.
  if (repeat && act?.kind !== 'move') return null;
  if (act?.kind === 'move' && key.startsWith('Arrow') && target?.closest(MOVES_ITSELF)) return null;
  return act;
}
