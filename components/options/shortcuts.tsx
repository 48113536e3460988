import { Button, Kbd } from '@/components/ui';
import { options } from '@/lib/i18n';
import { Section } from './section';

/** In the order in which they are listed; names as in the manifest. */
const COMMANDS = [
  ['open-panel', 'options.shortcutPanel'],
  ['next-flag', 'options.shortcutNextFlag'],
  ['open-card', 'options.shortcutOpenCard'],
  ['apply-first', 'options.shortcutApplyFirst'],
  ['open-palette', 'options.shortcutPalette'],
] as const;

export interface ShortcutsProps {
  /** Command → keys as the browser writes them; missing or empty: none set. */
  keys: ReadonlyMap<string, string>;
  /** Opens the browser's own page for them; `null` where the browser lets nobody open it. */
  onChange: (() => void) | null;
}

export function ShortcutsSection({ keys, onChange }: ShortcutsProps) {
  return (
    <Section id="shortcuts" title={options('options.shortcuts')} hint={options('options.shortcutsHint')}>
      <dl class="options-card options-keys">
        {COMMANDS.map(([name, label]) => (
          <div key={name} class="options-key">
            <dt>{options(label)}</dt>
            <dd>
              {keys.get(name) ? (
                <Kbd>{keys.get(name)}</Kbd>
              ) : (
                <span class="muted small">{options('options.shortcutNone')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {onChange ? (
        <div>
          <Button onClick={onChange}>{options('options.shortcutsChange')}</Button>
        </div>
      ) : (
        <p class="muted small">{options('options.shortcutsWhere')}</p>
      )}
    </Section>
  );
}
