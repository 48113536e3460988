import { useMemo, useState } from 'preact/hooks';
import { Button, type Toaster } from '@/components/ui';
import { propose as t } from '@/lib/i18n';
import { exampleText, takeMarks } from '@/lib/phrasebook';
import { asExample, entriesOf, fieldAt, type Item, type Proposal } from '@/lib/workbench';
import type { Bench } from '../bench';
import { newItem } from '../items/item-pane';
import { type LabelledSet, type MakeProposals, ProposeDialog } from './propose-dialog';

export interface ProposeRuleProps {
  bench: Bench;
  toaster: Toaster;
  make: MakeProposals;
  labelled: readonly LabelledSet[];
  /** Opens a rule. */
  go: (item: string) => void;
}

/** Longest text of an example in a book. */
const LONGEST = 600;

/** A rule with the proposed patterns, and the messages as its examples. */
export function ruleFrom(
  item: Item,
  { patterns, caught }: Proposal,
  bad: readonly string[],
  good: readonly string[],
): Item {
  const flag = bad.flatMap((it, index) => {
    const span = caught[index] ?? null;
    return span === null ? [] : [asExample(it, span)];
  });
  const short = (texts: readonly string[]): string[] => texts.filter((it) => it.length <= LONGEST);
  const pass = good.map((it) => takeMarks(it).text);
  return { ...item, flag: [...patterns], examples: { flag: short(flag), pass: short(pass) } };
}

/** What the book itself says is harmless. */
const harmless = (rules: readonly { item: Item }[]): string[] =>
  rules.flatMap(({ item }) => {
    const pass = fieldAt(item, ['examples', 'pass']);
    return Array.isArray(pass) ? pass.map((it) => takeMarks(exampleText(it)).text) : [];
  });

/** The way from messages to a new rule. */
export function ProposeRule({ bench, toaster, make, labelled, go }: ProposeRuleProps) {
  const [open, setOpen] = useState(false);
  const own = bench.own.value;
  const base = bench.base?.book;
  const entries = useMemo(() => (open ? entriesOf(own, base, 'taboos') : []), [open, own, base]);
  const ordinary = useMemo(() => harmless(entries), [entries]);
  const use = (proposal: Proposal, bad: readonly string[], good: readonly string[]): void => {
    const fresh = newItem('taboos', new Set(entries.map((it) => it.id)));
    if (!fresh) return;
    bench.edit({ kind: 'put', section: 'taboos', item: ruleFrom(fresh, proposal, bad, good) });
    setOpen(false);
    go(fresh.id);
    toaster.showUndo(t('added'), () => bench.undo());
  };
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open && (
        <ProposeDialog
          language={bench.language}
          lists={bench.lists.value}
          ordinary={ordinary}
          make={make}
          labelled={labelled}
          onUse={use}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
