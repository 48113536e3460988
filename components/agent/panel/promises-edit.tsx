import { useState } from 'preact/hooks';
import { Field, Input } from '@/components/ui';
import { ledger } from '@/lib/i18n';
import {
  closingToday,
  closingTomorrow,
  type PromiseChange,
  type PromiseEntry,
  readLocal,
  type ShopHours,
  writeLocal,
} from '@/lib/ledger';
import type { LedgerData } from '../ledger-desk';
import { OwedButtons, WhenField } from './when-field';

export interface PromiseEditProps {
  entry: PromiseEntry;
  data: LedgerData;
  onSave: (change: PromiseChange) => void;
  onCancel: () => void;
}

const HOUR = 60 * 60_000;

/** The times a wait without one most often means. */
export function timePicks(now: number, shop: ShopHours) {
  return [
    { key: 'promises.inAnHour', due: now + HOUR },
    { key: 'promises.today', due: closingToday(shop, now) },
    { key: 'promises.tomorrow', due: closingTomorrow(shop, now) },
  ] as const;
}

/** Another time or another wording, on the shop's clock. */
export function PromiseEdit({ entry, data, onSave, onCancel }: PromiseEditProps) {
  const { now, shop } = data;
  const [sentence, setSentence] = useState(entry.sentence);
  const [typed, setTyped] = useState(writeLocal(entry.due ?? closingToday(shop, now), shop.timeZone));
  const save = (): void => {
    const due = readLocal(typed, shop.timeZone);
    const words = sentence.trim();
    // The field knows minutes: a time that was not touched keeps its seconds.
    const untouched = entry.due !== null && typed === writeLocal(entry.due, shop.timeZone);
    onSave({
      type: 'edit',
      ...(untouched || due === null ? {} : { due }),
      ...(words === '' ? {} : { sentence: words }),
    });
  };
  return (
    <form
      class="owed-edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <WhenField label={ledger('promises.due')} value={typed} onChange={setTyped} />
      <Field label={ledger('promises.what')}>
        {(control) => (
          <Input
            {...control}
            value={sentence}
            maxLength={300}
            onInput={(event) => setSentence(event.currentTarget.value)}
          />
        )}
      </Field>
      <OwedButtons onCancel={onCancel} done={ledger('promises.save')} />
    </form>
  );
}
