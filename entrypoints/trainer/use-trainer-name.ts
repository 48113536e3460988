import { useSetting } from '@/components/agent/live';
import { settings } from '@/lib/store/settings';

/** How the person at this browser is called in drafts, reviews and versions. */
export function useTrainerName(): string {
  return useSetting(settings.alias, '');
}
