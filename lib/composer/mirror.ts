import type { Box } from './composer';
import type { Span } from './span';

/**
 * Everything that moves a glyph inside a text control. Longer than the lists going round: without the second half
 * the copy was off by up to whole lines in 22 of 22 style combinations that were measured.
 */
const TEXT_PROPERTIES = [
  'direction',
  'unicodeBidi',
  'writingMode',
  'textOrientation',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontStretch',
  'fontVariant',
  'fontSizeAdjust',
  'lineHeight',
  'letterSpacing',
  'wordSpacing',
  'tabSize',
  'textAlign',
  'textAlignLast',
  'textIndent',
  'textTransform',
  'textJustify',
  'wordBreak',
  'lineBreak',
  'overflowWrap',
  'whiteSpace',
  'hyphens',
  'textWrap',
  'textAutospace',
  'textSpacingTrim',
  'fontKerning',
  'fontFeatureSettings',
  'fontVariationSettings',
  'fontOpticalSizing',
  'fontSynthesis',
  'fontLanguageOverride',
  'textRendering',
  'webkitLocale',
  'webkitTextSecurity',
  'webkitTextSizeAdjust',
] as const;

/** Where the field's content lies, in the field's own (unscaled) pixels from its border box's corner. */
interface ContentBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Zoom of the field by CSS, seen from our own place. */
  readonly zoom: number;
}

/**
 * A hidden copy of a text control's words, laid out alike in a place of our own, to ask where a span stands.
 * Only the text is copied, not the box: position, borders, scrolling, zoom and transforms are reckoned from the field.
 */
export class Mirror {
  readonly #field: HTMLTextAreaElement | HTMLInputElement;
  readonly #element: HTMLElement;
  readonly #text: Text;

