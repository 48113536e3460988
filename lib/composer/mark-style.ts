import type { Severity } from '@/lib/phrasebook/vocabulary';

/** What is painted: a severity, or the words the open card speaks about. */
export type MarkKind = Severity | 'active';

interface Shape {
  readonly line: 'dotted' | 'dashed' | 'wavy' | 'double';
  readonly thickness: string;
}

/** Severity has a shape as well as a colour, for eyes and screens that do not tell colours apart. */
export const MARK_SHAPES: Readonly<Record<Severity, Shape>> = {
  low: { line: 'dotted', thickness: '2px' },
  medium: { line: 'dashed', thickness: '2px' },
  high: { line: 'wavy', thickness: '1.5px' },
  critical: { line: 'double', thickness: '2px' },
};

/** How one painter's marks look; `suffix` tells its highlights from another's. */
export interface MarkStyle {
  readonly suffix: '' | '-look';
  readonly shapes: Readonly<Record<Severity, Shape>>;
  readonly inkFor: (background: Rgb) => MarkInk;
}

export interface MarkInk {
  readonly lines: Readonly<Record<Severity, string>>;
  /** Wash behind the words of the open card, and behind critical words; thin enough to leave the text readable. */
  readonly active: string;
  readonly critical: string;
}

/** Two sets of the tokens' colours; which one has 3:1 against the composer's own background is worked out, not assumed. */
const DARK_INK: MarkInk = {
  lines: { low: '#64748b', medium: '#b45309', high: '#c2263a', critical: '#7a1026' },
  active: 'rgb(194 38 58 / 0.12)',
  critical: 'rgb(122 16 38 / 0.10)',
};
const LIGHT_INK: MarkInk = {
  lines: { low: '#a9b7c6', medium: '#f0b259', high: '#ff8591', critical: '#ffa3b1' },
  active: 'rgb(255 133 145 / 0.22)',
  critical: 'rgb(255 107 129 / 0.18)',
};

/** The ink that reads better on a background. */
export function inkFor(background: Rgb): MarkInk {
  const worst = (ink: MarkInk): number =>
    Math.min(...Object.values(ink.lines).map((line) => contrast(parseColor(line) ?? BLACK, background)));
  return worst(DARK_INK) >= worst(LIGHT_INK) ? DARK_INK : LIGHT_INK;
}

/** The marks of rules. */
export const RULE_MARKS: MarkStyle = { suffix: '', shapes: MARK_SHAPES, inkFor };

const doubt: Shape = { line: 'dotted', thickness: '1.5px' };
const oneLine = (line: string): MarkInk['lines'] => ({ low: line, medium: line, high: line, critical: line });

/** The marks of the trained model: finer dots in a colour of their own, whatever they stand for. */
export const LOOK_MARKS: MarkStyle = {
  suffix: '-look',
  shapes: { low: doubt, medium: doubt, high: doubt, critical: doubt },
  inkFor: (background) =>
    inkFor(background) === DARK_INK
      ? { lines: oneLine('#6a4fc4'), active: 'rgb(106 79 196 / 0.12)', critical: 'transparent' }
      : { lines: oneLine('#b9aaf7'), active: 'rgb(185 170 247 / 0.22)', critical: 'transparent' },
};

export type Rgb = readonly [red: number, green: number, blue: number, alpha: number];
const BLACK: Rgb = [0, 0, 0, 1];
export const WHITE: Rgb = [255, 255, 255, 1];

/** Reads `#rrggbb` and the `rgb()`/`rgba()`/`color(srgb …)` forms computed style answers with; `null` for others. */
export function parseColor(value: string): Rgb | null {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value);
  if (hex !== null) return [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16), parseInt(hex[3]!, 16), 1];
  const parts = /^(rgba?|color)\((?:srgb\s+)?([^)]*)\)$/.exec(value);
  if (parts === null) return null;
  const numbers = parts[2]!
    .split(/[\s,/]+/)
    .filter((part) => part !== '')
    .map((part) => Number.parseFloat(part));
  if (numbers.length < 3 || numbers.some(Number.isNaN)) return null;
  const scale = parts[1] === 'color' ? 255 : 1;
  return [numbers[0]! * scale, numbers[1]! * scale, numbers[2]! * scale, numbers[3] ?? 1];
}

/** Contrast ratio of two colours as WCAG 2.2 defines it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const light = (color: Rgb): number => {
    const [red, green, blue] = [color[0], color[1], color[2]].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [first, second] = [light(a), light(b)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** What stands behind the words: the nearest opaque background up the tree, through shadow hosts. */
export function backgroundBehind(field: Element): Rgb {
  let element: Element | null = field;
  while (element !== null) {
    const color = parseColor(getComputedStyle(element).backgroundColor);
    if (color !== null && color[3] > 0.5) return color;
    const parent: Node | null = element.parentNode;
    element =
      parent === null
        ? null
        : parent.nodeType === 1
          ? (parent as Element)
          : 'host' in parent
            ? (parent as ShadowRoot).host
            : null;
  }
  const scheme = getComputedStyle(field.ownerDocument.documentElement).colorScheme;
  return scheme === 'dark' ? [18, 18, 18, 1] : WHITE;
}

/** The rules of a document's or shadow root's highlights. */
export function highlightCss(
  nameOf: (kind: MarkKind) => string,
  ink: MarkInk,
  shapes: MarkStyle['shapes'] = MARK_SHAPES,
): string {
  const rules = (Object.keys(shapes) as Severity[]).map((severity) => {
    const { line, thickness } = shapes[severity];
    const wash = severity === 'critical' ? `background-color:${ink.critical};` : '';
    return `::highlight(${nameOf(severity)}){${wash}text-decoration:underline ${line} ${thickness} ${ink.lines[severity]};text-underline-offset:3px;text-decoration-skip-ink:none}`;
  });
  return `${rules.join('\n')}\n::highlight(${nameOf('active')}){background-color:${ink.active}}`;
}
