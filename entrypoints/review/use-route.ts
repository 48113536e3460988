import { useEffect, useState } from 'preact/hooks';
import { type ReviewRoute, readReviewRoute } from '@/components/review';

/** Where the address says we are; links and the browser's own buttons move through the page. */
export function useReviewRoute(): ReviewRoute {
  const [route, setRoute] = useState(() => readReviewRoute(location.hash));
  useEffect(() => {
    const lifetime = new AbortController();
    addEventListener('hashchange', () => setRoute(readReviewRoute(location.hash)), {
      signal: lifetime.signal,
    });
    return () => lifetime.abort();
  }, []);
  return route;
}
