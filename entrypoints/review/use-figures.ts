import { useQuery } from '@tanstack/preact-query';
import { useMemo } from 'preact/hooks';
import { type Review, type Statistics, statisticsOf, type Tally } from '@/lib/review';
import { dayOf, type Repositories, storeKeys } from '@/lib/store';

const DAY = 24 * 60 * 60 * 1000;

export interface Figures {
  tallies: readonly Tally[];
  reviews: readonly Review[];
}

/** What figures are made of, from a number of days ago until today; `undefined` until it is read. */
export function useFigures(own: Repositories, days: number): Figures | undefined {
  const { data } = useQuery({
    queryKey: [...storeKeys.tallies, days],
    queryFn: async (): Promise<Figures> => {
      const now = Date.now();
      const from = now - days * DAY;
      const [tallies, reviews] = await Promise.all([
        own.tallies.list(dayOf(from), dayOf(now)),
        own.reviews.since(from),
      ]);
      return { tallies, reviews };
    },
  });
  return data;
}

/** The statistics of some days out of what was read. */
export function useStatistics(figures: Figures | undefined, from = '', to = '9'): Statistics | null {
  return useMemo(() => {
    if (!figures) return null;
    const reviews = figures.reviews.filter(({ at }) => dayOf(at) >= from && dayOf(at) <= to);
    return statisticsOf(
      figures.tallies.filter(({ day }) => day >= from && day <= to),
      reviews,
    );
  }, [figures, from, to]);
}
