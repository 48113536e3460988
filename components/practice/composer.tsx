import { useCallback, useRef } from 'preact/hooks';
import { Button, Segments } from '@/components/ui';
import { practice } from '@/lib/i18n';
import type { Language } from '@/lib/phrasebook/vocabulary';

export type ComposerKind = 'plain' | 'rich';

export interface ComposerProps {
  kind: ComposerKind;
  language: Language;
  onKind: (kind: ComposerKind) => void;
  onSend: (text: string) => void;
  onStop: () => void;
}

type Field = HTMLTextAreaElement | HTMLDivElement;

/** An editor that is no text control, as many consoles have. */
const EDITABLE = { contentEditable: true, role: 'textbox', tabIndex: 0, 'aria-multiline': 'true' } as const;

const textOf = (field: Field): string =>
  field instanceof HTMLTextAreaElement ? field.value : field.innerText;

function empty(field: Field): void {
  if (field instanceof HTMLTextAreaElement) field.value = '';
  else field.replaceChildren();
}

/** An input method sends keyCode 229 for the Enter that only picks a candidate, in some browsers without `isComposing`. */
const picksCandidate = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

/**
 * A composer like those of real consoles: the page owns the field and knows nothing of what watches it.
 * Enter sends, Shift+Enter starts a line; it can be a textarea or an editable element.
 */
export function Composer({ kind, language, onKind, onSend, onStop }: ComposerProps) {
  const field = useRef<Field | null>(null);
  /** A fresh field, at the start or of the other kind, is where the agent goes on. */
  const meet = useCallback((element: Field | null): void => {
    field.current = element;
    element?.focus({ preventScroll: true });
  }, []);

  const send = (): void => {
    if (!field.current) return;
    const text = textOf(field.current).trim();
    if (text === '') return;
    empty(field.current);
    field.current.focus();
    onSend(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || picksCandidate(event)) return;
    event.preventDefault();
    send();
  };
  const shared = {
    class: 'composer-field',
    lang: language,
    'aria-label': practice('composer.label'),
    onKeyDown,
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {kind === 'plain' ? (
        <textarea
          {...shared}
          key="plain"
          ref={meet}
          rows={3}
          placeholder={practice('composer.placeholder')}
        />
      ) : (
        <div
          {...shared}
          key="rich"
          ref={meet}
          {...EDITABLE}
          data-placeholder={practice('composer.placeholder')}
        />
      )}
      <div class="composer-bar">
        <Segments
          label={practice('composer.kind')}
          value={kind}
          onPick={onKind}
          options={[
            { value: 'plain', label: practice('composer.plain') },
            { value: 'rich', label: practice('composer.rich') },
          ]}
        />
        <span class="composer-keys small muted">{practice('composer.keys')}</span>
        <Button look="plain" small onClick={onStop}>
          {practice('composer.stop')}
        </Button>
        <Button look="primary" type="submit" icon="send">
          {practice('composer.send')}
        </Button>
      </div>
    </form>
  );
}
