import { useState } from 'preact/hooks';
import { ChipButton, Field, Input, Select, Switch } from '@/components/ui';
import { look, team as t } from '@/lib/i18n';
import { knownTimeZone, readTimeOfDay, type Team, writeTimeOfDay } from '@/lib/ledger';
import { TeamKeenness, type TeamKeennessProps } from './second-look';
import { Section } from './section';
import { TeamCard } from './team-card';
import { AuthoritySettings, BudgetSettings } from './team-money';

export interface TeamProps {
  value: Team;
  /** Of the market, or of the interface's language. */
  currency: string;
  /** Whether notifications were refused when they were last asked for. */
  refused: boolean;
  onChange: (change: (team: Team) => Team) => void;
  /** Switches notifications; asks the browser in the same turn. */
  onReminders: (on: boolean) => void;
  /** How readily the second look speaks where an agent chose nothing. */
  secondLook: TeamKeennessProps;
}

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const AUTO = 'auto';
const MINUTE = 60_000;

/** What a team decides for itself. */
export function TeamSection(props: TeamProps) {
  return (
    <Section id="team" title={t('team.title')} hint={t('team.hint')}>
      <HoursSettings {...props} />
      <AuthoritySettings {...props} />
      <BudgetSettings {...props} />
      <VisitSettings {...props} />
      <ReminderSettings {...props} />
      <TeamCard title={look('title')}>
        <TeamKeenness {...props.secondLook} />
      </TeamCard>
    </Section>
  );
}

function HoursSettings({ value, onChange }: TeamProps) {
  const { shop } = value;
  const change = (part: Partial<Team['shop']>): void =>
    onChange((team) => ({ ...team, shop: { ...team.shop, ...part } }));
  const zones = Intl.supportedValuesOf('timeZone');
  const own = knownTimeZone(null);
  return (
    <TeamCard title={t('team.hours')} hint={t('team.hoursHint')}>
      <Field label={t('team.zone')}>
        {(control) => (
          <Select<string>
            {...control}
            value={shop.timeZone ?? AUTO}
            options={[
              { value: AUTO, label: t('team.zoneAuto', { zone: own }) },
              ...zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
            ]}
            onPick={(zone) => change({ timeZone: zone === AUTO ? null : zone })}
          />
        )}
      </Field>
      <div class="team-row">
        {(['opens', 'closes'] as const).map((name) => (
          <Field key={name} label={t(`team.${name}`)}>
            {(control) => (
              <Input
                {...control}
                type="time"
                value={writeTimeOfDay(Math.min(shop[name], 24 * 60 - 1))}
                onChange={(event) => {
                  const minutes = readTimeOfDay(event.currentTarget.value);
                  if (minutes !== null) change({ [name]: minutes });
                }}
              />
            )}
          </Field>
        ))}
      </div>
      <fieldset class="team-days">
        <legend class="field-label">{t('team.days')}</legend>
        <div class="chips">
          {DAYS.map((day) => (
            <ChipButton
              key={day}
              pressed={shop.days.includes(day)}
              onClick={() => change({ days: DAYS.filter((it) => shop.days.includes(it) !== (it === day)) })}
            >
              {t(`team.day.${day}`)}
            </ChipButton>
          ))}
        </div>
      </fieldset>
      <Holidays days={shop.closedOn} onChange={(closedOn) => change({ closedOn })} />
    </TeamCard>
  );
}

/** Whether a calendar has that day. */
function isDay(written: string): boolean {
  const date = new Date(`${written}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(written) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(written)
  );
}

function Holidays({ days, onChange }: { days: readonly string[]; onChange: (days: string[]) => void }) {
  const [typed, setTyped] = useState(days.join(' '));
  const written = typed.split(/[\s,，、;；]+/).filter((it) => it !== '');
  const wrong = written.find((it) => !isDay(it));
  return (
    <Field
      label={t('team.holidays')}
      hint={t('team.holidaysHint')}
      error={wrong === undefined ? undefined : t('team.holidaysWrong', { what: wrong })}
    >
      {(control) => (
        <Input
          {...control}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onChange={() => wrong === undefined && onChange([...new Set(written)].sort())}
        />
      )}
    </Field>
  );
}

/** A small whole number in a field; anything else leaves what was there. */
function Whole(props: { label: string; value: number; most: number; onChange: (value: number) => void }) {
  return (
    <Field label={props.label}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={props.most}
          value={String(props.value)}
          onChange={(event) => {
            const value = Number(event.currentTarget.value);
            if (Number.isInteger(value) && value >= 0 && value <= props.most) props.onChange(value);
          }}
        />
      )}
    </Field>
  );
}

function VisitSettings({ value, onChange }: TeamProps) {
  const { visits } = value;
  const change = (part: Partial<Team['visits']>): void =>
    onChange((team) => ({ ...team, visits: { ...team.visits, ...part } }));
  const kinds = [
    ['complaint', 'team.visitComplaint'],
    ['purchase', 'team.visitPurchase'],
  ] as const;
  return (
    <TeamCard title={t('team.visits')}>
      {kinds.map(([kind, label]) => (
        <div class="team-row" key={kind}>
          <Switch checked={visits[kind].on} onToggle={(on) => change({ [kind]: { ...visits[kind], on } })}>
            {t(label)}
          </Switch>
          <Whole
            label={t('team.visitAfter')}
            value={visits[kind].afterDays}
            most={90}
            onChange={(afterDays) => change({ [kind]: { ...visits[kind], afterDays } })}
          />
        </div>
      ))}
      <Whole
        label={t('team.visitJitter')}
        value={visits.jitterDays}
        most={7}
        onChange={(jitterDays) => change({ jitterDays })}
      />
    </TeamCard>
  );
}

function ReminderSettings({ value, refused, onChange, onReminders }: TeamProps) {
  const { reminders } = value;
  return (
    <TeamCard title={t('team.reminders')} hint={t('team.remindersHint')}>
      <div class="team-row">
        <Switch checked={reminders.on} onToggle={onReminders}>
          {t('team.remind')}
        </Switch>
        <Whole
          label={t('team.lead')}
          value={Math.round(reminders.lead / MINUTE)}
          most={24 * 60}
          onChange={(minutes) =>
            onChange((team) => ({ ...team, reminders: { ...team.reminders, lead: minutes * MINUTE } }))
          }
        />
      </div>
      {refused && <p class="field-error">{t('team.refused')}</p>}
    </TeamCard>
  );
}
