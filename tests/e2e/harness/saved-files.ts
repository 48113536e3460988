import type { Page } from 'puppeteer-core';

/** From now on the page keeps the last file that it offers, instead of handing it to the browser. */
export const catchFiles = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      (globalThis as { saved?: Blob }).saved = blob;
      return make(blob);
    };
    const press = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function click() {
      if (this.download === '') press.call(this);
    };
  });

/** The last file, `''` while there is none; it is given once. */
export const caught = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const at = globalThis as { saved?: Blob };
    const text = (await at.saved?.text()) ?? '';
    delete at.saved;
    return text;
  });
