import { useSetting } from '@/components/agent/live';
import { reviewerSetting, reviewLetters, settings } from '@/lib/store/settings';

export interface Reviewer {
  /** As it stands beside verdicts; empty: not said. */
  name: string;
  setName: (name: string) => void;
  /** Whether single letters decide. */
  letters: boolean;
  setLetters: (on: boolean) => void;
}

/** Who reviews at this browser, and how. */
export function useReviewer(): Reviewer {
  const said = useSetting(reviewerSetting, '');
  const alias = useSetting(settings.alias, '');
  const letters = useSetting(reviewLetters, true);
  return {
    name: said || alias,
    setName: (name) => void reviewerSetting.setValue(name),
    letters,
    setLetters: (on) => void reviewLetters.setValue(on),
  };
}
