import { describe, expect, it, vi } from 'vitest';
import { compileRules, compileRulesSliced, type PatternRule } from '@/lib/rules';

const rules: PatternRule[] = Array.from({ length: 400 }, (_, index) => ({
  id: `r${index}`,
  flag: [`词${String.fromCharCode(0x4e00 + index)}语`, `[真]没{0-2}${String.fromCharCode(0x5e00 + index)}法`],
}));
const text = '词丁语，真没有帀法';

describe('compileRulesSliced', () => {
  it('builds what compileRules builds, pausing on the way', async () => {
    const yieldControl = vi.fn(() => Promise.resolve());
    const sliced = await compileRulesSliced(rules, {}, { yieldControl, sliceMs: 0 });
    const whole = compileRules(rules);
    expect(yieldControl.mock.calls.length).toBeGreaterThan(20);
    expect(sliced.problems).toEqual(whole.problems);
    expect(sliced.matcher.scan(text)).toEqual(whole.matcher.scan(text));
    expect(sliced.matcher.scan(text).hits.map(({ id }) => id)).toEqual(['r1', 'r0']);
  });

  it('stops when its owner goes away', async () => {
    const controller = new AbortController();
    const yieldControl = vi.fn(async () => controller.abort(new Error('the field lost focus')));
    const build = compileRulesSliced(rules, {}, { signal: controller.signal, yieldControl, sliceMs: 0 });
    await expect(build).rejects.toThrow('the field lost focus');
    expect(yieldControl).toHaveBeenCalledTimes(1);
  });

  it('runs dummy scans on request without leaving a trace', () => {
    const { matcher } = compileRules(rules);
    const before = matcher.scan(text);
    matcher.warm(3);
    expect(matcher.scan(text)).toEqual(before);
  });
});
