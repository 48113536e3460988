// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { LogNotice, type LogNoticeProps, ReviewShell } from '@/components/review';
import { common, LOCALES, locale, review as t } from '@/lib/i18n';
import { type StoreState, type StoreTrouble, troubleOf } from '@/lib/store';
import { byRole, click, stage } from '../ui/stage';

const STATES: readonly [state: StoreState, told: StoreTrouble][] = [
  [{ kind: 'unopened' }, null],
  [{ kind: 'ready' }, null],
  // The next use opens it again.
  [{ kind: 'lost' }, null],
  [{ kind: 'full' }, 'storeFull'],
  [{ kind: 'waiting' }, 'storeWaiting'],
  [{ kind: 'outdated' }, 'storeOutdated'],
  [{ kind: 'store-unavailable', reason: 'UnknownError' }, 'storeUnavailable'],
];

describe.each(LOCALES)('a fault of the store in %s', (language) => {
  it.each(STATES)('%o is told above every pane', (state, told) => {
    locale.value = language;
    const root = stage(
      <ReviewShell pane="queue" counts={{}} reviewer="" onWho={vi.fn()} storeTrouble={troubleOf(state)}>
        <p>messages</p>
      </ReviewShell>,
    );
    const banner = root.querySelector('.banner');
    if (told === null) expect(banner).toBeNull();
    else expect(banner?.textContent).toBe(common(told));
    expect(root.textContent).toContain('messages');
  });
});

const WHOLE: LogNoticeProps['damage'] = { rebuilt: 0, lost: [], figures: [], ahead: null };
const LOST = { day: '2026-01-31', agent: 'Mei', count: 3 };

describe('damage of the log', () => {
  it.each([
    ['columns made anew', { rebuilt: 2 }, /made anew from the messages/, true],
    ['messages that are gone', { lost: [LOST] }, /3 messages .* 3 of Mei on 2026-01-31/, true],
    ['figures that are gone', { figures: ['week 2026-01-26'] }, /week 2026-01-26/, true],
    ['a clock that was set back', { ahead: Date.UTC(2027, 0, 1) }, /2027|2026/, false],
  ])('names %s and keeps the rest at hand', (_, damage, words, canSave) => {
    locale.value = 'en';
    const [onSave, onClose] = [vi.fn(), vi.fn()];
    const root = stage(<LogNotice damage={{ ...WHOLE, ...damage }} onSave={onSave} onClose={onClose} />);
    expect(root.textContent).toMatch(words);
    const saves = [...root.querySelectorAll('button')].filter((it) => it.textContent === t('log.save'));
    expect(saves).toHaveLength(canSave ? 1 : 0);
    if (saves[0]) click(saves[0]);
    expect(onSave).toHaveBeenCalledTimes(saves.length);
    click(byRole(root, 'button', t('log.close')));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
