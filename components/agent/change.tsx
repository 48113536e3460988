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

/** What a button that makes this change is called; its own words where nothing else goes. */
export function changeName({ text, out }: Change): string | undefined {
  if (out === null) return undefined;
  return text === null ? agent('card.deleteAll', { out }) : agent('card.change', { out, text });
}

/** The words that go, struck through, before the words that come. */
export function ChangeText({ change, lang }: { change: Change; lang: string }) {
  return (
    <>
      {change.out !== null && (
        <del class="goes" lang={lang} dir="auto">
          {change.out}
        </del>
      )}
      <span lang={change.text === null ? locale.value : lang} dir="auto">
        {change.text ?? agent('card.delete')}
      </span>
    </>
  );
}
