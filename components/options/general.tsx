import { Field, Select, Switch } from '@/components/ui';
import { common, LOCALE_NAMES, LOCALES, type LocaleSetting, options } from '@/lib/i18n';
import { AUTHORITIES, type Authority, MARKETS, type Market } from '@/lib/phrasebook/vocabulary';
import { type SecondLookChoiceProps, SecondLookFields } from './second-look';
import { Section } from './section';

export interface General {
  locale: LocaleSetting;
  market: Market | null;
  authority: Authority;
  slashPalette: boolean;
}

export interface GeneralProps {
  value: General;
  onChange: (change: Partial<General>) => void;
  secondLook: SecondLookChoiceProps;
}

const MARKET_KEYS = {
  cn: 'options.marketCn',
  tw: 'options.marketTw',
  hk: 'options.marketHk',
  intl: 'options.marketIntl',
} as const satisfies Record<Market, string>;

const AUTHORITY_KEYS = {
  agent: 'options.authorityAgent',
  supervisor: 'options.authoritySupervisor',
  manager: 'options.authorityManager',
} as const satisfies Record<Authority, string>;

export function GeneralSection({ value, onChange, secondLook }: GeneralProps) {
  return (
    <Section id="general" title={options('options.general')}>
      <div class="options-card options-fields">
        <Field label={common('interfaceLanguage')}>
          {(control) => (
            <Select<LocaleSetting>
              {...control}
              value={value.locale}
              options={[
                { value: 'auto', label: common('followBrowser') },
                ...LOCALES.map((it) => ({ value: it, label: LOCALE_NAMES[it], lang: it })),
              ]}
              onPick={(locale) => onChange({ locale })}
            />
          )}
        </Field>
        <Field label={options('options.market')} hint={options('options.marketHint')}>
          {(control) => (
            <Select<Market | 'none'>
              {...control}
              value={value.market ?? 'none'}
              options={[
                { value: 'none', label: options('options.marketNone') },
                ...MARKETS.map((it) => ({ value: it, label: options(MARKET_KEYS[it]) })),
              ]}
              onPick={(market) => onChange({ market: market === 'none' ? null : market })}
            />
          )}
        </Field>
        <Field label={options('options.authority')} hint={options('options.authorityHint')}>
          {(control) => (
            <Select<Authority>
              {...control}
              value={value.authority}
              options={AUTHORITIES.map((it) => ({ value: it, label: options(AUTHORITY_KEYS[it]) }))}
              onPick={(authority) => onChange({ authority })}
            />
          )}
        </Field>
        <Switch checked={value.slashPalette} onToggle={(slashPalette) => onChange({ slashPalette })}>
          {options('options.slashPalette')}
        </Switch>
      </div>
      <div class="options-card options-fields">
        <SecondLookFields {...secondLook} />
      </div>
    </Section>
  );
}
