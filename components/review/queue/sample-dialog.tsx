import { useState } from 'preact/hooks';
import { Button, Dialog, Field, Select } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';
import { MOST_SEED, NumberField, wholeNumber } from '../number-field';
import type { QueueSample } from './filter-bar';

export interface SampleDialogProps {
  /** A fresh seed to start with; it is shown, so that the same sample can be drawn again. */
  seed: number;
  onDraw: (sample: QueueSample) => void;
  onClose: () => void;
}

const KINDS = ['random', 'agent', 'rule', 'scenario'] as const;
const MOST = 1000;
/** Draws a sample of what the filters leave: at random, or evenly over agents, rules or scenarios. */
export function SampleDialog({ seed, onDraw, onClose }: SampleDialogProps) {
  const [kind, setKind] = useState<QueueSample['kind']>('random');
  const [size, setSize] = useState('30');
  const [grain, setGrain] = useState(String(seed));
  const wanted = wholeNumber(size, 1, MOST);
  const seeded = wholeNumber(grain, 0, MOST_SEED);
  const draw = (): void => {
    if (wanted !== null && seeded !== null) onDraw({ kind, size: wanted, seed: seeded });
  };
  return (
    <Dialog
      title={t('sample.draw')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button look="primary" disabled={wanted === null || seeded === null} onClick={draw}>
            {t('sample.go')}
          </Button>
        </>
      }
    >
      <form
        class="review-form"
        onSubmit={(event) => {
          event.preventDefault();
          draw();
        }}
      >
        <NumberField
          label={t('sample.size')}
          error={wanted === null ? t('sample.sizeWrong', { most: MOST }) : undefined}
          value={size}
          onValue={setSize}
        />
        <Field label={t('sample.how')}>
          {(control) => (
            <Select
              {...control}
              options={KINDS.map((value) => ({ value, label: t(`sample.${value}`) }))}
              value={kind}
              onPick={setKind}
            />
          )}
        </Field>
        <NumberField
          label={t('sample.seed')}
          hint={t('sample.seedHint')}
          error={seeded === null ? t('sample.seedWrong') : undefined}
          value={grain}
          onValue={setGrain}
        />
      </form>
    </Dialog>
  );
}
