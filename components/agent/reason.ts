import { moveName, scenarioName, script } from '@/lib/i18n';
import type { SuggestionReason } from '@/lib/reply';

const wordsOf = (it: SuggestionReason): string => {
  switch (it.kind) {
    case 'scenario':
      return script('script.why', { what: scenarioName(it.scenario) });
    case 'general':
      return script('script.why', { what: script('script.whyGeneral') });
    case 'missing-move':
      return script('script.whyMissing', { move: moveName(it.move) });
    case 'move-made':
      return script('script.whyMade', { move: moveName(it.move) });
    case 'tone':
      return script('script.whyTone', { tone: script(`tone.${it.tone}`) });
    case 'fault':
      return script('script.whyFault', { fault: script(`fault.${it.fault}`) });
    case 'usage':
      return script('script.used', { count: it.times });
    case 'removed':
      return script('script.whyRemoved', { count: it.times });
  }
};

const FIRST: readonly SuggestionReason['kind'][] = ['scenario', 'general'];

/** For: price drop · missing: remedy · used 12 times */
export function reasonText(reasons: readonly SuggestionReason[]): string {
  const about = reasons.filter(({ kind }) => FIRST.includes(kind));
  const rest = reasons.filter(({ kind }) => !FIRST.includes(kind));
  return [...about, ...rest].map(wordsOf).join(' · ');
}
