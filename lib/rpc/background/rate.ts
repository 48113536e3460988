/** Counts requests per key in a sliding minute. Lost when the background sleeps, which is as good as a pause. */
export interface RateLimit {
  /** Takes one, or says how many ms to wait. */
  take(key: string, perMinute: number, now: number): { ok: true } | { ok: false; retryAfter: number };
}

const MINUTE = 60_000;
/** More keys than open tabs times channels; beyond it the oldest goes. */
const MOST_KEYS = 2000;

export function createRateLimit(): RateLimit {
  const taken = new Map<string, number[]>();
  return {
    take(key, perMinute, now) {
      const recent = (taken.get(key) ?? []).filter((at) => at > now - MINUTE);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= perMinute) {
        taken.set(key, recent);
        return { ok: false, retryAfter: oldest + MINUTE - now };
      }
      recent.push(now);
      taken.delete(key);
      taken.set(key, recent);
      if (taken.size > MOST_KEYS) taken.delete(taken.keys().next().value!);
      return { ok: true };
    },
  };
}
