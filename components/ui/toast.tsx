import { type ReadonlySignal, signal } from '@preact/signals';
import { common } from '@/lib/i18n';
import { Button, IconButton } from './button';

export interface Toast {
  id: number;
  text: string;
  /** A way back or onward; the toast leaves when it is taken. */
  action?: { label: string; run: () => void };
}

export interface Toaster {
  readonly shown: ReadonlySignal<readonly Toast[]>;
  show(text: string, action?: Toast['action']): void;
  /** Says what was done and offers to take it back. */
  showUndo(text: string, undo: () => void): void;
  leave(id: number): void;
  /** While held (pointer or focus on it) no toast leaves by itself. */
  hold(held: boolean): void;
}

/** How long a toast stays, in ms: time to read two lines and reach the button. */
export const TOAST_MS = 8000;

/** Keeps short-lived messages of one page; timers end with `signal`. */
export function createToaster(lifetime: AbortSignal, stayMs: number = TOAST_MS): Toaster {
  const shown = signal<readonly Toast[]>([]);
  const timers = new Map<number, ReturnType<typeof setTimeout>>();
  let nextId = 1;

  function leave(id: number): void {
    clearTimeout(timers.get(id));
    timers.delete(id);
    shown.value = shown.value.filter((toast) => toast.id !== id);
  }
  function startClock(id: number): void {
    clearTimeout(timers.get(id));
    timers.set(
      id,
      setTimeout(() => leave(id), stayMs),
    );
  }
  function show(text: string, action?: Toast['action']): void {
    if (lifetime.aborted) return;
    const id = nextId++;
    // Two at a time: a third means the first was not what mattered.
    const kept = shown.value.filter((toast) => toast.text !== text).slice(-1);
    for (const toast of shown.value) if (!kept.includes(toast)) leave(toast.id);
    shown.value = [...kept, action ? { id, text, action } : { id, text }];
    startClock(id);
  }
  lifetime.addEventListener('abort', () => {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
    shown.value = [];
  });
  return {
    shown,
    show,
    showUndo: (text, undo) => show(text, { label: common('undo'), run: undo }),
    leave,
    hold(held) {
      for (const { id } of shown.value) {
        if (held) clearTimeout(timers.get(id));
        else startClock(id);
      }
    },
  };
}

export function Toasts({ toaster }: { toaster: Toaster }) {
  return (
    <section
      class="toasts"
      role="status"
      aria-label={common('notifications')}
      onMouseEnter={() => toaster.hold(true)}
      onMouseLeave={() => toaster.hold(false)}
      onFocusIn={() => toaster.hold(true)}
      onFocusOut={() => toaster.hold(false)}
    >
      {toaster.shown.value.map((toast) => {
        const { action } = toast;
        return (
          <div key={toast.id} class="toast">
            <span class="toast-text">{toast.text}</span>
            {action && (
              <Button
                look="plain"
                small
                onClick={() => {
                  toaster.leave(toast.id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton icon="close" label={common('close')} onClick={() => toaster.leave(toast.id)} />
          </div>
        );
      })}
    </section>
  );
}
