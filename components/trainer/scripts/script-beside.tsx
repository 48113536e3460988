import { useMemo } from 'preact/hooks';
import { Banner } from '@/components/ui';
import { item as t } from '@/lib/i18n';
import { fillWithExamples, type Script, type Variable } from '@/lib/phrasebook';
import { type CompiledBook, resolveOverlaps, tabooHits } from '@/lib/phrasebook/runtime';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { alikeTexts, type Entry, noticeText, PHONE, phoneLines } from '@/lib/workbench';
import { MarkedText } from '../items/marked-text';

export interface ScriptBesideProps {
  entry: Entry;
  entries: readonly Entry[];
  variables: readonly Variable[];
  /** The book as it stands, to flag the script by; `null` until it is compiled. */
  compiled: CompiledBook | null;
  language: Language;
  addressOf: (id: string) => string;
}

const MOST = 6;

const scriptOf = ({ item }: Entry): Script => item as unknown as Script;
const shares = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a?.some((it) => b?.includes(it)) ?? false;

/** A script as the customer gets it, what the rules say to it, and the others that do the same. */
export function ScriptBeside({
  entry,
  entries,
  variables,
  compiled,
  language,
  addressOf,
}: ScriptBesideProps) {
  const script = scriptOf(entry);
  const written = script.text ?? '';
  const { text, filled } = useMemo(
    () => fillWithExamples(written, new Map(variables.map((it) => [it.id, it.example]))),
    [written, variables],
  );
  const hits = useMemo(() => {
    if (!compiled) return [];
    const market = script.markets?.[0];
    const situation = { scenarios: script.scenario ?? [], ...(market ? { market } : {}) };
    return resolveOverlaps(
      tabooHits(compiled, text, situation).filter(
        (hit) => !filled.some((it) => hit.start >= it.start && hit.end <= it.end),
      ),
    );
  }, [compiled, text, filled, script.scenario, script.markets]);
  const others = useMemo(
    () => entries.filter((it) => it.id !== entry.id && !it.off).map(scriptOf),
    [entries, entry.id],
  );
  const alike = useMemo(() => alikeTexts(written, others).slice(0, MOST), [written, others]);
  const variants = others
    .filter((it) => it.move?.[0] === script.move?.[0] && shares(it.scenario, script.scenario))
    .slice(0, MOST);
  const lines = phoneLines(text);
  return (
    <>
      <section aria-label={t('phone')}>
        <h3>{t('phone')}</h3>
        <div class="phone" lang={language}>
          <p class="phone-bubble">
            <MarkedText text={text} spans={hits} />
          </p>
        </div>
        <p class="small muted tabular">{t('lines', { count: lines })}</p>
        <p class="small muted">{t('cut', { text: noticeText(text) })}</p>
        {lines > PHONE.lines && <Banner tone="warning">{t('tooLong', { count: lines })}</Banner>}
        {compiled && hits.length === 0 && <p class="small script-clean">{t('clean')}</p>}
        {hits.map((it) => (
          <Banner key={`${it.start}${it.taboo.id}`} tone="danger">
            {t('flagged', { words: text.slice(it.start, it.end), rule: it.taboo.id, why: it.taboo.why })}
          </Banner>
        ))}
      </section>
      {alike.length > 0 && (
        <section aria-label={t('similar')}>
          <h3>{t('similar')}</h3>
          <ul class="script-others" lang={language}>
            {alike.map(({ item, share }) => (
              <li key={item.id}>
                <a href={addressOf(item.id)}>{item.text}</a>{' '}
                <span class="small muted tabular">{t('alike', { percent: Math.round(share * 100) })}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {variants.length > 0 && (
        <section aria-label={t('variants')}>
          <h3>{t('variants')}</h3>
          <ul class="script-others" lang={language}>
            {variants.map((it) => (
              <li key={it.id}>
                <a href={addressOf(it.id)}>{it.text}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
