import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { item as t } from '@/lib/i18n';
import type { Script, Variable } from '@/lib/phrasebook';
import type { CompiledBook } from '@/lib/phrasebook/runtime';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { alikeTexts, type Entry } from '@/lib/workbench';
import { ScriptFlags, ScriptPhone, useScriptLook } from './script-phone';
import { isVariant } from './variants';

export interface ScriptBesideProps {
  entry: Entry;
  entries: readonly Entry[];
  variables: readonly Variable[];
  /** The book as it stands, to flag the script by; `null` until it is compiled. */
  compiled: CompiledBook | null;
  language: Language;
  addressOf: (id: string) => string;
  /** The way to see them side by side. */
  beside?: ComponentChild;
}

const MOST = 6;

const scriptOf = ({ item }: Entry): Script => item as unknown as Script;

/** A script as the customer gets it, what the rules say to it, and the others that do the same. */
export function ScriptBeside({
  entry,
  entries,
  variables,
  compiled,
  language,
  addressOf,
  beside,
}: ScriptBesideProps) {
  const script = scriptOf(entry);
  const written = script.text ?? '';
  const look = useScriptLook(script, variables, compiled);
  const others = useMemo(
    () => entries.filter((it) => it.id !== entry.id && !it.off).map(scriptOf),
    [entries, entry.id],
  );
  const alike = useMemo(() => alikeTexts(written, others).slice(0, MOST), [written, others]);
  const variants = others.filter((it) => isVariant(it, script)).slice(0, MOST);
  return (
    <>
      <section aria-label={t('phone')}>
        <h3>{t('phone')}</h3>
        <ScriptPhone look={look} language={language} />
        <ScriptFlags look={look} />
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
      {(variants.length > 0 || beside) && (
        <section aria-label={t('variants')}>
          <h3>{t('variants')}</h3>
          <ul class="script-others" lang={language}>
            {variants.map((it) => (
              <li key={it.id}>
                <a href={addressOf(it.id)}>{it.text}</a>
              </li>
            ))}
          </ul>
          {beside}
        </section>
      )}
    </>
  );
}
