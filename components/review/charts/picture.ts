/** What of a drawing's look comes from the page's sheets and has to travel with it. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const;

/** The drawing as a file of its own: styles written out, on the page's ground, with its title. */
export function standAlone(drawing: SVGSVGElement, title: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = drawing.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, at) => {
    const original = originals[at];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of CARRIED) {
      const value = style.getPropertyValue(name);
      if (value !== '') element.setAttribute(name, value);
    }
    element.removeAttribute('class');
  });
  const make = (name: string): SVGElement => document.createElementNS('http://www.w3.org/2000/svg', name);
  const { width, height } = drawing.getBoundingClientRect();
  const look = getComputedStyle(drawing);
  const ground = make('rect');
  for (const [name, value] of Object.entries({ x: 0, y: -HEAD, width, height: height + HEAD })) {
    ground.setAttribute(name, String(value));
  }
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const heading = make('text');
  for (const [name, value] of Object.entries({
    x: '8',
    y: '-10',
    fill: look.color,
    'font-family': look.fontFamily,
    'font-size': '14px',
    'font-weight': '600',
  })) {
    heading.setAttribute(name, value);
  }
  heading.textContent = title;
  copy.prepend(ground, heading);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 ${-HEAD} ${width} ${height + HEAD}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height + HEAD));
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

/** Room for the title above the drawing, px. */
const HEAD = 30;
/** Pixels of the picture for one of the page. */
const DENSITY = 2;

/** The drawing as a PNG, as it looks in the theme in use. */
export async function toPng(drawing: SVGSVGElement, title: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standAlone(drawing, title))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round((height + HEAD) * DENSITY);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser gives no canvas.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('The picture is empty.'))), 'image/png'),
  );
}
