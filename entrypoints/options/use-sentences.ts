import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { sentenceProblemText } from '@/components/agent';
import { checkWith } from '@/components/agent/live';
import type { OptionsPageProps } from '@/components/options';
import type { Toaster } from '@/components/ui';
import { personal } from '@/lib/i18n';
import {
  checkSentence,
  exportPersonal,
  type ImportProblem,
  importPersonal,
  type PersonalScript,
  withImported,
} from '@/lib/personal';
import { compileBook, toRuntime } from '@/lib/phrasebook/runtime';
import { type Repositories, storeKeys } from '@/lib/store';
import { saveAs } from './save-as';

/** A file of all sentences there can be is below this, bytes. */
const MOST_BYTES = 10_000_000;

function problemText(problem: ImportProblem): string {
  switch (problem.kind) {
    case 'too-many':
      return personal('import.too-many', { most: problem.most });
    case 'script':
      return personal('import.script', { place: problem.place, field: problem.field });
    default:
      return personal(`import.${problem.kind}`);
  }
}

export function useSentences(own: Repositories, toaster: Toaster): OptionsPageProps['sentences'] {
  const { data } = useQuery({
    queryKey: storeKeys.personalScripts,
    queryFn: () => own.personalScripts.list().catch(() => []),
  });
  const [problems, setProblems] = useState<readonly string[]>([]);
  const sentences = data ?? [];

  /** The same rules as when a sentence is kept in the panel. */
  const passing = async (
    scripts: readonly PersonalScript[],
  ): Promise<{ good: PersonalScript[]; left: string[] }> => {
    const books = await own.shelf.books();
    const check = checkWith(books.map((it) => compileBook(toRuntime(it))));
    const good: PersonalScript[] = [];
    const left: string[] = [];
    scripts.forEach((it, index) => {
      const variables = books.find(({ language }) => language === it.language)?.variables ?? [];
      const [problem] = checkSentence(it.text, it.language, variables, check);
      if (problem === undefined) good.push(it);
      else left.push(personal('import.flagged', { place: index + 1, problem: sentenceProblemText(problem) }));
    });
    return { good, left };
  };

  return {
    sentences,
    problems,
    onRemove(sentence) {
      void own.personalScripts.remove(sentence.id);
      toaster.showUndo(personal('removed'), () => void own.personalScripts.save(sentence));
    },
    onExport() {
      const date = new Date().toISOString().slice(0, 10);
      saveAs(personal('exportName', { date }), exportPersonal(sentences));
    },
    async onImport(file) {
      const read = file.size > MOST_BYTES ? importPersonal('') : importPersonal(await file.text());
      const { good, left } = await passing(read.scripts);
      const before = new Set(sentences.map((it) => it.id));
      const next = withImported(sentences, good).filter((it) => !before.has(it.id) || good.includes(it));
      await own.personalScripts.save(...next);
      setProblems([...read.problems.map(problemText), ...left]);
      if (next.length > 0) toaster.show(personal('imported', { count: next.length }));
    },
  };
}
