import { Field, Select, Switch } from '@/components/ui';
import type { Keenness } from '@/lib/classifier';
import { look } from '@/lib/i18n';
import { COSTS, KEENNESSES } from '@/lib/second-look';

export interface SecondLookChoiceProps {
  on: boolean;
  /** `null`: as the team says. */
  keenness: Keenness | null;
  team: Keenness;
  onChange: (change: { on?: boolean; keenness?: Keenness | null }) => void;
}

/** A share of 0–1 as per cent with at most one decimal. */
const percent = (share: number): string => String(Math.round(share * 1000) / 10);

/** What each keenness finds and what it costs, one line each. */
function Costs() {
  return (
    <ul class="options-points muted small">
      {KEENNESSES.map((it) => (
        <li key={it}>
          {look('setting.cost', {
            name: look(`setting.${it}`),
            zh: percent(COSTS.zh[it].found),
            en: percent(COSTS.en[it].found),
            zhReal: percent(COSTS.zh[it].real),
            enReal: percent(COSTS.en[it].real),
          })}
        </li>
      ))}
    </ul>
  );
}

/** Whether this agent wants a second look, and how readily it speaks. */
export function SecondLookFields({ on, keenness, team, onChange }: SecondLookChoiceProps) {
  return (
    <>
      <Switch checked={on} onToggle={(next) => onChange({ on: next })}>
        {look('setting.on')}
      </Switch>
      <p class="muted small">{look('setting.onHint')}</p>
      {on && (
        <>
          <Field label={look('setting.keenness')}>
            {(control) => (
              <Select<Keenness | 'team'>
                {...control}
                value={keenness ?? 'team'}
                options={[
                  { value: 'team', label: look('setting.asTeam', { name: look(`setting.${team}`) }) },
                  ...KEENNESSES.map((it) => ({ value: it, label: look(`setting.${it}`) })),
                ]}
                onPick={(next) => onChange({ keenness: next === 'team' ? null : next })}
              />
            )}
          </Field>
          <Costs />
        </>
      )}
    </>
  );
}

export interface TeamKeennessProps {
  value: Keenness;
  onChange: (value: Keenness) => void;
}

/** What holds for everybody who chose nothing. */
export function TeamKeenness(props: TeamKeennessProps) {
  return (
    <Field label={look('setting.team')}>
      {(control) => (
        <Select<Keenness>
          {...control}
          value={props.value}
          options={KEENNESSES.map((it) => ({ value: it, label: look(`setting.${it}`) }))}
          onPick={props.onChange}
        />
      )}
    </Field>
  );
}
