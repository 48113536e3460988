import type { Changes } from '../changes';
import { storeKeys } from '../keys';

/** Tells that the log changed: everywhere, or in these segments of its columns. */
export function announceLog(changes: Changes, segments?: readonly number[]): void {
  changes.announce(
    storeKeys.sent,
    storeKeys.tallies,
    ...(segments === undefined
      ? [storeKeys.logSegments]
      : segments.map((it): readonly string[] => [...storeKeys.logSegments, String(it)])),
  );
}
