/**
 * Knows whether an input method is composing. While it is, nothing may be checked, inserted or re-anchored.
 *
 * Chromium sends the last `input` before `compositionend` (still composing), Firefox after it; both must count as the end.
 * A `compositionend` that never comes (the editor was removed) is healed by the next plain key or change of focus.
 */
export class CompositionGuard {
  #composing = false;

  get composing(): boolean {
    return this.#composing;
  }

  /** Takes any event of the field; true when the event is the moment to check the draft again. */
  observe(event: Event): boolean {
    switch (event.type) {
      case 'compositionstart':
      case 'compositionupdate':
        this.#composing = true;
        return false;
      case 'compositionend':
        this.#composing = false;
        return true;
      case 'input':
        this.#composing = (event as InputEvent).isComposing;
        return !this.#composing;
      case 'keydown':
        if (!belongsToInputMethod(event as KeyboardEvent)) this.#composing = false;
        return false;
      case 'focusin':
      case 'focusout':
        this.#composing = false;
        return false;
      default:
        return false;
    }
  }
}

/** A key that talks to the input method (Enter that takes a candidate too), never to the page. */
export function belongsToInputMethod(event: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return event.isComposing || event.keyCode === 229;
}
