import { useState } from 'preact/hooks';
import { Badge, Icon, Segments, Select } from '@/components/ui';
import { LOCALE_LANGUAGE, locale, practice, scenarioName } from '@/lib/i18n';
import { LANGUAGES, type Language, SCENARIOS, type ScenarioId } from '@/lib/phrasebook/vocabulary';
import { bestScores, type PracticeCase, type Remembered } from '@/lib/practice';
import { PastResults } from './past-results';

export interface WelcomeProps {
  cases: readonly PracticeCase[];
  /** The agent's own grades, newest first. */
  results: readonly Remembered[];
  onStart: (played: PracticeCase) => void;
}

const NAMES: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
  en: 'English',
};
const LEVELS = ['easy', 'medium', 'hard'] as const;

/** What a newcomer sees first: what Tactful does, that nothing leaves the browser, and customers to try it on. */
export function Welcome({ cases, results, onStart }: WelcomeProps) {
  const [picked, setPicked] = useState<Language | null>(null);
  const [scenario, setScenario] = useState<ScenarioId | 'any'>('any');
  const language = picked ?? LOCALE_LANGUAGE[locale.value];
  const told = cases.filter((played) => played.language === language);
  const offered = SCENARIOS.filter((id) => told.some((played) => played.scenario === id));
  const chosen = scenario !== 'any' && offered.includes(scenario) ? scenario : 'any';
  const best = bestScores(results);
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
        {offered.length > 1 && (
          <Select
            aria-label={practice('welcome.scenario')}
            value={chosen}
            onPick={setScenario}
            options={[
              { value: 'any' as const, label: practice('welcome.anyScenario') },
              ...offered.map((value) => ({ value, label: scenarioName(value) })),
            ]}
          />
        )}
        <Segments
          label={practice('welcome.language')}
          value={language}
          onPick={setPicked}
          options={LANGUAGES.map((value) => ({ value, label: NAMES[value], lang: value }))}
        />
      </div>
      {LEVELS.map((level) => {
        const customers = told.filter(
          (played) => played.level === level && (chosen === 'any' || played.scenario === chosen),
        );
        return (
          customers.length > 0 && (
            <section key={level} class="welcome-level">
              <h4>{practice(`level.${level}`)}</h4>
              <ul class="customers">
                {customers.map((played) => (
                  <li key={played.id}>
                    <Customer played={played} best={best.get(played.id)} onStart={() => onStart(played)} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <PastResults cases={cases} results={results} />
    </div>
  );
}

interface CustomerProps {
  played: PracticeCase;
  best: number | undefined;
  onStart: () => void;
}

function Customer({ played, best, onStart }: CustomerProps) {
  return (
    <button type="button" class="customer" data-case={played.id} onClick={onStart}>
      <span class="customer-head">
        <b lang={played.language}>{played.title}</b>
        {best !== undefined && (
          <Badge tone={best >= 80 ? 'good' : 'low'}>{practice('welcome.best', { score: best })}</Badge>
        )}
      </span>
      <span class="customer-about muted" lang={played.language}>
        {played.opens[0]}
      </span>
      <span class="customer-foot small">
        <span lang={played.language}>{played.shop}</span>
        <span>{scenarioName(played.scenario)}</span>
      </span>
    </button>
  );
}
