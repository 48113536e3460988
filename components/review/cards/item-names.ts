import { categoryName, moveName, severityName, cards as t } from '@/lib/i18n';
import { CATEGORIES, MOVES, SEVERITIES } from '@/lib/phrasebook/vocabulary';
import type { CardItem, Proposal, SentRecord } from '@/lib/review';

const BUILT_IN = ['attitude', 'ownership', 'solution', 'accuracy', 'closing', 'compliance', 'abuse'] as const;

/** The team's own words for an item, else the name of the built-in one. */
export function nameOfItem({ id, title }: Pick<CardItem, 'id' | 'title'>): string {
  const builtIn = BUILT_IN.find((it) => it === id);
  if (title !== '') return title;
  return builtIn ? t(`item.${builtIn}`) : id;
}

/** What an item can look at, by the kind of its reading. */
export function vocabularyOf(
  reads: NonNullable<CardItem['reads']>,
): readonly { id: string; label: string }[] {
  if (reads === 'move') return MOVES.map((id) => ({ id, label: moveName(id) }));
  if (reads === 'severity') return SEVERITIES.map((id) => ({ id, label: severityName(id) }));
  return CATEGORIES.map((id) => ({ id, label: categoryName(id) }));
}

const listed = (names: readonly string[]): string => names.join(t('why.and'));

const moves = (ids: readonly string[]): string =>
  listed(MOVES.filter((it) => ids.includes(it)).map(moveName));

/** Why the engine filled an item as it did, with the words or the moves it saw. */
export function wordsOfWhy(
  { points, because: { flags, made, lacked } }: Proposal,
  records: readonly Pick<SentRecord, 'text' | 'flags'>[],
): string {
  if (points === null) return t('why.hand');
  if (made.length === 0 && lacked.length === 0) {
    // Flags are numbered through all messages.
    const all = records.flatMap(({ text, flags: of }) => of.map((it) => text.slice(it.start, it.end)));
    const words = flags.flatMap((at) => all[at] ?? []);
    return words.length === 0 ? t('why.noWords') : t('why.words', { words: listed(words) });
  }
  if (lacked.length === 0) return t('why.all', { moves: moves(made) });
  if (made.length === 0) return t('why.none', { moves: moves(lacked) });
  return t('why.some', { made: moves(made), lacking: moves(lacked) });
}
