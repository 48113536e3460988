import { useEffect, useState } from 'preact/hooks';
import { type Route, readRoute } from '@/components/trainer';

/** Where the address says we are; links and the browser's own buttons move through the page. */
export function useRoute(): Route {
  const [route, setRoute] = useState(() => readRoute(location.hash));
  useEffect(() => {
    const lifetime = new AbortController();
    addEventListener('hashchange', () => setRoute(readRoute(location.hash)), { signal: lifetime.signal });
    return () => lifetime.abort();
  }, []);
  return route;
}
