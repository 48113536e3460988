import { describe, expect, it } from 'vitest';
import {
  attempt,
  confirm,
  GUARD_AT_REST,
  type GuardState,
  holding,
  mend,
  reasonFor,
  refreshed,
} from '@/lib/console';
import type { Severity } from '@/lib/phrasebook/vocabulary';
import { flag } from './flag';

const of = (severity: Severity, text = '还想怎么样') => flag(text, text, { severity });
const asked = (severity: Severity): GuardState => attempt(GUARD_AT_REST, [of(severity)]).state;

describe('the send guard', () => {
  it.each<[string, readonly Severity[], boolean, 'high' | 'critical' | undefined]>([
    ['nothing stands', [], false, undefined],
    ['a low flag', ['low'], false, undefined],
    ['a medium flag', ['medium'], false, undefined],
    ['a high flag', ['high'], true, 'high'],
    ['a critical flag', ['critical'], true, 'critical'],
    ['high and critical', ['high', 'critical'], true, 'critical'],
    ['low and high', ['low', 'high'], true, 'high'],
  ])('an attempt while %s: held %s', (_name, severities, held, level) => {
    const result = attempt(
      GUARD_AT_REST,
      severities.map((it) => of(it)),
    );
    expect(result.held).toBe(held);
    expect(result.state.asking?.level).toBe(level);
  });

  it('asks about every further attempt until it is answered', () => {
    const once = attempt(GUARD_AT_REST, [of('high')]).state;
    expect(attempt(once, [of('high')]).held).toBe(true);
  });

  it('lets the next attempt pass after one confirmation, without sending itself', () => {
    const confirmed = confirm(asked('high'), '')!;
    expect(confirmed.asking).toBeNull();
    expect(attempt(confirmed, [of('high')]).held).toBe(false);
  });

  it.each([
    ['', false],
    ['   ', false],
    ['ok', false],
    ['a b c', false],
    ['经理同意了', true],
    ['the manager agreed', true],
  ])('a critical flag needs a written reason: %j → %s', (reason, released) => {
    const next = confirm(asked('critical'), reason);
    expect(next !== null).toBe(released);
    if (next !== null) expect(reasonFor(next, of('critical'))).toBe(reason);
  });

  it('asks anew about a flag that came after the confirmation', () => {
    const confirmed = confirm(asked('high'), '')!;
    const result = attempt(confirmed, [of('high'), of('high', '不归我管')]);
    expect(result.state.asking?.flags.map(({ text }) => text)).toEqual(['不归我管']);
  });

  it('does not ask again because the words moved', () => {
    const confirmed = confirm(asked('high'), '')!;
    expect(attempt(confirmed, [{ ...of('high'), start: 7, end: 12 }]).held).toBe(false);
  });

  it('mending asks again at the next attempt', () => {
    const mended = mend(asked('high'));
    expect(mended.asking).toBeNull();
    expect(attempt(mended, [of('high')]).held).toBe(true);
  });

  it.each<[string, readonly Severity[], boolean]>([
    ['the words were mended', [], false],
    ['they became harmless', ['low'], false],
    ['they still stand', ['high'], true],
  ])('withdraws its question when the draft changes: %s', (_name, severities, asking) => {
    expect(
      refreshed(
        asked('high'),
        severities.map((it) => of(it)),
      ).asking !== null,
    ).toBe(asking);
  });

  it('says what holds without asking', () => {
    expect(holding(GUARD_AT_REST, [of('low'), of('high')])).toMatchObject({
      level: 'high',
      flags: [{ severity: 'high' }],
    });
    expect(holding(confirm(asked('high'), '')!, [of('high')])).toBeNull();
  });
});
