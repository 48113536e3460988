import { useState } from 'preact/hooks';
import { Badge, Icon, Segments } from '@/components/ui';
import { LOCALE_LANGUAGE, locale, practice, scenarioName } from '@/lib/i18n';
import { LANGUAGES, type Language } from '@/lib/phrasebook/vocabulary';
import type { PracticeCase } from '@/lib/practice';

export interface WelcomeProps {
  cases: readonly PracticeCase[];
  onStart: (played: PracticeCase) => void;
}

const NAMES: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
const TONES = { easy: 'good', medium: 'medium', hard: 'high' } as const;

/** What a newcomer sees first: what Tactful does, that nothing leaves the browser, and customers to try it on. */
export function Welcome({ cases, onStart }: WelcomeProps) {
  const [picked, setPicked] = useState<Language | null>(null);
  const language = picked ?? LOCALE_LANGUAGE[locale.value];
  return (
    <div class="welcome">
      <h2>{practice('welcome.title')}</h2>
      <p class="welcome-lead">{practice('welcome.lead')}</p>
      <ul class="welcome-points">
        <li>
          <Icon name="flag" /> {practice('welcome.marks')}
        </li>
        <li>
          <Icon name="chat" /> {practice('welcome.offers')}
        </li>
        <li>
          <Icon name="search" /> {practice('welcome.finds')}
        </li>
      </ul>
      <p class="welcome-private">
        <Icon name="check" /> {practice('welcome.private')}
      </p>
      <div class="welcome-pick">
        <h3>{practice('welcome.pick')}</h3>
        <Segments
          label={practice('welcome.language')}
          value={language}
          onPick={setPicked}
          options={LANGUAGES.map((value) => ({ value, label: NAMES[value], lang: value }))}
        />
      </div>
      <ul class="customers">
        {cases
          .filter((played) => played.language === language)
          .map((played) => (
            <li key={played.id}>
              <button type="button" class="customer" data-case={played.id} onClick={() => onStart(played)}>
                <span class="customer-head">
                  <b lang={played.language}>{played.title}</b>
                  <Badge tone={TONES[played.level]}>{practice(`level.${played.level}`)}</Badge>
                </span>
                <span class="customer-about muted" lang={played.language}>
                  {played.opens[0]}
                </span>
                <span class="customer-foot small">
                  <span lang={played.language}>{played.shop}</span>
                  <span>{scenarioName(played.scenario)}</span>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </div>
  );
}
