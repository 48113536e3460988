import { agent } from '@/lib/i18n';
import { replacementFor } from '@/lib/phrasebook/runtime';
import type { ConsoleFlag } from '@/lib/rpc';

export interface Change {
  /** What stands there afterwards, without the comma or full stop that parts it from what stays. */
  readonly text: string;
  /** All that goes, where that is more than the flagged words. */
  readonly out: string | null;
}

/** What a replacement would take out of this draft and put into it. */
export function changeOf(draft: string, flag: ConsoleFlag, instead: string): Change {
  const { start, end, text, wider } = replacementFor(draft, flag, instead);
  if (!wider) return { text: instead, out: null };
  return { text: text.replace(/^[\s.,，]+|[\s,，]+$/g, ''), out: draft.slice(start, end).trim() };
}

/** What a button that makes this change is called; its own words where nothing else goes. */
export const changeName = ({ text, out }: Change): string | undefined =>
  out === null ? undefined : agent('card.change', { out, text });

/** The words that go, struck through, before the words that come. */
export function ChangeText({ change, lang }: { change: Change; lang: string }) {
  return (
    <>
      {change.out !== null && (
        <del class="goes" lang={lang} dir="auto">
          {change.out}
        </del>
      )}
      <span lang={lang} dir="auto">
        {change.text}
      </span>
    </>
  );
}
