import { review, cards as t } from '@/lib/i18n';
import type { CardItem, Review, Scorecard, SentRecord } from '@/lib/review';
import { day } from '../names';
import type { Sheet } from '../statistics/sheets';
import { nameOfItem } from './item-names';

/** Every score that stands, a row each; an item is named once, whatever version of the card it was in. */
export function scoreSheet(
  reviews: readonly Review[],
  records: readonly SentRecord[],
  versions: readonly Scorecard[],
): Sheet {
  const scored = reviews.filter((it) => it.scorecard !== null && it.undoneAt === null);
  const items = new Map<string, CardItem>();
  for (const card of versions) for (const item of card.items) items.set(item.id, item);
  const nameOf = (id: string): string => {
    const item = items.get(id);
    return item ? nameOfItem(item) : id;
  };
  const byId = new Map(records.map((it) => [it.id, it]));
  return {
    name: t('scoresFile'),
    headings: [
      ...(['day', 'agent', 'reviewer', 'message', 'messages', 'version', 'verdict', 'score'] as const).map(
        (it) => t(`col.${it}`),
      ),
      ...[...items.keys()].map(nameOf),
      t('col.missed'),
      t('col.note'),
    ],
    rows: scored.map(({ scorecard, record, reviewer, verdict, at }) => [
      day(at),
      byId.get(record)?.agent ?? '',
      reviewer,
      byId.get(record)?.text ?? record,
      String(scorecard?.messages ?? 1),
      String(scorecard?.version ?? ''),
      review(`verdict.${verdict}`),
      String(scorecard?.score ?? ''),
      ...[...items.keys()].map((it) => String(scorecard?.points[it] ?? '')),
      (scorecard?.missed ?? []).map(nameOf).join(', '),
      scorecard?.note ?? '',
    ]),
  };
}
