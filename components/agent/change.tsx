import { agent, locale } from '@/lib/i18n';
import { replacementFor } from '@/lib/phrasebook/runtime';
import type { ConsoleFlag } from '@/lib/rpc';

export interface Change {
  /** What comes, without the comma or full stop that parts it from what stays; `null` where words are left out. */
  readonly text: string | null;
  /** All that goes, where that is more than the flagged words. */
  readonly out: string | null;
}

/** What a replacement would take out of this draft and put into it. */
export function changeOf(draft: string, flag: ConsoleFlag, instead: string): Change {
  const { start, end, text, wider } = replacementFor(draft, flag, instead);
  const out = wider ? draft.slice(start, end).trim() : null;
  if (instead === '') return { text: null, out };
  return { text: wider ? text.replace(/^[\s.,，]+|[\s,，]+$/g, '') : instead, out };
}

/**
 * The words that go, struck through, before the words that come. What joins them is only heard, so that a button that
 * makes the change is called by all that is seen on it.
 */
export function ChangeText({ change, lang }: { change: Change; lang: string }) {
  const { out, text } = change;
  return (
    <>
      {out !== null && (
        <>
          {text !== null && <span class="sr-only">{agent('card.insteadOf')} </span>}
          <del class="goes" lang={lang} dir="auto">
            {out}
          </del>
          <span class="sr-only">{text === null ? ' ' : agent('card.comes')}</span>
        </>
      )}
      <span lang={text === null ? locale.value : lang} dir="auto">
        {text ?? agent('card.delete')}
      </span>
    </>
  );
}
