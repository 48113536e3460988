import { useEffect, useMemo, useState } from 'preact/hooks';
import { Badge, Button } from '@/components/ui';
import { item, chats as t } from '@/lib/i18n';
import { exampleText, takeMarks } from '@/lib/phrasebook';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Lists } from '@/lib/rules';
import { type Entry, fieldAt, type Item, type MessageHit, type RuleHits } from '@/lib/workbench';
import { MarkedText } from '../items/marked-text';
import { useDeferred } from '../use-deferred';
import { exampleOf } from './example-text';

/** Looks for items of a book in every saved message of an agent. Rejects when the signal aborts. */
export type FindHits = (
  items: readonly Item[],
  lists: Lists,
  signal: AbortSignal,
) => Promise<{ found: readonly RuleHits[]; searched: number }>;

export interface AlsoHitProps {
  entry: Entry;
  lists: Lists;
  language: Language;
  readOnly: boolean;
  find: FindHits;
  onExample: (kind: 'flag' | 'pass', text: string) => void;
}

/** Quiet time before saved messages are searched, ms. */
const PAUSE = 90;
const SHOWN = 30;

type Answer = { hits: RuleHits; searched: number } | 'failed' | null;

const plainExamples = (item: Item): ReadonlySet<string> =>
  new Set(
    (['flag', 'pass'] as const)
      .flatMap((kind) => fieldAt(item, ['examples', kind]) as Parameters<typeof exampleText>[0][] | undefined)
      .filter((it) => it !== undefined)
      .map((it) => takeMarks(exampleText(it)).text.trim()),
  );

/** What a rule hits among the saved messages while it is written; each becomes an example with one click. */
export function AlsoHit({ entry, lists, language, readOnly, find, onExample }: AlsoHitProps) {
  const [answer, setAnswer] = useState<Answer>(null);
  // Examples and reasons change nothing about what is hit.
  const { flag, notAfter, notBefore, unlessPartOf, ignore, quotes, onlyIn, notIn } = entry.item;
  const rule = JSON.stringify({ flag, notAfter, notBefore, unlessPartOf, ignore, quotes, onlyIn, notIn });
  const asked = useDeferred(rule, PAUSE);
  useEffect(() => {
    const question = new AbortController();
    const item = { ...(JSON.parse(asked) as object), id: entry.id };
    find([item], lists, question.signal).then(
      ({ found: [hits], searched }) => {
        if (!question.signal.aborted && hits) setAnswer({ hits, searched });
      },
      () => {
        if (!question.signal.aborted) setAnswer('failed');
      },
    );
    return () => question.abort();
  }, [asked, lists, find, entry.id]);
  const examples = useMemo(() => plainExamples(entry.item), [entry.item]);
  return (
    <section class="also" aria-label={t('also')}>
      <h3>{t('also')}</h3>
      {answer === null && <p class="muted small">{t('alsoSearching')}</p>}
      {answer === 'failed' && <p class="muted small">{t('alsoFailed')}</p>}
      {answer !== null && answer !== 'failed' && (
        <>
          <p class="muted small" role="status">
            {answer.searched === 0
              ? t('alsoNoChats')
              : answer.hits.count === 0
                ? t('alsoNone', { count: answer.searched })
                : t('alsoSome', { hits: answer.hits.count, count: answer.searched })}{' '}
            {answer.hits.count > SHOWN && t('alsoFirst', { count: SHOWN })}
          </p>
          <ul class="also-all" lang={language}>
            {answer.hits.hits.slice(0, SHOWN).map((hit) => (
              <HitLine
                key={hit.message}
                hit={hit}
                known={examples.has(exampleOf(hit.text, hit.spans, 'pass'))}
                onExample={readOnly ? undefined : onExample}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface HitLineProps {
  hit: MessageHit;
  known: boolean;
  onExample: AlsoHitProps['onExample'] | undefined;
}

function HitLine({ hit: { text, spans }, known, onExample }: HitLineProps) {
  const add = (kind: 'flag' | 'pass'): void => onExample?.(kind, exampleOf(text, spans, kind));
  return (
    <li class="also-hit">
      <p class="also-text">
        <MarkedText text={text} spans={spans} />
      </p>
      {known ? (
        <Badge tone="good">{t('isExample')}</Badge>
      ) : (
        onExample && (
          <span class="also-acts">
            <Button small look="plain" onClick={() => add('flag')}>
              {item('addFlag')}
            </Button>
            <Button small look="plain" onClick={() => add('pass')}>
              {item('addPass')}
            </Button>
          </span>
        )
      )}
    </li>
  );
}
