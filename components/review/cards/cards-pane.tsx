import { useState } from 'preact/hooks';
import {
  Badge,
  Banner,
  Button,
  ChipButton,
  Field,
  IconButton,
  Input,
  List,
  Select,
  Switch,
} from '@/components/ui';
import { cards as t } from '@/lib/i18n';
import type { CardItem, Scorecard } from '@/lib/review';
import { day } from '../names';
import { nameOfItem, vocabularyOf } from './item-names';

export interface CardsPaneProps {
  /** Newest first; the first is in use. */
  versions: readonly Scorecard[];
  /** Keeps the items as the next version. */
  onSave: (items: CardItem[]) => void;
  /** Saves every score that was given. */
  onSaveScores: () => void;
}

const READS = ['none', 'move', 'severity', 'category'] as const;

/** The score card in use, edited into its next version, and the versions before. */
export function CardsPane({ versions, onSave, onSaveScores }: CardsPaneProps) {
  const current = versions[0];
  const [items, setItems] = useState<readonly CardItem[]>(current?.items ?? []);
  if (!current) return null;
  const changed = JSON.stringify(items) !== JSON.stringify(current.items);
  const problems = [
    ...(items.some((it) => it.weight > 0) ? [] : ['no-weight' as const]),
    ...(items.some((it) => nameOfItem(it).trim() === '') ? ['unnamed' as const] : []),
  ];
  const sum = items.reduce((total, it) => total + it.weight, 0);
  const change = (at: number, item: CardItem): void => setItems(items.with(at, item));
  return (
    <div class="cards">
      <p class="muted">{t('lead')}</p>
      <section aria-label={t('items')}>
        <h2>
          {t('items')} <span class="muted small tabular">{t('sum', { sum })}</span>
        </h2>
        <List label={t('items')}>
          {items.map((item, at) => (
            <ItemRow
              key={item.id}
              item={item}
              onChange={(it) => change(at, it)}
              onRemove={() => setItems(items.filter((it) => it !== item))}
            />
          ))}
        </List>
        <div class="cards-acts">
          <Button
            small
            icon="plus"
            onClick={() =>
              setItems([...items, { id: crypto.randomUUID(), title: t('fresh'), weight: 10, fatal: false }])
            }
          >
            {t('add')}
          </Button>
          <Button small onClick={onSaveScores}>
            {t('saveScores')}
          </Button>
          <span class="cards-space" />
          {changed && (
            <Button look="plain" onClick={() => setItems(current.items)}>
              {t('discard')}
            </Button>
          )}
          <Button
            look="primary"
            disabled={!changed || problems.length > 0}
            onClick={() => onSave([...items])}
          >
            {t('save', { version: current.version + 1 })}
          </Button>
        </div>
        {problems.length > 0 && (
          <Banner tone="warning">
            {problems.map((it) => (
              <p key={it}>{t(`problem.${it}`)}</p>
            ))}
          </Banner>
        )}
      </section>
      <section aria-label={t('versions')}>
        <h2>{t('versions')}</h2>
        <List label={t('versions')}>
          {versions.map((it) => (
            <li key={it.version} class="cards-version">
              <b>{t('version', { version: it.version })}</b>
              {it === current && <Badge tone="good">{t('inUse')}</Badge>}
              <span class="muted small">
                {it.savedAt === 0 ? t('builtIn') : [it.savedBy, day(it.savedAt)].filter(Boolean).join(' · ')}
              </span>
              <span class="muted small">
                {it.items.map((item) => `${nameOfItem(item)} ${item.weight}`).join(' · ')}
              </span>
            </li>
          ))}
        </List>
      </section>
    </div>
  );
}

interface ItemRowProps {
  item: CardItem;
  onChange: (item: CardItem) => void;
  onRemove: () => void;
}

function ItemRow({ item, onChange, onRemove }: ItemRowProps) {
  const name = nameOfItem(item);
  return (
    <li class="cards-item">
      <div class="cards-line">
        <Field label={t('name')}>
          {(control) => (
            <Input
              {...control}
              value={name}
              onInput={(event) => onChange({ ...item, title: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t('weight')}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={100}
              value={item.weight}
              onInput={(event) =>
                onChange({
                  ...item,
                  weight: Math.min(100, Math.max(0, Math.round(Number(event.currentTarget.value) || 0))),
                })
              }
            />
          )}
        </Field>
        <Field label={t('reads')}>
          {(control) => (
            <Select
              {...control}
              options={READS.map((value) => ({ value, label: t(`reads.${value}`) }))}
              value={item.reads ?? 'none'}
              onPick={(it) => {
                const { reads: _, of: __, ...rest } = item;
                onChange(it === 'none' ? rest : { ...rest, reads: it, of: [] });
              }}
            />
          )}
        </Field>
        <Switch checked={item.fatal} onToggle={(fatal) => onChange({ ...item, fatal })}>
          {t('fatal')}
        </Switch>
        <IconButton icon="close" label={t('remove', { item: name })} onClick={onRemove} />
      </div>
      {item.reads && (
        <fieldset class="cards-of chips">
          <legend class="sr-only">{t('of', { item: name })}</legend>
          {vocabularyOf(item.reads).map(({ id, label }) => {
            const on = item.of?.includes(id) ?? false;
            return (
              <ChipButton
                key={id}
                pressed={on}
                onClick={() =>
                  onChange({
                    ...item,
                    of: on ? (item.of ?? []).filter((it) => it !== id) : [...(item.of ?? []), id],
                  })
                }
              >
                {label}
              </ChipButton>
            );
          })}
        </fieldset>
      )}
    </li>
  );
}
