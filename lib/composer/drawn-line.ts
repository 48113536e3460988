import type { Severity } from '@/lib/phrasebook/vocabulary';
import type { Box } from './composer';
import type { MarkInk, MarkStyle } from './mark-style';

/**
 * One line under (or, for the active words, a wash behind) a box. The browser draws the line as decoration of a single
 * very wide space in the field's own font, so a wave looks as it does under real words.
 */
export function lineOver(
  document: Document,
  box: Box,
  clip: Box,
  severity: Severity | null,
  ink: MarkInk,
  shapes: MarkStyle['shapes'],
  font: { family: string; size: number },
): HTMLElement {
  const line = document.createElement('div');
  line.style.cssText = 'all:initial;position:absolute;overflow:hidden;white-space:pre;pointer-events:none';
  place(line, {
    left: box.left - clip.left,
    top: box.top - clip.top,
    right: box.right - clip.left,
    bottom: box.bottom - clip.top + 4,
  });
  if (severity === null) {
    line.style.backgroundColor = ink.active;
    return line;
  }
  const { line: shape, thickness } = shapes[severity];
  line.style.fontFamily = font.family;
  line.style.fontSize = `${font.size}px`;
  line.style.lineHeight = `${box.bottom - box.top}px`;
  line.style.letterSpacing = `${box.right - box.left}px`;
  line.style.textDecoration = `underline ${shape} ${thickness} ${ink.lines[severity]}`;
  line.style.textUnderlineOffset = '3px';
  line.style.color = 'transparent';
  if (severity === 'critical') line.style.backgroundColor = ink.critical;
  line.textContent = '\u00a0';
  return line;
}

export function place(element: HTMLElement, box: Box): void {
  element.style.left = `${box.left}px`;
  element.style.top = `${box.top}px`;
  element.style.width = `${box.right - box.left}px`;
  element.style.height = `${box.bottom - box.top}px`;
}
