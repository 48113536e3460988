import { describe, expect, it, vi } from 'vitest';
import { type LedgerActions, sayingFailures } from '@/components/agent/ledger-desk';

const NAMES = [
  'changePromise',
  'give',
  'ask',
  'settleRequest',
  'recordGap',
  'changeGap',
  'planVisit',
  'changeVisit',
] as const satisfies (keyof LedgerActions)[];

const each = (act: () => Promise<unknown>): LedgerActions =>
  Object.fromEntries(NAMES.map((name) => [name, act])) as unknown as LedgerActions;

describe.each(NAMES)('%s', (name) => {
  it('says so when it could not be kept, and fails all the same', async () => {
    const say = vi.fn();
    const actions = sayingFailures(
      each(async () => {
        throw new Error('quota');
      }),
      say,
    );
    await expect((actions[name] as () => Promise<unknown>)()).rejects.toThrow('quota');
    expect(say).toHaveBeenCalledOnce();
  });

  it('says nothing when it was kept', async () => {
    const say = vi.fn();
    const actions = sayingFailures(
      each(async () => 'kept'),
      say,
    );
    expect(await (actions[name] as () => Promise<unknown>)()).toBe('kept');
    expect(say).not.toHaveBeenCalled();
  });
});
