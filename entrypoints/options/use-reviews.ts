import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useSetting } from '@/components/agent/live';
import { useHandOver } from '@/components/hand-over';
import type { OptionsPageProps, ReviewedMessage } from '@/components/options';
import type { Toaster } from '@/components/ui';
import { bundles, contests as t } from '@/lib/i18n';
import { CONTEST_DAYS, type SentRecord } from '@/lib/review';
import { dayOf, RETENTION_DAYS, type Repositories, storeKeys } from '@/lib/store';
import { settings } from '@/lib/store/settings';
import { saveAs } from './save-as';

const DAY = 24 * 60 * 60 * 1000;
const PAGE = 10;

async function withReviews(own: Repositories, record: SentRecord): Promise<ReviewedMessage> {
  const [history, contests] = await Promise.all([own.reviews.history(record.id), own.contests.of(record.id)]);
  const verdict = history.findLast((it) => it.undoneAt === null) ?? null;
  const until = verdict === null ? 0 : verdict.at + CONTEST_DAYS * DAY;
  const contestable =
    verdict !== null &&
    verdict.verdict !== 'dismiss' &&
    until > Date.now() &&
    !contests.some((it) => it.review === verdict.id);
  return { record, verdict, contestableUntil: contestable ? until : null, contests };
}

/** The agent's own messages with what QA said of them, and the ways to answer. */
export function useReviews(own: Repositories, toaster: Toaster): OptionsPageProps['reviews'] {
  const [shown, setShown] = useState(PAGE);
  const name = useSetting(settings.alias, '');
  const offers = useSetting(settings.offerReplies, false);
  const handOver = useHandOver(own);
  const { data: key } = useQuery({ queryKey: ['own-key'], queryFn: () => own.bundles.ownKey() });
  const { data } = useQuery({
    queryKey: [...storeKeys.sent, 'mine', shown],
    queryFn: async () => {
      const { total, records } = await own.desk.queue({
        filter: { own: true },
        order: 'newest',
        limit: shown,
      });
      return {
        messages: await Promise.all(records.map((it) => withReviews(own, it))),
        hasMore: total > shown,
      };
    },
  });
  return {
    messages: data?.messages ?? [],
    hasMore: data?.hasMore ?? false,
    name,
    fingerprint: key?.fingerprint ?? '',
    handOver,
    offers,
    onOffers(on) {
      void settings.offerReplies.setValue(on);
      // What a trainer works on already is her script by now; the rest goes with the consent.
      if (!on) void own.goodReplies.forget('own', 'unpicked').catch(() => toaster.show(t('failed')));
    },
    onName: (written) => void settings.alias.setValue(written),
    onMore: () => setShown(shown + PAGE),
    onContest: (record, comment) =>
      void own.contests
        .raise(record, { by: name, comment }, Date.now())
        .then((done) => toaster.show(done.ok ? t('mine.handedIn') : t(`refused.${done.why}`)))
        .catch(() => toaster.show(t('failed'))),
    onExport() {
      const now = Date.now();
      void own.bundles
        .exportRecords(name, { from: now - RETENTION_DAYS * DAY, to: now + 1 })
        .then((text) => {
          const file = bundles('recordFile', { agent: name, day: dayOf(now) });
          saveAs(file, text);
          toaster.show(bundles('saved', { file }));
        })
        .catch(() => toaster.show(bundles('failed')));
    },
  };
}
