import { Dialog, Kbd, Switch } from '@/components/ui';
import { review as t } from '@/lib/i18n';

const KEYS = [
  ['U', 'help.uphold'],
  ['D', 'help.dismiss'],
  ['C', 'help.coach'],
  ['J ↓', 'help.next'],
  ['K ↑', 'help.previous'],
  ['1 – 6', 'help.cause'],
  ['S', 'help.score'],
  ['X', 'help.pick'],
  ['Z', 'help.undo'],
  ['/', 'help.search'],
  ['?', 'help.help'],
] as const;

export interface HelpDialogProps {
  /** Whether single letters work; some people speak or type in ways that set them off. */
  letters: boolean;
  onLetters: (on: boolean) => void;
  onClose: () => void;
}

export function HelpDialog({ letters, onLetters, onClose }: HelpDialogProps) {
  return (
    <Dialog title={t('help.title')} onClose={onClose}>
      <dl class="review-keys">
        {KEYS.map(([key, message]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(message)}</dd>
          </div>
        ))}
      </dl>
      <Switch checked={letters} onToggle={onLetters}>
        {t('help.letters')}
      </Switch>
    </Dialog>
  );
}
