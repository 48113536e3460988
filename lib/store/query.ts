import { QueryClient } from '@tanstack/preact-query';
import type { Changes } from './changes';

/**
 * The query client of a page. Nothing here goes over a network: offline is no reason to wait, and an error will not
 * pass by asking again.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Reads again whatever another context announces as changed, until the signal aborts. */
export function followChanges(client: QueryClient, changes: Changes, signal: AbortSignal): void {
  changes.listen((keys) => {
    for (const queryKey of keys) void client.invalidateQueries({ queryKey });
  }, signal);
}
