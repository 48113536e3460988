import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { VirtualRows } from '@/components/page/virtual-rows';
import { Badge, Button, classes, Input, Segments } from '@/components/ui';
import { severityName, item as t } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';
import type { Entry } from '@/lib/workbench';
import type { Part } from './fields';
import { headingOf } from './names';
import { type Only, readyToSearch, searchEntries } from './search';

export interface ItemListProps {
  part: Part;
  label: string;
  language: Language;
  entries: readonly Entry[];
  /** Ids with something wrong. */
  wrong: ReadonlySet<string>;
  open: string | null;
  addressOf: (id: string) => string;
  /** Left out where nothing can be added. */
  onNew?: () => void;
  /** Other ways to a new item. */
  otherNew?: ComponentChild;
}

const ROW = 58;
const ONLY: readonly Only[] = ['all', 'own', 'off', 'wrong'];

/** Everything in one part of the book: searched, filtered, and only as much in the page as is seen. */
export function ItemList(props: ItemListProps) {
  const { part, label, language, entries, wrong, open, addressOf, onNew, otherNew } = props;
  const [query, setQuery] = useState('');
  const [only, setOnly] = useState<Only>('all');
  const shown = useMemo(() => searchEntries(entries, query, only, wrong), [entries, query, only, wrong]);
  useEffect(() => {
    const lifetime = new AbortController();
    readyToSearch(entries, lifetime.signal);
    return () => lifetime.abort();
  }, [entries]);
  const at = useMemo(() => shown.findIndex((it) => it.id === open), [shown, open]);
  return (
    <section class="items-list" aria-label={label}>
      <div class="items-find">
        <Input
          type="search"
          icon="search"
          placeholder={t('search')}
          aria-label={t('search')}
          value={query}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <Segments
          label={t('only')}
          options={ONLY.map((value) => ({ value, label: t(`only.${value}`) }))}
          value={only}
          onPick={setOnly}
        />
        <div class="items-count">
          <span class="muted small tabular" role="status">
            {shown.length === 0
              ? t(entries.length === 0 ? 'nothingYet' : 'nothingFound')
              : t('found', { count: shown.length })}
          </span>
          {onNew && (
            <Button small icon="plus" onClick={onNew}>
              {t(`new.${part}`)}
            </Button>
          )}
        </div>
        {otherNew}
      </div>
      <VirtualRows
        label={label}
        count={shown.length}
        height={ROW}
        shown={at}
        keyOf={(index) => shown[index]?.id}
        row={(index) => {
          const entry = shown[index];
          return (
            entry && (
              <Row
                entry={entry}
                part={part}
                language={language}
                wrong={wrong.has(entry.id)}
                open={entry.id === open}
                address={addressOf(entry.id)}
              />
            )
          );
        }}
      />
    </section>
  );
}

interface RowProps {
  entry: Entry;
  part: Part;
  language: Language;
  wrong: boolean;
  open: boolean;
  address: string;
}

function Row({ entry, part, language, wrong, open, address }: RowProps) {
  const { title, detail, severity } = headingOf(part, entry.item);
  return (
    <a
      class={classes('items-row', entry.off && 'is-off')}
      href={address}
      aria-current={open ? 'true' : undefined}
    >
      <span class="items-title">
        <span class="items-name" lang={language}>
          {title}
        </span>
        {severity && <Badge tone={severity}>{severityName(severity)}</Badge>}
      </span>
      <span class="items-detail">
        {wrong && <Badge tone="high">!</Badge>}
        {entry.off && <Badge>{t('badgeOff')}</Badge>}
        {!entry.off && entry.origin === 'own' && <Badge tone="brand">{t('badgeOwn')}</Badge>}
        {!entry.off && entry.origin === 'changed' && <Badge tone="brand">{t('badgeChanged')}</Badge>}
        <span class="items-more">{detail}</span>
      </span>
    </a>
  );
}
