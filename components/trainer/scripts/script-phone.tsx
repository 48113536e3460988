import { useMemo } from 'preact/hooks';
import { Banner } from '@/components/ui';
import { item as t } from '@/lib/i18n';
import { fillWithExamples, type Script, type Variable } from '@/lib/phrasebook';
import { type CompiledBook, resolveOverlaps, tabooHits } from '@/lib/phrasebook/runtime';
import type { Language } from '@/lib/phrasebook/vocabulary';
import { noticeText, PHONE, phoneLines } from '@/lib/workbench';
import { MarkedText } from '../items/marked-text';

/** A script as the customer gets it, and what the rules say to it. */
export interface ScriptLook {
  text: string;
  hits: ReturnType<typeof resolveOverlaps<ReturnType<typeof tabooHits>[number]>>;
  lines: number;
  /** Whether the rules were asked. */
  checked: boolean;
}

/** Blanks are filled with their examples, and what stands in them is not flagged. */
export function useScriptLook(
  script: Script,
  variables: readonly Variable[],
  compiled: CompiledBook | null,
): ScriptLook {
  const { scenario, markets } = script;
  const written = script.text ?? '';
  const { text, filled } = useMemo(
    () => fillWithExamples(written, new Map(variables.map((it) => [it.id, it.example]))),
    [written, variables],
  );
  const hits = useMemo(() => {
    if (!compiled) return [];
    const market = markets?.[0];
    const situation = { scenarios: scenario ?? [], ...(market ? { market } : {}) };
    return resolveOverlaps(
      tabooHits(compiled, text, situation).filter(
        (hit) => !filled.some((it) => hit.start >= it.start && hit.end <= it.end),
      ),
    );
  }, [compiled, text, filled, scenario, markets]);
  return { text, hits, lines: phoneLines(text), checked: compiled !== null };
}

export function ScriptPhone({ look, language }: { look: ScriptLook; language: Language }) {
  return (
    <>
      <div class="phone" lang={language}>
        <p class="phone-bubble">
          <MarkedText text={look.text} spans={look.hits} />
        </p>
      </div>
      <p class="small muted tabular">{t('lines', { count: look.lines })}</p>
    </>
  );
}

export function ScriptFlags({ look: { text, hits, lines, checked } }: { look: ScriptLook }) {
  return (
    <>
      <p class="small muted">{t('cut', { text: noticeText(text) })}</p>
      {lines > PHONE.lines && <Banner tone="warning">{t('tooLong', { count: lines })}</Banner>}
      {checked && hits.length === 0 && <p class="small script-clean">{t('clean')}</p>}
      {hits.map((it) => (
        <Banner key={`${it.start}${it.taboo.id}`} tone="danger">
          {t('flagged', { words: text.slice(it.start, it.end), rule: it.taboo.id, why: it.taboo.why })}
        </Banner>
      ))}
    </>
  );
}
