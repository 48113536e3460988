import { Button, Field, type IconName, Input } from '@/components/ui';
import { common } from '@/lib/i18n';

/** A time on the shop's clock, as its input writes it. */
export function WhenField(props: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={props.label}>
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={props.value}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The end of a form in the ledger: leave it, or keep what it says. */
export function OwedButtons(props: { onCancel: () => void; done: string; icon?: IconName }) {
  return (
    <div class="owed-buttons">
      <Button small look="plain" onClick={props.onCancel}>
        {common('cancel')}
      </Button>
      <Button small look="primary" type="submit" {...(props.icon ? { icon: props.icon } : {})}>
        {props.done}
      </Button>
    </div>
  );
}
