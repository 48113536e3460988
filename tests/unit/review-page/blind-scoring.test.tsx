// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { BlindScoring } from '@/components/review/calibration/blind-scoring';
import type { SentRecord } from '@/lib/review';
import { stage } from '../ui/stage';
import { recordOf } from './records';

describe('blind scoring', () => {
  const records: SentRecord[] = ['a', 'b', 'c'].map((id) => recordOf(id));

  it('gives each of quick keys to the next message, drawn or not', () => {
    const said = vi.fn();
    stage(<BlindScoring records={records} judged={{}} letters onJudge={said} />);
    for (const key of ['u', 'd', 'c']) {
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    }
    expect(said.mock.calls).toEqual([
      ['a', 'uphold', ''],
      ['b', 'dismiss', ''],
      ['c', 'coach', ''],
    ]);
  });

  it('shows neither agent nor anybody’s verdict', () => {
    const root = stage(<BlindScoring records={records} judged={{}} letters onJudge={vi.fn()} />);
    expect(root.textContent).not.toContain('Lin');
    expect(root.querySelectorAll('[aria-pressed="true"]')).toHaveLength(0);
  });
});
