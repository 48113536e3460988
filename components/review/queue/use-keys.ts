import { useLayoutEffect, useRef } from 'preact/hooks';
import { actOf, type QueueAct } from './keys';

/** Hands what keys ask for to `onAct`, as long as the page shows whoever uses this; `false`: the key was not for it. */
export function useKeys(letters: boolean, onAct: (act: QueueAct) => boolean): void {
  const acting = useRef(onAct);
  acting.current = onAct;
  useLayoutEffect(() => {
    const lifetime = new AbortController();
    document.addEventListener(
      'keydown',
      (event) => {
        const act = actOf(event, event.target instanceof Element ? event.target : null, letters);
        if (act && acting.current(act)) event.preventDefault();
      },
      { signal: lifetime.signal },
    );
    return () => lifetime.abort();
  }, [letters]);
}
