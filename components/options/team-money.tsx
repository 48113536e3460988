import { useState } from 'preact/hooks';
import { Field, Select, Switch } from '@/components/ui';
import { team as t } from '@/lib/i18n';
import {
  BUDGET_PERIODS,
  type BudgetPeriod,
  type Ceilings,
  minorOf,
  NO_CEILINGS,
  plainAmount,
  type Team,
} from '@/lib/ledger';
import { AUTHORITIES, type Authority } from '@/lib/phrasebook/vocabulary';
import type { TeamProps } from './team';
import { TeamCard } from './team-card';

const KINDS = ['each', 'order', 'day'] as const satisfies readonly (keyof Ceilings)[];

const NOBODY: Readonly<Record<Authority, Ceilings>> = {
  agent: NO_CEILINGS,
  supervisor: NO_CEILINGS,
  manager: NO_CEILINGS,
};

/** The ceilings of a currency after one was changed; none at all when the last one goes. */
export function withCeiling(
  ceilings: Team['authorities']['ceilings'],
  currency: string,
  role: Authority,
  kind: keyof Ceilings,
  limit: number | null,
): Team['authorities']['ceilings'] {
  const before = ceilings[currency] ?? NOBODY;
  const roles = { ...before, [role]: { ...before[role], [kind]: limit } };
  const { [currency]: _, ...others } = ceilings;
  const empty = AUTHORITIES.every((it) => KINDS.every((name) => roles[it][name] === null));
  return empty ? others : { ...others, [currency]: roles };
}

/** Ladder of roles: what each may give alone. */
export function AuthoritySettings({ value, currency, onChange }: TeamProps) {
  const { authorities } = value;
  const roles = authorities.ceilings[currency] ?? NOBODY;
  const change = (part: Partial<Team['authorities']>): void =>
    onChange((team) => ({ ...team, authorities: { ...team.authorities, ...part } }));
  return (
    <TeamCard title={t('team.authority')}>
      <Switch checked={authorities.agentsDecide} onToggle={(agentsDecide) => change({ agentsDecide })}>
        {t('team.agentsDecide')}
      </Switch>
      <p class="muted small">{t('team.agentsDecideHint')}</p>
      {!authorities.agentsDecide && (
        <>
          <table class="team-ceilings">
            <caption class="field-label">{t('team.ceilings', { currency })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('team.role')}</th>
                {KINDS.map((kind) => (
                  <th key={kind} scope="col">
                    {t(`team.${kind}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {AUTHORITIES.map((role) => (
                <tr key={role}>
                  <th scope="row">{t(`team.role.${role}`)}</th>
                  {KINDS.map((kind) => (
                    <td key={kind}>
                      <Amount
                        label={t('team.ceiling', { role: t(`team.role.${role}`), what: t(`team.${kind}`) })}
                        currency={currency}
                        value={roles[role][kind]}
                        onChange={(limit) =>
                          onChange((team) => ({
                            ...team,
                            authorities: {
                              ...team.authorities,
                              ceilings: withCeiling(team.authorities.ceilings, currency, role, kind, limit),
                            },
                          }))
                        }
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <p class="muted small">{t('team.ceilingsHint')}</p>
        </>
      )}
    </TeamCard>
  );
}

/** An amount as typed; empty means none, nonsense is said and not kept. */
function Amount(props: {
  label: string;
  currency: string;
  value: number | null;
  onChange: (minor: number | null) => void;
}) {
  const { currency, value } = props;
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <input
        class="input"
        type="text"
        inputMode="decimal"
        aria-label={props.label}
        {...(wrong ? { 'aria-invalid': 'true' as const } : {})}
        value={value === null ? '' : plainAmount({ amount: value, currency })}
        onChange={(event) => {
          const typed = event.currentTarget.value.trim();
          const minor = typed === '' ? null : minorOf(typed, currency);
          setWrong(typed !== '' && minor === null);
          if (typed === '' || minor !== null) props.onChange(minor);
        }}
      />
      {wrong && (
        <span class="field-error small" role="alert">
          {t('team.amountWrong')}
        </span>
      )}
    </>
  );
}

/** What the shop sets aside for putting things right. */
export function BudgetSettings({ value, currency, onChange }: TeamProps) {
  const plan = value.budgets.find((it) => it.currency === currency);
  const period = plan?.period ?? 'month';
  const keep = (amount: number | null, next: BudgetPeriod): void =>
    onChange((team) => {
      const others = team.budgets.filter((it) => it.currency !== currency);
      return {
        ...team,
        budgets: amount === null ? others : [...others, { currency, amount, period: next }],
      };
    });
  return (
    <TeamCard title={t('team.budget')} hint={t('team.budgetHint')}>
      <div class="team-row">
        <div class="field">
          <span class="field-label" aria-hidden="true">
            {t('team.budgetAmount', { currency })}
          </span>
          <Amount
            label={t('team.budgetAmount', { currency })}
            currency={currency}
            value={plan?.amount ?? null}
            onChange={(amount) => keep(amount, period)}
          />
        </div>
        <Field label={t('team.budgetPeriod')}>
          {(control) => (
            <Select<BudgetPeriod>
              {...control}
              value={period}
              disabled={plan === undefined}
              options={BUDGET_PERIODS.map((it) => ({ value: it, label: t(`team.period.${it}`) }))}
              onPick={(next) => keep(plan?.amount ?? null, next)}
            />
          )}
        </Field>
      </div>
    </TeamCard>
  );
}
