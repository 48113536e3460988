import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(
  fileURLToPath(new URL('../../../components/ui/tokens.css', import.meta.url)),
  'utf8',
);
const darkAt = css.indexOf('@media (prefers-color-scheme: dark)');
const forcedAt = css.indexOf('@media (forced-colors: active)');

function colours(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})\b/g)].map((m) => [m[1]!, m[2]!]));
}
const light = colours(css.slice(0, darkAt));
const dark = new Map([...light, ...colours(css.slice(darkAt, forcedAt))]);

/** WCAG 2.2 relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}

const SURFACES = ['paper', 'wash', 'wash-2'];
const BUBBLES = ['bubble-customer', 'bubble-agent', 'chat'];
const TEXT: [string, string[]][] = [
  [
    'ink',
    [
      ...SURFACES,
      ...BUBBLES,
      'brand-wash',
      'low-wash',
      'medium-wash',
      'high-wash',
      'critical-wash',
      'good-wash',
    ],
  ],
  ['ink-2', [...SURFACES, ...BUBBLES, 'brand-wash']],
  ['ink-3', [...SURFACES, 'chat', 'brand-wash']],
  ['brand', [...SURFACES, 'brand-wash']],
  ['brand-ink', ['brand', 'brand-strong']],
  ['low', ['paper', 'wash', 'low-wash']],
  ['medium', ['paper', 'wash', 'medium-wash']],
  ['high', ['paper', 'wash', 'high-wash']],
  ['critical', ['paper', 'wash', 'critical-wash']],
  ['good', ['paper', 'wash', 'good-wash']],
];
const GRAPHICS: [string, string[]][] = [
  ['line-strong', ['paper', 'wash', 'wash-2']],
  ['mark-low', ['paper']],
  ['mark-medium', ['paper']],
  ['mark-high', ['paper']],
  ['mark-critical', ['paper']],
  ['focus', [...SURFACES, ...BUBBLES]],
];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('%s theme', (_name, theme) => {
  const pairs = (table: [string, string[]][]) =>
    table.flatMap(([front, backs]) => backs.map((back): [string, string] => [front, back]));
  const ratio = (front: string, back: string) => contrast(theme.get(front) ?? '', theme.get(back) ?? '');

  it.each(pairs(TEXT))('text %s on %s reaches 4.5:1', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(GRAPHICS))('%s beside %s reaches 3:1', (front, back) => {
    expect(ratio(front, back)).toBeGreaterThanOrEqual(3);
  });
});

it('gives every colour a value where the system picks the colours', () => {
  const forced = new Set([...css.slice(forcedAt).matchAll(/--([a-z0-9-]+):/g)].map((m) => m[1]));
  expect([...light.keys()].filter((name) => !forced.has(name))).toEqual([]);
});

it('measures nothing in rem, which a host page may change', () => {
  expect(css).not.toMatch(/[\d.]rem\b/);
});
