import { useSetting } from '@/components/agent/live';
import { Banner, Button } from '@/components/ui';
import { common, locale } from '@/lib/i18n';
import { settings } from '@/lib/store/settings';

/** Says that the browser lost what was kept, what that was, and what to do; nothing where nothing is missing. */
export function LossNotice() {
  const loss = useSetting(settings.logLoss, null);
  if (loss === null) return null;
  const when = new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
    loss.at,
  );
  const words = { count: loss.missing, when };
  return (
    <Banner
      tone="danger"
      actions={
        <Button small onClick={() => void settings.logLoss.removeValue()}>
          {common('gotIt')}
        </Button>
      }
    >
      {loss.kind === 'replaced' ? common('lossReplaced', words) : common('lossOlder', words)}
    </Banner>
  );
}
