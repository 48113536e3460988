import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import axe from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, test } from 'vitest';
import { KIND, useStage } from './harness/index.ts';

const files = mkdtempSync(path.join(tmpdir(), 'tactful-chats-'));
afterAll(() => rmSync(files, { recursive: true, force: true }));

/** A chat of 3,000 messages, 1,000 of them a customer's; every tenth of an agent's hurts. */
const MESSAGES = 3000;
const HURTS = '亲，这款就是这个味哦';
const chat = (): string =>
  [
    '时间,角色,内容,是否违规',
    ...Array.from({ length: MESSAGES }, (_, index) => {
      const customer = index % 3 === 1;
      const text = !customer && index % 10 === 0 ? HURTS : `您好，第${index}单我马上查，电话 13812345678`;
      return `2026-01-02 10:00,${customer ? '买家' : '客服小美'},"${text}",${text === HURTS ? '是' : '否'}`;
    }),
  ].join('\n');

const ofAgents = Array.from({ length: MESSAGES }, (_, index) => index).filter((it) => it % 3 !== 1);
const hurting = ofAgents.filter((it) => it % 10 === 0).length;

async function faults(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source}; undefined`);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap((it) => it.nodes.map((node) => `${it.id}: ${node.html.slice(0, 160)}`));
  });
}

describe(`saved chats (${KIND})`, () => {
  const stage = useStage();

  test('are brought in, searched while a rule is made of messages, and compared on', async () => {
    const page = await stage.openExtension('trainer.html', 'window');
    const open = (pane: string): Promise<void> => page.locator(`.workplace-pane[href*="/${pane}"]`).click();
    const press = (label: string): Promise<void> =>
      page.locator(`::-p-aria([name="${label}"][role="button"])`).setTimeout(20_000).click();
    const says = (words: string): Promise<unknown> =>
      page.locator(`::-p-text(${words})`).setTimeout(20_000).wait();
    await page.locator('.book-card .btn-primary').click();
    await page.locator('.items-row').wait();

    // An export of which nobody said what is what.
    await open('messages');
    const file = path.join(files, 'march.csv');
    writeFileSync(file, chat());
    const input = (await page.waitForSelector(
      '.messages input[type=file]',
    )) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await page.locator('.message-line').setTimeout(20_000).wait();
    const lines = await page.$$eval('.message-line', (all) => all.map((it) => it.textContent ?? ''));
    expect(lines[0]).toMatch(/^AgentOffence.*亲，这款就是这个味/);
    expect(lines[1]).toMatch(/^CustomerFine.*\[(PHONE|NUM)\]/);
    expect(await faults(page)).toEqual([]);
    await press('Keep 3,000 messages');
    await says(`${ofAgents.length.toLocaleString('en')} of agents`);

    // A rule made of two messages.
    await open('taboos');
    await press('From examples…');
    await page.locator('.propose textarea').fill(`${HURTS}\n[[你这款就是这个味]]啊`);
    await page.locator('.propose .field + .field textarea').fill('您喜欢的是哪个味？');
    await page.locator('.propose-one').setTimeout(20_000).wait();
    expect(await faults(page)).toEqual([]);
    const [first] = await page.$$eval('.propose-one', (all) => all.map((it) => it.textContent ?? ''));
    expect(first).toContain('这款就是这个味');
    expect(first).toContain(`hits ${hurting} saved messages`);
    await press('Use this');
    await says(`It hits ${hurting} of ${ofAgents.length.toLocaleString('en')} saved messages.`);
    expect(await page.$eval('.also-hit mark', (it) => it.textContent)).toBe('这款就是这个味');

    await page.locator('[data-field="why"] textarea').fill('这样说等于没听。');
    await page.locator('[data-field="instead"] textarea').fill('是我们没说清楚味道。');
    await page.locator('.trainer-state:not(.is-wrong)').setTimeout(20_000).wait();

    // The draft against the book it builds on.
    await open('messages');
    await press('Compare');
    await page.locator('.backtest-result, .backtest .banner').setTimeout(30_000).wait();
    const sums = await page.$eval('.backtest-result', (it) => it.textContent ?? '');
    const [, before, after] = /flagged: (\d+) before, (\d+) after/.exec(sums) ?? [];
    expect(Number(after) - Number(before)).toBe(hurting);
    expect(await page.$eval('.backtest-rule', (it) => it.textContent)).toContain(`new-rule${hurting} new`);
    // The export says of each message whether it hurts: the draft finds them all, and nothing besides that was not found before.
    const judged = await page.$$eval('.backtest-judged tbody tr', (rows) =>
      rows.map((row) => [...row.querySelectorAll('td')].map((it) => it.textContent ?? '')),
    );
    const [precision, recall, falseAlarms, missed] = judged;
    expect([precision?.[1], recall?.[0], recall?.[1]]).toEqual([
      expect.stringMatching(/^(99|100)%/),
      expect.stringMatching(/^0%/),
      expect.stringMatching(/^100%/),
    ]);
    expect(falseAlarms?.[1]).toBe(falseAlarms?.[0]);
    expect(missed).toEqual([String(hurting), '0']);
    expect(await faults(page)).toEqual([]);
  });
});
