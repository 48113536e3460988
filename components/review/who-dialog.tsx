import { useState } from 'preact/hooks';
import { Button, Dialog, Field, Input } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';

export interface WhoDialogProps {
  name: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks who reviews: verdicts carry a name, and two looks need two people. */
export function WhoDialog({ name, onName, onClose }: WhoDialogProps) {
  const [written, setWritten] = useState(name);
  const sound = written.trim() !== '';
  const keep = (): void => {
    if (sound) onName(written.trim());
  };
  return (
    <Dialog
      title={t('who.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" disabled={!sound} onClick={keep}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Field label={t('who.label')} hint={t('who.hint')}>
          {(control) => (
            <Input
              {...control}
              value={written}
              maxLength={40}
              onInput={(event) => setWritten(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
