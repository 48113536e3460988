import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { KIND, useStage } from './harness/index.ts';

const files = mkdtempSync(path.join(tmpdir(), 'tactful-files-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

/** 200 MB that take no room on the disk. */
function hugeFile(): string {
  const name = path.join(files, 'huge.csv');
  const file = openSync(name, 'w');
  ftruncateSync(file, 200_000_000);
  closeSync(file);
  return name;
}

/** A small workbook that says of itself that it unpacks to four gigabytes. */
function bomb(): string {
  const name = path.join(files, 'bomb.xlsx');
  const bytes = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(1000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entry = bytes.findLastIndex(
    (_, at) => at + 28 <= bytes.length && view.getUint32(at, true) === 0x02014b50,
  );
  view.setUint32(entry + 24, 4_000_000_000, true);
  writeFileSync(name, bytes);
  return name;
}

const SHOP = `# Kept by Mei; ask her first.
id: own/shop
name: Shop
language: zh-Hans
version: 3
license: CC0
taboos:
  # seen in March
  - id: shop/taste
    category: blame
    severity: medium
    flag: ['这款就是这个味']   # both ways of saying it
    why: 这样说等于没听。
    instead: [味道和您想的不一样，是我们没说清楚。]
    examples:
      flag: ['[[这款就是这个味]]。']
      pass: [您喜欢哪个味？]
`;

describe(`a trainer’s files (${KIND})`, () => {
  const stage = useStage();

  const upload = async (page: Page, file: string): Promise<void> => {
    const input = (await page.waitForSelector('.import-drop input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
  };

  test('bad ones are named and change nothing; a YAML file comes back as it was written', async () => {
    const page = await stage.openExtension('trainer.html', 'window');
    const open = (pane: string): Promise<void> => page.locator(`.workplace-pane[href*="/${pane}"]`).click();
    const press = (label: string): Promise<void> =>
      page.locator(`::-p-aria([name="${label}"][role="button"])`).setTimeout(20_000).click();
    await page.locator('.book-card .btn-primary').click();
    await page.locator('.items-row').wait();
    await open('exchange');

    for (const [file, said] of [
      [hugeFile(), /huge\.csv.*200 MB/],
      [bomb(), /bomb\.xlsx.*Unpacked.*4000 MB/],
    ] as const) {
      await upload(page, file);
      await page.locator('.dry-run').setTimeout(30_000).wait();
      const told = await page.$eval('.dry-run', (it) => it.textContent ?? '');
      expect(told).toMatch(said);
      expect(told).toContain('0 new');
      expect(await page.$eval('.dry-run .btn-primary', (it) => (it as HTMLButtonElement).disabled)).toBe(
        true,
      );
      await press('Do not import');
    }

    // The page is alive: what comes next is taken in.
    const shop = path.join(files, 'shop.yaml');
    writeFileSync(shop, SHOP);
    await upload(page, shop);
    await press('Take 1');
    await page.evaluate(() => {
      const kept: Blob[] = [];
      const make = URL.createObjectURL;
      URL.createObjectURL = (it) => {
        kept.push(it as Blob);
        return make(it);
      };
      Object.assign(globalThis, { kept });
    });
    const saved = async (): Promise<string> => {
      await press('YAML');
      await page.waitForFunction(() => (globalThis as unknown as { kept: Blob[] }).kept.length > 0);
      return page.evaluate(() => (globalThis as unknown as { kept: Blob[] }).kept.pop()!.text());
    };
    // The one thing that the file did not say: what the book builds on.
    expect(await saved()).toBe(`${SHOP}extends: builtin-zh-hans\n`);
  });
});
