import { Banner } from '@/components/ui';
import { personal } from '@/lib/i18n';
import type { SentenceProblem } from '@/lib/personal';

/** Why a sentence cannot be kept and what to do, in the agent's words. */
export function sentenceProblemText(problem: SentenceProblem): string {
  switch (problem.kind) {
    case 'empty':
      return personal('problem.empty');
    case 'too-long':
      return personal('problem.tooLong', { most: problem.most });
    case 'bracket':
      return personal('problem.bracket', { text: problem.text });
    case 'blank':
      return personal('problem.blank', { id: problem.id });
    case 'flag':
      return personal('problem.flag', { text: problem.text, why: problem.why });
  }
}

/** What keeps a sentence, or sentences of a file, from being kept. */
export function SentenceProblems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <Banner tone="warning">
      <ul>
        {problems.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </Banner>
  );
}
