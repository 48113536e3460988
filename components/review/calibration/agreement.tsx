import { Banner, List } from '@/components/ui';
import { review, calibration as t } from '@/lib/i18n';
import type { SentRecord, Verdict } from '@/lib/review';
import { FigureTable } from '../charts';
import { MarkedMessage } from '../marked-message';
import { decimal, headingOf, percent } from '../names';

export interface AgreementFigure {
  /** `null`: all said the same of everything, which chance explains as well. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface Agreement {
  reviewers: readonly string[];
  /** Cohen's kappa for two, Fleiss' for more. */
  measure: 'cohen' | 'fleiss';
  kappa: AgreementFigure;
  alpha: AgreementFigure;
  /** Share of pairs of verdicts that are the same. */
  observed: number;
  items: number;
  byRule: readonly { rule: string; items: number; observed: number; kappa: number | null }[];
  disagreements: readonly { record: string; verdicts: Readonly<Record<string, Verdict>> }[];
}

/** Landis and Koch's bounds; a word helps more than a bare 0.47. */
const wordFor = (kappa: number): string =>
  t(
    kappa < 0.2
      ? 'slight'
      : kappa < 0.4
        ? 'fair'
        : kappa < 0.6
          ? 'moderate'
          : kappa < 0.8
            ? 'substantial'
            : 'nearly',
  );

const figure = ({ value, low, high }: AgreementFigure): string =>
  value === null
    ? '–'
    : low === null || high === null
      ? decimal(value, 3)
      : t('between', { value: decimal(value, 3), low: decimal(low, 2), high: decimal(high, 2) });

/** How far the reviewers agree beyond chance, by rule, and what to talk over. */
export function AgreementView({
  agreement,
  records,
}: {
  agreement: Agreement;
  records: readonly SentRecord[];
}) {
  const { kappa, alpha, observed, items, byRule, disagreements, reviewers } = agreement;
  return (
    <div class="agreement">
      <dl class="agreement-figures tabular">
        <div>
          <dt>{t(agreement.measure)}</dt>
          <dd data-figure="kappa">{figure(kappa)}</dd>
        </div>
        <div>
          <dt>{t('alpha')}</dt>
          <dd data-figure="alpha">{figure(alpha)}</dd>
        </div>
        <div>
          <dt>{t('observed')}</dt>
          <dd>{percent(observed)}</dd>
        </div>
      </dl>
      {kappa.value === null ? <Banner>{t('noKappa')}</Banner> : <p>{wordFor(kappa.value)}</p>}
      {items < 30 && <p class="muted small">{t('few')}</p>}
      <section aria-label={t('disagreements')}>
        <h3>
          {t('disagreements')} <span class="muted tabular">{disagreements.length}</span>
        </h3>
        {disagreements.length === 0 ? (
          <p class="muted">{t('noDisagreements')}</p>
        ) : (
          <List label={t('disagreements')}>
            {disagreements.map(({ record: id, verdicts }) => {
              const record = records.find((it) => it.id === id);
              return (
                <li key={id}>
                  {record && (
                    <>
                      <b>{headingOf(record)}</b>
                      <p lang={record.language ?? undefined}>
                        <MarkedMessage text={record.text} flags={record.flags} />
                      </p>
                    </>
                  )}
                  <p class="small">
                    {reviewers
                      .map((it) => {
                        const said = verdicts[it];
                        return `${it}: ${said ? review(`verdict.${said}`) : '–'}`;
                      })
                      .join(' · ')}
                  </p>
                </li>
              );
            })}
          </List>
        )}
      </section>
      <section aria-label={t('byRule')}>
        <h3>{t('byRule')}</h3>
        <FigureTable
          label={t('byRule')}
          table={{
            headings: [review('rule'), t('count'), t('observed'), 'κ'],
            rows: byRule.map((it) => [
              it.rule,
              String(it.items),
              percent(it.observed),
              it.kappa === null ? '–' : decimal(it.kappa, 2),
            ]),
          }}
        />
      </section>
    </div>
  );
}
