import { Badge } from '@/components/ui';
import { locale, scenarioName, chats as t } from '@/lib/i18n';
import type { SavedMessage } from '@/lib/workbench';

const when = (at: number): string =>
  new Intl.DateTimeFormat(locale.value, { dateStyle: 'short', timeStyle: 'short' }).format(at);

/** Messages as they will be kept. */
export function MessageLines({ messages }: { messages: readonly SavedMessage[] }) {
  return (
    <ul class="message-lines" aria-label={t('preview')}>
      {messages.map(({ text, who, at, verdict, scenario }) => (
        <li key={`${at}${who}${text}`} class={who === 'agent' ? 'message-line is-agent' : 'message-line'}>
          <span class="message-about">
            <Badge {...(who === 'agent' ? { tone: 'brand' as const } : {})}>{t(who)}</Badge>
            {verdict && <Badge tone={verdict === 'offence' ? 'high' : 'good'}>{t(verdict)}</Badge>}
            {scenario && <Badge>{scenarioName(scenario)}</Badge>}
            {at !== null && <span class="muted small tabular">{when(at)}</span>}
          </span>
          <span class="message-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}
