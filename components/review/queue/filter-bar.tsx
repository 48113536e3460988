import type { Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button, Chip, IconButton, Input, Select } from '@/components/ui';
import { categoryName, severityName, review as t } from '@/lib/i18n';
import { CATEGORIES, SCENARIOS, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import { RECORD_ORDERS, type RecordFilter, type RecordOrder, type SentHow, STANDINGS } from '@/lib/review';
import { nameOfAgent, nameOfScenario } from '../names';

/** A sample that the queue is narrowed to. */
export interface QueueSample {
  kind: 'random' | 'agent' | 'rule' | 'scenario';
  size: number;
  seed: number;
}

export interface FilterBarProps {
  filter: RecordFilter;
  order: RecordOrder;
  sample: QueueSample | null;
  /** What there is to choose from. */
  agents: readonly string[];
  rules: readonly string[];
  /** `null`: still counting. */
  found: number | null;
  searchRef: Ref<HTMLInputElement>;
  now: number;
  onFilter: (filter: RecordFilter) => void;
  onOrder: (order: RecordOrder) => void;
  onSample: () => void;
  onWhole: () => void;
}

const DAY = 24 * 60 * 60 * 1000;
const SPANS = ['all', '1', '7', '30', '90'] as const;
const HOWS: readonly SentHow[] = ['reasoned', 'confirmed', 'elsewhere', 'unguarded'];
/** How long typing rests before it is searched for, ms. */
const SEARCH_REST = 120;

const any = (label: string) => ({ value: '', label });

/** Everything the queue can be ordered and narrowed by. */
export function FilterBar(props: FilterBarProps) {
  const { filter, order, sample, agents, rules, found, now, onFilter, onOrder } = props;
  const set = <K extends keyof RecordFilter>(key: K, value: RecordFilter[K] | undefined): void => {
    const { [key]: _, ...rest } = filter;
    onFilter(value === undefined ? rest : { ...rest, [key]: value });
  };
  const one = <V extends string>(values: readonly (V | null)[] | undefined): string =>
    values === undefined ? '' : (values[0] ?? '-');
  return (
    <search class="queue-filter">
      <div class="queue-line">
        <Search
          searchRef={props.searchRef}
          text={filter.text ?? ''}
          onText={(it) => set('text', it || undefined)}
        />
        <Select
          aria-label={t('order')}
          options={RECORD_ORDERS.map((value) => ({ value, label: t(`order.${value}`) }))}
          value={order}
          onPick={onOrder}
        />
      </div>
      <div class="queue-line">
        <Select
          aria-label={t('standing')}
          options={[
            any(t('standing.any')),
            ...STANDINGS.map((value) => ({ value, label: t(`standing.${value}`) })),
          ]}
          value={one(filter.standings)}
          onPick={(it) => set('standings', chosen(STANDINGS, it))}
        />
        <Span filter={filter} now={now} onFilter={onFilter} />
        <Select
          aria-label={t('severity')}
          options={[
            any(t('severity.any')),
            ...[...SEVERITIES].reverse().map((value) => ({ value, label: severityName(value) })),
          ]}
          value={one(filter.severities)}
          onPick={(it) => set('severities', chosen(SEVERITIES, it))}
        />
        <Select
          aria-label={t('category')}
          options={[
            any(t('category.any')),
            ...CATEGORIES.map((value) => ({ value, label: categoryName(value) })),
          ]}
          value={one(filter.categories)}
          onPick={(it) => set('categories', chosen(CATEGORIES, it))}
        />
        <Select
          aria-label={t('scenario')}
          options={[
            any(t('scenario.any')),
            ...SCENARIOS.map((value) => ({ value, label: nameOfScenario(value) })),
            { value: '-', label: t('scenario.none') },
          ]}
          value={one(filter.scenarios)}
          onPick={(it) => set('scenarios', it === '-' ? [null] : chosen(SCENARIOS, it))}
        />
        <Select
          aria-label={t('agent')}
          options={[
            any(t('agent.any')),
            ...agents.map((value) => ({ value: value || '-', label: nameOfAgent(value) })),
          ]}
          value={filter.agents === undefined ? '' : filter.agents[0] || '-'}
          onPick={(it) => set('agents', it === '' ? undefined : [it === '-' ? '' : it])}
        />
        <Select
          aria-label={t('rule')}
          options={[any(t('rule.any')), ...rules.map((value) => ({ value, label: value }))]}
          value={one(filter.rules)}
          onPick={(it) => set('rules', it === '' ? undefined : [it])}
        />
        <Select
          aria-label={t('how')}
          options={[any(t('how.any')), ...HOWS.map((value) => ({ value, label: t(`how.${value}`) }))]}
          value={one(filter.hows)}
          onPick={(it) => set('hows', chosen(HOWS, it))}
        />
      </div>
      <div class="queue-line">
        <span class="muted small tabular" role="status">
          {found === null ? t('counting') : t('found', { count: found })}
        </span>
        {sample ? (
          <Chip look="on">
            {t('sample.drawn', {
              size: sample.size,
              kind: t(`sample.${sample.kind}`),
              seed: String(sample.seed),
            })}
            <IconButton icon="close" label={t('sample.leave')} onClick={props.onWhole} />
          </Chip>
        ) : (
          <Button small onClick={props.onSample}>
            {t('sample.draw')}
          </Button>
        )}
      </div>
    </search>
  );
}

function chosen<V extends string>(all: readonly V[], value: string): V[] | undefined {
  const found = all.filter((it) => it === value);
  return found.length > 0 ? found : undefined;
}

function Span({ filter, now, onFilter }: Pick<FilterBarProps, 'filter' | 'now' | 'onFilter'>) {
  const days = filter.from === undefined ? 'all' : String(Math.round((now - filter.from) / DAY));
  return (
    <Select
      aria-label={t('span')}
      options={SPANS.map((value) => ({
        value,
        label: value === 'all' ? t('span.all') : t('span.days', { count: Number(value) }),
      }))}
      value={SPANS.find((it) => it === days) ?? 'all'}
      onPick={(it) => {
        const { from: _, ...rest } = filter;
        onFilter(it === 'all' ? rest : { ...rest, from: now - Number(it) * DAY });
      }}
    />
  );
}

interface SearchProps {
  searchRef: Ref<HTMLInputElement>;
  text: string;
  onText: (text: string) => void;
}

function Search({ searchRef, text, onText }: SearchProps) {
  const [typed, setTyped] = useState(text);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onText(typed), SEARCH_REST);
    return () => clearTimeout(timer);
  }, [typed, text, onText]);
  return (
    <Input
      type="search"
      icon="search"
      inputRef={searchRef}
      placeholder={t('search')}
      aria-label={t('search')}
      value={typed}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
