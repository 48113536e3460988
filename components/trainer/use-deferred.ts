import { useEffect, useState } from 'preact/hooks';

/** A value a moment after it was last changed, so that work on it does not hold up typing. */
export function useDeferred<T>(value: T, pause = 60): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return later;
}
