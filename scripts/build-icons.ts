/**
 * Draws public/icons/*.png from the marks below with an installed Chromium: `npx tsx scripts/build-icons.ts [browser]`.
 * The pictures are kept in the repository; run it again only when the mark changes.
 *
 * The mark is a speech bubble that smiles. Small sizes have a drawing of their own: fewer pixels want a wider bubble
 * and a thicker line.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const GREEN = '#0f6b5f';
const PAPER = '#ffffff';

const large = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 128 128">
  <rect width="128" height="128" rx="30" fill="${GREEN}"/>
  <path fill="${PAPER}" d="M64 26c23.2 0 41 14.6 41 33.8S87.2 93.600 64 93.600c-4.300 0-8.400-.5-12.300-1.400-4.900 5.100-11.600 8.600-19.400 9.600-1.700.2-2.700-1.700-1.600-3 3.400-4 5.500-8.300 6.100-12.900C28.300 79.700 23 70.300 23 59.800 23 40.600 40.800 26 64 26z"/>
  <path fill="none" stroke="${GREEN}" stroke-width="8" stroke-linecap="round" d="M45 59c4.500 8.500 11.500 12.500 19 12.500S78.500 67.500 83 59"/>
</svg>`;

const small = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
  <rect width="32" height="32" rx="7" fill="${GREEN}"/>
  <path fill="${PAPER}" d="M16 5.200c6.600 0 11.700 4.100 11.700 9.600s-5.100 9.600-11.700 9.600c-1.100 0-2.100-.1-3.100-.3-1.400 1.600-3.400 2.700-5.700 3-.8.1-1.200-.8-.7-1.400 1-1.200 1.500-2.400 1.600-3.700-2.400-1.700-3.800-4.300-3.800-7.200 0-5.500 5.100-9.600 11.700-9.600z"/>
  <path fill="none" stroke="${GREEN}" stroke-width="2.900" stroke-linecap="round" d="M10.800 14.400c1.200 2.600 3.100 3.700 5.200 3.700s4-1.100 5.200-3.700"/>
</svg>`;

const SIZES: readonly (readonly [size: number, svg: string])[] = [
  [16, small],
  [32, small],
  [48, large],
  [96, large],
  [128, large],
];

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await puppeteer.launch({
  executablePath: process.argv[2] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const [size, svg] of SIZES) {
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    await page.setContent(
      `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="${source}">`,
    );
    await page.waitForFunction('document.images[0].complete');
    writeFileSync(`${folder}${size}.png`, await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
