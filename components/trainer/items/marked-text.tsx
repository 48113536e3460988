import type { ComponentChild } from 'preact';
import type { Span } from '@/lib/workbench';

/** A text with the words that are hit marked in it; overlapping hits are drawn as one. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts: ComponentChild[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
