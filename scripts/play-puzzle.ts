import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { parse } from 'yaml';
import { SeenPage } from './driver/in-page.ts';
import type { Session } from './driver/session.ts';

type Language = 'zh-Hans' | 'en';

/** What the agent of the source case said, more or less; every sentence of it hurts. */
const HURTFUL: Record<Language, string> = {
  'zh-Hans':
    '我自己也是当妈的，玩具不该分男孩女孩。原来一套三样，现在给您五样，您已经多拿了两样了，还想怎么样',
  en: 'Toys are toys, whoever plays with them. You got extra anyway. The maker packs these sets, not us.',
};

interface Story {
  start: string;
  nodes: Record<string, { better: string; branches: { says: string[]; to?: string; ends?: string }[] }>;
}

const FIELD = '.composer-field';
const PATIENCE_MS = 20_000;
const MOST_REPLIES = 10;

/**
 * Plays source case 5 in the practice console with real key presses: first the words that hurt, marked, explained and
 * mended; then a script from the panel; then the conversation to its end with the replies the story itself calls better.
 * Pictures go to `<pictures>-1-….png` and on; the transcript comes back as Markdown.
 */
export async function playPuzzle(session: Session, language: Language, pictures: string): Promise<string> {
  const story = parse(readFileSync(`phrasebooks/practice/puzzle.${language}.yaml`, 'utf8')) as Story;
  const page = session.greeting;
  await page.bringToFront();
  await session.gotoExtension(page, `practice.html?case=puzzle-${language.toLowerCase()}&pace=0`);
  await page.waitForSelector(FIELD);
  const ours = new SeenPage(session, page.mainFrame(), FIELD);
  const lines: string[] = [
    `# The puzzle that was not the one in the picture (${language}, ${session.kind})`,
    '',
  ];
  let taken = 0;
  const picture = async (name: string) => {
    taken += 1;
    await page.screenshot({ path: `${pictures}-${taken}-${name}.png` });
  };
  let heard = 0;
  const hear = async () => {
    const all = await said(page);
    for (const { by, text } of all.slice(heard)) if (by === 'customer') lines.push(`- customer: ${text}`);
    heard = all.length;
    return all.filter(({ by }) => by === 'customer').map(({ text }) => text);
  };

  await until('the customer speaks', async () => (await said(page)).length >= 1);
  await hear();
  await page.click(FIELD);
  await session.type(page, HURTFUL[language]);
  await until('the hurtful words are marked', async () => (await ours.marks()).length > 0);
  lines.push(`- agent types: ${HURTFUL[language]}`);
  for (const { severity, text } of await ours.marks()) lines.push(`  - marked (${severity}): “${text}”`);
  await picture('marked');

  if (!(await ours.card())) await (await ours.control('.count-badge'))?.click();
  await until('the card opens', async () => (await ours.card()) !== null);
  const card = (await ours.card())!;
  lines.push(`- card on ${card.words}: ${card.why}`, ...card.instead.map((it) => `  - say instead: ${it}`));
  await picture('why');
  const hurtful = await draft(page);
  await (await ours.control('.choice'))?.click();
  await until('the replacement lands', async () => (await draft(page)) !== hurtful);
  await until('the card is done', async () => (await ours.card())?.words !== card.words);
  lines.push(`- after one click: ${await draft(page)}`);
  await picture('mended');

  await empty(page);
  const ready = '.practice-panel .script-action button:not([aria-expanded])';
  await page.waitForSelector(ready);
  await page.click(ready);
  await until('the script is inserted', async () => (await draft(page)) !== '');
  lines.push(`- script from the panel: ${await draft(page)}`);
  await picture('script');
  await empty(page);

  let node = story.start;
  for (let turn = 0; turn < MOST_REPLIES && !(await page.$('.result')); turn += 1) {
    const reply = story.nodes[node]!.better;
    const before = (await said(page)).length;
    await session.type(page, reply);
    await page.keyboard.press('Enter');
    lines.push(`- agent: ${reply}`);
    await until(
      'the customer answers',
      async () => (await page.$('.result')) !== null || (await answersSince(page, before)) > 0,
    );
    const answers = new Set(await hear());
    node =
      story.nodes[node]!.branches.findLast(({ to, says }) => to && says.some((it) => answers.has(it)))?.to ??
      node;
  }
  const score = await page.$eval('.result-score', (element) => element.textContent);
  const reasons = await page.$$eval('.reasons li', (items) =>
    items.map((item) => Array.from(item.children, (part) => part.textContent).join(' ')),
  );
  lines.push(`- the grade: ${score}`, ...reasons.map((reason) => `  - ${reason}`));
  await picture('grade');
  return `${lines.join('\n')}\n`;
}

function said(page: Page): Promise<{ by: string; text: string }[]> {
  return page.$$eval('.bubble:not(.bubble-typing)', (bubbles) =>
    bubbles.map((bubble) => ({
      by: bubble.classList.contains('bubble-agent') ? 'agent' : 'customer',
      text: Array.from(bubble.childNodes, (node) =>
        node instanceof Element && node.classList.contains('sr-only') ? '' : (node.textContent ?? ''),
      ).join(''),
    })),
  );
}

/** How many lines of the customer came after the first `before` lines. */
async function answersSince(page: Page, before: number): Promise<number> {
  return (await said(page)).slice(before).filter(({ by }) => by === 'customer').length;
}

function draft(page: Page): Promise<string> {
  return page.$eval(FIELD, (field) => (field as HTMLTextAreaElement).value);
}

async function empty(page: Page): Promise<void> {
  await page.click(FIELD);
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.press('Delete');
}

async function until(what: string, probe: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await probe())) {
    if (performance.now() > deadline) throw new Error(`It took too long until ${what}.`);
    await new Promise((done) => setTimeout(done, 30));
  }
}
