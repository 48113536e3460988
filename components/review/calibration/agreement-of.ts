import {
  type Calibration,
  cohenKappa,
  fleissKappa,
  krippendorffAlpha,
  observedAgreement,
  type Ratings,
  type SentRecord,
  withInterval,
} from '@/lib/review';
import type { Agreement } from './agreement';

/** How far those agree who judged all of a session; `null` while fewer than two have. */
export function agreementOf(session: Calibration, records: readonly SentRecord[]): Agreement | null {
  const { verdicts, seed } = session;
  const said = (reviewer: string, record: string) => verdicts[reviewer]?.[record]?.verdict;
  const reviewers = Object.keys(verdicts).filter((it) =>
    session.records.every((record) => said(it, record) !== undefined),
  );
  if (reviewers.length < 2) return null;
  const ratingsOf = (ids: readonly string[]): Ratings =>
    ids.map((record) => reviewers.map((it) => said(it, record) ?? null));
  const ratings = ratingsOf(session.records);
  const measure = reviewers.length === 2 ? 'cohen' : 'fleiss';
  const kappa = measure === 'cohen' ? cohenKappa : fleissKappa;
  const rules = new Map<string, string[]>();
  for (const { id, flags } of records) {
    for (const rule of new Set(flags.map((it) => it.rule))) rules.set(rule, [...(rules.get(rule) ?? []), id]);
  }
  return {
    reviewers,
    measure,
    kappa: withInterval(ratings, kappa, seed),
    alpha: withInterval(ratings, krippendorffAlpha, seed),
    observed: observedAgreement(ratings),
    items: session.records.length,
    byRule: [...rules]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([rule, ids]) => {
        const own = ratingsOf(ids);
        return { rule, items: ids.length, observed: observedAgreement(own), kappa: kappa(own) };
      }),
    disagreements: session.records
      .filter((record) => new Set(reviewers.map((it) => said(it, record))).size > 1)
      .map((record) => ({
        record,
        verdicts: Object.fromEntries(
          reviewers.flatMap((it) => {
            const verdict = said(it, record);
            return verdict ? [[it, verdict]] : [];
          }),
        ),
      })),
  };
}
