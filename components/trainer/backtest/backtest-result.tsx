import { Badge, EmptyState } from '@/components/ui';
import { locale, moveName, scenarioName, severityName, backtest as t, trainer } from '@/lib/i18n';
import type { Language, MoveId, ScenarioId } from '@/lib/phrasebook/vocabulary';
import { type Estimate, share } from '@/lib/review';
import type { Agreement, Backtest, ChangedHit, RuleChange } from '@/lib/workbench';
import { MarkedText } from '../items/marked-text';

export interface BacktestResultProps {
  result: Backtest;
  seconds: number;
  language: Language;
  ruleAddress: (id: string, part: RuleChange['part']) => string;
}

/** Rules shown at once. */
const RULES = 60;

/** What two versions do differently: sums, agreement with people's verdicts, and each rule with its sentences. */
export function BacktestResult({ result, seconds, language, ruleAddress }: BacktestResultProps) {
  const { read, heard, flagged, judged, rules } = result;
  if (read + heard === 0) return <EmptyState icon="info" title={t('noneRead')} />;
  const took = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 }).format(seconds);
  return (
    <div class="backtest-result" role="status">
      <p>
        {t('flagged', flagged)}{' '}
        <span class="muted small">
          {heard > 0 ? t('readBoth', { count: read, heard }) : t('read', { count: read })}{' '}
          {t('took', { seconds: took })}
        </span>
      </p>
      {judged > 0 && <Judged result={result} />}
      {rules.length === 0 ? (
        <EmptyState icon="check" title={t('same')} />
      ) : (
        <section aria-label={t('rules', { count: rules.length })}>
          <h3>{t('rules', { count: rules.length })}</h3>
          <ul class="backtest-rules">
            {rules.slice(0, RULES).map((rule, index) => (
              <li key={`${rule.part} ${rule.id}`}>
                <Rule
                  rule={rule}
                  open={index === 0}
                  language={language}
                  address={ruleAddress(rule.id, rule.part)}
                />
              </li>
            ))}
          </ul>
          {rules.length > RULES && <p class="muted small">{t('more', { count: rules.length - RULES })}</p>}
        </section>
      )}
    </div>
  );
}

const percent = (part: number): number => Math.round(part * 100);

const shareText = (found: Estimate | null): string =>
  found === null
    ? t('noShare')
    : t('share', { share: percent(found.value), low: percent(found.low), high: percent(found.high) });

/** How both versions agree with what people said. */
function Judged({ result: { judged, before, after } }: { result: Backtest }) {
  const rows: readonly [label: string, of: (sum: Agreement) => string | number][] = [
    [t('precision'), (sum) => shareText(share(sum.right, sum.right + sum.falseAlarms))],
    [t('recall'), (sum) => shareText(share(sum.right, sum.right + sum.missed))],
    [t('falseAlarms'), (sum) => sum.falseAlarms],
    [t('missed'), (sum) => sum.missed],
  ];
  return (
    <table class="backtest-judged tabular">
      <caption>{t('judged', { count: judged })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, of]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{of(before)}</td>
            <td>{of(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Moves and scenarios have names of their own; a rule has its id. */
const nameOf = ({ part, id }: RuleChange): string =>
  part === 'scenarios' ? scenarioNames([id]) : part === 'moves' ? moveName(id as MoveId) : id;

const scenarioNames = (ids: readonly string[]): string =>
  ids.map((it) => scenarioName(it as ScenarioId)).join(' · ');

interface RuleProps {
  rule: RuleChange;
  open: boolean;
  language: Language;
  address: string;
}

function Rule({ rule, open, language, address }: RuleProps) {
  const { part, gained, lost, severity, samples } = rule;
  const hidden = gained + lost + severity - samples.length;
  return (
    <details open={open}>
      <summary class="backtest-rule">
        <span class="backtest-rule-id">{nameOf(rule)}</span>
        {part !== 'taboos' && <Badge>{trainer(`pane.${part}`)}</Badge>}
        {gained > 0 && <Badge tone="high">{t('gained', { count: gained })}</Badge>}
        {lost > 0 && <Badge tone="good">{t('lost', { count: lost })}</Badge>}
        {severity > 0 && <Badge tone="medium">{t('severity', { count: severity })}</Badge>}
      </summary>
      <ul class="backtest-samples">
        {samples.map((hit) => (
          <Sample
            key={`${hit.kind}${hit.text}${hit.still.join(' ')}`}
            hit={hit}
            part={part}
            language={language}
          />
        ))}
      </ul>
      <p class="small">
        {hidden > 0 && <span class="muted">{t('more', { count: hidden })} </span>}
        <a href={address}>{t('open')}</a>
      </p>
    </details>
  );
}

interface SampleProps {
  hit: ChangedHit;
  part: RuleChange['part'];
  language: Language;
}

function Sample({ hit, part, language }: SampleProps) {
  const { kind, text, spans, before, after, still } = hit;
  const how =
    kind === 'severity' && before !== null && after !== null
      ? t('kind.severity', { before: severityName(before), after: severityName(after) })
      : t(kind === 'lost' ? 'kind.lost' : 'kind.gained');
  const tone = kind === 'gained' ? 'high' : kind === 'lost' ? 'good' : 'medium';
  return (
    <li class="backtest-sample">
      <Badge tone={tone}>{how}</Badge>
      <span>
        <span class={kind === 'lost' ? 'is-lost' : undefined} lang={language}>
          <MarkedText text={text} spans={spans} />
        </span>
        {still.length > 0 && (
          <span class="muted small">
            {' '}
            {part === 'scenarios'
              ? t(kind === 'lost' ? 'guessIs' : 'guessWas', { scenario: scenarioNames(still) })
              : t(kind === 'lost' ? 'still' : 'was', { rules: still.join(', ') })}
          </span>
        )}
      </span>
    </li>
  );
}
