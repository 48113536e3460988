import { useState } from 'preact/hooks';
import { Button, Dialog, Field, Input } from '@/components/ui';
import { common, practice } from '@/lib/i18n';
import { type Site, siteOf } from '@/lib/sites';

export interface TurnOnProps {
  onClose: () => void;
  /** Called in the turn of the click, as browsers demand before they ask for a permission. */
  onTurnOn: (site: Site) => void;
}

/** Reads an address as people write it: the scheme may be left out. */
export function siteFromTyped(typed: string): Site | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const site = siteOf(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  return site?.includes('.') || site?.includes('localhost') ? site : null;
}

/** Turning on for a console of one's own, from a page that is not it. */
export function TurnOn({ onClose, onTurnOn }: TurnOnProps) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const site = siteFromTyped(typed);
  return (
    <Dialog
      title={practice('turnOn.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" type="submit" form="turn-on">
            {practice('turnOn.do')}
          </Button>
        </>
      }
    >
      <form
        id="turn-on"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (site) onTurnOn(site);
        }}
      >
        <Field
          label={practice('turnOn.address')}
          hint={practice('turnOn.hint')}
          error={tried && !site ? practice('turnOn.invalid') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="url"
              value={typed}
              placeholder="https://"
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
