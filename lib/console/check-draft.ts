import { editBetween, mapCaret } from '@/lib/composer';
import type { ConsoleFlag } from '@/lib/rpc';
import { type Checker, NOTHING_FOUND } from './checking';
import type { Dismissals } from './dismissals';
import { type ConsoleState, flagName } from './state';

/** The state after its draft became `draft`: checked in its context, dismissals and caret moved along with the words. */
export function checkDraft(
  state: ConsoleState,
  draft: string,
  mode: ConsoleState['mode'],
  checker: Checker | null,
  dismissals: Dismissals,
  quietened: ReadonlySet<string>,
): Pick<ConsoleState, 'mode' | 'draft' | 'checked' | 'flags' | 'caret'> {
  const { conversation, corrected, market, caret } = state;
  const edit = editBetween(state.draft, draft);
  if (draft === '') dismissals.forgetHere();
  else dismissals.follow(edit);
  const checked =
    mode !== 'on' || checker === null
      ? NOTHING_FOUND
      : checker(draft, {
          customer: conversation.customer,
          agent: conversation.agent,
          ...(corrected === null ? {} : { scenario: corrected }),
          ...(market === null ? {} : { market }),
        });
  return {
    mode,
    draft,
    checked,
    flags: kept(state.flags, quietly(dismissals.shown(checked.flags), quietened)),
    caret: caret === null ? null : { start: mapCaret(caret.start, edit), end: mapCaret(caret.end, edit) },
  };
}

/** A second opinion takes flags down to `low`; critical ones are never touched. */
function quietly(flags: readonly ConsoleFlag[], names: ReadonlySet<string>): readonly ConsoleFlag[] {
  if (names.size === 0) return flags;
  return flags.map((flag) =>
    flag.severity !== 'critical' && names.has(flagName(flag)!) ? { ...flag, severity: 'low' } : flag,
  );
}

/** The same array as long as it says the same: who only shows flags has nothing to do while other words are typed. */
function kept(before: readonly ConsoleFlag[], now: readonly ConsoleFlag[]): readonly ConsoleFlag[] {
  const same =
    before.length === now.length &&
    before.every((flag, index) => {
      const { rule, start, end, text, severity } = now[index]!;
      return (
        flag.rule === rule &&
        flag.start === start &&
        flag.end === end &&
        flag.text === text &&
        flag.severity === severity
      );
    });
  return same ? before : now;
}
