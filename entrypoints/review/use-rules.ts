import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import type { RuleFacts } from '@/components/review';
import { isRetiring, share } from '@/lib/review';
import { type Repositories, storeKeys } from '@/lib/store';

/** What the books in force and the verdicts so far say of a rule. */
export function useRules(own: Repositories): (id: string) => RuleFacts {
  const { data: books } = useQuery({
    queryKey: [...storeKeys.books, 'in-force'],
    queryFn: () => own.shelf.books(),
  });
  const { data: verdicts } = useQuery({
    queryKey: [...storeKeys.reviews, 'rules'],
    queryFn: () => own.tallies.rules(),
  });
  return useMemo(() => {
    const written = new Map((books ?? []).flatMap((book) => book.taboos.map((it) => [it.id, it] as const)));
    const judged = new Map((verdicts ?? []).map((it) => [it.rule, it]));
    return (id) => {
      const rule = written.get(id);
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
