import { useQuery } from '@tanstack/preact-query';
import type { LabelledSet } from '@/components/trainer';
import { propose as t, chats as tell } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { type ModelVerdict, type Repositories, storeKeys } from '@/lib/store';
import { hasHan, hasLatin } from '@/lib/text';
import { asExample, PROPOSE_LIMITS, type SavedMessage } from '@/lib/workbench';
import { messagesOf, SENT } from './saved-chats';

type Labelled = Awaited<ReturnType<LabelledSet['read']>>;

/** Each once, on one line, in the language of the book, and no more than proposals are made from. */
function fitting(language: Language, { bad, good }: Labelled): Labelled {
  const written = (text: string): boolean =>
    language === 'en' ? hasLatin(text) && !hasHan(text) : hasHan(text);
  const cut = (texts: readonly string[], most: number): string[] =>
    [...new Set(texts.map((it) => it.replace(/\s*\n\s*/g, ' ').trim()))]
      .filter((it) => it !== '' && it.length <= PROPOSE_LIMITS.length && written(it))
      .slice(0, most);
  return { bad: cut(bad, PROPOSE_LIMITS.bad), good: cut(good, PROPOSE_LIMITS.good) };
}

/** What people said of agents' messages. */
export function judgedMessages(messages: readonly SavedMessage[], language: Language): Labelled {
  const said = (verdict: SavedMessage['verdict']): string[] =>
    messages.filter((it) => it.who === 'agent' && it.verdict === verdict).map((it) => it.text);
  return fitting(language, { bad: said('offence'), good: said('fine') });
}

/** What agents said of the second look's marks, with the marked clause in what stands around it. */
export function judgedClauses(verdicts: readonly ModelVerdict[], language: Language): Labelled {
  const said = (what: ModelVerdict['said']): ModelVerdict[] => verdicts.filter((it) => it.said === what);
  return fitting(language, {
    bad: said('right').map(({ before, text, after }) =>
      asExample(before + text + after, { start: before.length, end: before.length + text.length }),
    ),
    good: said('fine').map(({ before, text, after }) => before + text + after),
  });
}

/** Everything people judged in this browser, as sets to take messages from. */
export function useLabelled(own: Repositories, language: Language): readonly LabelledSet[] {
  const { data: sets } = useQuery({
    queryKey: storeKeys.messageSets,
    queryFn: () => own.savedMessages.sets(),
  });
  const { data: answers } = useQuery({
    queryKey: [...storeKeys.modelVerdicts, 'count'],
    queryFn: () => own.verdicts.count(),
  });
  const { data: sent } = useQuery({
    queryKey: [...storeKeys.sent, 'judged'],
    queryFn: async () => (await own.desk.count({ standings: ['upheld', 'coached', 'dismissed'] })) > 0,
  });
  const read = (id: string) => async (): Promise<Labelled> =>
    judgedMessages(await messagesOf(own, id), language);
  return [
    ...(sets ?? []).filter((it) => it.judged > 0).map(({ id, name }) => ({ id, name, read: read(id) })),
    ...(sent ? [{ id: SENT, name: tell('sent'), read: read(SENT) }] : []),
    ...((answers ?? 0) > 0
      ? [
          {
            id: 'answers',
            name: t('answers'),
            read: async () => judgedClauses(await own.verdicts.list(), language),
          },
        ]
      : []),
  ];
}
