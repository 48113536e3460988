import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import type { RuleOf } from '@/components/review';
import { isRetiring, share } from '@/lib/review';
import { type Repositories, storeKeys } from '@/lib/store';

/** What the books in force and the verdicts so far say of a rule. */
export function useRules(own: Repositories): RuleOf {
  const { data: books } = useQuery({
    queryKey: [...storeKeys.books, 'in-force'],
    queryFn: () => own.shelf.books(),
  });
  const { data: verdicts } = useQuery({
    queryKey: [...storeKeys.reviews, 'rules'],
    queryFn: () => own.tallies.rules(),
  });
  return useMemo(() => {
    const written = new Map(
      (books ?? []).flatMap((book) =>
        book.taboos.flatMap((it) => [[it.id, it] as const, [`${book.language}/${it.id}`, it] as const]),
      ),
    );
    const judged = new Map((verdicts ?? []).map((it) => [it.rule, it]));
    return (id, language) => {
      // A rule stands under one id in the books of several languages.
      const rule = written.get(`${language}/${id}`) ?? written.get(id);
      const said = judged.get(id);
      return {
        id,
        why: rule?.why ?? '',
        instead: rule?.instead ?? [],
        precision: said ? share(said.right, said.right + said.wrong) : null,
        retire: said !== undefined && isRetiring(said.overturned, said.contests),
      };
    };
  }, [books, verdicts]);
}
