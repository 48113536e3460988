import { useState } from 'preact/hooks';
import { Button, Dialog, Field, Input, Select } from '@/components/ui';
import { common, review as t } from '@/lib/i18n';
import type { QueueSample } from './filter-bar';

export interface SampleDialogProps {
  /** A fresh seed to start with; it is shown, so that the same sample can be drawn again. */
  seed: number;
  onDraw: (sample: QueueSample) => void;
  onClose: () => void;
}

const KINDS = ['random', 'agent', 'rule', 'scenario'] as const;
const MOST = 1000;
const MOST_SEED = 2 ** 32 - 1;

const numberIn = (text: string, least: number, most: number): number | null => {
  const value = Number(text);
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
};

/** Draws a sample of what the filters leave: at random, or evenly over agents, rules or scenarios. */
export function SampleDialog({ seed, onDraw, onClose }: SampleDialogProps) {
  const [kind, setKind] = useState<QueueSample['kind']>('random');
  const [size, setSize] = useState('30');
  const [grain, setGrain] = useState(String(seed));
  const wanted = numberIn(size, 1, MOST);
  const seeded = numberIn(grain, 0, MOST_SEED);
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
        <Field
          label={t('sample.size')}
          error={wanted === null ? t('sample.sizeWrong', { most: MOST }) : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={size}
              onInput={(event) => setSize(event.currentTarget.value)}
            />
          )}
        </Field>
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
        <Field
          label={t('sample.seed')}
          hint={t('sample.seedHint')}
          error={seeded === null ? t('sample.seedWrong') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              value={grain}
              onInput={(event) => setGrain(event.currentTarget.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
