import type { Variable } from '@/lib/phrasebook';
import { blanksIn } from '@/lib/phrasebook/runtime';
import { type BlankValues, blankValue } from '@/lib/reply';

export interface ScriptTextProps {
  text: string;
  variables: readonly Variable[];
  values: BlankValues;
}

/** A script as it will read: filled blanks with their value, open ones with their label. */
export function ScriptText({ text, variables, values }: ScriptTextProps) {
  let at = 0;
  const blanks = blanksIn(text).map((blank) => {
    const before = text.slice(at, blank.start);
    at = blank.end;
    const value = blankValue(blank.id, values, variables);
    const label = variables.find((it) => it.id === blank.id)?.label ?? blank.id;
    return (
      <span key={blank.start}>
        {before}
        <span class={value ? 'blank blank-filled' : 'blank'}>{value || label}</span>
      </span>
    );
  });
  return (
    <>
      {blanks}
      {text.slice(at)}
    </>
  );
}
