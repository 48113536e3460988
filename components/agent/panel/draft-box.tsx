import type { ReadonlySignal } from '@preact/signals';
import { useMemo, useRef } from 'preact/hooks';
import { Button, Field, Textarea, type Toaster } from '@/components/ui';
import { panel } from '@/lib/i18n';
import { createDraftConsole, type Selection } from '../draft-console';
import type { Check, PanelShelf } from '../shelf';
import { ConsoleSections } from './console-sections';
import type { PersonalActions } from './personal';

export interface DraftBoxProps {
  check: ReadonlySignal<Check | null>;
  shelf: PanelShelf;
  toaster: Toaster;
  onCopy: (text: string) => void;
  onCheckNeeded: () => void;
  personal?: PersonalActions;
}

/** Checks a pasted reply and hands the mended one back; works without any page. */
export function DraftBox({ check, shelf, toaster, onCopy, onCheckNeeded, personal }: DraftBoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const console = useMemo(
    () =>
      createDraftConsole({
        check,
        selection: () => ({ start: area.current?.selectionStart ?? 0, end: area.current?.selectionEnd ?? 0 }),
        select: ({ start, end }: Selection) => {
          // After the text that was just put in has been rendered.
          requestAnimationFrame(() => {
            area.current?.focus();
            area.current?.setSelectionRange(start, end);
          });
        },
      }),
    [check],
  );
  const empty = console.draft.value === '' && console.customer.value === '';
  return (
    <>
      <section class="panel-section draft-box" aria-label={panel('panel.viewDraft')}>
        <p class="small muted">{panel('draft.hint')}</p>
        <Field label={panel('draft.customer')}>
          {(control) => (
            <Textarea
              {...control}
              rows={2}
              value={console.customer.value}
              onInput={(event) => console.setCustomer(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={panel('draft.draft')}>
          {(control) => (
            <Textarea
              {...control}
              areaRef={area}
              rows={4}
              placeholder={panel('draft.placeholder')}
              value={console.draft.value}
              onInput={(event) => console.setDraft(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="draft-actions">
          <Button look="plain" small disabled={empty} onClick={() => console.clear()}>
            {panel('draft.clear')}
          </Button>
          <Button
            look="primary"
            small
            icon="copy"
            disabled={console.draft.value.trim() === ''}
            onClick={() => onCopy(console.draft.value)}
          >
            {panel('draft.copy')}
          </Button>
        </div>
      </section>
      <ConsoleSections
        snapshot={console.snapshot.value}
        shelf={shelf}
        toaster={toaster}
        send={console.send}
        onCopy={onCopy}
        keepsCorrections={false}
        check={check}
        onCheckNeeded={onCheckNeeded}
        {...(personal ? { personal } : {})}
        dismissable={false}
      />
    </>
  );
}
