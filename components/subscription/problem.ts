import { subscription as t, tellProblem } from '@/lib/i18n';
import { type SubscriptionProblem, spaced } from '@/lib/subscription';

/** Why a subscription brought nothing, in the interface's language. */
export function refusalText(problem: SubscriptionProblem): string {
  switch (problem.kind) {
    case 'wrong-key':
      return t('problem.wrong-key', { found: spaced(problem.found), wanted: spaced(problem.wanted) });
    case 'fails-checks': {
      const { count, rule, first } = problem;
      const { text, fix } = tellProblem(first);
      return t('problem.fails-checks', { count, rule, problem: `${text} ${fix}` });
    }
    case 'no-permission':
    case 'unreachable':
    case 'redirected':
      return t(`problem.${problem.kind}`, { host: problem.host });
    case 'too-slow':
      return t('problem.too-slow', { seconds: problem.seconds });
    case 'status':
      return t('problem.status', { status: String(problem.status) });
    case 'too-large':
      return t('problem.too-large', { limit: problem.limit });
    case 'other-book':
      return t('problem.other-book', { found: problem.found, wanted: problem.wanted });
    case 'older':
      return t('problem.older', { version: problem.version, current: problem.current });
    case 'replaced':
      return t('problem.replaced', { version: problem.version });
    case 'taken':
      return t('problem.taken', { id: problem.id });
    default:
      return t(`problem.${problem.kind}`);
  }
}