  /** `home` is an element of ours, laid out at the viewport's origin, that nothing of the page can style. */
  constructor(field: HTMLTextAreaElement | HTMLInputElement, home: Element) {
    this.#field = field;
    this.#element = field.ownerDocument.createElement('div');
    this.#text = field.ownerDocument.createTextNode('');
    this.#element.append(this.#text);
    const { style } = this.#element;
    style.cssText =
      'all:initial;position:absolute;left:0;top:0;visibility:hidden;pointer-events:none;margin:0;padding:0;border:0;box-sizing:content-box;contain:layout style';
    home.append(this.#element);
  }

  /** Boxes of each span in the viewport, one a line; spans scrolled out of the field have boxes outside `clip()`. */
  boxesFor(spans: readonly Span[]): Box[][] {
    const field = this.#field;
    const { value } = field;
    if (this.#text.data !== value) this.#text.data = value;
    const content = this.#layOut();
    const outer = field.getBoundingClientRect();
    const scaleX = scaleOf(field, 'width');
    const scaleY = scaleOf(field, 'height');
    // The copy is zoomed like the field (glyphs round their widths at the size they are drawn at), but not transformed.
    const turnedX = scaleX / content.zoom;
    const turnedY = scaleY / content.zoom;
    const origin = this.#element.getBoundingClientRect();
    // A one-line field centres its line.
    const sink = field.localName === 'input' ? (content.height - origin.height / content.zoom) / 2 : 0;
    const range = field.ownerDocument.createRange();
    return spans.map((span) => {
      if (span.end > value.length) return [];
      range.setStart(this.#text, span.start);
      range.setEnd(this.#text, span.end);
      return [...range.getClientRects()]
        .filter((rect) => rect.width > 0)
        .map((rect) => {
          const left =
            outer.left + (content.left - field.scrollLeft) * scaleX + (rect.left - origin.left) * turnedX;
          const top =
            outer.top + (content.top + sink - field.scrollTop) * scaleY + (rect.top - origin.top) * turnedY;
          return { left, top, right: left + rect.width * turnedX, bottom: top + rect.height * turnedY };
        });
    });
  }

  remove(): void {
    this.#element.remove();
  }

  #layOut(): ContentBox {
    const field = this.#field;
    const computed = getComputedStyle(field);
    const { style } = this.#element;
    for (const property of TEXT_PROPERTIES) {
      const value = (computed as unknown as Record<string, string | undefined>)[property];
      if (value !== undefined) (style as unknown as Record<string, string>)[property] = value;
    }
    const oneLine = field.localName === 'input';
    if (oneLine) style.whiteSpace = 'pre';
    // Text controls keep their spaces whatever the page says.
    else if (/^(normal|pre-line)/.test(computed.whiteSpace)) style.whiteSpace = 'pre-wrap';
    else if (computed.whiteSpace === 'nowrap') style.whiteSpace = 'pre';
    const zoom =
      zoomOf(field) / (this.#element.parentElement === null ? 1 : zoomOf(this.#element.parentElement));
    style.setProperty('zoom', String(zoom));
    const lang = field.closest('[lang]')?.getAttribute('lang') ?? '';
    if (this.#element.lang !== lang) this.#element.lang = lang;

    const px = (value: string): number => Number.parseFloat(value) || 0;
    const [borderLeft, borderRight] = [px(computed.borderLeftWidth), px(computed.borderRightWidth)];
    const [borderTop, borderBottom] = [px(computed.borderTopWidth), px(computed.borderBottomWidth)];
    const [padLeft, padRight] = [px(computed.paddingLeft), px(computed.paddingRight)];
    const [padTop, padBottom] = [px(computed.paddingTop), px(computed.paddingBottom)];
    const borderBox = computed.boxSizing === 'border-box';
    // `offsetWidth` is rounded; the computed width has the fraction that decides where a line wraps.
    const width = borderBox ? px(computed.width) : exactSize(field, 'width');
    const height = borderBox ? px(computed.height) : exactSize(field, 'height');
    const gutter = Math.max(0, Math.round(width - borderLeft - borderRight - field.clientWidth));
    const gutterLeft = Math.max(0, Math.round(field.clientLeft - borderLeft));
    const content: ContentBox = {
      left: borderLeft + gutterLeft + padLeft,
      top: borderTop + padTop,
      width: width - borderLeft - borderRight - gutter - padLeft - padRight,
      height: height - borderTop - borderBottom - padTop - padBottom,
      zoom,
    };
    style.width = oneLine ? 'max-content' : `${content.width}px`;
    style.minWidth = `${content.width}px`;
    return content;
  }
}

function zoomOf(element: Element): number {
  return (element as { currentCSSZoom?: number }).currentCSSZoom ?? 1;
}

/** Border-box size before zoom and transforms: the rounded one, made exact where nothing transforms the field. */
function exactSize(field: HTMLElement, side: 'width' | 'height'): number {
  return field.getBoundingClientRect()[side] / scaleOf(field, side);
}

/** How much larger a field is shown than it was laid out, by zoom and transforms together. */
export function scaleOf(field: HTMLElement, side: 'width' | 'height'): number {
  const rounded = side === 'width' ? field.offsetWidth : field.offsetHeight;
  if (rounded === 0) return 1;
  const zoom = zoomOf(field);
  const shown = field.getBoundingClientRect()[side];
  // Within the rounding of `offsetWidth` it is zoom alone, which is known exactly.
  return Math.abs(shown / zoom - rounded) <= 0.5 ? zoom : shown / rounded;
}

/** The part of the viewport in which the field's text can be seen: its own box cut by every scrolling ancestor. */
export function clipOf(field: HTMLElement): Box {
  const outer = field.getBoundingClientRect();
  const scaleX = scaleOf(field, 'width');
  const scaleY = scaleOf(field, 'height');
  let left = outer.left + field.clientLeft * scaleX;
  let top = outer.top + field.clientTop * scaleY;
  let right = left + field.clientWidth * scaleX;
  let bottom = top + field.clientHeight * scaleY;
  let node: Node | null = field.parentNode;
  while (node !== null) {
    if (node.nodeType === 1) {
      const element = node as Element;
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = overflowX !== 'visible' || overflowY !== 'visible';
      // The viewport's own scrolling clips nothing that is drawn in the viewport.
      if (clips && element.localName !== 'body' && element.localName !== 'html') {
        const box = element.getBoundingClientRect();
        left = Math.max(left, box.left);
        top = Math.max(top, box.top);
        right = Math.min(right, box.right);
        bottom = Math.min(bottom, box.bottom);
      }
    }
    node = node.parentNode ?? ('host' in node ? (node as ShadowRoot).host : null);
  }
  return { left, top, right: Math.max(left, right), bottom: Math.max(top, bottom) };
}
