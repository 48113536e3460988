import { useMemo } from 'preact/hooks';
import { Badge, EmptyState, List, Spinner } from '@/components/ui';
import { languageName, proof as t } from '@/lib/i18n';
import { type OwnBook, SECTIONS } from '@/lib/phrasebook';
import { type BookLore, type Remark, remarksOn, remarksOnScripts } from '@/lib/workbench';
import type { Bench } from './bench';
import { type Finding, FindingLine, ofProblem } from './findings';

export interface LintPaneProps {
  bench: Bench;
  /** Written 2026-12-31. */
  today: string;
  /** How the book is used; left out until it is read. */
  lore?: BookLore;
}

/** A group of more than so many shows the first ones. */
const SHOWN = 50;

const remarkText = (remark: Remark): string => {
  switch (remark.kind) {
    case 'expired':
      return t('expired', { day: remark.day });
    case 'dead':
      return t('dead', { text: remark.pattern });
    case 'long':
      return t('long', { count: remark.lines });
    case 'alike':
      return t('alike', { id: remark.other });
    case 'unused':
      return t('unused', { days: remark.days });
    case 'untold':
      return t('untold', { languages: remark.languages.map(languageName).join(' · ') });
  }
};

const ofRemark = (remark: Remark): Finding => ({
  kind: remark.kind,
  error: false,
  pane: remark.section,
  id: remark.id,
  field: null,
  text: remarkText(remark),
  fix: '',
});

/** Everything the book would be refused for, and what is worth a look, each leading to where it stands. */
export function LintPane({ bench, today, lore }: LintPaneProps) {
  const proof = bench.proof.value;
  const book = proof?.book;
  const own = bench.own.value;
  const remarks = useMemo(() => (book ? remarksOn(book, today) : []), [book, today]);
  const ofUse = useMemo(
    () =>
      lore
        ? remarksOnScripts(
            own.scripts.map((it) => it.id),
            lore,
          )
        : [],
    [own.scripts, lore],
  );
  if (!proof) {
    return (
      <div class="lint">
        <Spinner label={t('trying')} />
      </div>
    );
  }
  const all = [...proof.problems.map(ofProblem), ...[...remarks, ...ofUse].map(ofRemark)];
  // What the book below is warned of is nothing that this one did.
  const below = bench.base ? all.filter((it) => !it.error && !isOwn(bench.own.value, it)) : [];
  const findings = all.filter((it) => !below.includes(it));
  const errors = findings.filter((it) => it.error);
  return (
    <div class="lint">
      <p class="muted">{t('lead')}</p>
      <p class="lint-sums">
        {errors.length > 0 && <Badge tone="high">{t('errors', { count: errors.length })}</Badge>}
        {findings.length > errors.length && (
          <Badge tone="medium">{t('warnings', { count: findings.length - errors.length })}</Badge>
        )}
      </p>
      {findings.length === 0 && <EmptyState icon="check" title={t('sound')} />}
      <Groups findings={findings} book={bench.id} />
      {below.length > 0 && (
        <details class="lint-below">
          <summary>
            {t('below')} <span class="muted tabular">{below.length}</span>
          </summary>
          <Groups findings={below} book={bench.id} />
        </details>
      )}
    </div>
  );
}

const isOwn = (own: OwnBook, { pane, id }: Finding): boolean => {
  if (id === null) return true;
  const sections = pane === null || pane === 'lists' ? SECTIONS : SECTIONS.filter((it) => it === pane);
  return Object.hasOwn(own.lists, id) || sections.some((section) => own[section].some((it) => it.id === id));
};

/** Findings by kind, errors first. */
function Groups({ findings, book }: { findings: readonly Finding[]; book: string }) {
  const kinds = [...new Set([...findings.filter((it) => it.error), ...findings].map((it) => it.kind))];
  return (
    <>
      {kinds.map((kind) => {
        const group = findings.filter((it) => it.kind === kind);
        return (
          <section key={kind} aria-label={t(`kind.${kind}`)}>
            <h2>
              {t(`kind.${kind}`)} <span class="muted tabular">{group.length}</span>
            </h2>
            <List label={t(`kind.${kind}`)}>
              {group.slice(0, SHOWN).map((it) => (
                <FindingLine key={`${it.pane}${it.id}${it.field}${it.text}`} finding={it} book={book} />
              ))}
            </List>
            {group.length > SHOWN && <p class="muted small">{t('more', { count: group.length - SHOWN })}</p>}
          </section>
        );
      })}
    </>
  );
}
