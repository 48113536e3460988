import type { ComponentChild } from 'preact';
import { severityName } from '@/lib/i18n';
import type { SentFlag } from '@/lib/review';

export interface MarkedMessageProps {
  text: string;
  flags: readonly Pick<SentFlag, 'start' | 'end' | 'severity'>[];
  /** Cut at both ends to this many UTF-16 units around the first flag. */
  around?: number;
}

/** A masked message with its flagged words marked: the line under them differs by severity, not by colour alone. */
export function MarkedMessage({ text, flags, around }: MarkedMessageProps) {
  const sorted = [...flags].sort((a, b) => a.start - b.start);
  const first = sorted[0];
  const from = around !== undefined && first ? Math.max(0, first.start - around) : 0;
  const to = around !== undefined && first ? Math.min(text.length, first.end + around * 3) : text.length;
  const parts: ComponentChild[] = [];
  let at = from;
  for (const { start, end, severity } of sorted) {
    if (end <= at || start >= to) continue;
    const begins = Math.max(at, start);
    const ends = Math.min(end, to);
    parts.push(
      text.slice(at, begins),
      <mark key={begins} class={`flagged flagged-${severity}`} title={severityName(severity)}>
        {text.slice(begins, ends)}
      </mark>,
    );
    at = ends;
  }
  return (
    <>
      {from > 0 && '…'}
      {parts}
      {text.slice(at, to)}
      {to < text.length && '…'}
    </>
  );
}
