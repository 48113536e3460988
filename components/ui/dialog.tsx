import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { common } from '@/lib/i18n';
import { IconButton } from './button';

export interface DialogProps {
  title: string;
  /** Called on Esc, on the close button and on a click beside it. */
  onClose: () => void;
  /** Buttons, the one that goes on last. */
  footer?: ComponentChildren;
  children: ComponentChildren;
}

/** A modal dialog while it is rendered; the browser keeps focus inside and gives it back afterwards. */
export function Dialog({ title, onClose, footer, children }: DialogProps) {
  const id = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    dialog.showModal();
    // What the dialog asks for comes first, not its close button.
    dialog.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select)')?.focus();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        const dialog = ref.current;
        if (dialog && event.target === dialog && isBeside(event, dialog)) onClose();
      }}
    >
      <div class="dialog-head">
        <h2 class="dialog-title" id={id}>
          {title}
        </h2>
        <IconButton icon="close" label={common('close')} onClick={onClose} />
      </div>
      <div class="dialog-body">{children}</div>
      {footer && <div class="dialog-foot">{footer}</div>}
    </dialog>
  );
}

/** The backdrop counts as the dialog itself for events: only the place tells them apart. */
function isBeside(event: PointerEvent, dialog: HTMLDialogElement): boolean {
  const box = dialog.getBoundingClientRect();
  return (
    event.clientX < box.left ||
    event.clientX > box.right ||
    event.clientY < box.top ||
    event.clientY > box.bottom
  );
}
