import { describe, expect, it } from 'vitest';
import { GUARD_AT_REST, sentReport } from '@/lib/console';
import { AT_REST, type ConsoleState } from '@/lib/console/state';
import { requestSchemas } from '@/lib/rpc/background/channel-schemas';
import { flag } from './flag';

const ID = 'sent-0001';
const of = (draft: string, flags: ConsoleState['flags']) =>
  sentReport(ID, 1, { ...AT_REST, draft, flags }, GUARD_AT_REST);

describe('the report of a message that left', () => {
  it('of a great many flags it carries the heaviest, in the order of the text', () => {
    const words = Array.from({ length: 70 }, (_, index) => `word${index}`);
    const draft = words.join(' ');
    const report = of(
      draft,
      words.map((text, index) => flag(draft, `${text} `.trim(), { severity: index > 60 ? 'high' : 'low' })),
    )!;
    expect(requestSchemas.recordSent.safeParse(report).error).toBeUndefined();
    expect(report.flags.filter(({ severity }) => severity === 'high')).toHaveLength(9);
    expect(report.flags.map(({ start }) => start)).toEqual(
      report.flags.map(({ start }) => start).toSorted((a, b) => a - b),
    );
  });

  it('of a long paste it carries the part that holds the first flag, with offsets in it', () => {
    const draft = `${'好'.repeat(9000)}您还想怎样${'好'.repeat(9000)}`;
    const report = of(draft, [flag(draft, '您还想怎样')])!;
    expect(requestSchemas.recordSent.safeParse(report).error).toBeUndefined();
    const [kept] = report.flags;
    expect(report.text.slice(kept!.start, kept!.end)).toBe('您还想怎样');
    expect(report.length).toBe(draft.length);
  });

  it('nothing is reported where nothing stands', () => expect(of('您好', [])).toBeNull());
});
